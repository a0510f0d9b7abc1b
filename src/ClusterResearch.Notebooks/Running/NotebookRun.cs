using System.Collections.Immutable;
using ClusterResearch.Notebooks.Documents;
using ClusterResearch.Notebooks.Session;

namespace ClusterResearch.Notebooks.Running;

/// <summary>How to run a notebook.</summary>
public sealed record RunOptions
{
    /// <summary>When to stop a cell. <value>Default: ten minutes.</value></summary>
    public TimeSpan CellTimeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Values for variables, by name; see <see cref="NotebookParameters"/>. <value>Default: none.</value></summary>
    public ImmutableSortedDictionary<string, string> Parameters { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
}

/// <summary>How far a run has come.</summary>
/// <param name="Notebook">The notebook.</param>
/// <param name="Cell">The code cell that starts now, from 1.</param>
/// <param name="Count">How many code cells there are.</param>
public sealed record CellProgress(Notebook Notebook, int Cell, int Count);

/// <summary>A notebook that was run.</summary>
/// <param name="Notebook">The notebook with its outputs.</param>
/// <param name="Files">The data files that were read, by name.</param>
/// <param name="Failure">Why a cell failed, or null; cells after it did not run.</param>
/// <param name="IsCached">Whether the outputs come from an earlier run of the same cells on the same data.</param>
public sealed record NotebookRun(
    Notebook Notebook,
    ImmutableArray<DataFile> Files,
    NotebookFailure? Failure,
    bool IsCached
);

/// <summary>A data file that a notebook read.</summary>
/// <param name="File">Its name within the project with forward slashes, or its absolute path where it lies outside.</param>
/// <param name="Sha256">SHA-256 of its content, 64 lower-case hexadecimal digits.</param>
public sealed record DataFile(string File, string Sha256);

/// <summary>Where and why a notebook failed.</summary>
/// <param name="File">The notebook.</param>
/// <param name="Cell">The code cell from 1; 0 for the cell made from parameters.</param>
/// <param name="Cause">What failed there.</param>
public sealed record NotebookFailure(string File, int Cell, CellFailure Cause)
{
    /// <summary>Notebook, cell and line, then what stands there and what went wrong.</summary>
    public override string ToString() =>
        string.Create(
            Invariant,
            $"{File}, code cell {Cell}{(Cause.Line > 0 ? $", line {Cause.Line}" : "")}: {Cause.Name}\n"
        ) + string.Join("\n", Cause.Traceback.SelectMany(l => l.Split('\n')).Select(l => $"  {l}"));
}
