namespace Browser.Tests;

/// <summary>The browser of the machine; where it is absent, tests skip with a sentence, and fail where tools are required.</summary>
internal static class Tools
{
    public static string Chromium => Find("Chromium", "chromium", "chromium-browser", "google-chrome");

    public static string ChromeDriver => Find("ChromeDriver", "chromedriver");

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
