using System.Collections.Immutable;
using ClusterResearch.Findings;

namespace ClusterResearch.Notebooks.Documents;

/// <summary>Brings a notebook into the form that is committed: no outputs, no counts, canonical JSON.</summary>
public static class NotebookCleaner
{
    /// <summary>The notebook without outputs and execution counts; cells without an id get one from their place.</summary>
    public static Notebook Clean(Notebook notebook)
    {
        ArgumentNullException.ThrowIfNull(notebook);
        var taken = notebook.Cells.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        return notebook with { Cells = [.. notebook.Cells.Select((cell, i) => Clean(cell, i + 1, taken))] };
    }

    /// <summary>Cleans a file in place.</summary>
    /// <param name="path">Where the file lies.</param>
    /// <param name="name">How findings name it.</param>
    /// <param name="write">False only tells what would happen.</param>
    /// <returns>What changed.</returns>
    /// <exception cref="FindingsException">The file is missing or has faults that cleaning does not mend.</exception>
    public static CleanResult CleanFile(string path, string name, bool write)
    {
        var (draft, findings) = NotebookFile.Draft(path, name);
        var fatal = findings.Where(f => !NotebookFindings.IsMendedByClean(f)).ToImmutableArray();
        if (draft is null || fatal.Length > 0)
        {
            throw new FindingsException(fatal);
        }
        var clean = Clean(draft);
        var changed = !NotebookFile.ToBytes(clean).AsSpan().SequenceEqual(File.ReadAllBytes(path));
        if (changed && write)
        {
            NotebookFile.Write(clean, path);
        }
        return new CleanResult(
            name,
            changed,
            draft.Cells.Count(c => c.Outputs.Length > 0 || c.ExecutionCount is not null),
            findings
        );
    }

    private static Cell Clean(Cell cell, int number, HashSet<string> taken) =>
        cell with
        {
            Outputs = [],
            ExecutionCount = null,
            Id = cell.Id.Length > 0 ? cell.Id : FreeId(number, taken),
        };

    private static string FreeId(int number, HashSet<string> taken)
    {
        var id = string.Create(Invariant, $"cell-{number}");
        while (!taken.Add(id))
        {
            id += "-b";
        }
        return id;
    }
}

/// <summary>What cleaning one notebook did.</summary>
/// <param name="File">The notebook.</param>
/// <param name="Changed">Whether the file is not, or was not, in its clean form.</param>
/// <param name="CellsWithOutputs">How many cells had outputs or counts.</param>
/// <param name="Mended">Faults that writing the notebook anew removes.</param>
public sealed record CleanResult(
    string File,
    bool Changed,
    int CellsWithOutputs,
    ImmutableArray<Finding> Mended
);
