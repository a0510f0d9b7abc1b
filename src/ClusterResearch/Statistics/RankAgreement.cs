using System.Collections.Immutable;
using ClusterResearch.Numerics;
using ClusterResearch.Tables;

namespace ClusterResearch.Statistics;

/// <summary>How far rankings of the same objects agree.</summary>
/// <remarks>
/// <para>Everything is taken of average ranks; numbers equal at 12 significant digits tie. Objects that any of the rankings
/// lacks (NaN) are left out of all of them and counted in the result.</para>
/// <para><b>Source</b> Kendall and Gibbons, Rank Correlation Methods, 5th ed. (1990), chapters 1, 3, 4, 6; Sałabun and Urbaniak,
/// ICCS 2020, LNCS 12138 (WS and weighted Spearman).</para>
/// <para><b>Verification</b> irr 0.84.1, R cor.test, scipy, pymcdm 1.4.0: tests/reference/G_agreement_pca.json.</para>
/// </remarks>
public static class RankAgreement
{
    /// <summary>Spearman's ρ: Pearson's correlation of the average ranks.</summary>
    /// <param name="a">One number per object, e.g. scores; NaN is missing.</param>
    /// <param name="b">As many for the same objects.</param>
    /// <returns>From −1 to 1; NaN if fewer than two objects are in both or all of a side are equal.</returns>
    /// <exception cref="ArgumentException">Not as many numbers on both sides.</exception>
    public static double Spearman(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var (x, y) = Complete(a, b);
        return Correlation(Ranks.Average(x, ascending: true), Ranks.Average(y, ascending: true));
    }

    /// <summary>Compares two rankings of n objects, given by scores of which the largest has rank 1.</summary>
    /// <param name="a">Scores of the first ranking, which is the reference of WS; NaN is missing.</param>
    /// <param name="b">Scores of the second, for the same objects.</param>
    /// <returns>Correlations with two-sided p-values, and how far the places differ; see <see cref="RankPair"/>.</returns>
    /// <exception cref="ArgumentException">Not as many numbers on both sides.</exception>
    public static RankPair Of(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var (x, y) = Complete(a, b);
        var (p, q) = (Ranks.Average(x, ascending: false), Ranks.Average(y, ascending: false));
        var n = p.Length;
        var rho = Correlation(p, q);
        var (tauA, tauB, z) = Kendall(x, y);
        var shifts = p.Zip(q, (r, s) => Math.Abs(r - s)).ToArray();
        var test = n < 3 ? double.NaN : Math.Abs(rho) >= 1 ? 0 : Distributions.StudentTwoSided(rho * Math.Sqrt((n - 2) / (1 - rho * rho)), n - 2);
        return new(rho, test, tauA, tauB, Distributions.NormalTwoSided(z), [.. p], [.. q])
        {
            MeanShift = Moments.Mean(shifts),
            LargestShift = shifts.DefaultIfEmpty(double.NaN).Max(),
            RootMeanSquareShift = Math.Sqrt(Moments.Mean([.. shifts.Select(d => d * d)])),
            ShareUnchanged = n == 0 ? double.NaN : shifts.Count(d => d == 0) / (double)n,
            Ws = n < 2 ? double.NaN : 1 - p.Zip(shifts, (r, d) => Math.Pow(2, -r) * d / Math.Max(Math.Abs(1 - r), Math.Abs(n - r))).Sum(),
            WeightedSpearman = n < 2 ? double.NaN : 1 - 6 * p.Zip(q, (r, s) => (r - s) * (r - s) * (n - r + 1 + (n - s + 1))).Sum() / (Math.Pow(n, 4) + Math.Pow(n, 3) - Math.Pow(n, 2) - n),
            LeftOut = a.Length - n,
        };
    }

