using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace ClusterResearch.Notebooks.Documents;

/// <summary>A Jupyter notebook (nbformat 4.5) as an immutable value.</summary>
/// <param name="Id">The file name without extension, e.g. <c>05-3-scores</c>; the part before the second hyphen names the chapter.</param>
/// <param name="File">The file as findings name it, with forward slashes, relative to the project, e.g. <c>notebooks/05-3-scores.ipynb</c>.</param>
/// <param name="Cells">The cells from top to bottom.</param>
public sealed record Notebook(string Id, string File, ImmutableArray<Cell> Cells)
{
    /// <summary>Metadata beyond kernel and language, as JSON text; kept so that writing a notebook loses nothing.</summary>
    public string Metadata { get; init; } = "{}";

    /// <summary>The first level-one heading of the prose, or <see cref="Id"/> where there is none.</summary>
    public string Title =>
        Cells
            .Where(c => c.Kind == CellKind.Markdown)
            .SelectMany(c => c.Source.Split('\n'))
            .FirstOrDefault(l => l.StartsWith("# ", StringComparison.Ordinal))
            ?[2..].Trim()
        ?? Id;
}

/// <summary>What a cell holds.</summary>
public enum CellKind
{
    /// <summary>Prose in Markdown.</summary>
    Markdown,

    /// <summary>C# code.</summary>
    Code,
}

/// <summary>One cell of a notebook.</summary>
/// <param name="Id">The cell's id, unique in the notebook.</param>
/// <param name="Kind">Prose or code.</param>
/// <param name="Source">The text with line feeds.</param>
public sealed record Cell(string Id, CellKind Kind, string Source)
{
    /// <summary>What execution gave, in order. <value>Default: nothing.</value></summary>
    public ImmutableArray<CellOutput> Outputs { get; init; } = [];

    /// <summary>The number of the execution, counted over code cells from 1; null where the cell did not run.</summary>
    public int? ExecutionCount { get; init; }

    /// <summary>The cell's metadata (tags and the like) as JSON text.</summary>
    public string Metadata { get; init; } = "{}";

    /// <summary>Pictures pasted into prose, as JSON text; null where there are none.</summary>
    public string? Attachments { get; init; }
}

/// <summary>One output of a code cell.</summary>
[JsonDerivedType(typeof(Display), "display")]
[JsonDerivedType(typeof(Text), "text")]
[JsonDerivedType(typeof(Failure), "failure")]
public abstract record CellOutput
{
    private protected CellOutput() { }

    /// <summary>A displayed value: MIME type to content; JSON types hold JSON text.</summary>
    /// <param name="Data">The representations.</param>
    /// <param name="IsResult">Whether it is the value of the cell's last expression.</param>
    public sealed record Display(ImmutableSortedDictionary<string, string> Data, bool IsResult) : CellOutput;

    /// <summary>Text written to the console.</summary>
    /// <param name="Name"><c>stdout</c> or <c>stderr</c>.</param>
    /// <param name="Content">The text.</param>
    public sealed record Text(string Name, string Content) : CellOutput;

    /// <summary>The cell failed.</summary>
    /// <param name="Name">The exception's type, or <c>CompilationError</c>.</param>
    /// <param name="Message">What it says.</param>
    /// <param name="Traceback">The failing code line first, then the stack within the cells.</param>
    public sealed record Failure(string Name, string Message, ImmutableArray<string> Traceback) : CellOutput;
}
