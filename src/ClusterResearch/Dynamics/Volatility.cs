using System.Collections.Immutable;
using ClusterResearch.Numerics;

namespace ClusterResearch.Dynamics;

/// <summary>How restless a series is: spread, changes from step to step, turns.</summary>
/// <remarks>
/// <para>Standard deviations are of the sample (n − 1). CV = sd/mean. Von Neumann's ratio = Σ (x_t − x_{t−1})² / Σ (x − mean)²: near 2 for noise, near 0 for a
/// smooth path. Growth: (x_t − x_{t−1})/x_{t−1}; logarithmic: ln x_t − ln x_{t−1}. Compound growth: (x_n/x_1)^(1/(n − 1)) − 1. Drawdown: the largest
/// (highest so far − x)/(highest so far). A turn is a change of sign between successive changes, unchanged steps passed over.</para>
/// <para>Missing values (NaN) are left out of level and spread; a change needs both its years, and a window all of its values. Growth on a zero and logarithms of what is not positive are missing, and
/// whatever is made of them too: the other measures stand.</para>
/// <para><b>Source</b> von Neumann, Annals of Mathematical Statistics 12 (1941), 367–395; the rest are definitions.</para>
/// <para><b>Verification</b> numpy, pandas, scipy: tests/reference/E_dynamics_concentration.json.</para>
/// </remarks>
public sealed class Volatility
{
    private readonly double[] x;

    private Volatility(double[] x)
    {
        this.x = x;
        var y = x.Where(v => !double.IsNaN(v)).ToArray();
        (N, Missing) = (y.Length, x.Length - y.Length);
        Mean = Moments.Mean(y);
        StandardDeviation = Moments.StandardDeviation(y, 1);
        MeanAbsoluteDeviation = y.Length == 0 ? double.NaN : y.Average(v => Math.Abs(v - Mean));
        Range = y.Length == 0 ? double.NaN : y.Max() - y.Min();
        Changes = [.. Pairs((a, b) => b - a)];
        Growth = [.. Pairs((a, b) => a == 0 ? double.NaN : (b - a) / a)];
        LogGrowth = [.. Pairs((a, b) => a > 0 && b > 0 ? Math.Log(b / a) : double.NaN)];
        double squares = y.Sum(v => (v - Mean) * (v - Mean));
        VonNeumannRatio = squares > 0 ? Changes.Sum(d => d * d) / squares : double.NaN;
        CompoundGrowth = x is [> 0, .., > 0] ? Math.Pow(x[^1] / x[0], 1.0 / (x.Length - 1)) - 1 : double.NaN;
        var peak = double.NegativeInfinity;
        LargestDrawdown = y.Length == 0 || y.Any(v => v < 0) || y[0] == 0 ? double.NaN : y.Max(v => (peak = Math.Max(peak, v)) - v is var fall ? fall / peak : 0);
        var signs = Changes.Where(d => !double.IsNaN(d) && d != 0).Select(d => Math.Sign(d)).ToArray();
        Turns = signs.Skip(1).Zip(signs).Count(s => s.First != s.Second);
    }

    /// <summary>Measures a series.</summary>
    /// <param name="x">The series in order of time, in equal steps; NaN is missing.</param>
    /// <exception cref="ArgumentException">A value is infinite.</exception>
    public static Volatility Of(ReadOnlySpan<double> x)
    {
        Magnitude.RefuseInfinite(x, nameof(x));
        return new(x.ToArray());
    }

    /// <summary>How many values.</summary>
    public int N { get; }

    /// <summary>How many are missing.</summary>
    public int Missing { get; }

    /// <summary>Mean of the values.</summary>
    public double Mean { get; }

    /// <summary>Their standard deviation (n − 1).</summary>
    public double StandardDeviation { get; }

    /// <summary>Standard deviation over mean; NaN where the mean is zero.</summary>
    public double Variation => Mean == 0 ? double.NaN : StandardDeviation / Mean;

    /// <summary>Mean distance from the mean.</summary>
    public double MeanAbsoluteDeviation { get; }

    /// <summary>Largest less smallest.</summary>
    public double Range { get; }

    /// <summary>Von Neumann's ratio; NaN for a constant series or one with a gap.</summary>
    public double VonNeumannRatio { get; }

    /// <summary>x_t − x_{t−1}, one fewer than values.</summary>
    public ImmutableArray<double> Changes { get; }

    /// <summary>(x_t − x_{t−1})/x_{t−1}.</summary>
    public ImmutableArray<double> Growth { get; }

    /// <summary>ln(x_t/x_{t−1}).</summary>
    public ImmutableArray<double> LogGrowth { get; }

    /// <summary>Standard deviation of the changes.</summary>
    public double ChangeDeviation => Deviation(Changes);

    /// <summary>Standard deviation of growth.</summary>
    public double GrowthDeviation => Deviation(Growth);

    /// <summary>Mean of logarithmic growth.</summary>
    public double LogGrowthMean => LogGrowth.Length == 0 ? double.NaN : LogGrowth.Average();

    /// <summary>Standard deviation of logarithmic growth.</summary>
    public double LogGrowthDeviation => Deviation(LogGrowth);

    /// <summary>Standard deviation of the changes over the size of their mean: how large the swings are beside the drift. NaN where the mean change is zero.</summary>
    public double ChangeVariation => Changes.Length > 0 && Changes.Average() is var mean && mean != 0 ? ChangeDeviation / Math.Abs(mean) : double.NaN;

    /// <summary>Compound growth per step; NaN unless first and last are positive.</summary>
    public double CompoundGrowth { get; }

    /// <summary>The largest fall from the highest value so far, as a share of it; NaN for series that are not positive.</summary>
    public double LargestDrawdown { get; }

    /// <summary>How often changes turn from rise to fall or back.</summary>
    public int Turns { get; }

    /// <summary>Mean and standard deviation (n − 1) in every window of a length.</summary>
    /// <param name="length">The length, from 2.</param>
    /// <returns>One pair per window, NaN where a value in it is missing; none where the series is shorter.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The length is below 2.</exception>
    public (ImmutableArray<double> Means, ImmutableArray<double> Deviations) Rolling(int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 2);
        var windows = Enumerable.Range(0, Math.Max(0, x.Length - length + 1)).ToArray();
        return ([.. windows.Select(i => Moments.Mean(x.AsSpan(i, length)))], [.. windows.Select(i => Moments.StandardDeviation(x.AsSpan(i, length), 1))]);
    }

    private IEnumerable<double> Pairs(Func<double, double, double> of) => x.Skip(1).Select((v, i) => of(x[i], v));

    private static double Deviation(ImmutableArray<double> values) => Moments.StandardDeviation(values.AsSpan(), 1);
}
