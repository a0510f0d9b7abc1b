using System.Collections.Immutable;
using ClusterResearch.Findings;
using ClusterResearch.Rendering;
using ClusterResearch.Tables;

namespace ClusterResearch.Indexing.Auditing;

/// <summary>Looks through an index for what is known to mislead, and says what each finding does to the ranking.</summary>
/// <remarks>
/// <para>Looked for: a shift that evens out entropy weights; given weights that are those of an unsound recipe; scales of single years compared over
/// years; an indicator that runs against its siblings, as a cost entered as a benefit does; indicators nearly constant
/// (<see cref="NearlyConstant"/>) or nearly collinear inside a dimension (<see cref="NearlyCollinear"/>); negative weights of principal
/// components; inconsistent comparisons; scores that tie once they are rounded for print.</para>
/// <para>Each finding stands beside the same index without it: places that move in the last year, Spearman's ρ. Nothing is changed; a
/// caution is no refusal, for there can be good reasons.</para>
/// <para>Missing cells: correlations and shares are over the city-years that have values.</para>
/// <para><b>Source</b> OECD/JRC, Handbook on Constructing Composite Indicators (2008), steps “multivariate analysis” and “robustness and sensitivity”.</para>
/// <para><b>Verification</b> each mistake made on purpose on a small study: tests/ClusterResearch.Tests/Indexing/Auditing/IndexAuditTests.cs.</para>
/// </remarks>
/// <example><code>
/// IndexAudit.Of(index)
/// </code></example>
[TypeFormatterSource(typeof(RichFormatterSource), PreferredMimeTypes = [MimeType.Html, MimeType.Text])]
public sealed class IndexAudit : IRichOutput
{
    /// <summary>The share of city-years with one and the same value from which on an indicator is called nearly constant.</summary>
    public const double NearlyConstant = 0.9;

    /// <summary>The correlation from which on two siblings are called nearly collinear.</summary>
    public const double NearlyCollinear = 0.95;

    /// <summary>The correlation with its siblings below which an indicator is said to run against them.</summary>
    public const double RunsAgainst = -0.3;

    /// <summary>The share of weight that a shift moves from which on it is worth a word.</summary>
    public const double ShiftedWeight = 0.01;

    /// <summary>Decimals of scores in printed tables.</summary>
    public const int PrintedDecimals = 3;

    private IndexAudit(IndexResult index, ImmutableArray<Caution> cautions) => (Index, Cautions) = (index, cautions);

    /// <summary>The index.</summary>
    public IndexResult Index { get; }

    /// <summary>What was found; empty if nothing.</summary>
    public ImmutableArray<Caution> Cautions { get; }

    /// <summary>Looks through an index.</summary>
    public static IndexAudit Of(IndexResult index)
    {
        ArgumentNullException.ThrowIfNull(index);
        return new(index, [.. MethodChecks.All(index), .. IndicatorChecks.All(index), .. MethodChecks.Rounding(index)]);
    }

    /// <summary>The findings, one row each.</summary>
    public Table ToTable() =>
        new("What may mislead in this index",
            [Column.Text("kind", "Kind"), Column.Text("found", "Found"), Column.Text("why", "Why it misleads"), Column.Text("instead", "Beside"), Column.Text("consequence", "Consequence")],
            Cautions.Select(c => (object?[])[c.Kind, c.Found, c.Why, c.Instead, c.Consequence?.ToString() ?? "cannot be computed without it"]),
            [
                Cautions.IsEmpty ? "Nothing of what is looked for was found." : string.Create(Invariant, $"{Cautions.Length} cautions. None of them changes a number; the consequence is that of this index beside the one named."),
                string.Create(Invariant, $"Looked for: shifts, given weights of an unsound recipe, scales of single years, indicators against their siblings (r < {RunsAgainst:R}), nearly constant (≥ {100 * NearlyConstant:0} % the same), nearly collinear (|r| > {NearlyCollinear:R}), negative weights, inconsistent comparisons, ties by rounding to {PrintedDecimals} decimals."),
                .. Index.Notes,
            ]) { Methods = Index.Methods };

    /// <inheritdoc/>
    public IReadOnlyList<string> MimeTypes => ToTable().MimeTypes;

    /// <inheritdoc/>
    public string Render(string mimeType) => ToTable().Render(mimeType);

    /// <summary>The consequence beside another index; null if that one is refused.</summary>
    internal static Consequence? Beside(IndexResult index, IndexRecipe recipe, IndexDesign? design = null)
    {
        try
        {
            return Consequence.Of(index, recipe.Build(design ?? index.Design));
        }
        catch (FindingsException)
        {
            return null;
        }
    }
}
