using ClusterResearch.Numerics;

namespace ClusterResearch.Statistics;

/// <summary>Correlation of a series with itself some steps earlier.</summary>
/// <remarks>
/// <para>r_k = Σ_{t=1}^{n−k} (y_t − ȳ)(y_{t+k} − ȳ) / Σ_{t=1}^{n} (y_t − ȳ)², with the mean ȳ of the whole series. A pure number.</para>
/// <para>A series with a missing value (NaN) has no autocorrelation (NaN), since steps would be skipped; nor has a constant one.</para>
/// <para><b>Source</b> Box and Jenkins, Time Series Analysis (1976); NIST/SEMATECH e-Handbook of Statistical Methods, section 1.3.3.1.</para>
/// <para><b>Verification</b> certified values of NIST StRD: tests/reference/NIST_univariate.json.</para>
/// </remarks>
public static class Autocorrelation
{
    /// <summary>The autocorrelation of a series at one lag.</summary>
    /// <param name="y">The series, in order.</param>
    /// <param name="lag">How many steps, from 1.</param>
    /// <returns>r_k; 0 where the series is not longer than the lag, NaN where it is constant, empty or has a gap.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The lag is below 1.</exception>
    /// <exception cref="ArgumentException">A value is infinite.</exception>
    public static double Of(ReadOnlySpan<double> y, int lag = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(lag, 1);
        Magnitude.RefuseInfinite(y, nameof(y));
        var x = Magnitude.Tame(y);
        var m = CentralMoments.Of(x);
        var products = 0.0;
        for (var t = 0; t + lag < x.Length; t++)
        {
            products += (x[t] - m.Mean) * (x[t + lag] - m.Mean);
        }
        return m.M2 > 0 ? products / (m.M2 * m.N) : double.NaN;
    }
}
