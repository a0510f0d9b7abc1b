using System.Collections.Immutable;
using ClusterResearch.Numerics;

namespace ClusterResearch.Statistics;

/// <summary>k-means: k groups of points with the smallest sum of squared distances to the groups' means.</summary>
/// <remarks>
/// <para>Minimises W = Σ_i |x_i − m_{c(i)}|². <see cref="From"/>: Lloyd's steps from given centres; a group left empty keeps its centre, a point between two centres goes to the first.
/// <see cref="Of"/>: from seeded starts (k-means++), each improved by Lloyd's steps and then by moving single points as long as W falls; the best is kept. W may still not be the smallest possible.</para>
/// <para>Euclidean distances: coordinates in different units must be standardised before. A point with a missing coordinate is refused.</para>
/// <para><b>Source</b> Lloyd, IEEE Transactions on Information Theory 28 (1982), 129–137; Hartigan and Wong, Applied Statistics 28 (1979), 100–108; Arthur and Vassilvitskii, SODA 2007.</para>
/// <para><b>Verification</b> R kmeans, scikit-learn: tests/reference/E_dynamics_concentration.json.</para>
/// </remarks>
public static class KMeans
{
    private const int MostSteps = 1000;

    /// <summary>Groups by Lloyd's steps from given centres; group g is that of centre g.</summary>
    /// <param name="points">n points of d coordinates.</param>
    /// <param name="centers">k centres of d coordinates.</param>
    /// <exception cref="ArgumentException">Points or centres that are none, or of different length.</exception>
    public static Partition From(IReadOnlyList<ReadOnlyMemory<double>> points, IReadOnlyList<ReadOnlyMemory<double>> centers)
    {
        var (x, start) = (PointSet.Of(points, nameof(points)), PointSet.Of(centers, nameof(centers)));
        return x[0].Length == start[0].Length ? Result(x, Lloyd(x, start)) : throw new ArgumentException("Centres have other coordinates than the points.", nameof(centers));
    }

