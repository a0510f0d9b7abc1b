using System.Collections.Immutable;
using ClusterResearch.Numerics;

namespace ClusterResearch.Dynamics;

/// <summary>Hodrick–Prescott filter: a smooth trend and what swings about it.</summary>
/// <remarks>
/// <para>The trend τ minimises Σ (y_t − τ_t)² + λ Σ (τ_{t+1} − 2τ_t + τ_{t−1})²; it solves (I + λ DᵀD) τ = y with D the second differences, by a banded
/// Cholesky factorisation in T steps. λ = 100 and 6.25 (Ravn and Uhlig 2002) are usual for years. Ends of the trend are pulled towards the last values.</para>
/// <para>A series with a missing value has no trend (all NaN); one of fewer than three values is its own trend.</para>
/// <para><b>Source</b> Hodrick and Prescott, Journal of Money, Credit and Banking 29 (1997), 1–16.</para>
/// <para><b>Verification</b> statsmodels 0.13.5 and a dense solution: tests/reference/E_dynamics_concentration.json.</para>
/// </remarks>
public static class HodrickPrescott
{
    /// <summary>Trend and cycle of a series.</summary>
    /// <param name="y">The series in order of time, in equal steps.</param>
    /// <param name="lambda">λ, zero or more.</param>
    /// <exception cref="ArgumentException">A value is infinite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">λ is negative or no number.</exception>
    public static (ImmutableArray<double> Trend, ImmutableArray<double> Cycle) Of(ReadOnlySpan<double> y, double lambda)
    {
        Magnitude.RefuseInfinite(y, nameof(y));
        if (!(lambda >= 0) || double.IsInfinity(lambda))
        {
            throw new ArgumentOutOfRangeException(nameof(lambda), lambda, "λ is a number of zero or more.");
        }
        var values = y.ToArray();
        var trend = values.Any(double.IsNaN) ? [.. values.Select(_ => double.NaN)] : values.Length < 3 ? values : Solve(values, lambda);
        return ([.. trend], [.. values.Zip(trend, (a, b) => a - b)]);
    }

    /// <summary>LDLᵀ of the five bands, forward and back.</summary>
    private static double[] Solve(double[] y, double lambda)
    {
        var n = y.Length;
        var (d, e, f) = (new double[n], new double[n], new double[n]); // diagonal, first and second band below
        for (var t = 0; t + 2 < n; t++)
        {
            double[] row = [1, -2, 1];
            for (var a = 0; a < 3; a++)
            {
                d[t + a] += lambda * row[a] * row[a];
            }
            e[t + 1] += lambda * row[0] * row[1];
            e[t + 2] += lambda * row[1] * row[2];
            f[t + 2] += lambda * row[0] * row[2];
        }
        var x = (double[])y.Clone();
        for (var t = 0; t < n; t++)
        {
            d[t]++;
            var far = t >= 2 ? f[t] / d[t - 2] : 0; // L_{t,t−2}
            var near = t >= 1 ? (e[t] - (t >= 2 ? far * d[t - 2] * e[t - 1] : 0)) / d[t - 1] : 0; // L_{t,t−1}; e holds L from here on
            d[t] -= (t >= 2 ? far * far * d[t - 2] : 0) + (t >= 1 ? near * near * d[t - 1] : 0);
            x[t] -= (t >= 2 ? far * x[t - 2] : 0) + (t >= 1 ? near * x[t - 1] : 0);
            (e[t], f[t]) = (near, far);
        }
        for (var t = n - 1; t >= 0; t--)
        {
            x[t] = x[t] / d[t] - (t + 1 < n ? e[t + 1] * x[t + 1] : 0) - (t + 2 < n ? f[t + 2] * x[t + 2] : 0);
        }
        return x;
    }
}
