using ClusterResearch.Numerics;

namespace ClusterResearch.Dynamics;

/// <summary>Sen's slope: the median of the slopes between any two points, which a single odd year hardly moves.</summary>
/// <remarks>
/// <para>b = median over i &lt; j of (x_j − x_i)/(j − i), in units of x per step. Intercept: median(x) − b · median(position), positions from 0. Interval: of the N
/// sorted slopes those of rank round((N − C)/2) and round((N + C)/2 + 1), with C = z √var S of the Mann–Kendall test, ties corrected.</para>
/// <para>Missing values (NaN) make no slopes; steps across them count in full. Fewer than two values: NaN. The interval is NaN where there are too few slopes for it.</para>
/// <para><b>Source</b> Sen, Journal of the American Statistical Association 63 (1968), 1379–1389; Gilbert, Statistical Methods for Environmental Pollution Monitoring (1987), section 16.5.</para>
/// <para><b>Verification</b> R trend 1.1.6, scipy: tests/reference/E_dynamics_concentration.json.</para>
/// </remarks>
public static class SenSlope
{
    /// <summary>The slope of a series with its confidence interval.</summary>
    /// <param name="x">The series in order of time, in equal steps; NaN is missing.</param>
    /// <param name="confidence">The level of the interval, between 0 and 1.</param>
    /// <exception cref="ArgumentException">A value is infinite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    public static SenEstimate Of(ReadOnlySpan<double> x, double confidence = 0.95)
    {
        Magnitude.RefuseInfinite(x, nameof(x));
        if (confidence is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "A confidence level lies between 0 and 1.");
        }
        var y = x.ToArray();
        var here = Enumerable.Range(0, y.Length).Where(i => !double.IsNaN(y[i])).ToArray();
        var slopes = here.SelectMany((i, k) => here.Skip(k + 1).Select(j => (y[j] - y[i]) / (j - i))).Order().ToArray();
        var slope = Moments.Median(slopes);
        var intercept = Moments.Median([.. here.Select(i => y[i])]) - slope * Moments.Median([.. here.Select(i => (double)i)]);
        // without the test of trend, which takes this slope: the plain variance
        var reach = Distributions.NormalQuantile((1 + confidence) / 2) * Math.Sqrt(MannKendall.Of(x).Variance);
        return new(slope, intercept, At(Math.Round((slopes.Length - reach) / 2)), At(Math.Round((slopes.Length + reach) / 2 + 1)), here.Length);

        double At(double rank) => rank >= 1 && rank <= slopes.Length ? slopes[(int)rank - 1] : double.NaN;
    }
}

/// <summary>Sen's slope.</summary>
/// <param name="Slope">Units of the series per step.</param>
/// <param name="Intercept">The line at the first position.</param>
/// <param name="Low">Lower end of the interval of the slope; NaN where there is none.</param>
/// <param name="High">Upper end.</param>
/// <param name="N">How many values.</param>
public sealed record SenEstimate(double Slope, double Intercept, double Low, double High, int N);
