using System.Diagnostics;
using System.Runtime.ExceptionServices;

namespace ClusterResearch.Notebooks.Session;

/// <summary>Why work ended.</summary>
internal enum StopReason
{
    /// <summary>By itself.</summary>
    None,

    /// <summary>Its time was over.</summary>
    Timeout,

    /// <summary>The caller cancelled.</summary>
    Cancelled,
}

/// <summary>Runs work on a thread of its own, asks it to stop, wakes it up, and if all fails leaves it behind.</summary>
internal sealed class StoppableThread : IDisposable
{
    private const int PollMilliseconds = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>The same on all systems: how deep a recursion goes must not depend on the machine.</summary>
    private const int StackBytes = 16 * 1024 * 1024;

    private readonly CancellationTokenSource stop = new();
    private volatile bool canBeWoken;

    /// <summary>Tells the work to stop.</summary>
    public CancellationToken Stop => stop.Token;

    /// <summary>Whether the work went on when it was asked to stop; its thread then ends with the process.</summary>
    public bool WasLeftBehind { get; private set; }

    /// <summary>Marks the part of the work that may be woken from sleeping and waiting.</summary>
    public T Wakeable<T>(Func<T> part)
    {
        canBeWoken = true;
        try
        {
            return part();
        }
        finally
        {
            canBeWoken = false;
        }
    }

    /// <summary>Runs the work until it ends, the time is over or the caller cancels.</summary>
    /// <returns>Why it was stopped, or <see cref="StopReason.None"/>.</returns>
    public StopReason Run(string name, Action work, TimeSpan timeout, CancellationToken cancellation)
    {
        ExceptionDispatchInfo? fault = null;
        var thread = new Thread(() => fault = Guard(work), StackBytes) { IsBackground = true, Name = name };
        var clock = Stopwatch.StartNew();
        thread.Start();
        while (!thread.Join(PollMilliseconds))
        {
            var reason =
                cancellation.IsCancellationRequested ? StopReason.Cancelled
                : clock.Elapsed > timeout ? StopReason.Timeout
                : StopReason.None;
            if (reason != StopReason.None)
            {
                WasLeftBehind = !Ends(thread);
                return reason;
            }
        }
        fault?.Throw();
        return StopReason.None;
    }

    /// <summary>Frees the signal; a thread left behind may still read it.</summary>
    public void Dispose() => stop.Dispose();

    private ExceptionDispatchInfo? Guard(Action work)
    {
        try
        {
            work();
        }
        catch (Exception e)
            when (stop.IsCancellationRequested
                && e is OperationCanceledException or ThreadInterruptedException
            )
        {
            // Stopped: the caller knows why.
        }
#pragma warning disable CA1031 // An exception that left a thread would end the process; it goes to the caller instead.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return ExceptionDispatchInfo.Capture(e);
        }
        return null;
    }

    private bool Ends(Thread thread)
    {
        CellStop.Begin();
        try
        {
            stop.Cancel();
            for (var clock = Stopwatch.StartNew(); clock.Elapsed < Patience; )
            {
                if (thread.Join(PollMilliseconds))
                {
                    return true;
                }
                if (canBeWoken && thread.ThreadState.HasFlag(System.Threading.ThreadState.WaitSleepJoin))
                {
                    thread.Interrupt();
                }
            }
            return false;
        }
        finally
        {
            CellStop.End();
        }
    }
}
