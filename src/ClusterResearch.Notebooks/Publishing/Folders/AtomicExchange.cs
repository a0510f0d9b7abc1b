using System.Runtime.InteropServices;
using System.Text;

namespace ClusterResearch.Notebooks.Publishing.Folders;

/// <summary>Lets two folders swap their names in one step of the file system.</summary>
/// <remarks>Linux offers it since 3.15 on all usual file systems; elsewhere the caller renames twice.</remarks>
internal static class AtomicExchange
{
    private const int WorkingFolder = -100;
    private const uint Exchange = 2;

    /// <summary>Whether the two folders have swapped names; false means that nothing was changed.</summary>
    public static bool TrySwap(string one, string other)
    {
        if (!OperatingSystem.IsLinux())
        {
            return false;
        }
        try
        {
            return RenameAt2(WorkingFolder, Bytes(one), WorkingFolder, Bytes(other), Exchange) == 0;
        }
        catch (EntryPointNotFoundException)
        {
            return false;
        }
    }

    /// <summary>A path as C reads it.</summary>
    private static byte[] Bytes(string path) => Encoding.UTF8.GetBytes(path + "\0");

    // Not LibraryImport: its generated code would be the only unsafe code of the project.
    [DllImport("libc", EntryPoint = "renameat2", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int RenameAt2(
        int fromFolder,
        byte[] from,
        int toFolder,
        byte[] to,
        uint flags
    );
}
