namespace ClusterResearch.TestSupport;

/// <summary>The checkout that is tested; compiled into every test project that needs it.</summary>
internal static class ProjectFolder
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = Find();

    /// <summary>Copies notebooks, data and reference cases, all that a report is made of, into another folder.</summary>
    public static void CopyStudyTo(string folder)
    {
        foreach (var name in (string[])["notebooks", "data", "tests/reference"])
        {
            var from = Path.Combine(Root, name);
            foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
            {
                var target = Path.Combine(folder, name, Path.GetRelativePath(from, file));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }
        }
    }

    private static string Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "ClusterResearch.sln")))
            {
                return at.FullName;
            }
        }
        throw new InvalidOperationException("The tests must run from inside the checkout.");
    }
}