    /// <summary>Kendall's coefficient of concordance of m rankings of n objects.</summary>
    /// <param name="rankings">m rankings by scores or by ranks, all in the same direction: one number per object; NaN is missing.</param>
    /// <returns>W with and without correction for ties, its χ² test, and the mean of the pairwise correlations; see <see cref="Concordance"/>.</returns>
    /// <exception cref="ArgumentException">Fewer than two rankings, or not as many objects in all of them.</exception>
    public static Concordance KendallW(IReadOnlyList<ReadOnlyMemory<double>> rankings)
    {
        ArgumentNullException.ThrowIfNull(rankings);
        if (rankings.Count < 2 || rankings.Any(r => r.Length != rankings[0].Length))
        {
            throw new ArgumentException("Concordance is of two or more rankings of the same objects.", nameof(rankings));
        }
        var rows = Enumerable.Range(0, rankings[0].Length).Where(i => rankings.All(r => !double.IsNaN(r.Span[i]))).ToArray();
        var columns = rankings.Select(r => rows.Select(i => r.Span[i]).ToArray()).ToArray();
        var ranks = columns.Select(c => Ranks.Average(c, ascending: true)).ToArray();
        var (m, n) = ((double)columns.Length, (double)rows.Length);
        var squares = rows.Select((_, i) => ranks.Sum(r => r[i]) - m * (n + 1) / 2).Sum(d => d * d);
        var ties = columns.Sum(c => Ties(c, t => t * t * t - t));
        var cube = n * n * n - n;
        var corrected = 12 * squares / (m * m * cube - m * ties);
        var pairs = Enumerable.Range(0, columns.Length).SelectMany(i => Enumerable.Range(i + 1, columns.Length - i - 1).Select(j => (i, j))).ToArray();
        return new(corrected, 12 * squares / (m * m * cube), m * (n - 1) * corrected, rows.Length - 1, Distributions.ChiSquaredUpper(m * (n - 1) * corrected, n - 1),
            pairs.Average(p => Correlation(ranks[p.i], ranks[p.j])), pairs.Average(p => Kendall(columns[p.i], columns[p.j]).TauB), columns.Length, rows.Length, rankings[0].Length - rows.Length);
    }

    private static (double[] A, double[] B) Complete(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        if (a.Length != b.Length)
        {
            throw new ArgumentException(string.Create(Invariant, $"{a.Length} numbers on one side, {b.Length} on the other: they must be of the same objects."), nameof(b));
        }
        var (left, right) = (a.ToArray(), b.ToArray());
        var both = left.Zip(right).Where(p => !double.IsNaN(p.First) && !double.IsNaN(p.Second)).ToArray();
        return ([.. both.Select(p => p.First)], [.. both.Select(p => p.Second)]);
    }

    private static double Correlation(double[] a, double[] b)
    {
        var (meanA, meanB) = (Moments.Mean(a), Moments.Mean(b));
        var (ab, aa, bb) = (0.0, 0.0, 0.0);
        for (var i = 0; i < a.Length; i++)
        {
            ab += (a[i] - meanA) * (b[i] - meanB);
            aa += (a[i] - meanA) * (a[i] - meanA);
            bb += (b[i] - meanB) * (b[i] - meanB);
        }
        return Math.Clamp(ab / Math.Sqrt(aa * bb), -1, 1);
    }

    /// <summary>τ-a, τ-b and the standard normal statistic of S with its variance under ties, without continuity correction.</summary>
    private static (double TauA, double TauB, double Z) Kendall(double[] x, double[] y)
    {
        var (a, b) = (Ranks.Average(x, ascending: true), Ranks.Average(y, ascending: true));
        double n = a.Length;
        var s = 0.0;
        for (var i = 0; i < a.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                s += Math.Sign(a[i] - a[j]) * Math.Sign(b[i] - b[j]);
            }
        }
        var pairs = n * (n - 1) / 2;
        var tauB = s / Math.Sqrt((pairs - Ties(x, Pairs)) * (pairs - Ties(y, Pairs)));
        var variance = (n * (n - 1) * (2 * n + 5) - Ties(x, Spread) - Ties(y, Spread)) / 18
            + 2 * Ties(x, Pairs) * Ties(y, Pairs) / (n * (n - 1))
            + (n > 2 ? Ties(x, Triples) * Ties(y, Triples) / (9 * n * (n - 1) * (n - 2)) : 0);
        return (s / pairs, Math.Clamp(tauB, -1, 1), s / Math.Sqrt(variance));

        static double Pairs(double t) => t * (t - 1) / 2;
        static double Spread(double t) => t * (t - 1) * (2 * t + 5);
        static double Triples(double t) => t * (t - 1) * (t - 2);
    }

    private static double Ties(double[] x, Func<double, double> of) => Ranks.Groups(x, ascending: true).Sum(g => of(g.Length));
}

/// <summary>Two rankings of n objects compared.</summary>
/// <param name="Spearman">ρ of the average ranks; NaN if a side is constant.</param>
/// <param name="SpearmanP">Two-sided p-value of t = ρ √((n − 2) / (1 − ρ²)) with n − 2 degrees of freedom.</param>
/// <param name="TauA">Kendall's τ-a: (concordant − discordant) / (n (n − 1) / 2).</param>
/// <param name="TauB">Kendall's τ-b: the same over the pairs that are not tied.</param>
/// <param name="TauP">Two-sided p-value by the normal approximation with ties, without continuity correction.</param>
/// <param name="RanksA">Average ranks of the first, 1 for the largest, of the objects that both have.</param>
/// <param name="RanksB">Average ranks of the second.</param>
public sealed record RankPair(double Spearman, double SpearmanP, double TauA, double TauB, double TauP, ImmutableArray<double> RanksA, ImmutableArray<double> RanksB)
{
    /// <summary>Mean of |r − s| in places.</summary>
    public double MeanShift { get; init; }

