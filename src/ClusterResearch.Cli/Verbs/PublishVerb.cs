using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
using ClusterResearch.Cli.Progress;
using ClusterResearch.Notebooks.Publishing;
using ClusterResearch.Notebooks.Running;

namespace ClusterResearch.Cli.Verbs;

/// <summary><c>cluster publish</c>: notebooks in, report out.</summary>
internal sealed class PublishVerb : Command
{
    private readonly Option<string> output = new("--output")
    {
        Description = "The folder of the report; reports/ if not given.",
        HelpName = "DIR",
    };

    private readonly Option<string[]> notebooks = new("--notebook")
    {
        Description = "Publish only these notebooks; an id or the beginning of ids.",
        HelpName = "ID",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<bool> singleFile = new("--single-file")
    {
        Description = "Make every page stand alone, to be sent by mail.",
    };

    private readonly Option<bool> open = new("--open") { Description = "Open the report in the browser." };

    private readonly Option<bool> noCache = new("--no-cache")
    {
        Description = "Run every cell, also where nothing changed.",
    };

    private readonly Option<double> timeout = CommonOptions.Timeout();

    public PublishVerb(Terminal terminal, SiteWriter site, CancellationToken cancellation)
        : base(
            "publish",
            """
            Runs the notebooks and writes the report, readable from disk without a network.
            Example: cluster publish --notebook 05-1 --open
            """
        )
    {
        foreach (var option in new Option[] { output, notebooks, singleFile, open, noCache, timeout })
        {
            Add(option);
        }
        SetAction(p => Publish(p, terminal, site, cancellation));
    }

    private int Publish(ParseResult given, Terminal terminal, SiteWriter site, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var selection = NotebookSelection.Of(terminal.Folder, given.GetValue(notebooks) ?? []);
        var workspace = selection.Workspace;
        var options = new RunOptions { CellTimeout = TimeSpan.FromSeconds(given.GetValue(timeout)) };
        var cache = given.GetValue(noCache) ? null : new ExecutionCache(workspace);
        var runner = new NotebookRunner(workspace, options, cache);
        var view = ProgressView.For(terminal, isQuiet: false);
        var folder = given.GetValue(output) is { } named
            ? Path.GetFullPath(Path.Combine(terminal.Folder, named))
            : Path.Combine(workspace.Root, "reports");
        SitePublisher.Check(folder);
        var runs = NotebookBatch.Run(selection, runner, view, cancellation);
        if (FailureText.Write(terminal, runs.Select(r => r.Run)))
        {
            terminal.Error.WriteLine("No report was written; an earlier one stays as it is.");
            return Shell.Failed;
        }
        cancellation.ThrowIfCancellationRequested();
        site(workspace, [.. runs.Select(r => r.Run)], folder, given.GetValue(singleFile));
        Tell(terminal, Path.Combine(folder, "index.html"), runs.Length, clock.Elapsed);
        if (given.GetValue(open))
        {
            Open(terminal, Path.Combine(folder, "index.html"));
        }
        return Shell.Good;
    }

    private static void Tell(Terminal terminal, string index, int count, TimeSpan time)
    {
        var what = string.Create(Invariant, $"{count} notebook{(count == 1 ? "" : "s")}");
        terminal.Out.WriteLine(
            string.Create(Invariant, $"{terminal.Shorten(index)}  {what}  {time.TotalSeconds:F1} s")
        );
    }

    /// <summary>Opens the page; the report is written, so a machine without a browser is no failure.</summary>
    private static void Open(Terminal terminal, string page)
    {
        try
        {
            using var browser = Process.Start(new ProcessStartInfo(page) { UseShellExecute = true });
        }
        catch (Win32Exception)
        {
            terminal.Error.WriteLine($"No browser was found; open {terminal.Shorten(page)} yourself.");
        }
    }
}
