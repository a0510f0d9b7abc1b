using System.Collections.Immutable;
using ClusterResearch.Data;
using ClusterResearch.Numerics;
using ClusterResearch.Tables;

namespace ClusterResearch.Indexing.Aggregating;

/// <summary>What the rank-sum ratio calls a rank.</summary>
public enum RsrRanks
{
    /// <summary>Whole ranks from 1 for the worst to n for the best; equal values share the mean of their places.</summary>
    IntegerRanks,

    /// <summary>1 + (n − 1) (x − min) / (max − min): distances count.</summary>
    NonIntegerRanks,
}

/// <summary>Rank-sum ratio: the mean rank as a share of n, its distribution fitted by probits, and grades by the fit.</summary>
/// <remarks>
/// <para>RSR_i = Σ_j w_j R_ij / n with R from 1 (worst) to n (best) and Σ w = 1; with equal weights Σ_j R_ij / (m n) for m criteria.
/// The alternatives are grouped by equal RSR; downward cumulative frequency p = mean rank / n, for the last group 1 − 1/(4n);
/// Probit = 5 + Φ⁻¹(p); least squares RSR = a + b · Probit over the groups, unweighted; grades by cuts of the Probit.</para>
/// <para>Ties: RSR equal at 12 significant digits are one group. In a constant criterion all have rank (n + 1) / 2. A missing value takes no
/// rank: n is per criterion and weights are renormalised. Adding or removing a city can reverse the order of others.</para>
/// <para><b>Source</b> Tian (1988), as taught in Sun (ed.), Medical Statistics, on the rank-sum ratio.</para>
/// <para><b>Verification</b> the ten districts of Tian's example, R rank and lm: tests/reference/C_aggregation_ranking.json.</para>
/// </remarks>
public sealed record RankSumRatio : ComparativeAggregation
{
    /// <summary>What a rank is. <value>Default: whole ranks.</value></summary>
    public RsrRanks Ranks { get; init; }

    /// <inheritdoc/>
    public override MethodCard Card =>
        new("aggregation", "Rank-sum ratio", $"{(Ranks == RsrRanks.IntegerRanks ? "whole ranks, ties by their mean" : "non-integer ranks")}, weighted, {Among}",
            @"RSR_i = \frac{1}{n} \sum_j w_j R_{ij}",
            "Score from 1/n to 1, higher is better. Values equal at 12 significant digits tie. Missing children take no rank. Ranks of others can change with the cities compared.",
            "Tian (1988), as taught in Sun (ed.), Medical Statistics")
        { Symbols = "RSR: score of city i; R: its rank in child j, 1 the worst; n: cities compared; w: weight" };

    /// <summary>The Probit cuts of the usual tables for three, four or five grades.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Another number of grades.</exception>
    public static ImmutableArray<double> Cuts(int grades) =>
        grades switch
        {
            3 => [4, 6],
            4 => [3.5, 5, 6.5],
            5 => [3.2, 4.4, 5.6, 6.8],
            _ => throw new ArgumentOutOfRangeException(nameof(grades), grades, "Cuts are tabled for 3, 4 and 5 grades."),
        };

