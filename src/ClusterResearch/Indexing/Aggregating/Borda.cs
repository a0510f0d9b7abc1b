using System.Collections.Immutable;
using ClusterResearch.Data;
using ClusterResearch.Numerics;
using ClusterResearch.Tables;

namespace ClusterResearch.Indexing.Aggregating;

/// <summary>Borda count: how many others a city beats, summed over the criteria.</summary>
/// <remarks>
/// <para>Points p_ij = number of alternatives that i beats in criterion j, plus ½ for each that is equal, i.e. n minus the average rank;
/// score_i = Σ_j w_j p_ij. As an aggregation the points are put on 0 to 1 first: p_ij / (n − 1); a lone city gets ½.</para>
/// <para>Equality is at 12 significant digits. Missing values take no points and give none: n is per criterion, weights are renormalised.
/// Distances play no part. Adding or removing a city can reverse the order of others.</para>
/// <para><b>Source</b> de Borda, Mémoire sur les élections au scrutin (1781); OECD/JRC, Handbook on Constructing Composite
/// Indicators (2008), step “weighting and aggregation”.</para>
/// <para><b>Verification</b> by hand: tests/ClusterResearch.Tests/Indexing/Aggregating/BordaTests.cs.</para>
/// </remarks>
public sealed record Borda : ComparativeAggregation
{
    /// <inheritdoc/>
    public override MethodCard Card =>
        new("aggregation", "Borda count", $"points from 0 to n − 1 put on 0 to 1, equal values half a point, weighted, {Among}",
            @"S_i = \sum_j w_j \frac{n - r_{ij}}{n - 1}",
            "Only order counts; r = 1 is the best. Values equal at 12 significant digits tie. Missing children take no points. Ranks of others can change with the cities compared.",
            "de Borda (1781), Mémoire sur les élections au scrutin")
        { Symbols = "S: score of city i; r: its rank in child j, 1 the best; n: cities compared; w: weight among siblings" };

    /// <summary>Points and scores.</summary>
    /// <param name="matrix">n alternatives, k criteria.</param>
    /// <returns>Points per criterion, their weighted sum, and the sum on 0 to 1.</returns>
    public static BordaResult Of(DecisionMatrix matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        var ranks = Enumerable.Range(0, matrix.Criteria).Select(j => Ranks.Average(matrix.Column(j), ascending: !matrix.HigherIsBetter(j))).ToArray();
        int[] counts = [.. ranks.Select(r => r.Count(v => !double.IsNaN(v)))];
        double[][] points = [.. ranks.Select((r, j) => r.Select(v => counts[j] - v).ToArray())];
        double[][] shares = [.. points.Select((p, j) => p.Select(v => counts[j] > 1 ? v / (counts[j] - 1) : 0.5 + 0 * v).ToArray())];
        var all = Enumerable.Range(0, matrix.Alternatives).ToArray();
        return new([.. all.Select(i => points.Select(p => p[i]).ToImmutableArray())], [.. all.Select(i => matrix.WeightedSum(i, points))], [.. all.Select(i => matrix.WeightedSum(i, shares))]);
    }

    internal override IReadOnlyList<double> Compare(DecisionMatrix matrix, List<string> did) => Of(matrix).Shares;
}

/// <summary>What the Borda count computes.</summary>
/// <param name="Points">One row per alternative, points per criterion; NaN where missing.</param>
/// <param name="Scores">Their weighted sum; with k equal weights of 1 the classical count.</param>
/// <param name="Shares">The weighted sum of the points put on 0 to 1.</param>
public sealed record BordaResult(ImmutableArray<ImmutableArray<double>> Points, ImmutableArray<double> Scores, ImmutableArray<double> Shares)
{
    /// <summary>One row per alternative.</summary>
    /// <param name="names">One name per alternative.</param>
    /// <param name="language">Language of title and headers.</param>
    public Table ToTable(IReadOnlyList<string> names, Language language = Language.English) =>
        AlternativesTable.Of(language.Say("Borda count", "波达计数法"), language, names, [],
            (Column.Number("score", language.Say("Points", "得分"), 2), Scores), (Column.Number("share", language.Say("On 0 to 1", "归一化"), 4), Shares));
}
