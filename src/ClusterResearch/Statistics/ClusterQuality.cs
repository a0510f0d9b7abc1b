using System.Collections.Immutable;
using ClusterResearch.Numerics;

namespace ClusterResearch.Statistics;

/// <summary>How well groups are apart: silhouette, Calinski–Harabasz, Davies–Bouldin, gap statistic.</summary>
/// <remarks>
/// <para>Silhouette of a point: (b − a)/max(a, b), a the mean distance to its own group, b the smallest mean distance to another; 0 for a point alone. Calinski–Harabasz: (B/(k − 1))/(W/(n − k)).
/// Davies–Bouldin: mean over groups of the largest (s_g + s_h)/|m_g − m_h|, s the mean distance to the centre; small is good. Gap(k) = mean of ln W over uniform reference sets in the box of the points, less ln W;
/// its error is sd √(1 + 1/B); the first k with Gap(k) ≥ Gap(k + 1) − error(k + 1) is chosen.</para>
/// <para>All need 2 to n − 1 groups, else NaN. W of zero makes the gap NaN.</para>
/// <para><b>Source</b> Rousseeuw, Journal of Computational and Applied Mathematics 20 (1987), 53–65; Caliński and Harabasz, Communications in Statistics 3 (1974), 1–27; Davies and Bouldin, IEEE TPAMI 1 (1979), 224–227;
/// Tibshirani, Walther and Hastie, Journal of the Royal Statistical Society B 63 (2001), 411–423.</para>
/// <para><b>Verification</b> scikit-learn 1.2.1: tests/reference/E_dynamics_concentration.json.</para>
/// </remarks>
public static class ClusterQuality
{
    /// <summary>The silhouette of every point.</summary>
    /// <param name="points">n points of d coordinates.</param>
    /// <param name="labels">The group of every point.</param>
    /// <exception cref="ArgumentException">Points that are none, or not one label each.</exception>
    public static ImmutableArray<double> Silhouettes(IReadOnlyList<ReadOnlyMemory<double>> points, IReadOnlyList<int> labels)
    {
        var (x, groups) = Check(points, labels);
        var proper = groups.Length >= 2 && groups.Length < x.Length;
        int[] place = [.. labels.Select(l => Array.IndexOf(groups, l))];
        return [.. x.Select((p, i) => proper ? One(x, place, groups.Length, i) : double.NaN)];
    }

    private static double One(double[][] x, int[] place, int groups, int i)
    {
        var (sums, sizes) = (new double[groups], new int[groups]);
        for (var j = 0; j < x.Length; j++)
        {
            if (j != i)
            {
                sums[place[j]] += Math.Sqrt(PointSet.SquaredDistance(x[i], x[j]));
                sizes[place[j]]++;
            }
        }
        if (sizes[place[i]] == 0)
        {
            return 0; // alone
        }
        var (own, other) = (sums[place[i]] / sizes[place[i]], Enumerable.Range(0, groups).Where(g => g != place[i]).Min(g => sums[g] / sizes[g]));
        return Math.Max(own, other) == 0 ? 0 : (other - own) / Math.Max(own, other);
    }

    /// <summary>The mean silhouette.</summary>
    /// <inheritdoc cref="Silhouettes"/>
    public static double Silhouette(IReadOnlyList<ReadOnlyMemory<double>> points, IReadOnlyList<int> labels) => Silhouettes(points, labels).Average();

    /// <summary>Calinski and Harabasz' ratio; large is good.</summary>
    /// <inheritdoc cref="Silhouettes"/>
    public static double CalinskiHarabasz(IReadOnlyList<ReadOnlyMemory<double>> points, IReadOnlyList<int> labels)
    {
        var (x, groups) = Check(points, labels);
        var mean = PointSet.Mean(x, x[0].Length);
        var (total, within) = (x.Sum(p => PointSet.SquaredDistance(p, mean)), groups.Sum(g => Squares(Members(x, labels, g))));
        return groups.Length < 2 || groups.Length >= x.Length || within == 0 ? double.NaN : (total - within) / (groups.Length - 1) / (within / (x.Length - groups.Length));
    }

