using ClusterResearch.Numerics;

namespace ClusterResearch.Statistics;

/// <summary>A column in numbers: centre and spread, each under the name of its convention.</summary>
/// <remarks>
/// <para>Over the n values that are present; missing ones (NaN) are left out. Means, quantiles and deviations are in the unit of
/// the values, the variance in its square, the coefficient of variation is a pure number. What is not defined is NaN: everything
/// without a value, a deviation of one value, the coefficient of variation at mean zero, geometric and harmonic mean of negative values.</para>
/// <para>Variances are taken in two passes around a corrected mean. Quartiles are of type 7. The trimmed mean leaves out ⌊0.1 n⌋
/// values at each end. Geometric and harmonic mean are 0 if a value is. Shape: <see cref="Skewness"/>, <see cref="Kurtosis"/>.</para>
/// <para><b>Source</b> for quartiles: Hyndman and Fan, The American Statistician 50 (1996), 361–365; for 1.4826 · MAD: Huber, Robust
/// Statistics (1981).</para>
/// <para><b>Verification</b> R 4.2.2, psych 2.2.9 and SciPy: tests/reference/A_normalisation.json; certified values of NIST StRD:
/// tests/reference/NIST_univariate.json.</para>
/// </remarks>
public sealed record Description
{
    private Description() { }

    /// <summary>n: how many values are present.</summary>
    public required int N { get; init; }

    /// <summary>x̄ = Σ x / n.</summary>
    public required double Mean { get; init; }

    /// <summary>The value in the middle, or the mean of the two there.</summary>
    public required double Median { get; init; }

    /// <summary>The smallest value.</summary>
    public required double Minimum { get; init; }

    /// <summary>The largest value.</summary>
    public required double Maximum { get; init; }

    /// <summary>Σ (x − x̄)² / (n − 1).</summary>
    public required double Variance { get; init; }

    /// <summary>The sample standard deviation √(Σ (x − x̄)² / (n − 1)).</summary>
    public required double StandardDeviation { get; init; }

    /// <summary>The population standard deviation √(Σ (x − x̄)² / n).</summary>
    public required double PopulationStandardDeviation { get; init; }

    /// <summary>The median distance from the median, without a factor; 1.4826 times it estimates the deviation of a normal distribution.</summary>
    public required double MedianAbsoluteDeviation { get; init; }

    /// <summary>Upper less lower quartile, of type 7.</summary>
    public required double InterquartileRange { get; init; }

    /// <summary>The mean without ⌊0.1 n⌋ values at each end.</summary>
    public required double TrimmedMean { get; init; }

    /// <summary>exp(Σ ln x / n).</summary>
    public required double GeometricMean { get; init; }

    /// <summary>n / Σ (1/x).</summary>
    public required double HarmonicMean { get; init; }

    /// <summary>Sample standard deviation over mean.</summary>
    public double CoefficientOfVariation => Mean == 0 ? double.NaN : StandardDeviation / Mean;

    /// <summary>The standard error of the mean: sample standard deviation over √n.</summary>
    public double StandardError => StandardDeviation / Math.Sqrt(N);

    /// <summary>Describes one column.</summary>
    /// <param name="x">Values; NaN is missing.</param>
    /// <returns>Every number; NaN where it is not defined.</returns>
    /// <exception cref="ArgumentException">A value is infinite.</exception>
    public static Description Of(ReadOnlySpan<double> x)
    {
        var sorted = Present.Of(x);
        Array.Sort(sorted);
        var n = sorted.Length;
        var back = -Magnitude.Exponent(sorted);
        var m = CentralMoments.Of(Magnitude.Tame(sorted));
        var sample = n > 1 ? m.M2 * n / (n - 1) : double.NaN;
        var trim = n / 10;
        return new()
        {
            N = n,
            Mean = Math.ScaleB(m.Mean, back),
            Median = Moments.Median(sorted),
            Minimum = n > 0 ? sorted[0] : double.NaN,
            Maximum = n > 0 ? sorted[^1] : double.NaN,
            Variance = Math.ScaleB(sample, 2 * back),
            StandardDeviation = Math.ScaleB(Math.Sqrt(sample), back),
            PopulationStandardDeviation = Math.ScaleB(Math.Sqrt(m.M2), back),
            MedianAbsoluteDeviation = Moments.MedianAbsoluteDeviation(sorted),
            InterquartileRange = Quantile.Of(sorted, 0.75) - Quantile.Of(sorted, 0.25),
            TrimmedMean = CentralMoments.Of(sorted.AsSpan(trim..(n - trim))).Mean,
            GeometricMean = n == 0 || sorted[0] < 0 ? double.NaN : Math.Exp(sorted.Average(Math.Log)),
            HarmonicMean = n == 0 || sorted[0] < 0 ? double.NaN : 1 / sorted.Average(v => 1 / (v + 0.0)),
        };
    }
}
