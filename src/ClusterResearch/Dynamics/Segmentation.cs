using System.Collections.Immutable;
using ClusterResearch.Numerics;

namespace ClusterResearch.Dynamics;

/// <summary>Fisher's optimal segmentation: the cut of a series into k parts, each as level as can be.</summary>
/// <remarks>
/// <para>Minimises the sum over parts of Σ (x − mean of the part)², exactly, by dynamic programming over all cuts. Of equal solutions the one with the smallest breaks is
/// kept. A missing value (NaN) has no place in a part, so a series with one is refused.</para>
/// <para><b>Source</b> Fisher, Journal of the American Statistical Association 53 (1958), 789–798.</para>
/// <para><b>Verification</b> dynamic programming and exhaustive search: tests/reference/E_dynamics_concentration.json.</para>
/// </remarks>
public static class Segmentation
{
    /// <summary>Cuts a series.</summary>
    /// <param name="x">The series in order of time.</param>
    /// <param name="segments">k, from 1 to the number of values.</param>
    /// <exception cref="ArgumentException">A value is missing or infinite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are not that many values.</exception>
    public static Segments Of(ReadOnlySpan<double> x, int segments)
    {
        Magnitude.RefuseInfinite(x, nameof(x));
        var y = x.ToArray();
        if (y.Any(double.IsNaN))
        {
            throw new ArgumentException("A value is missing; the series can be cut where it is whole.", nameof(x));
        }
        ArgumentOutOfRangeException.ThrowIfLessThan(segments, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(segments, y.Length);
        var n = y.Length;
        var within = Squares(y);
        var best = Enumerable.Range(0, n).Select(j => within[0][j]).ToArray();
        var from = new int[segments][];
        for (var k = 1; k < segments; k++)
        {
            var (next, cut) = (new double[n], new int[n]);
            for (var j = n - 1; j >= 0; j--)
            {
                next[j] = double.PositiveInfinity;
                for (var i = k; i <= j; i++)
                {
                    var total = best[i - 1] + within[i][j - i];
                    if (total < next[j] - 1e-12 * Math.Abs(next[j]) || double.IsInfinity(next[j]))
                    {
                        (next[j], cut[j]) = (total, i);
                    }
                }
            }
            (best, from[k]) = (next, cut);
        }
        var breaks = new Stack<int>();
        for (int k = segments - 1, j = n - 1; k > 0; k--)
        {
            breaks.Push(from[k][j]);
            j = from[k][j] - 1;
        }
        return new([.. breaks], best[n - 1]);
    }

    /// <summary>Σ (x − mean)² of the values from i to i + m, updated value by value so that no digits cancel.</summary>
    private static double[][] Squares(double[] y) =>
        [.. y.Select((_, i) =>
        {
            var (mean, sum) = (0.0, 0.0);
            return y.Skip(i).Select((v, m) =>
            {
                var off = v - mean;
                mean += off / (m + 1);
                return sum += off * (v - mean);
            }).ToArray();
        })];
}

/// <summary>A series in parts.</summary>
/// <param name="Breaks">The last position of each part but the last, from 1.</param>
/// <param name="WithinSquares">The sum of squares that is left.</param>
public sealed record Segments(ImmutableArray<int> Breaks, double WithinSquares)
{
    /// <summary>Equal by content.</summary>
    public bool Equals(Segments? other) => other is not null && Breaks.SequenceEqual(other.Breaks) && WithinSquares.Equals(other.WithinSquares);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Breaks.Length, WithinSquares);
}
