using System.Collections.Immutable;
using System.Diagnostics;
using ClusterResearch.Cli.Progress;
using ClusterResearch.Notebooks.Documents;
using ClusterResearch.Notebooks.Running;

namespace ClusterResearch.Cli.Verbs;

/// <summary>A run and how long it took.</summary>
/// <param name="Run">The run.</param>
/// <param name="Time">From its first cell to its last.</param>
internal sealed record TimedRun(NotebookRun Run, TimeSpan Time);

/// <summary>Runs several notebooks one after the other; one that fails does not keep the others from running.</summary>
internal static class NotebookBatch
{
    /// <summary>Checks all notebooks, then runs them.</summary>
    /// <exception cref="Findings.FindingsException">At least one is not a C# notebook; none ran.</exception>
    public static ImmutableArray<TimedRun> Run(
        NotebookSelection selection,
        NotebookRunner runner,
        IProgressView view,
        CancellationToken cancellation
    )
    {
        var notebooks = NotebookPath.ReadAll(selection.Notebooks);
        return view.Show(
            notebooks,
            listener => notebooks.Select(n => Run(n, runner, listener, cancellation)).ToImmutableArray()
        );
    }

    private static TimedRun Run(
        Notebook notebook,
        NotebookRunner runner,
        IProgressListener listener,
        CancellationToken cancellation
    )
    {
        cancellation.ThrowIfCancellationRequested();
        var clock = Stopwatch.StartNew();
        var run = new TimedRun(runner.Run(notebook, listener.Started, cancellation), clock.Elapsed);
        listener.Done(run);
        return run;
    }
}
