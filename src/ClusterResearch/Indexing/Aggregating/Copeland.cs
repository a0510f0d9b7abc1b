using System.Collections.Immutable;
using ClusterResearch.Data;
using ClusterResearch.Numerics;
using ClusterResearch.Tables;

namespace ClusterResearch.Indexing.Aggregating;

/// <summary>Copeland: in how many more duels a city wins than it loses.</summary>
/// <remarks>
/// <para>Duel of i and h: o_ih = Σ_j w_j [x_ij better] + ½ Σ_j w_j [x_ij = x_hj], with Σ w = 1. i wins if o_ih > ½, and score_i =
/// wins − losses, from −(n − 1) to n − 1. As an aggregation the score is put on 0 to 1: (score / (n − 1) + 1) / 2; a lone city gets ½.</para>
/// <para>Equality is at 12 significant digits, of a duel to 10⁻¹². Missing values: a duel is decided by the criteria that both have, weights
/// renormalised; without any it is a draw. Not compensatory: distances play no part. Adding or removing a city can reverse the order of others.</para>
/// <para><b>Source</b> Copeland, A reasonable social welfare function (1951); OECD/JRC, Handbook on Constructing Composite Indicators
/// (2008), step “weighting and aggregation”.</para>
/// <para><b>Verification</b> COINr 1.1.14 a_copeland: tests/reference/C_aggregation_ranking.json.</para>
/// </remarks>
public sealed record Copeland : ComparativeAggregation
{
    /// <inheritdoc/>
    public override MethodCard Card =>
        new("aggregation", "Copeland", $"wins minus losses put on 0 to 1, equal values half to each side, {Among}",
            @"S_i = \frac{1}{2} + \frac{1}{2 (n - 1)} \sum_{h \ne i} \left( [o_{ih} > \tfrac{1}{2}] - [o_{ih} < \tfrac{1}{2}] \right),\quad o_{ih} = \sum_j w_j \left( [x_{ij} > x_{hj}] + \tfrac{1}{2} [x_{ij} = x_{hj}] \right)",
            "Only order counts. Values equal at 12 significant digits tie. Missing children: a duel by those that both have. Ranks of others can change with the cities compared.",
            "OECD/JRC (2008), Handbook on Constructing Composite Indicators, step “weighting and aggregation”")
        { Symbols = "S: score of city i; o: share of weight in which i beats h; x: score of child j; n: cities compared; w: weight" };

    /// <summary>All duels and their scores.</summary>
    /// <param name="matrix">n alternatives, k criteria.</param>
    /// <returns>Outranking matrix and scores.</returns>
    public static CopelandResult Of(DecisionMatrix matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        var keys = Enumerable.Range(0, matrix.Criteria).Select(j => matrix.Column(j).Select(v => (matrix.HigherIsBetter(j) ? 1 : -1) * Ranks.Significant(v)).ToArray()).ToArray();
        var n = matrix.Alternatives;
        var outranks = new double[n][];
        for (var i = 0; i < n; i++)
        {
            outranks[i] = [.. Enumerable.Range(0, n).Select(h => h == i ? double.NaN : Duel(matrix, keys, i, h))];
        }
        ImmutableArray<double> scores = [.. outranks.Select((row, i) => matrix.Presence(i) > 0 ? row.Where((_, h) => h != i && matrix.Presence(h) > 0).Sum(Verdict) : double.NaN)];
        var rivals = Enumerable.Range(0, n).Count(i => matrix.Presence(i) > 0) - 1;
        return new([.. outranks.Select(r => r.ToImmutableArray())], scores, [.. scores.Select(s => double.IsNaN(s) ? s : rivals == 0 ? 0.5 : (s / rivals + 1) / 2)]);
    }

    internal override IReadOnlyList<double> Compare(DecisionMatrix matrix, List<string> did) => Of(matrix).Shares;

    private static double Verdict(double share) => Math.Abs(share - 0.5) <= 1e-12 ? 0 : Math.Sign(share - 0.5);

    private static double Duel(DecisionMatrix matrix, double[][] keys, int i, int h)
    {
        var (won, total) = (0.0, 0.0);
        for (var j = 0; j < keys.Length; j++)
        {
            var (a, b, w) = (keys[j][i], keys[j][h], matrix.Weights[j]);
            if (!double.IsNaN(a) && !double.IsNaN(b))
            {
                won += a > b ? w : a == b ? w / 2 : 0;
                total += w;
            }
        }
        return total > 0 ? won / total : 0.5;
    }
}

/// <summary>What Copeland's method computes.</summary>
/// <param name="Outranking">o_ih: one row per alternative; NaN on the diagonal.</param>
/// <param name="Scores">Wins minus losses; NaN for an alternative without a value.</param>
/// <param name="Shares">The scores put on 0 to 1.</param>
public sealed record CopelandResult(ImmutableArray<ImmutableArray<double>> Outranking, ImmutableArray<double> Scores, ImmutableArray<double> Shares)
{
    /// <summary>One row per alternative.</summary>
    /// <param name="names">One name per alternative.</param>
    /// <param name="language">Language of title and headers.</param>
    public Table ToTable(IReadOnlyList<string> names, Language language = Language.English) =>
        AlternativesTable.Of(language.Say("Copeland", "Copeland法"), language, names, [],
            (Column.Number("score", language.Say("Wins minus losses", "胜负差"), 0), Scores), (Column.Number("share", language.Say("On 0 to 1", "归一化"), 4), Shares));
}
