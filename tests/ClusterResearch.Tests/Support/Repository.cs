using ClusterResearch.TestSupport;

namespace ClusterResearch.Tests.Support;

/// <summary>Where the checkout lies, and what lies beside it.</summary>
internal static class Repository
{
    public static string Root => ProjectFolder.Root;

    /// <summary>A folder beside the checkout or beside a folder above it; null where there is none.</summary>
    public static string? Beside(string path) =>
        Above(Path.GetDirectoryName(Root)!, d => Directory.Exists(Path.Combine(d, path))) is { } above ? Path.Combine(above, path) : null;

    /// <summary>The source files under a folder of the checkout, without what builds leave behind.</summary>
    public static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/'))
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static string? Above(string from, Predicate<string> holds)
    {
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
        {
            if (holds(folder.FullName))
            {
                return folder.FullName;
            }
        }
        return null;
    }
}