    /// <summary>The best grouping of seeded starts; groups in the order in which they first appear.</summary>
    /// <param name="points">n points of d coordinates.</param>
    /// <param name="groups">k, from 1 to n.</param>
    /// <param name="seed">The seed of the starts.</param>
    /// <param name="starts">How many starts.</param>
    /// <exception cref="ArgumentException">Points that are none, or of different length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">k is not from 1 to n, or no start is asked for.</exception>
    public static Partition Of(IReadOnlyList<ReadOnlyMemory<double>> points, int groups, ulong seed = 1, int starts = 100)
    {
        var x = PointSet.Of(points, nameof(points));
        ArgumentOutOfRangeException.ThrowIfLessThan(groups, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(groups, x.Length);
        ArgumentOutOfRangeException.ThrowIfLessThan(starts, 1);
        var random = new SplitMix(seed);
        var best = Enumerable.Range(0, starts).Select(s => Exchange(x, Lloyd(x, Spread(x, groups, random.Part((ulong)s)))))
            .MinBy(labels => Ranks.Significant(Within(x, labels, groups)))!;
        var order = best.Distinct().ToList();
        return Result(x, ([.. best.Select(g => order.IndexOf(g))], null));
    }

    /// <summary>k-means++: each further centre is a point drawn with a chance proportional to its squared distance from the nearest centre so far.</summary>
    private static double[][] Spread(double[][] x, int k, SplitMix random)
    {
        List<double[]> centers = [x[(int)(random.Uniform(0) * x.Length)]];
        var far = new double[x.Length];
        Array.Fill(far, double.PositiveInfinity);
        while (centers.Count < k)
        {
            var sum = 0.0;
            for (var i = 0; i < x.Length; i++)
            {
                far[i] = Math.Min(far[i], PointSet.SquaredDistance(x[i], centers[^1]));
                sum += far[i];
            }
            var (left, at) = (random.Uniform((ulong)centers.Count) * sum, 0);
            while (at < x.Length - 1 && (left -= far[at]) >= 0)
            {
                at++;
            }
            centers.Add(x[at]);
        }
        return [.. centers];
    }

    private static (int[] Labels, double[][] Centers) Lloyd(double[][] x, double[][] centers)
    {
        var labels = new int[x.Length];
        Array.Fill(labels, -1);
        for (var (moved, step) = (true, 0); moved && step < MostSteps; step++)
        {
            moved = false;
            for (var i = 0; i < x.Length; i++)
            {
                var near = Nearest(x[i], centers);
                (moved, labels[i]) = (moved || near != labels[i], near);
            }
            centers = moved ? Means(x, labels, centers) : centers;
        }
        return (labels, centers);
    }

    private static int Nearest(double[] point, double[][] centers)
    {
        var (best, at) = (double.PositiveInfinity, 0);
        for (var g = 0; g < centers.Length; g++)
        {
            if (PointSet.SquaredDistance(point, centers[g]) is var d && d < best)
            {
                (best, at) = (d, g);
            }
        }
        return at;
    }

    /// <summary>The mean of every group; an empty one keeps its centre.</summary>
    private static double[][] Means(double[][] x, int[] labels, double[][] centers)
    {
        var (sums, sizes) = (centers.Select(c => new double[c.Length]).ToArray(), new int[centers.Length]);
        for (var i = 0; i < x.Length; i++)
        {
            sizes[labels[i]]++;
            for (var j = 0; j < x[i].Length; j++)
            {
                sums[labels[i]][j] += x[i][j];
            }
        }
        return [.. sums.Select((s, g) => sizes[g] == 0 ? centers[g] : [.. s.Select(v => v / sizes[g])])];
    }

    /// <summary>Moves single points to other groups while the sum of squares falls by more than rounding.</summary>
    private static int[] Exchange(double[][] x, (int[] Labels, double[][] Centers) from)
    {
        var labels = from.Labels;
        double[][] centers = [.. from.Centers.Select(c => c.ToArray())];
        double[] sizes = [.. centers.Select((_, g) => (double)labels.Count(l => l == g))];
        var rounding = 1e-13 * x.Sum(p => p.Sum(v => v * v));
        for (var (moved, step) = (true, 0); moved && step < MostSteps; step++)
        {
            moved = false;
            for (var i = 0; i < x.Length; i++)
            {
                var own = labels[i];
                if (sizes[own] > 1 && Cheapest(x[i], own, centers, sizes) is var (other, cost) && cost < PointSet.SquaredDistance(x[i], centers[own]) * sizes[own] / (sizes[own] - 1) - rounding)
                {
                    (labels[i], moved) = (other, true);
                    for (var j = 0; j < x[i].Length; j++)
                    {
                        centers[own][j] -= (x[i][j] - centers[own][j]) / (sizes[own] - 1);
                        centers[other][j] += (x[i][j] - centers[other][j]) / (sizes[other] + 1);
                    }
                    (sizes[own], sizes[other]) = (sizes[own] - 1, sizes[other] + 1);
                }
            }
        }
        return labels;
    }

    /// <summary>The group that a point could join at the least cost.</summary>
    private static (int Group, double Cost) Cheapest(double[] point, int own, double[][] centers, double[] sizes)
    {
        var (at, best) = (own, double.PositiveInfinity);
        for (var g = 0; g < centers.Length; g++)
        {
            if (g != own && PointSet.SquaredDistance(point, centers[g]) * sizes[g] / (sizes[g] + 1) is var cost && cost < best)
            {
                (at, best) = (g, cost);
            }
        }
        return (at, best);
    }

    private static double Within(double[][] x, int[] labels, int groups)
    {
        var (means, sum) = (Means(x, labels, [.. Enumerable.Repeat(x[0], groups)]), 0.0);
        for (var i = 0; i < x.Length; i++)
        {
            sum += PointSet.SquaredDistance(x[i], means[labels[i]]);
        }
        return sum;
    }

    private static Partition Result(double[][] x, (int[] Labels, double[][]? Centers) found)
    {
        var k = found.Centers?.Length ?? found.Labels.Max() + 1;
        var members = Enumerable.Range(0, k).Select(g => x.Where((_, i) => found.Labels[i] == g).ToArray()).ToArray();
        var centers = members.Select((own, g) => own.Length > 0 ? PointSet.Mean(own, x[0].Length) : found.Centers![g]).ToArray();
        return new([.. found.Labels], [.. centers.Select(c => c.ToImmutableArray())], x.Select((p, i) => PointSet.SquaredDistance(p, centers[found.Labels[i]])).Sum(), [.. members.Select(m => m.Length)]);
    }
}

/// <summary>Points in groups.</summary>
/// <param name="Labels">The group of every point, from 0.</param>
/// <param name="Centers">The mean of every group.</param>
/// <param name="WithinSquares">W: the sum of squared distances to these means.</param>
/// <param name="Sizes">How many points every group has.</param>
public sealed record Partition(ImmutableArray<int> Labels, ImmutableArray<ImmutableArray<double>> Centers, double WithinSquares, ImmutableArray<int> Sizes)
{
    /// <summary>Equal if the same points are in the same groups.</summary>
    public bool Equals(Partition? other) => other is not null && Labels.SequenceEqual(other.Labels);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Labels.Length, WithinSquares);
}
