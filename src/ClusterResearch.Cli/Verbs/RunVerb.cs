using System.Collections.Immutable;
using System.CommandLine;
using ClusterResearch.Cli.Progress;
using ClusterResearch.Findings;
using ClusterResearch.Notebooks.Documents;
using ClusterResearch.Notebooks.Running;

namespace ClusterResearch.Cli.Verbs;

/// <summary><c>cluster run</c>: executes notebooks and tells how they ended.</summary>
internal sealed class RunVerb : Command
{
    private readonly Argument<string[]> words = CommonOptions.Notebooks();
    private readonly Option<string[]> parameters = CommonOptions.Parameters();
    private readonly Option<double> timeout = CommonOptions.Timeout();

    private readonly Option<bool> json = new("--json")
    {
        Description = "Print the result as JSON and nothing else.",
    };

    private readonly Option<string> output = new("--output")
    {
        Description = "Write the executed notebooks into this folder.",
        HelpName = "DIR",
    };

    public RunVerb(Terminal terminal, CancellationToken cancellation)
        : base(
            "run",
            """
            Runs notebooks from the first cell to the last, always anew.
            Example: cluster run 05-1 --param year=2023 --output executed
            """
        )
    {
        Add(words);
        foreach (var option in new Option[] { parameters, timeout, json, output })
        {
            Add(option);
        }
        SetAction(p => Run(p, terminal, cancellation));
    }

    private int Run(ParseResult given, Terminal terminal, CancellationToken cancellation)
    {
        var options = new RunOptions
        {
            CellTimeout = TimeSpan.FromSeconds(given.GetValue(timeout)),
            Parameters = CommonOptions.ParametersOf(given.GetValue(parameters)),
        };
        var isJson = given.GetValue(json);
        try
        {
            var selection = NotebookSelection.Of(terminal.Folder, given.GetValue(words) ?? []);
            var runner = new NotebookRunner(selection.Workspace, options);
            var view = ProgressView.For(terminal, isQuiet: isJson);
            var runs = NotebookBatch.Run(selection, runner, view, cancellation);
            if (given.GetValue(output) is { } folder)
            {
                Write(runs, Path.GetFullPath(Path.Combine(terminal.Folder, folder)));
            }
            return Report(terminal, runs, isJson);
        }
        catch (FindingsException e) when (isJson)
        {
            terminal.Out.WriteLine(RunJson.Of([], e.Findings));
            throw;
        }
    }

    private static int Report(Terminal terminal, ImmutableArray<TimedRun> runs, bool isJson)
    {
        if (isJson)
        {
            terminal.Out.WriteLine(RunJson.Of(runs, []));
        }
        return FailureText.Write(terminal, runs.Select(r => r.Run)) ? Shell.Failed : Shell.Good;
    }

    private static void Write(ImmutableArray<TimedRun> runs, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var (run, _) in runs)
        {
            NotebookFile.Write(run.Notebook, Path.Combine(folder, run.Notebook.Id + ".ipynb"));
        }
    }
}
