using System.CommandLine;
using System.Diagnostics;
using ClusterResearch.Cli.Progress;
using ClusterResearch.Notebooks.Running;

namespace ClusterResearch.Cli.Verbs;

/// <summary><c>cluster publish</c>: notebooks in, report out.</summary>
internal static class PublishVerb
{
    public static Command Create(Terminal terminal, SiteWriter site, CancellationToken cancellation)
    {
        var output = new Option<string>("--output")
        {
            Description = "The folder of the report; reports/ if not given.",
            HelpName = "DIR",
        };
        var notebooks = new Option<string[]>("--notebook")
        {
            Description = "Publish only these notebooks; an id or the beginning of ids.",
            HelpName = "ID",
            AllowMultipleArgumentsPerToken = true,
        };
        var singleFile = new Option<bool>("--single-file")
        {
            Description = "Make every page stand alone, to be sent by mail.",
        };
        var open = new Option<bool>("--open") { Description = "Open the report in the browser." };
        var noCache = new Option<bool>("--no-cache")
        {
            Description = "Run every cell, also where nothing changed.",
        };
        var timeout = CommonOptions.Timeout();
        var verb = new Command(
            "publish",
            """
            Runs the notebooks and writes the report, readable from disk without a network.
            Example: cluster publish --notebook 05-1 --open
            """
        )
        {
            output,
            notebooks,
            singleFile,
            open,
            noCache,
            timeout,
        };
        verb.SetAction(p =>
            Publish(
                terminal,
                site,
                new(p.GetValue(output), p.GetValue(notebooks) ?? [], p.GetValue(singleFile), p.GetValue(open), p.GetValue(noCache), p.GetValue(timeout)),
                cancellation
            )
        );
        return verb;
    }

    private static int Publish(Terminal terminal, SiteWriter site, Wish wish, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var selection = NotebookSelection.Of(terminal.Folder, wish.Notebooks);
        var workspace = selection.Workspace;
        var folder = Path.GetFullPath(Path.Combine(terminal.Folder, wish.Output ?? Path.Combine(workspace.Root, "reports")));
        var options = new RunOptions { CellTimeout = TimeSpan.FromSeconds(wish.Timeout) };
        var runner = new NotebookRunner(workspace, options, wish.NoCache ? null : new ExecutionCache(workspace));
        var runs = NotebookBatch.Run(selection, runner, ProgressView.For(terminal, isQuiet: false), cancellation);
        if (FailureText.Write(terminal, runs.Select(r => r.Run)))
        {
            terminal.Error.WriteLine("No report was written; an earlier one stays as it is.");
            return Shell.Failed;
        }
        site(workspace, [.. runs.Select(r => r.Run)], folder, wish.SingleFile);
        Tell(terminal, Path.Combine(folder, "index.html"), runs.Length, clock.Elapsed, wish.Open);
        return Shell.Good;
    }

    private static void Tell(Terminal terminal, string index, int notebooks, TimeSpan time, bool open)
    {
        terminal.Out.WriteLine(
            string.Create(
                Invariant,
                $"{terminal.Shorten(index)}  {notebooks} notebook{(notebooks == 1 ? "" : "s")}  {time.TotalSeconds:F1} s"
            )
        );
        if (open)
        {
            using var browser = Process.Start(new ProcessStartInfo(index) { UseShellExecute = true });
        }
    }

    /// <summary>What the command line asks for.</summary>
    private sealed record Wish(string? Output, string[] Notebooks, bool SingleFile, bool Open, bool NoCache, double Timeout);
}
