using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ClusterResearch.Notebooks.Kernel;

/// <summary>Notices when the program that started the kernel is gone, so that no kernel is left behind.</summary>
internal sealed class ParentWatch : IDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    private readonly Timer? timer;

    /// <summary>Watches from now on.</summary>
    /// <param name="gone">Called when the parent is gone.</param>
    public ParentWatch(Action gone)
    {
        if (IsAlive() is { } isAlive)
        {
            timer = new Timer(_ => Check(isAlive, gone), null, Period, Period);
        }
    }

    public void Dispose() => timer?.Dispose();

    private static void Check(Func<bool> isAlive, Action gone)
    {
        if (!isAlive())
        {
            gone();
        }
    }

    /// <summary>How to ask for the parent; null where there is none to watch.</summary>
    private static Func<bool>? IsAlive()
    {
        // Jupyter names the process that started the kernel: its id, on Windows a handle of it.
        _ = long.TryParse(Environment.GetEnvironmentVariable("JPY_PARENT_PID"), Invariant, out var named);
        if (OperatingSystem.IsWindows())
        {
            return named == 0 ? null : () => WaitForSingleObject((nint)named, 0) == Waiting;
        }
        var parent = ParentOfThis();
        // A process whose parent dies gets another one at once.
        return parent > 1 ? () => ParentOfThis() == parent : named > 1 ? () => Lives((int)named) : null;
    }

    private static bool Lives(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            return !found.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private const uint Waiting = 0x102;

    // Not LibraryImport: its generated code would be the only unsafe code of the project.
    [DllImport("libc", EntryPoint = "getppid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int ParentOfThis();

    [DllImport("kernel32")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern uint WaitForSingleObject(nint handle, uint milliseconds);
}