    /// <summary>Davies and Bouldin's index; small is good.</summary>
    /// <inheritdoc cref="Silhouettes"/>
    public static double DaviesBouldin(IReadOnlyList<ReadOnlyMemory<double>> points, IReadOnlyList<int> labels)
    {
        var (x, groups) = Check(points, labels);
        var parts = groups.Select(g => Members(x, labels, g)).Select(m => (Center: PointSet.Mean(m, x[0].Length), m)).ToArray();
        var spread = parts.Select(p => p.m.Average(q => Math.Sqrt(PointSet.SquaredDistance(q, p.Center)))).ToArray();
        return groups.Length < 2 || groups.Length >= x.Length ? double.NaN
            : parts.Select((p, g) => parts.Select((q, h) => g == h ? 0 : (spread[g] + spread[h]) / Math.Sqrt(PointSet.SquaredDistance(p.Center, q.Center))).Max()).Average();
    }

    /// <summary>The gap statistic of 1 to k groups by k-means.</summary>
    /// <param name="points">n points of d coordinates.</param>
    /// <param name="most">The largest k.</param>
    /// <param name="seed">The seed of reference sets and starts.</param>
    /// <param name="references">B, how many reference sets.</param>
    /// <exception cref="ArgumentException">Points that are none.</exception>
    /// <exception cref="ArgumentOutOfRangeException">k is not from 1 to n, or B below 2.</exception>
    public static GapStatistic Gap(IReadOnlyList<ReadOnlyMemory<double>> points, int most, ulong seed = 1, int references = 50)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(references, 2);
        var x = PointSet.Of(points, nameof(points));
        var box = Enumerable.Range(0, x[0].Length).Select(j => (Low: x.Min(p => p[j]), High: x.Max(p => p[j]))).ToArray();
        var random = new SplitMix(seed);
        ReadOnlyMemory<double>[][] sets = [.. Enumerable.Range(0, references).Select(b => random.Part((ulong)b)).Select(r =>
            x.Select((_, i) => (ReadOnlyMemory<double>)box.Select((side, j) => side.Low + (side.High - side.Low) * r.Uniform((ulong)(i * box.Length + j))).ToArray()).ToArray())];
        var (gaps, errors) = (new double[most], new double[most]);
        for (var k = 1; k <= most; k++)
        {
            double[] reference = [.. sets.Select(s => Math.Log(KMeans.Of(s, k, seed, 5).WithinSquares))];
            var own = KMeans.Of(points, k, seed, 20).WithinSquares;
            gaps[k - 1] = own > 0 ? reference.Average() - Math.Log(own) : double.NaN;
            errors[k - 1] = Moments.StandardDeviation(reference, 0) * Math.Sqrt(1 + 1.0 / references);
        }
        var chosen = Enumerable.Range(1, most).FirstOrDefault(k => k < most && gaps[k - 1] >= gaps[k] - errors[k]);
        return new([.. gaps], [.. errors], chosen == 0 ? null : chosen);
    }

    private static (double[][] X, int[] Groups) Check(IReadOnlyList<ReadOnlyMemory<double>> points, IReadOnlyList<int> labels)
    {
        var x = PointSet.Of(points, nameof(points));
        ArgumentNullException.ThrowIfNull(labels);
        return labels.Count == x.Length ? (x, [.. labels.Distinct().Order()]) : throw new ArgumentException(string.Create(Invariant, $"{labels.Count} labels for {x.Length} points."), nameof(labels));
    }

    private static double[][] Members(double[][] x, IReadOnlyList<int> labels, int group) => [.. x.Where((_, i) => labels[i] == group)];

    private static double Squares(double[][] members) => PointSet.Mean(members, members[0].Length) is var mean ? members.Sum(p => PointSet.SquaredDistance(p, mean)) : 0;
}

/// <summary>The gap statistic of 1 to k groups.</summary>
/// <param name="Gaps">Gap(1), Gap(2) and so on.</param>
/// <param name="Errors">Their errors.</param>
/// <param name="Groups">The number of groups it chooses; null where it chooses none below the largest.</param>
public sealed record GapStatistic(ImmutableArray<double> Gaps, ImmutableArray<double> Errors, int? Groups)
{
    /// <summary>Equal by content.</summary>
    public bool Equals(GapStatistic? other) => other is not null && Gaps.SequenceEqual(other.Gaps) && Errors.SequenceEqual(other.Errors);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Gaps.Length, Groups);
}
