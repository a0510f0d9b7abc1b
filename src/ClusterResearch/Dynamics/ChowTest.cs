using ClusterResearch.Numerics;

namespace ClusterResearch.Dynamics;

/// <summary>Chow's test: does one line hold for both parts of a series, cut at a place that was known beforehand?</summary>
/// <remarks>
/// <para>F = ((RSS − RSS₁ − RSS₂)/k) / ((RSS₁ + RSS₂)/(n − 2k)) with k and n − 2k degrees of freedom; the line is x = a + b t (k = 2), or a level only
/// (k = 1). The same variance is assumed in both parts.</para>
/// <para>Missing values (NaN) are left out; t keeps the true distances. A part with fewer than k values, or nothing left over in both: NaN. A place that was chosen by
/// looking at the series makes p too small.</para>
/// <para><b>Source</b> Chow, Econometrica 28 (1960), 591–605.</para>
/// <para><b>Verification</b> R lm, statsmodels: tests/reference/E_dynamics_concentration.json.</para>
/// </remarks>
public static class ChowTest
{
    /// <summary>Tests for a break after a position.</summary>
    /// <param name="x">The series in order of time, in equal steps; NaN is missing.</param>
    /// <param name="after">The last position of the first part, from 1.</param>
    /// <param name="trend">Whether the line has a slope.</param>
    /// <exception cref="ArgumentException">A value is infinite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A part would be empty.</exception>
    public static BreakTest Of(ReadOnlySpan<double> x, int after, bool trend = true)
    {
        Magnitude.RefuseInfinite(x, nameof(x));
        ArgumentOutOfRangeException.ThrowIfLessThan(after, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(after, x.Length);
        var points = x.ToArray().Select((v, t) => (T: (double)t, X: v)).Where(p => !double.IsNaN(p.X)).ToArray();
        var (first, second) = (points.Where(p => p.T < after).ToArray(), points.Where(p => p.T >= after).ToArray());
        var (k, n) = (trend ? 2 : 1, points.Length);
        if (first.Length < k || second.Length < k || n - 2 * k < 1)
        {
            return new(double.NaN, k, n - 2 * k, double.NaN);
        }
        var parts = Rss(first, trend) + Rss(second, trend);
        var f = parts > 0 ? (Rss(points, trend) - parts) / k / (parts / (n - 2 * k)) : double.NaN;
        return new(f, k, n - 2 * k, Distributions.FUpper(f, k, n - 2 * k));
    }

    private static double Rss((double T, double X)[] points, bool trend)
    {
        var (t, x) = (points.Average(p => p.T), points.Average(p => p.X));
        var tt = points.Sum(p => (p.T - t) * (p.T - t));
        var slope = trend && tt > 0 ? points.Sum(p => (p.T - t) * (p.X - x)) / tt : 0;
        return points.Sum(p => p.X - x - slope * (p.T - t) is var e ? e * e : 0);
    }
}

/// <summary>Result of Chow's test.</summary>
/// <param name="F">The statistic; NaN where it cannot be had.</param>
/// <param name="Df1">Degrees of freedom of the numerator.</param>
/// <param name="Df2">Degrees of freedom of the denominator.</param>
/// <param name="P">Its p-value.</param>
public sealed record BreakTest(double F, int Df1, int Df2, double P);
