namespace ClusterResearch.Notebooks.Session;

/// <summary>The running cell; follows the code into tasks and threads it starts.</summary>
internal sealed class CellScope(ICellSink sink, CancellationToken stop)
{
    private static readonly AsyncLocal<CellScope?> OfThread = new();

    /// <summary>The cell that the code on this thread belongs to; null outside cells.</summary>
    public static CellScope? Current => OfThread.Value;

    /// <summary>Takes what the cell shows; null once it was stopped, for what still runs then is no longer heard.</summary>
    public ICellSink? Sink => stop.IsCancellationRequested ? null : sink;

    /// <summary>Makes this thread, and what it starts, belong to the cell.</summary>
    public void Enter() => OfThread.Value = this;
}
