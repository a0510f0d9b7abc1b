using ClusterResearch.Statistics;

namespace ClusterResearch.Tests.Statistics;

/// <summary>By hand; the reference cases hold the rest.</summary>
public sealed class DescriptionTests
{
    [Fact]
    public void By_hand()
    {
        var d = Description.Of([8, 1, double.NaN, 2, 4]);
        Assert.Equal((4, 3.75, 3.0, 1.0, 8.0), (d.N, d.Mean, d.Median, d.Minimum, d.Maximum));
        // squares 7.5625 + 3.0625 + 0.0625 + 18.0625 = 28.75
        Assert.Equal(28.75 / 3, d.Variance, 1e-14);
        Assert.Equal(Math.Sqrt(28.75 / 3), d.StandardDeviation, 1e-14);
        Assert.Equal(Math.Sqrt(28.75 / 4), d.PopulationStandardDeviation, 1e-14);
        Assert.Equal(Math.Sqrt(28.75 / 3) / 2, d.StandardError, 1e-14);
        Assert.Equal(Math.Sqrt(28.75 / 3) / 3.75, d.CoefficientOfVariation, 1e-14);
        Assert.Equal(1.5, d.MedianAbsoluteDeviation);
        Assert.Equal(5 - 1.75, d.InterquartileRange);
        Assert.Equal(Math.Pow(64, 0.25), d.GeometricMean, 1e-14);
        Assert.Equal(4 / 1.875, d.HarmonicMean, 1e-14);
        Assert.Equal(3.75, d.TrimmedMean);
    }

    [Fact]
    public void The_trimmed_mean_leaves_out_a_tenth_at_each_end() =>
        Assert.Equal(Enumerable.Range(2, 8).Average(), Description.Of([1000, .. Enumerable.Range(2, 8), -1000]).TrimmedMean, 1e-12);

    [Fact]
    public void What_is_not_defined_is_NaN()
    {
        var (none, one, mixed, zero) = (Description.Of([double.NaN]), Description.Of([5]), Description.Of([-1, 1]), Description.Of([0, 4]));
        Assert.Equal((0, double.NaN, double.NaN), (none.N, none.Mean, none.TrimmedMean));
        Assert.Equal((5, double.NaN, 0, double.NaN), (one.Mean, one.StandardDeviation, one.PopulationStandardDeviation, one.StandardError));
        Assert.Equal((double.NaN, double.NaN, double.NaN), (mixed.GeometricMean, mixed.HarmonicMean, mixed.CoefficientOfVariation));
        Assert.Equal((0.0, 0.0), (zero.GeometricMean, zero.HarmonicMean));
    }

    [Fact]
    public void Large_magnitudes_do_not_overflow() => Assert.Equal(1e300, Description.Of([1e300, 3e300]).PopulationStandardDeviation, 1e286);
}
