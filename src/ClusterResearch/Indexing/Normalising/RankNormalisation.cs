using ClusterResearch.Findings;

namespace ClusterResearch.Indexing.Normalising;

/// <summary>On which scale ranks are put.</summary>
public enum RankVariant
{
    /// <summary>The rank itself: 1 for the worst, as many as there are values for the best.</summary>
    Rank,

    /// <summary>The share of the others that are worse: (rank − 1) / (N − 1), from 0 to 1.</summary>
    PercentileRank,
}

/// <summary>Rank or percentile rank: only the order counts, so no outlier does; distances are lost.</summary>
/// <remarks>
/// <para>With r the rank among the N values that are present, over the city-years of <see cref="Normalisation.Pooling"/>, 1 for
/// the worst: y = r, or y = (r − 1) / (N − 1).</para>
/// <para>Equal values, to 12 significant digits, share a place by <see cref="Ties"/>. A target or range ranks by distance. Missing
/// values stay missing and take no place. A single value has no percentile rank, and a constant indicator no order: refused
/// (CR3103). Against a base year ranks are refused (CR3502).</para>
/// <para><b>Source</b> OECD/JRC, Handbook on Constructing Composite Indicators (2008), step “normalisation of data”.</para>
/// <para><b>Verification</b> R rank, scipy rankdata, COINr 1.1.14 n_prank: tests/reference/A_normalisation.json.</para>
/// </remarks>
public sealed record RankNormalisation : Normalisation
{
    /// <summary>The scale. <value>Default: the percentile rank.</value></summary>
    public RankVariant Variant { get; init; } = RankVariant.PercentileRank;

    /// <summary>Which place equal values take. <value>Default: the mean of their places.</value></summary>
    public TieRule Ties { get; init; } = TieRule.Average;

    /// <inheritdoc/>
    public override MethodCard Card =>
        new("normalisation", Variant == RankVariant.Rank ? "Rank" : "Percentile rank", $"{Pooling.Words}, ties: {Ties}",
            Variant == RankVariant.Rank ? @"y = r" : @"y = \frac{r - 1}{N - 1}",
            "The worst has rank 1. Values equal at 12 significant digits tie. Missing stays missing and takes no place. A target or range ranks by distance.",
            "OECD/JRC (2008), Handbook on Constructing Composite Indicators, step “normalisation of data”")
        { Symbols = "y: normalised value; r: rank; N: values compared" };

    /// <summary>The ranks of one indicator, 1 for the worst, or their shares.</summary>
    /// <param name="x">Values in the indicator's unit; NaN is missing and stays so.</param>
    /// <param name="direction">Which values are better.</param>
    /// <param name="variant">The scale.</param>
    /// <param name="ties">Which place equal values take.</param>
    /// <returns>One value each; a single value has no percentile rank: NaN.</returns>
    public static double[] Of(ReadOnlySpan<double> x, Direction direction, RankVariant variant, TieRule ties)
    {
        var (goodness, present) = (x.ToArray(), 0);
        for (var i = 0; i < x.Length; i++)
        {
            var missing = double.IsNaN(x[i]);
            goodness[i] = missing || direction is Direction.Higher ? x[i] : direction is Direction.Lower ? -x[i] : -direction.Distance(x[i]);
            present += missing ? 0 : 1;
        }
        var ranks = Ranking.Of(goodness, ties, ascending: true);
        return variant == RankVariant.Rank ? ranks : [.. ranks.Select(r => (r - 1) / (present - 1))];
    }

    internal override void Check(IndicatorTable indicators, List<Finding> findings)
    {
        base.Check(indicators, findings);
        if (Pooling.Year is not null)
        {
            findings.Add(NormalisingFindings.Ranks(indicators.Design.Tree.File, Card.Name.ToLowerInvariant()));
        }
    }

    internal override NormalisedColumn? Apply(IndicatorColumn column, List<Finding> findings)
    {
        var ranks = Of(column.Values.Span, column.Direction, Variant, Ties);
        var present = ranks.Where(r => !double.IsNaN(r)).ToArray();
        return present.Distinct().Skip(1).Any() ? new(ranks, [("values ranked", present.Length)]) : Constant(column, findings);
    }
}
