using System.Collections.Immutable;
using ClusterResearch.Cli.Verbs;
using ClusterResearch.Notebooks.Documents;
using ClusterResearch.Notebooks.Running;

namespace ClusterResearch.Cli.Progress;

/// <summary>One line per notebook when it is done.</summary>
internal sealed class LineView(TextWriter output) : IProgressView, IProgressListener
{
    private int width;

    public T Show<T>(ImmutableArray<Notebook> notebooks, Func<IProgressListener, T> batch)
    {
        width = notebooks.Select(n => n.Id.Length).DefaultIfEmpty().Max();
        return batch(this);
    }

    public void Started(CellProgress cell) { }

    public void Done(TimedRun run) => output.WriteLine(Line(run, width));

    /// <summary>The notebook, how many cells, and how long or why not.</summary>
    internal static string Line(TimedRun timed, int width)
    {
        var run = timed.Run;
        var cells = run.Notebook.Cells.Count(c => c.Kind == CellKind.Code);
        var end = run.IsCached ? "cached" : string.Create(Invariant, $"{timed.Time.TotalSeconds:F1} s");
        var what = run.Failure is { } failure
            ? string.Create(Invariant, $"failed in cell {failure.Cell} of {cells}")
            : string.Create(Invariant, $"{cells} cell{(cells == 1 ? "" : "s")}");
        return $"{run.Notebook.Id.PadRight(width)}  {what}  {end}";
    }
}
