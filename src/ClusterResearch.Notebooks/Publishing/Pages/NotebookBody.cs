using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using ClusterResearch.Findings;
using ClusterResearch.Notebooks.Documents;
using ClusterResearch.Notebooks.Publishing.Code;
using ClusterResearch.Notebooks.Publishing.Outputs;
using ClusterResearch.Notebooks.Publishing.Prose;

namespace ClusterResearch.Notebooks.Publishing.Pages;

/// <summary>A notebook as HTML, with all that other parts of the site say about it.</summary>
internal sealed record NotebookBody
{
    public required PublishedNotebook Source { get; init; }

    /// <summary>What keeps the notebook from being published.</summary>
    public required ImmutableArray<Finding> Findings { get; init; }

    public required Html Markup { get; init; }

    public required ImmutableArray<Heading> Headings { get; init; }

    public required ImmutableArray<Section> Sections { get; init; }

    public required ImmutableArray<Exhibit> Exhibits { get; init; }

    /// <summary>The first paragraph, in words.</summary>
    public required string Lead { get; init; }

    public required bool HasPlots { get; init; }

    public required bool HasCode { get; init; }

    /// <summary>The link that downloads the executed notebook.</summary>
    public required Html Download { get; init; }

    public required IReadOnlyDictionary<string, byte[]> Files { get; init; }

    /// <summary>Whether it is a page of prose only.</summary>
    public bool IsGuide => Source.ExecutedIpynb.Length == 0;

    public string Id => Source.Notebook.Id;

    public string Page => Uri.EscapeDataString(Id) + ".html";

    /// <summary>The title without the chapter number it may begin with.</summary>
    public string Title => IsNumbered ? Source.Notebook.Title[(Chapter.Length + 1)..].Trim() : Source.Notebook.Title;

    /// <summary>Whether the author wrote the chapter number into the title.</summary>
    public bool IsNumbered =>
        Chapter.Length > 0 && Source.Notebook.Title.StartsWith(Chapter + " ", StringComparison.Ordinal);

    /// <summary>Chapter and part, e.g. 05-3 for <c>05-3-scores</c>; empty where the name does not begin so.</summary>
    public string Chapter =>
        Id.Split('-') is [var chapter, var part, ..] && chapter.All(char.IsAsciiDigit) && part.All(char.IsAsciiDigit)
            ? $"{chapter}-{part}"
            : "";

    /// <summary>Renders every cell.</summary>
    public static NotebookBody Render(PublishedNotebook source, FrozenSet<string> published, bool inside)
    {
        var notebook = source.Notebook;
        var prose = new ProseContext(published);
        var exports = new Exports($"downloads/{notebook.Id}", inside);
        var outputs = new OutputHtml(notebook.Id, prose, exports);
        prose.Anchor("main");
        var markup = Html.Join(notebook.Cells.Select((cell, n) => Cell(cell, new(notebook.File, n + 1), prose, outputs)).ToList());
        return new()
        {
            Source = source,
            Findings = [.. prose.Findings],
            Markup = markup,
            Headings = [.. prose.Headings],
            Sections = [.. prose.Sections],
            Exhibits = [.. outputs.Exhibits],
            Lead = prose.Lead ?? "",
            HasPlots = outputs.Plots > 0,
            HasCode = notebook.Cells.Any(c => c.Kind == CellKind.Code),
            Download = source.ExecutedIpynb.Length == 0 ? Html.Empty : exports.Link(
                $"downloads/{notebook.Id}.ipynb", "application/x-ipynb+json", Encoding.UTF8.GetBytes(source.ExecutedIpynb), "Executed notebook", notebook.Title
            ),
            Files = exports.Files,
        };
    }

    private static Html Cell(Cell cell, CellPlace place, ProseContext prose, OutputHtml outputs)
    {
        if (cell.Kind == CellKind.Markdown)
        {
            return Html.Of($"<div class=\"prose\">\n{ProseCell.Render(cell.Source, place, prose)}</div>\n");
        }
        var source = cell.Source.Trim('\n');
        var code = Html.If(
            source.Length > 0,
            () => Html.Of(
                $"<details class=\"code\"><summary>Code</summary><pre><code>{CodeHtml.Render(source)}</code></pre></details>\n"
            )
        );
        return Html.Of($"<div class=\"cell\">\n{code}{outputs.Render(cell, place)}</div>\n");
    }
}
