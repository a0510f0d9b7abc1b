using System.Collections.Immutable;
using ClusterResearch.Findings;

namespace ClusterResearch.Notebooks.Publishing.Folders;

/// <summary>Replaces a report as a whole: at every moment the folder holds the former report or the new one.</summary>
/// <remarks>
/// The new report is written into a sibling folder, because only within one file system is a rename one step. Where
/// two folders cannot swap names in one step the former report is moved aside first; a run that was ended between the two
/// renames is repaired by the next one.
/// </remarks>
internal static class ReportFolder
{
    /// <summary>Lists the files of the report; its presence is what makes a folder a report.</summary>
    public const string Marker = ".cluster-report";

    /// <summary>Files that file managers leave behind.</summary>
    private static readonly string[] Droppings = [".DS_Store", "Thumbs.db", "desktop.ini"];

    /// <summary>Writes the files and moves them into place.</summary>
    /// <param name="folder">The folder of the report.</param>
    /// <param name="files">The files by path relative to the folder, with forward slashes.</param>
    /// <param name="swap">How two folders swap names. <value>Default: in one step where the system can.</value></param>
    /// <exception cref="FindingsException">The folder holds files of others, or another program holds it.</exception>
    public static void Replace(
        string folder,
        ImmutableSortedDictionary<string, byte[]> files,
        Func<string, string, bool>? swap = null
    )
    {
        var target = Target(folder);
        var (parent, name) = (Path.GetDirectoryName(target)!, Path.GetFileName(target));
        try
        {
            Directory.CreateDirectory(parent);
            using var hold = new FileStream(
                Path.Combine(parent, $".{name}.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose
            );
            Replace(folder, target, new(Path.Combine(parent, $".{name}.new"), Path.Combine(parent, $".{name}.old")), files, swap ?? AtomicExchange.TrySwap);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new FindingsException([PublishingFindings.InUse(folder, fault.Message)]);
        }
    }

    /// <summary>Refuses a folder whose files would be lost.</summary>
    public static void Check(string folder)
    {
        try
        {
            CheckOwn(folder, Target(folder));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new FindingsException([PublishingFindings.InUse(folder, fault.Message)]);
        }
    }

    /// <summary>The folder itself, where it is given as a link.</summary>
    private static string Target(string folder)
    {
        var target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (Directory.Exists(target))
        {
            target = Directory.ResolveLinkTarget(target, returnFinalTarget: true)?.FullName ?? target;
        }
        return Path.GetDirectoryName(target) is null || File.Exists(target)
            ? throw new FindingsException([PublishingFindings.Foreign(folder)])
            : target;
    }

    private sealed record Siblings(string New, string Old);

    private static void Replace(
        string folder,
        string target,
        Siblings siblings,
        ImmutableSortedDictionary<string, byte[]> files,
        Func<string, string, bool> swap
    )
    {
        Recover(target, siblings);
        CheckOwn(folder, target);
        Write(siblings.New, files);
        if (!Directory.Exists(target))
        {
            Directory.Move(siblings.New, target);
        }
        else if (swap(siblings.New, target))
        {
            Discard(siblings.New);
        }
        else
        {
            RenameTwice(target, siblings);
        }
    }

    private static void RenameTwice(string target, Siblings siblings)
    {
        Directory.Move(target, siblings.Old);
        try
        {
            Directory.Move(siblings.New, target);
        }
        catch (IOException)
        {
            Directory.Move(siblings.Old, target);
            throw;
        }
        Discard(siblings.Old);
    }

    /// <summary>Deletes the former report. The new one is in place: if another program holds a file, the next run deletes it.</summary>
    private static void Discard(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
    }

    /// <summary>Repairs what a run that was ended left behind: the report first, then the remains.</summary>
    private static void Recover(string target, Siblings siblings)
    {
        if (Directory.Exists(siblings.Old) && !Directory.Exists(target))
        {
            Directory.Move(siblings.Old, target);
        }
        foreach (var remains in new[] { siblings.Old, siblings.New }.Where(Directory.Exists))
        {
            Directory.Delete(remains, recursive: true);
        }
    }

    /// <summary>Refuses a folder with anything in it that would be lost.</summary>
    private static void CheckOwn(string folder, string target)
    {
        if (!Directory.Exists(target) || !Directory.EnumerateFileSystemEntries(target).Any())
        {
            return;
        }
        var marker = Path.Combine(target, Marker);
        if (!File.Exists(marker))
        {
            throw new FindingsException([PublishingFindings.Foreign(folder)]);
        }
        var own = File.ReadLines(marker).ToHashSet(StringComparer.Ordinal);
        var foreign = Directory
            .EnumerateFiles(target, "*", SearchOption.AllDirectories)
            .Where(file => !Droppings.Contains(Path.GetFileName(file)))
            .Select(file => Path.GetRelativePath(target, file).Replace('\\', '/'))
            .Where(file => file != Marker && !own.Contains(file))
            .Order(StringComparer.Ordinal)
            .Select(file => PublishingFindings.ForeignIn(folder, file))
            .ToList();
        if (foreign.Count > 0)
        {
            throw new FindingsException(foreign);
        }
    }

    private static void Write(string folder, ImmutableSortedDictionary<string, byte[]> files)
    {
        foreach (var (path, content) in files)
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, content);
        }
        File.WriteAllText(Path.Combine(folder, Marker), string.Concat(files.Keys.Select(path => path + "\n")));
    }
}
