using System.Collections.Immutable;
using ClusterResearch.Rendering;

namespace ClusterResearch.Indexing;

/// <summary>What a method did, said so that nobody can take it for another of the same name.</summary>
/// <param name="Step">The step it serves: normalisation, weighting, aggregation, missing values.</param>
/// <param name="Name">Its standard name.</param>
/// <param name="Variant">Which of the variants under that name.</param>
/// <param name="Formula">The formula in TeX.</param>
/// <param name="Rules">Zero, negative, missing and tie rules in words.</param>
/// <param name="Source">The paper or book, with page or section.</param>
[TypeFormatterSource(typeof(RichFormatterSource), PreferredMimeTypes = [MimeType.Markdown, MimeType.Text])]
public sealed record MethodCard(string Step, string Name, string Variant, string Formula, string Rules, string Source) : IRichOutput
{
    /// <summary>What the letters of the formula stand for.</summary>
    public string Symbols { get; init; } = "";

    /// <summary>What the method did to this data: cells filled, weights renormalised, indicators dropped; empty on the card of a method that was not applied yet.</summary>
    public ImmutableArray<string> Did { get; init; } = [];

    /// <inheritdoc/>
    public IReadOnlyList<string> MimeTypes => [MimeType.Markdown, MimeType.Text];

    /// <inheritdoc/>
    public string Render(string mimeType) =>
        mimeType switch
        {
            MimeType.Markdown =>
                $"> **{Name}** · {Step}\n>\n> Variant: {Variant}.\n>\n> $${Formula}$$\n>\n"
                + (Symbols.Length > 0 ? $"> {Symbols}.\n>\n" : "")
                + $"> {Rules}\n>\n"
                + string.Concat(Did.Select(d => $"> On this data: {d}\n>\n"))
                + $"> Source: {Source}.",
            MimeType.Text => ToString(),
            _ => throw new ArgumentException($"A method card does not render to {mimeType}.", nameof(mimeType)),
        };

    /// <summary>Equal by content, what it did included.</summary>
    public bool Equals(MethodCard? other) =>
        other is not null && (Step, Name, Variant, Formula, Symbols, Rules, Source) == (other.Step, other.Name, other.Variant, other.Formula, other.Symbols, other.Rules, other.Source) && Did.SequenceEqual(other.Did);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Step, Name, Variant);

    /// <summary>Name and variant, as every output shows them.</summary>
    public override string ToString() => $"{Name} ({Variant})";
}