    /// <summary>Largest |r − s| in places.</summary>
    public double LargestShift { get; init; }

    /// <summary>√ of the mean of (r − s)².</summary>
    public double RootMeanSquareShift { get; init; }

    /// <summary>Share of objects whose rank is the same.</summary>
    public double ShareUnchanged { get; init; }

    /// <summary>WS = 1 − Σ 2^(−r) |r − s| / max(|1 − r|, |n − r|): differences at the top of the first ranking count most; not symmetric.</summary>
    public double Ws { get; init; }

    /// <summary>r_w = 1 − 6 Σ (r − s)² ((n − r + 1) + (n − s + 1)) / (n⁴ + n³ − n² − n): differences at the top of either count more.</summary>
    public double WeightedSpearman { get; init; }

    /// <summary>How many objects one of the two lacks.</summary>
    public int LeftOut { get; init; }

    /// <summary>|A ∩ B| / k, with A and B the objects of rank k or better.</summary>
    /// <exception cref="ArgumentOutOfRangeException">k is below 1.</exception>
    public double TopOverlap(int k)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        return RanksA.Zip(RanksB).Count(r => r.First <= k && r.Second <= k) / (double)k;
    }

    /// <summary>Equal by content.</summary>
    public bool Equals(RankPair? other) => other is not null && RanksA.SequenceEqual(other.RanksA) && RanksB.SequenceEqual(other.RanksB) && LeftOut == other.LeftOut;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(RanksA.Length, Spearman, LeftOut);

    /// <summary>One row per measure.</summary>
    public Table ToTable() =>
        new("Agreement of two rankings", [Column.Text("measure", "Measure"), Column.Number("value", "Value", 4), Column.Number("p", "p, two-sided", 4)],
            [
                ["Spearman ρ", Spearman, SpearmanP], ["Kendall τ-b", TauB, TauP], ["Kendall τ-a", TauA, null], ["WS", Ws, null], ["Weighted Spearman", WeightedSpearman, null],
                ["Mean shift, places", MeanShift, null], ["Largest shift, places", LargestShift, null], ["Share unchanged", ShareUnchanged, null],
            ],
            [string.Create(Invariant, $"{RanksA.Length} objects, average ranks; {LeftOut} left out because one ranking lacks them.")]);
}

/// <summary>Kendall's concordance of m rankings of n objects.</summary>
/// <param name="W">12 Σ (R_i − R̄)² / (m² (n³ − n) − m Σ (t³ − t)): 0 without any agreement, 1 with full agreement; NaN if nothing varies.</param>
/// <param name="Uncorrected">The same without the correction for ties.</param>
/// <param name="ChiSquare">m (n − 1) W.</param>
/// <param name="DegreesOfFreedom">n − 1.</param>
/// <param name="P">Probability of so large a χ² without agreement; an approximation, rough for n below 8.</param>
/// <param name="MeanSpearman">Mean of the pairwise Spearman correlations; NaN if a ranking is constant.</param>
/// <param name="MeanTauB">Mean of the pairwise Kendall τ-b.</param>
/// <param name="Rankings">m.</param>
/// <param name="Objects">n.</param>
/// <param name="LeftOut">How many objects a ranking lacks; they are in none of the numbers.</param>
public sealed record Concordance(
    double W, double Uncorrected, double ChiSquare, int DegreesOfFreedom, double P, double MeanSpearman, double MeanTauB, int Rankings, int Objects, int LeftOut)
{
    /// <summary>One row.</summary>
    public Table ToTable() =>
        new("Kendall's concordance",
            [
                Column.Number("w", "W", 3), Column.Number("chisq", "χ²", 2), Column.Number("df", "df", 0), Column.Number("p", "p", 4),
                Column.Number("spearman", "Mean Spearman ρ", 3), Column.Number("tau", "Mean Kendall τ-b", 3),
            ],
            [[W, ChiSquare, DegreesOfFreedom, P, MeanSpearman, MeanTauB]],
            [string.Create(Invariant, $"{Rankings} rankings of {Objects} objects, corrected for ties; {LeftOut} objects left out because a ranking lacks them.")]);
}
