using System.Collections.Immutable;
using ClusterResearch.Cli.Verbs;
using ClusterResearch.Notebooks.Documents;
using ClusterResearch.Notebooks.Running;

namespace ClusterResearch.Cli.Progress;

/// <summary>Shows how a batch of notebooks comes along.</summary>
internal interface IProgressView
{
    /// <summary>Runs the batch and shows it meanwhile.</summary>
    T Show<T>(ImmutableArray<Notebook> notebooks, Func<IProgressListener, T> batch);
}

/// <summary>Hears what happens in a batch.</summary>
internal interface IProgressListener
{
    /// <summary>A cell starts.</summary>
    void Started(CellProgress cell);

    /// <summary>A notebook ended, well or not.</summary>
    void Done(TimedRun run);
}

/// <summary>Chooses the view.</summary>
internal static class ProgressView
{
    /// <summary>Bars for a person, lines for a file or pipe, nothing where only the result counts.</summary>
    public static IProgressView For(Terminal terminal, bool isQuiet) =>
        isQuiet ? new LineView(TextWriter.Null)
        : terminal.IsInteractive ? new BarView(terminal.Out)
        : new LineView(terminal.Out);
}
