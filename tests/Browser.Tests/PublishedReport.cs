using System.Diagnostics;
using ClusterResearch.TestSupport;
using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;

namespace Browser.Tests;

/// <summary>The report as the command line publishes it, and one browser that can reach nothing but the disk.</summary>
public sealed class PublishedReport : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("cluster-browser-").FullName;
    private readonly Lazy<string> site;
    private readonly Lazy<string> singleFiles;
    private readonly Lazy<ChromeDriver> browser;

    public PublishedReport()
    {
        site = new(() => Publish("report"));
        singleFiles = new(() => Publish("single", "--single-file"));
        browser = new(() => Tools.StartBrowser(Path.Combine(folder, "browser")));
    }

    /// <summary>The pages of the report, the first one first.</summary>
    public static TheoryData<string> Pages =>
        [.. Directory.GetFiles(Path.Combine(ProjectFolder.Root, "notebooks"), "*.ipynb").Select(f => Path.GetFileNameWithoutExtension(f) + ".html").Order(StringComparer.Ordinal).Prepend("index.html")];

    public ChromeDriver Browser => browser.Value;

    public string Address(string page, bool singleFile = false) => new Uri(Path.Combine(singleFile ? singleFiles.Value : site.Value, page)).AbsoluteUri;

    /// <summary>A page of a report on a changed copy of the study; published once for each change.</summary>
    public string AddressOf(Action<string> change, string page)
    {
        var name = change.Method.Name;
        var project = Path.Combine(folder, name);
        if (!Directory.Exists(project))
        {
            ProjectFolder.CopyStudyTo(project);
            change(project);
            Cluster(project, "validate", "--update-hashes");
            Cluster(project, "publish");
        }
        return new Uri(Path.Combine(project, "reports", page)).AbsoluteUri;
    }

    /// <summary>Every request since the last call, as the browser saw it.</summary>
    public IReadOnlyList<string> Requests() =>
        [.. Browser.Manage().Logs.GetLog("performance")
            .Select(l => System.Text.Json.JsonDocument.Parse(l.Message).RootElement.GetProperty("message"))
            .Where(m => m.GetProperty("method").GetString() is "Network.requestWillBeSent" or "Network.loadingFailed")
            .Select(m => m.GetProperty("method").GetString() == "Network.loadingFailed"
                ? "failed: " + m.GetProperty("params").GetProperty("errorText").GetString()
                : m.GetProperty("params").GetProperty("request").GetProperty("url").GetString()!)];

    /// <summary>What the page wrote to the console since the last call, errors and warnings.</summary>
    public IReadOnlyList<string> Console() =>
        [.. Browser.Manage().Logs.GetLog(LogType.Browser).Where(l => l.Level >= LogLevel.Warning).Select(l => l.Message)];

    public void Dispose()
    {
        if (browser.IsValueCreated)
        {
            browser.Value.Quit();
        }
        Directory.Delete(folder, recursive: true);
    }

    private string Publish(string name, params string[] options)
    {
        var output = Path.Combine(folder, name);
        Cluster(ProjectFolder.Root, ["publish", "--output", output, .. options]);
        return output;
    }

    private static void Cluster(string from, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = from, UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var argument in arguments.Prepend(Path.Combine(AppContext.BaseDirectory, "cluster.dll")))
        {
            start.ArgumentList.Add(argument);
        }
        using var process = Process.Start(start)!;
        var lines = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{string.Join(' ', arguments)} ended with {process.ExitCode}:\n{lines.Result}{errors}");
        }
    }
}
