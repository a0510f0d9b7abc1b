using System.Collections.Immutable;

namespace ClusterResearch.Statistics;

/// <summary>Ward's hierarchical clustering: from single points upwards, always the merger that adds least to the sum of squares within.</summary>
/// <remarks>
/// <para>Height of a merger of groups a and b: √(2 n_a n_b/(n_a + n_b)) |m_a − m_b|, as R's ward.D2 and scipy; R's ward.D is another thing. Updated by Lance and Williams' recurrence. Of equal mergers the first pair of
/// points is taken.</para>
/// <para>Euclidean distances: coordinates in different units must be standardised before. A point with a missing coordinate is refused.</para>
/// <para><b>Source</b> Ward, Journal of the American Statistical Association 58 (1963), 236–244; Murtagh and Legendre, Journal of Classification 31 (2014), 274–295.</para>
/// <para><b>Verification</b> R hclust (ward.D2), scipy: tests/reference/E_dynamics_concentration.json.</para>
/// </remarks>
public sealed class WardClustering
{
    private readonly ImmutableArray<(int A, int B)> mergers;
    private readonly int n;

    private WardClustering(int n, ImmutableArray<(int, int)> mergers, ImmutableArray<double> heights) => (this.n, this.mergers, Heights) = (n, mergers, heights);

    /// <summary>The heights of the n − 1 mergers, rising.</summary>
    public ImmutableArray<double> Heights { get; }

    /// <summary>Builds the tree.</summary>
    /// <param name="points">n points of d coordinates.</param>
    /// <exception cref="ArgumentException">Points that are none, or of different length, or with a missing coordinate.</exception>
    public static WardClustering Of(IReadOnlyList<ReadOnlyMemory<double>> points)
    {
        var x = PointSet.Of(points, nameof(points));
        var count = x.Length;
        var d = new double[count, count]; // squared heights
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < count; j++)
            {
                d[i, j] = PointSet.SquaredDistance(x[i], x[j]);
            }
        }
        List<int> open = [.. Enumerable.Range(0, count)]; // each group by its first point
        var sizes = Enumerable.Repeat(1.0, count).ToArray();
        var (mergers, heights) = (ImmutableArray.CreateBuilder<(int, int)>(), ImmutableArray.CreateBuilder<double>());
        while (open.Count > 1)
        {
            var (a, b) = Nearest(open, d);
            foreach (var c in open.Where(c => c != a && c != b))
            {
                var all = sizes[a] + sizes[b] + sizes[c];
                d[a, c] = d[c, a] = ((sizes[a] + sizes[c]) * d[a, c] + (sizes[b] + sizes[c]) * d[b, c] - sizes[c] * d[a, b]) / all;
            }
            mergers.Add((a, b));
            heights.Add(Math.Sqrt(Math.Max(0, d[a, b])));
            sizes[a] += sizes[b];
            open.Remove(b);
        }
        return new(count, mergers.ToImmutable(), heights.ToImmutable());
    }

    /// <summary>The groups when the tree is cut into k: the group of every point, numbered from 0 in order of first appearance.</summary>
    /// <param name="groups">k, from 1 to n.</param>
    /// <exception cref="ArgumentOutOfRangeException">k is not from 1 to n.</exception>
    public ImmutableArray<int> Cut(int groups)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(groups, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(groups, n);
        var first = Enumerable.Range(0, n).ToArray();
        foreach (var (a, b) in mergers.Take(n - groups))
        {
            for (var i = 0; i < n; i++)
            {
                first[i] = first[i] == b ? a : first[i];
            }
        }
        var order = first.Distinct().ToList();
        return [.. first.Select(g => order.IndexOf(g))];
    }

    /// <summary>The nearest pair of open groups; of equal ones the first.</summary>
    private static (int A, int B) Nearest(List<int> open, double[,] d)
    {
        var (best, pair) = (double.PositiveInfinity, (0, 0));
        var groups = open.ToArray();
        for (var p = 0; p < groups.Length; p++)
        {
            for (var (a, q) = (groups[p], p + 1); q < groups.Length; q++)
            {
                if (d[a, groups[q]] < best)
                {
                    (best, pair) = (d[a, groups[q]], (a, groups[q]));
                }
            }
        }
        return pair;
    }
}
