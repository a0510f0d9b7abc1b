using System.ComponentModel;

namespace ClusterResearch.Notebooks.Session;

/// <summary>Where the loops of cells ask whether to go on; <see cref="LoopGuard"/> writes the question into them.</summary>
/// <remarks>
/// One session runs at a time in a process, so one flag does. The question is a field and a throw, not a call: around
/// a call the compiler keeps numbers in memory, which made tight loops four times slower.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CellStop
{
    /// <summary>Above zero while a cell is being stopped.</summary>
#pragma warning disable CA2211, MA0069 // See the remarks.
    public static volatile int Stopping;
#pragma warning restore CA2211, MA0069

    /// <summary>What a loop throws that is being stopped.</summary>
    public static Exception Stopped() => new OperationCanceledException();

    /// <summary>Stops loops from now on.</summary>
    internal static void Begin() => Interlocked.Increment(ref Stopping);

    /// <summary>Lets loops run again.</summary>
    internal static void End() => Interlocked.Decrement(ref Stopping);
}
