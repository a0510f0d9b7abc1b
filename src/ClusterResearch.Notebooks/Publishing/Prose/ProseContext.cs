using System.Collections.Frozen;
using ClusterResearch.Findings;

namespace ClusterResearch.Notebooks.Publishing.Prose;

/// <summary>A heading of a page.</summary>
/// <param name="Level">1 for the title, 2 for a section, and so on.</param>
/// <param name="Id">Its anchor.</param>
/// <param name="Text">Its words without markup.</param>
internal sealed record Heading(int Level, string Id, string Text);

/// <summary>The words under one heading, for the search.</summary>
/// <param name="Anchor">Where they stand; empty before the first heading.</param>
/// <param name="Heading">The heading.</param>
/// <param name="Words">The words, in order.</param>
internal sealed record Section(string Anchor, string Heading, List<string> Words);

/// <summary>What the prose cells of one page share: anchors, footnote numbers, the links that work, the findings.</summary>
/// <param name="notebooks">The ids of the notebooks of the site.</param>
internal sealed class ProseContext(FrozenSet<string> notebooks)
{
    private readonly HashSet<string> anchors = new(StringComparer.Ordinal);

    public List<Finding> Findings { get; } = [];

    public List<Heading> Headings { get; } = [];

    /// <summary>The words of the page by section; the first section is what stands before any heading.</summary>
    public List<Section> Sections { get; } = [new("", "", [])];

    /// <summary>The first paragraph of the page.</summary>
    public string? Lead { get; private set; }

    /// <summary>How many footnotes the cells before had: numbers go on through the page.</summary>
    public int Footnotes { get; set; }

    public bool IsPublished(string notebook) => notebooks.Contains(notebook);

    public void AddHeading(Heading heading)
    {
        Headings.Add(heading);
        Sections.Add(new(heading.Id, heading.Text, []));
    }

    public void AddWords(string words, bool paragraph)
    {
        Sections[^1].Words.Add(words);
        Lead ??= paragraph ? words : null;
    }

    /// <summary>An anchor that no other place of the page has.</summary>
    public string Anchor(string wanted)
    {
        var anchor = wanted.Length == 0 ? "section" : wanted;
        for (var n = 2; !anchors.Add(anchor); n++)
        {
            anchor = string.Create(Invariant, $"{wanted}-{n}");
        }
        return anchor;
    }
}
