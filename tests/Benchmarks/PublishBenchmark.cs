using System.Diagnostics;

namespace Benchmarks;

/// <summary>`publish` as a process of its own: from cold without a cache, and unchanged.</summary>
internal static class PublishBenchmark
{
    private const int Runs = 3;

    public static void Run()
    {
        var output = Directory.CreateTempSubdirectory("cluster-publish-").FullName;
        try
        {
            Report("publish, nothing cached (limit 15 s, 1000 MB)", Path.Combine(output, "report"), "--no-cache");
            Report("publish, unchanged (limit 2 s)", Path.Combine(output, "report"));
        }
        finally
        {
            Directory.Delete(output, recursive: true);
        }
    }

    private static void Report(string name, string output, params string[] options)
    {
        var runs = Enumerable.Range(0, Runs).Select(_ => Publish(output, options)).OrderBy(r => r.Seconds).ToArray();
        Console.WriteLine($"{name}   {runs[Runs / 2].Seconds:F2} s, {runs.Max(r => r.Megabytes):F0} MB at most (median of {Runs})");
    }

    private static (double Seconds, double Megabytes) Publish(string output, string[] options)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "cluster.dll"), "publish", "--output", output, .. options])
        {
            start.ArgumentList.Add(argument);
        }
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        long peak = 0;
        while (!process.WaitForExit(20))
        {
            process.Refresh();
            peak = Math.Max(peak, process.HasExited ? 0 : process.WorkingSet64);
        }
        return process.ExitCode == 0
            ? (clock.Elapsed.TotalSeconds, peak / 1e6)
            : throw new InvalidOperationException($"publish ended with {process.ExitCode}");
    }
}