    /// <summary>Ranks, ratios, regression and grades.</summary>
    /// <param name="matrix">n alternatives, m criteria; weights with the sum 1.</param>
    /// <param name="ranks">What a rank is.</param>
    /// <param name="cuts">Probits at which the next grade begins, ascending; empty for three grades, cut at 4 and 6.</param>
    /// <returns>Everything on the way. With fewer than two different RSR there is no line, with fewer than three no test: NaN.</returns>
    public static RankSumRatioResult Of(DecisionMatrix matrix, RsrRanks ranks = RsrRanks.IntegerRanks, ReadOnlySpan<double> cuts = default)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        double[] borders = cuts.IsEmpty ? [.. Cuts(3)] : cuts.ToArray();
        var r = Enumerable.Range(0, matrix.Criteria).Select(j => RanksOf(matrix, j, ranks)).ToArray();
        double[][] shares = [.. r.Select(c => c.Count(v => !double.IsNaN(v)) is var n ? c.Select(v => v / n).ToArray() : c)];
        double[] rsr = [.. Enumerable.Range(0, matrix.Alternatives).Select(i => matrix.WeightedSum(i, shares))];
        var groups = Distribution(rsr);
        var fit = Line.Through([.. groups.Select(g => g.Probit)], [.. groups.Select(g => g.Rsr)]);
        var probits = Enumerable.Repeat(double.NaN, rsr.Length).ToArray();
        foreach (var group in groups)
        {
            foreach (var i in group.Members)
            {
                probits[i] = group.Probit;
            }
        }
        return new([.. Enumerable.Range(0, rsr.Length).Select(i => r.Select(c => c[i]).ToImmutableArray())], [.. rsr], groups, fit.Intercept, fit.Slope, fit.RSquared, fit.F, fit.P,
            [.. probits], [.. probits.Select(p => fit.Intercept + fit.Slope * p)], [.. probits.Select(p => double.IsNaN(p) ? 0 : 1 + borders.Count(b => p >= b))]);
    }

    internal override IReadOnlyList<double> Compare(DecisionMatrix matrix, List<string> did) => Of(matrix, Ranks).Rsr;

    private static double[] RanksOf(DecisionMatrix matrix, int j, RsrRanks ranks)
    {
        var x = matrix.Column(j);
        var whole = Numerics.Ranks.Average(x, ascending: matrix.HigherIsBetter(j));
        var n = x.Count(v => !double.IsNaN(v));
        var varies = x.Where(v => !double.IsNaN(v)).Distinct().Skip(1).Any();
        return ranks == RsrRanks.IntegerRanks || !varies ? whole : [.. matrix.Goodness(j).Select(g => 1 + (n - 1) * g)];
    }

    private static ImmutableArray<RsrGroup> Distribution(double[] rsr)
    {
        var n = rsr.Count(v => !double.IsNaN(v));
        var (groups, before) = (ImmutableArray.CreateBuilder<RsrGroup>(), 0);
        foreach (var group in Numerics.Ranks.Groups(rsr, ascending: true))
        {
            var mean = before + (group.Length + 1) / 2.0;
            before += group.Length;
            var p = before == n ? 1 - 1.0 / (4 * n) : mean / n;
            groups.Add(new(rsr[group.Span[0]], group.Length, before, mean, p, 5 + Distributions.NormalQuantile(p), [.. group.Span]));
        }
        return groups.ToImmutable();
    }

    /// <summary>A least-squares line with its F test.</summary>
    private readonly record struct Line(double Intercept, double Slope, double RSquared, double F, double P)
    {
        public static Line Through(double[] x, double[] y)
        {
            var (n, mx, my) = (x.Length, Moments.Mean(x), Moments.Mean(y));
            var (xx, xy, yy) = (x.Sum(v => (v - mx) * (v - mx)), x.Zip(y, (a, b) => (a - mx) * (b - my)).Sum(), y.Sum(v => (v - my) * (v - my)));
            if (n < 2)
            {
                return new(double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);
            }
            var (slope, rest) = (xy / xx, x.Zip(y, (a, b) => b - my - xy / xx * (a - mx)).Sum(e => e * e));
            var f = n < 3 ? double.NaN : (yy - rest) / (rest / (n - 2));
            return new(my - slope * mx, slope, 1 - rest / yy, f, n < 3 ? double.NaN : Distributions.FUpper(f, 1, n - 2));
        }
    }
}

/// <summary>The alternatives of one RSR.</summary>
/// <param name="Rsr">The ratio they share.</param>
/// <param name="Frequency">How many.</param>
/// <param name="Cumulative">How many up to here, from the lowest.</param>
/// <param name="MeanRank">The mean of their places.</param>
/// <param name="DownwardFrequency">p = mean rank / n; 1 − 1/(4n) for the last group.</param>
/// <param name="Probit">5 + Φ⁻¹(p).</param>
/// <param name="Members">The alternatives, from 0.</param>
public sealed record RsrGroup(double Rsr, int Frequency, int Cumulative, double MeanRank, double DownwardFrequency, double Probit, ImmutableArray<int> Members);

/// <summary>What the rank-sum ratio method computes.</summary>
/// <param name="RankMatrix">R: one row per alternative, one rank per criterion, the best n; NaN where missing.</param>
/// <param name="Rsr">RSR per alternative, from 1/n to 1.</param>
/// <param name="Groups">Its distribution, from the lowest.</param>
/// <param name="Intercept">a of RSR = a + b · Probit.</param>
/// <param name="Slope">b.</param>
/// <param name="RSquared">Share of the variance of the groups' RSR that the line explains.</param>
/// <param name="F">F of the line with 1 and groups − 2 degrees of freedom.</param>
/// <param name="P">Its p-value.</param>
/// <param name="Probits">Probit per alternative.</param>
/// <param name="Fitted">a + b · Probit per alternative.</param>
/// <param name="Grades">Grade per alternative from 1, the lowest; 0 for one without a value.</param>
public sealed record RankSumRatioResult(
    ImmutableArray<ImmutableArray<double>> RankMatrix, ImmutableArray<double> Rsr, ImmutableArray<RsrGroup> Groups, double Intercept, double Slope, double RSquared, double F, double P,
    ImmutableArray<double> Probits, ImmutableArray<double> Fitted, ImmutableArray<int> Grades)
{
    /// <summary>One row per alternative.</summary>
    /// <param name="names">One name per alternative.</param>
    /// <param name="language">Language of title and headers.</param>
    public Table ToTable(IReadOnlyList<string> names, Language language = Language.English) =>
        AlternativesTable.Of(language.Say("Rank-sum ratio", "秩和比法"), language, names,
            [string.Create(Invariant, $"RSR = {Intercept:0.0000} + {Slope:0.0000} · Probit, R² = {RSquared:0.000}, F = {F:0.00}, p = {P:0.0000}, over {Groups.Length} different RSR. Grade 1 is the lowest.")],
            (Column.Number("rsr", "RSR", 4), Rsr), (Column.Number("probit", "Probit", 4), Probits), (Column.Number("fitted", language.Say("Fitted RSR", "RSR估计值"), 4), Fitted),
            (Column.Number("grade", language.Say("Grade", "分档"), 0), [.. Grades.Select(g => g == 0 ? double.NaN : g)]));
}
