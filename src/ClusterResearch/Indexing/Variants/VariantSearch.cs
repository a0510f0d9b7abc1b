using System.Collections.Immutable;
using ClusterResearch.Rendering;
using ClusterResearch.Tables;

namespace ClusterResearch.Indexing.Variants;

/// <summary>What a search among variants found for a printed table.</summary>
[TypeFormatterSource(typeof(RichFormatterSource), PreferredMimeTypes = [MimeType.Html, MimeType.Text])]
public sealed class VariantSearch : IRichOutput
{
    private readonly string what;
    private readonly ImmutableArray<string> notes;

    internal VariantSearch(string what, int tried, int impossible, ImmutableArray<VariantMatch> matches, ImmutableArray<string> notes) =>
        (this.what, Tried, Impossible, Matches, this.notes) = (what, tried, impossible, matches, notes);

    /// <summary>How many variants were computed.</summary>
    public int Tried { get; }

    /// <summary>How many more the data do not allow, e.g. logarithms of negative figures.</summary>
    public int Impossible { get; }

    /// <summary>The variants, those with identical numbers together, nearest first.</summary>
    public ImmutableArray<VariantMatch> Matches { get; }

    /// <summary>Those that give every printed number.</summary>
    public ImmutableArray<VariantMatch> Exact => [.. Matches.TakeWhile(m => m.IsExact)];

    /// <summary>The answer in one sentence.</summary>
    public Reading Answer =>
        Matches is [] ? Reading.Of($"None of the variants can be computed on these data.")
        : !Matches[0].IsExact ? Reading.Of($"No variant gives the printed {what}. Nearest is “{Matches[0].Variant}”: {Matches[0].Outside.Length} of {Matches[0].Computed.Length} numbers do not agree, the farthest by {Matches[0].Largest:F1} units of its last digit.")
        : Exact.Length == 1 ? Reading.Of($"The printed {what} are those of “{Matches[0].Variant}”{Warning(Matches[0].Variant)}.")
        : Reading.Of($"{Exact.Length} groups of variants give every printed number, so the printed decimals do not tell them apart; first “{Matches[0].Variant}”{Warning(Matches[0].Variant)}.");

    /// <summary>The nearest variants: verdict, distance, choices, what is wrong with them.</summary>
    /// <param name="rows">How many groups of variants to show.</param>
    public Table ToTable(int rows = 8)
    {
        var shown = Matches.Take(rows).ToArray();
        return new($"Which variant gives the printed {what}?",
            [
                Column.Text("verdict", "Verdict"), Column.Number("distance", "Farthest number, units of the last digit", 2), Column.Number("outside", "Numbers that do not agree", 0),
                Column.Text("variant", "Variant"), Column.Number("same", "Variants with the same numbers", 0), Column.Text("trouble", "What is wrong with it"),
            ],
            shown.Select((m, i) => (object?[])
            [
                m.IsExact ? "exact" : "near", m.Largest, m.Outside.Length,
                i == 0 ? m.Variant.ToString() : string.Join("; ", m.Variant.DiffersFrom(Matches[0].Variant)), m.Variants.Length, m.Variant.Trouble ?? "nothing known",
            ]),
            [
                string.Create(Invariant, $"{Tried} variants computed, {Matches.Length} different results; {Impossible} more are not possible on these data."),
                "From the second row on, the variant is given by what it has instead of the first. A number agrees if it would be printed like the given one.",
                .. notes,
            ]);
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> MimeTypes => ToTable().MimeTypes;

    /// <inheritdoc/>
    public string Render(string mimeType) => ToTable().Render(mimeType);

    private static string Warning(Variant variant) => variant.IsSound ? "" : $", which is unsound: {variant.Trouble}";
}
