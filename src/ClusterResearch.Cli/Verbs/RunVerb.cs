using System.Collections.Immutable;
using System.CommandLine;
using ClusterResearch.Cli.Progress;
using ClusterResearch.Findings;
using ClusterResearch.Notebooks.Documents;
using ClusterResearch.Notebooks.Running;

namespace ClusterResearch.Cli.Verbs;

/// <summary><c>cluster run</c>: executes notebooks and tells how they ended.</summary>
internal static class RunVerb
{
    public static Command Create(Terminal terminal, CancellationToken cancellation)
    {
        var words = new Argument<string[]>("notebook")
        {
            Description = "Ids, beginnings of ids or files; all notebooks if not given.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var parameters = CommonOptions.Parameters();
        var timeout = CommonOptions.Timeout();
        var json = new Option<bool>("--json") { Description = "Print the result as JSON and nothing else." };
        var output = new Option<string>("--output")
        {
            Description = "Write the executed notebooks into this folder.",
            HelpName = "DIR",
        };
        var verb = new Command(
            "run",
            """
            Runs notebooks from the first cell to the last, always anew.
            Example: cluster run 05-1 --param year=2023 --output executed
            """
        )
        {
            words,
            parameters,
            timeout,
            json,
            output,
        };
        verb.SetAction(p =>
        {
            var options = new RunOptions
            {
                CellTimeout = TimeSpan.FromSeconds(p.GetValue(timeout)),
                Parameters = CommonOptions.ParametersOf(p.GetValue(parameters)),
            };
            return Run(terminal, options, p.GetValue(words) ?? [], p.GetValue(json), p.GetValue(output), cancellation);
        });
        return verb;
    }

    private static int Run(Terminal terminal, RunOptions options, string[] words, bool isJson, string? output, CancellationToken cancellation)
    {
        try
        {
            var selection = NotebookSelection.Of(terminal.Folder, words);
            var runs = NotebookBatch.Run(selection, new NotebookRunner(selection.Workspace, options), ProgressView.For(terminal, isQuiet: isJson), cancellation);
            Write(runs, output is null ? null : Path.GetFullPath(Path.Combine(terminal.Folder, output)));
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

    private static void Write(ImmutableArray<TimedRun> runs, string? folder)
    {
        if (folder is null)
        {
            return;
        }
        Directory.CreateDirectory(folder);
        foreach (var (run, _) in runs)
        {
            NotebookFile.Write(run.Notebook, Path.Combine(folder, run.Notebook.Id + ".ipynb"));
        }
    }
}
