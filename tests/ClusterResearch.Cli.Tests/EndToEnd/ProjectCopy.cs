using System.Diagnostics;
using System.Security.Cryptography;
using ClusterResearch.TestSupport;

namespace ClusterResearch.Cli.Tests.EndToEnd;

/// <summary>The shipped study and notebooks in a folder of their own, published by a process of its own.</summary>
internal sealed class ProjectCopy : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("cluster-copy-").FullName;

    public ProjectCopy() => ProjectFolder.CopyStudyTo(folder);

    public string Notebook(string id) => Path.Combine(folder, "notebooks", id + ".ipynb");

    /// <summary>Publishes and waits; anything but success is an exception with what was said.</summary>
    public void Publish(string from = ".", string culture = "C", string threads = "2", params string[] options)
    {
        using var process = Start(from, culture, threads, options);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"publish ended with {process.ExitCode}:\n{output.Result}{errors}");
    }

    /// <summary>Starts to publish and kills the process after a while, if it has not ended by then.</summary>
    public void PublishAndKill(TimeSpan after, params string[] options)
    {
        using var process = Start(".", "C", "2", options);
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (!process.WaitForExit(after))
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }
    }

    /// <summary>Every file of the report with the hash of its bytes.</summary>
    public SortedDictionary<string, string> Report()
    {
        var report = Path.Combine(folder, "reports");
        return new(Directory.GetFiles(report, "*", SearchOption.AllDirectories)
            .ToDictionary(f => Path.GetRelativePath(report, f), f => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(f)))), StringComparer.Ordinal);
    }

    /// <summary>What lies beside the notebooks, the data and the report.</summary>
    public IEnumerable<string> Leftovers() =>
        Directory.GetFileSystemEntries(folder).Select(f => Path.GetFileName(f)!).Except(["notebooks", "data", "tests", "reports", "artifacts"]);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private Process Start(string from, string culture, string threads, string[] options)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = Path.Combine(folder, from),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "cluster.dll"), "publish", .. options])
        {
            start.ArgumentList.Add(argument);
        }
        start.Environment["LC_ALL"] = culture;
        start.Environment["DOTNET_PROCESSOR_COUNT"] = threads;
        return Process.Start(start)!;
    }
}
