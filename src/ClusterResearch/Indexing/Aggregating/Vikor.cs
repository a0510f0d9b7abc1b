using System.Collections.Immutable;
using ClusterResearch.Data;
using ClusterResearch.Numerics;
using ClusterResearch.Tables;

namespace ClusterResearch.Indexing.Aggregating;

/// <summary>VIKOR: a compromise between the smallest total regret and the smallest worst regret.</summary>
/// <remarks>
/// <para>With f*_j the best and f⁻_j the worst value of criterion j: S_i = Σ_j w_j (f*_j − f_ij) / (f*_j − f⁻_j),
/// R_i = max_j of the same terms, Q_i = v (S_i − S*) / (S⁻ − S*) + (1 − v) (R_i − R*) / (R⁻ − R*) with * the smallest and ⁻ the largest. Lower
/// is better in all three; as an aggregation the score is 1 − Q.</para>
/// <para>The best by Q has an acceptable advantage if Q(2) − Q(1) ≥ 1 / (n − 1), and its place is stable if it is also best by S or R.
/// Without the advantage the compromise set is all whose Q is less than 1 / (n − 1) above the best, without stability the first two.</para>
/// <para>A constant criterion contributes 0; where S or R is the same for all, its part of Q is 0. A missing value: over the criteria
/// that are present, weights renormalised. Adding or removing a city can reverse the order of others.</para>
/// <para><b>Source</b> Opricovic and Tzeng, European Journal of Operational Research 156 (2004), 445–455.</para>
/// <para><b>Verification</b> the mountain climber of Opricovic and Tzeng, pymcdm 1.4.0: tests/reference/C_aggregation_ranking.json.</para>
/// </remarks>
public sealed record Vikor : ComparativeAggregation
{
    /// <summary>Makes the method; it compares all city-years.</summary>
    public Vikor() => Comparison = Comparison.Pooled;

    /// <summary>The weight v of the total regret against the worst one, from 0 to 1. <value>Default: 0.5.</value></summary>
    /// <exception cref="ArgumentOutOfRangeException">Not from 0 to 1.</exception>
    public double V { get; init => field = Checked(value); } = 0.5;

    /// <inheritdoc/>
    public override MethodCard Card =>
        new("aggregation", "VIKOR", string.Create(Invariant, $"1 − Q, v = {V:R}, {Among}"),
            @"Q_i = v \frac{S_i - S^*}{S^- - S^*} + (1 - v) \frac{R_i - R^*}{R^- - R^*},\quad S_i = \sum_j w_j \frac{f_j^* - f_{ij}}{f_j^* - f_j^-},\quad R_i = \max_j w_j \frac{f_j^* - f_{ij}}{f_j^* - f_j^-}",
            "Score 1 − Q from 0 to 1, higher is better. A constant child contributes 0. Missing children: over the present ones, weights renormalised. Ranks of others can change with the cities compared.",
            "Opricovic and Tzeng (2004), European Journal of Operational Research 156, 445–455")
        { Symbols = "S: group utility; R: individual regret; Q: compromise; v: weight of the group; f* and f⁻: best and worst score of child j; S*, R*: smallest; S⁻, R⁻: largest; w: weight" };

