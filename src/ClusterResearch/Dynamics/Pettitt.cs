using System.Collections.Immutable;
using ClusterResearch.Numerics;

namespace ClusterResearch.Dynamics;

/// <summary>Pettitt's test: is there one point before which a series lies otherwise than after it?</summary>
/// <remarks>
/// <para>U_k = 2 Σ_{i≤k} r_i − k(n + 1) with r the average ranks; U = max |U_k|; p ≈ min(1, 2 exp(−6U²/(n³ + n²))), rough for small n and for p above 0.5.
/// A steady trend also makes U large: a change point is then only where the middle is.</para>
/// <para>Missing values (NaN) are left out; positions are those of the whole series. Several positions with the same U are all listed.</para>
/// <para><b>Source</b> Pettitt, Applied Statistics 28 (1979), 126–135.</para>
/// <para><b>Verification</b> R trend 1.1.6, pyHomogeneity: tests/reference/E_dynamics_concentration.json.</para>
/// </remarks>
public static class Pettitt
{
    /// <summary>Tests a series for a change of level.</summary>
    /// <param name="x">The series in order of time; NaN is missing.</param>
    /// <exception cref="ArgumentException">A value is infinite.</exception>
    public static ChangePoint Of(ReadOnlySpan<double> x)
    {
        Magnitude.RefuseInfinite(x, nameof(x));
        var y = x.ToArray();
        var here = Enumerable.Range(0, y.Length).Where(i => !double.IsNaN(y[i])).ToArray();
        double[] values = [.. here.Select(i => y[i])];
        var ranks = Ranks.Average(values, ascending: true);
        var (n, sum) = ((double)here.Length, 0.0);
        var path = new double[here.Length];
        for (var k = 0; k < path.Length; k++)
        {
            sum += ranks[k];
            path[k] = 2 * sum - (k + 1) * (n + 1);
        }
        if (path.Length == 0)
        {
            return new([], [], double.NaN, double.NaN, double.NaN, double.NaN, 0);
        }
        var u = path.Max(Math.Abs);
        var places = Enumerable.Range(0, path.Length).Where(k => Math.Abs(path[k]) == u).ToArray();
        var after = places[0] + 1;
        return new([.. places.Select(k => here[k] + 1)], [.. path], u, Math.Min(1, 2 * Math.Exp(-6 * u * u / (n * n * n + n * n))),
            Moments.Mean(values.AsSpan(0, after)), Moments.Mean(values.AsSpan(after)), here.Length);
    }
}

/// <summary>Result of Pettitt's test.</summary>
/// <param name="Positions">The last positions of the first part, from 1; more than one only if they tie.</param>
/// <param name="Path">U_k of every value that is present.</param>
/// <param name="U">The largest |U_k|.</param>
/// <param name="P">Approximate p-value.</param>
/// <param name="MeanBefore">Mean up to the first position.</param>
/// <param name="MeanAfter">Mean of the rest; NaN if there is none.</param>
/// <param name="N">How many values.</param>
public sealed record ChangePoint(ImmutableArray<int> Positions, ImmutableArray<double> Path, double U, double P, double MeanBefore, double MeanAfter, int N)
{
    /// <summary>Equal by content.</summary>
    public bool Equals(ChangePoint? other) => other is not null && Positions.SequenceEqual(other.Positions) && Path.SequenceEqual(other.Path) && N == other.N;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(U, N, Positions.Length);
}
