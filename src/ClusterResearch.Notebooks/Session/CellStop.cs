using System.ComponentModel;

namespace ClusterResearch.Notebooks.Session;

/// <summary>Where the loops of cells ask whether to go on; <see cref="LoopGuard"/> writes the question into them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CellStop
{
    private static int stopping;

    /// <summary>Ends the loop if its cell is being stopped; one read of a field if not.</summary>
    /// <exception cref="OperationCanceledException">The cell was stopped.</exception>
    public static void Check()
    {
        if (Volatile.Read(ref stopping) > 0)
        {
            CellScope.Current?.ThrowIfStopped();
        }
    }

    /// <summary>Makes loops look closer from now on.</summary>
    internal static void Begin() => Interlocked.Increment(ref stopping);

    /// <summary>Lets loops run at full speed again.</summary>
    internal static void End() => Interlocked.Decrement(ref stopping);
}
