using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;

namespace Browser.Tests;

/// <summary>The browser of the machine; where it is absent, tests skip with a sentence, and fail where tools are required.</summary>
internal static class Tools
{
    public static string Chromium => Find("Chromium", "chromium", "chromium-browser", "google-chrome");

    private static string Driver => Find("ChromeDriver", "chromedriver");

    /// <summary>A browser without a window that reaches the disk and, of all hosts, only the one that is named.</summary>
    public static ChromeDriver StartBrowser(string folder, string? host = null)
    {
        var options = new ChromeOptions { BinaryLocation = Chromium };
        options.AddArguments(
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-dev-shm-usage",
            "--disable-background-networking", "--disable-component-update", "--disable-sync", "--window-size=1280,900",
            $"--host-resolver-rules=MAP * ~NOTFOUND{(host is null ? "" : $" , EXCLUDE {host}")}", $"--user-data-dir={folder}");
        options.SetLoggingPreference(LogType.Browser, LogLevel.All);
        options.SetLoggingPreference("performance", LogLevel.All);
        var driver = Driver;
        return new ChromeDriver(ChromeDriverService.CreateDefaultService(Path.GetDirectoryName(driver), Path.GetFileName(driver)), options);
    }

    private static string Find(string what, params string[] names)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (names.SelectMany(n => folders.Select(f => Path.Combine(f, n))).FirstOrDefault(File.Exists) is { } found)
        {
            return found;
        }
        var sentence = $"{what} is not installed here, so the published pages cannot be opened; on Debian: apt-get install chromium chromium-driver.";
        Assert.SkipUnless(Environment.GetEnvironmentVariable("CLUSTER_REQUIRE_TOOLS") == "1", sentence);
        throw new InvalidOperationException(sentence);
    }
}
