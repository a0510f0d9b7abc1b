using System.Collections.Immutable;
using ClusterResearch.Findings;
using ClusterResearch.Notebooks.Running;

namespace ClusterResearch.Cli.Verbs;

/// <summary>The notebooks a command means.</summary>
/// <param name="Workspace">The project they belong to.</param>
/// <param name="Notebooks">Where they lie, in the order of their ids; files in the order given.</param>
internal sealed record NotebookSelection(Workspace Workspace, ImmutableArray<NotebookPath> Notebooks)
{
    /// <summary>Finds the notebooks; no words mean all of the project.</summary>
    /// <param name="folder">The folder in which the command was given.</param>
    /// <param name="words">Ids, beginnings of ids, or files that end in <c>.ipynb</c>.</param>
    public static NotebookSelection Of(string folder, IReadOnlyCollection<string> words)
    {
        var files = words.Where(IsFile).Select(w => Path.GetFullPath(Path.Combine(folder, w))).ToArray();
        var workspace = Find(folder, mayBeNone: words.Count > 0 && files.Length == words.Count);
        var named = files.Select(workspace.NotebookPathOf);
        if (files.Length < words.Count || words.Count == 0)
        {
            var all = workspace.Notebooks();
            named = (words.Count == 0 ? all : Matching(all, [.. words.Where(w => !IsFile(w))])).Concat(named);
        }
        var notebooks = named.DistinctBy(n => n.Path, StringComparer.Ordinal).ToImmutableArray();
        return notebooks.Length > 0
            ? new NotebookSelection(workspace, notebooks)
            : throw new UsageException(
                $"There are no notebooks in {Path.Combine(workspace.Root, "notebooks")}."
            );
    }

    private static bool IsFile(string word) => word.EndsWith(".ipynb", StringComparison.OrdinalIgnoreCase);

    /// <summary>The project around the folder; a notebook named by its file needs none.</summary>
    private static Workspace Find(string folder, bool mayBeNone)
    {
        try
        {
            return Workspace.Find(folder);
        }
        catch (FindingsException) when (mayBeNone)
        {
            return new Workspace(Path.GetFullPath(folder));
        }
    }

    private static IEnumerable<NotebookPath> Matching(ImmutableArray<NotebookPath> all, string[] words)
    {
        var unknown = words
            .Where(w => NotebookPath.Matching(all, w).Length == 0)
            .Select(w => $"'{w}'")
            .ToArray();
        if (unknown.Length > 0)
        {
            throw new UsageException(
                $"There is no notebook {string.Join(" or ", unknown)}. The notebooks are:\n"
                    + string.Join("\n", all.Select(n => "  " + n.Id))
            );
        }
        var meant = words.SelectMany(w => NotebookPath.Matching(all, w)).ToHashSet();
        return all.Where(meant.Contains);
    }
}
