using System.Collections.Immutable;
using ClusterResearch.Findings;
using ClusterResearch.Notebooks.Documents;

namespace ClusterResearch.Notebooks.Running;

/// <summary>A project folder: it holds <c>notebooks/</c> and <c>data/</c>.</summary>
/// <param name="Root">The folder, absolute.</param>
public sealed record Workspace(string Root)
{
    private static readonly FindingCode NoProject = new("CR4010", "no-project");

    /// <summary>Where executed cells are kept; not under version control.</summary>
    public string CacheFolder => Path.Combine(Root, "artifacts", "notebook-cache");

    /// <summary>Finds the project around a folder by walking up from it.</summary>
    /// <exception cref="FindingsException">There is no project around the folder.</exception>
    public static Workspace Find(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            if (
                Directory.Exists(Path.Combine(at.FullName, "notebooks"))
                && Directory.Exists(Path.Combine(at.FullName, "data"))
            )
            {
                return new Workspace(at.FullName);
            }
        }
        throw new FindingsException([
            new Finding(
                NoProject,
                Slashes(folder),
                0,
                0,
                "no folder notebooks/ beside a folder data/, here or above",
                "a folder inside the project",
                "Change into the project's folder (cd) and try again."
            ),
        ]);
    }

    /// <summary>The notebooks in the order of their ids, with the path of each and its name within the project.</summary>
    public ImmutableArray<NotebookPath> Notebooks() =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(Root, "notebooks"), "*.ipynb", SearchOption.AllDirectories)
                .Where(f => !f.Contains(".ipynb_checkpoints", StringComparison.Ordinal))
                .Select(NotebookPathOf)
                .OrderBy(n => n.Id, StringComparer.Ordinal)
                .ThenBy(n => n.Name, StringComparer.Ordinal),
        ];

    /// <summary>The guides, pages of Markdown in <c>notebooks/guides</c>, in the order of their names.</summary>
    public ImmutableArray<NotebookPath> Guides() =>
        Path.Combine(Root, "notebooks", "guides") is var folder && Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*.md").Select(NotebookPathOf).OrderBy(g => g.Id, StringComparer.Ordinal)]
            : [];

    /// <summary>A notebook anywhere, named as seen from the project where it lies inside.</summary>
    public NotebookPath NotebookPathOf(string path) => new(Path.GetFullPath(path), NameOf(path));

    /// <summary>How a file is named in results: relative to the project where it lies inside, with forward slashes.</summary>
    public string NameOf(string path)
    {
        var relative = Path.GetRelativePath(Root, Path.GetFullPath(path));
        return Slashes(
            relative.StartsWith("..", StringComparison.Ordinal) ? Path.GetFullPath(path) : relative
        );
    }

    private static string Slashes(string path) => path.Replace('\\', '/');
}

/// <summary>Where a notebook lies.</summary>
/// <param name="Path">The file, absolute.</param>
/// <param name="Name">How findings and results name it.</param>
public sealed record NotebookPath(string Path, string Name)
{
    /// <summary>The file name without extension.</summary>
    public string Id => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>The notebooks that any of the words mean: an id, or the beginning of ids up to a hyphen.</summary>
    /// <param name="notebooks">The notebooks there are.</param>
    /// <param name="word">E.g. <c>05-1-data</c>, <c>05-1</c> or <c>05</c>.</param>
    /// <returns>None where the word means no notebook.</returns>
    public static ImmutableArray<NotebookPath> Matching(ImmutableArray<NotebookPath> notebooks, string word)
    {
        Func<NotebookPath, bool>[] readings =
        [
            n => n.Id == word,
            n => n.Id.StartsWith(word + "-", StringComparison.Ordinal),
            n => n.Id.StartsWith(word, StringComparison.Ordinal),
        ];
        return readings
            .Select(r => notebooks.Where(r).ToImmutableArray())
            .FirstOrDefault(m => m.Length > 0, []);
    }

    /// <summary>Reads the notebooks; what is wrong with any of them is reported at once.</summary>
    /// <exception cref="FindingsException">At least one is not a C# notebook.</exception>
    public static ImmutableArray<Notebook> ReadAll(IEnumerable<NotebookPath> notebooks) =>
        NotebookFile.ReadAll(notebooks.Select(n => (n.Path, n.Name)));
}