    /// <summary>S, R, Q and the compromise.</summary>
    /// <param name="matrix">n alternatives, k criteria.</param>
    /// <param name="v">The weight of the total regret, from 0 to 1.</param>
    /// <returns>All measures, ranks and conditions.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="v"/> is not from 0 to 1.</exception>
    public static VikorResult Of(DecisionMatrix matrix, double v = 0.5)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        Checked(v);
        var regret = Enumerable.Range(0, matrix.Criteria).Select(matrix.Regret).ToArray();
        double[] s = [.. Enumerable.Range(0, matrix.Alternatives).Select(i => matrix.WeightedSum(i, regret))];
        double[] r = [.. Enumerable.Range(0, matrix.Alternatives).Select(Worst)];
        double[] q = [.. Share(s).Zip(Share(r), (a, b) => v * a + (1 - v) * b)];
        var ranks = new[] { s, r, q }.Select(x => Ranking.Of(x, TieRule.Min, ascending: true)).ToArray();
        int[] order = [.. Ranks.Groups(q, ascending: true).SelectMany(g => g.ToArray())];
        var threshold = 1.0 / (order.Length - 1);
        var advantage = order.Length > 1 && q[order[1]] - q[order[0]] >= threshold;
        var stable = order.Length > 0 && (ranks[0][order[0]] == 1 || ranks[1][order[0]] == 1);
        ImmutableArray<int> compromise = !advantage ? [.. order.Where(i => !(q[i] - q[order[0]] >= threshold))] : stable ? [order[0]] : [.. order.Take(2)];
        return new([.. s], [.. r], [.. q], [.. ranks[0]], [.. ranks[1]], [.. ranks[2]], threshold, advantage, stable, compromise);

        double Worst(int i) => matrix.Presence(i) > 0 ? regret.Select((c, j) => double.IsNaN(c[i]) ? 0 : matrix.Weights[j] * c[i]).Max() / matrix.Presence(i) : double.NaN;
    }

    internal override IReadOnlyList<double> Compare(DecisionMatrix matrix, List<string> did) => [.. Of(matrix, V).Q.Select(q => 1 - q)];

    private static double[] Share(double[] x)
    {
        var (min, max) = (x.Where(v => !double.IsNaN(v)).DefaultIfEmpty(0).Min(), x.Where(v => !double.IsNaN(v)).DefaultIfEmpty(0).Max());
        return [.. x.Select(v => max > min ? (v - min) / (max - min) : 0 * v)];
    }

    private static double Checked(double v) => v is >= 0 and <= 1 ? v : throw new ArgumentOutOfRangeException(nameof(v), v, "The weight v of the total regret is from 0 to 1.");
}

/// <summary>What VIKOR computes; lower is better in S, R and Q.</summary>
/// <param name="S">Total regret per alternative.</param>
/// <param name="R">Worst regret.</param>
/// <param name="Q">The compromise of the two, from 0 to 1.</param>
/// <param name="RanksS">Rank by S, 1 for the smallest; equal ones share the smaller rank.</param>
/// <param name="RanksR">Rank by R.</param>
/// <param name="RanksQ">Rank by Q.</param>
/// <param name="Threshold">1 / (n − 1): by how much the second must be behind.</param>
/// <param name="HasAdvantage">Whether it is.</param>
/// <param name="IsStable">Whether the best by Q is also best by S or R.</param>
/// <param name="Compromise">The alternatives of the compromise set from 0, best first.</param>
public sealed record VikorResult(
    ImmutableArray<double> S, ImmutableArray<double> R, ImmutableArray<double> Q, ImmutableArray<double> RanksS, ImmutableArray<double> RanksR, ImmutableArray<double> RanksQ,
    double Threshold, bool HasAdvantage, bool IsStable, ImmutableArray<int> Compromise)
{
    /// <summary>One row per alternative.</summary>
    /// <param name="names">One name per alternative.</param>
    /// <param name="language">Language of title and headers.</param>
    public Table ToTable(IReadOnlyList<string> names, Language language = Language.English) =>
        AlternativesTable.Of(language.Say("VIKOR", "VIKOR法"), language, names,
            [
                string.Create(Invariant, $"Acceptable advantage (second at least {Threshold:0.####} behind): {(HasAdvantage ? "yes" : "no")}. Acceptable stability (also best by S or R): {(IsStable ? "yes" : "no")}."),
                $"Compromise set: {string.Join(", ", Compromise.Select(i => names[i]))}.",
            ],
            (Column.Number("s", "S", 4), S), (Column.Number("r", "R", 4), R), (Column.Number("q", "Q", 4), Q),
            (Column.Number("rank", language.Say("Rank by Q", "按Q排名"), 0), RanksQ));
}
