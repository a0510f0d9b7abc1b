using ClusterResearch.Numerics;
using ClusterResearch.Statistics;

namespace ClusterResearch.Dynamics;

/// <summary>How the variance of Mann and Kendall's S is taken.</summary>
public enum TrendVariance
{
    /// <summary>Values are independent of each other; corrected for ties.</summary>
    Independent,

    /// <summary>Corrected for ties and for autocorrelation after Hamed and Rao.</summary>
    HamedRao,
}

/// <summary>Mann–Kendall test: does a series rise or fall, whatever the shape?</summary>
/// <remarks>
/// <para>S = Σ_{i&lt;j} sign(x_j − x_i); var S = (n(n − 1)(2n + 5) − Σ t(t − 1)(2t + 5))/18 over groups of t equal values; z = (S − sign S)/√var S with continuity
/// correction, S/√var S without; two-sided normal p. τ-a = S/(n(n − 1)/2); τ-b divides by √((pairs − tied pairs) · pairs).</para>
/// <para>Hamed–Rao multiplies var S by 1 + 2/(n(n − 1)(n − 2)) Σ_l (n − l)(n − l − 1)(n − l − 2) ρ_l, with ρ_l the autocorrelation of the ranks of the series
/// after Sen's slope is taken out, and only lags with |ρ_l| &gt; 1.96/√n. With short series the factor can come out at zero or below: then there is no z (NaN).</para>
/// <para>Missing values (NaN) are left out and counted; in Hamed–Rao lags are then counted over those present. Under 8 values the normal p is rough. A constant series has no z.</para>
/// <para><b>Source</b> Mann, Econometrica 13 (1945), 245–259; Kendall and Gibbons, Rank Correlation Methods (1990); Hamed and Rao, Journal of Hydrology 204
/// (1998), 182–196.</para>
/// <para><b>Verification</b> R trend 1.1.6, pyMannKendall, scipy: tests/reference/E_dynamics_concentration.json; Hamed–Rao by hand:
/// tests/ClusterResearch.Tests/Dynamics/MannKendallTests.cs.</para>
/// </remarks>
public static class MannKendall
{
    private const double Significant = 1.959963984540054;

    /// <summary>Tests a series for trend.</summary>
    /// <param name="x">The series in order of time, in equal steps; NaN is missing.</param>
    /// <param name="variance">How the variance is taken.</param>
    /// <param name="continuity">Whether z is corrected for continuity.</param>
    /// <param name="lags">The largest lag of the correction for autocorrelation; null for all.</param>
    /// <exception cref="ArgumentException">A value is infinite.</exception>
    public static TrendTest Of(ReadOnlySpan<double> x, TrendVariance variance = TrendVariance.Independent, bool continuity = true, int? lags = null)
    {
        Magnitude.RefuseInfinite(x, nameof(x));
        double[] y = [.. x.ToArray().Where(v => !double.IsNaN(v))];
        double n = y.Length;
        var s = 0.0;
        for (var i = 0; i < y.Length; i++)
        {
            for (var j = i + 1; j < y.Length; j++)
            {
                s += y[j].CompareTo(y[i]);
            }
        }
        var ties = y.GroupBy(v => v).Select(g => (double)g.Count()).ToArray();
        var spread = (n * (n - 1) * (2 * n + 5) - ties.Sum(t => t * (t - 1) * (2 * t + 5))) / 18;
        spread *= variance == TrendVariance.HamedRao ? Inflation(x, y, lags) : 1;
        var pairs = n * (n - 1) / 2;
        var z = spread > 0 ? (s - (continuity ? Math.Sign(s) : 0)) / Math.Sqrt(spread) : double.NaN;
        var tauB = s / (Math.Sqrt(pairs - ties.Sum(t => t * (t - 1) / 2)) * Math.Sqrt(pairs));
        return new(s, spread, s / pairs, tauB, z, Distributions.NormalTwoSided(z), y.Length, x.Length - y.Length, variance);
    }

    /// <summary>Hamed and Rao's factor of the variance.</summary>
    private static double Inflation(ReadOnlySpan<double> x, double[] y, int? lags)
    {
        double n = y.Length;
        if (n < 3)
        {
            return 1;
        }
        var slope = SenSlope.Of(x).Slope;
        var level = x.ToArray().Select((v, t) => v - slope * t).Where(v => !double.IsNaN(v)).ToArray();
        var ranks = Ranks.Average(level, ascending: true);
        var sum = 0.0;
        for (var lag = 1; lag < y.Length && lag <= (lags ?? int.MaxValue); lag++)
        {
            var rho = Autocorrelation.Of(ranks, lag);
            sum += Math.Abs(rho) > Significant / Math.Sqrt(n) ? (n - lag) * (n - lag - 1) * (n - lag - 2) * rho : 0;
        }
        return 1 + 2 * sum / (n * (n - 1) * (n - 2));
    }
}

/// <summary>Result of a Mann–Kendall test.</summary>
/// <param name="S">Rising pairs less falling pairs.</param>
/// <param name="Variance">Its variance without trend.</param>
/// <param name="TauA">S over all pairs.</param>
/// <param name="TauB">S over the pairs that are not tied.</param>
/// <param name="Z">The standard normal statistic; NaN for a constant series.</param>
/// <param name="P">Two-sided p-value.</param>
/// <param name="N">How many values.</param>
/// <param name="Missing">How many are missing.</param>
/// <param name="Kind">How the variance was taken.</param>
public sealed record TrendTest(double S, double Variance, double TauA, double TauB, double Z, double P, int N, int Missing, TrendVariance Kind);
