using ClusterResearch.Dynamics;

namespace ClusterResearch.Tests.Dynamics;

public sealed class SenSlopeTests
{
    [Fact]
    public void A_line_and_one_odd_year()
    {
        Assert.Equal((2, 1, 5), (SenSlope.Of([1, 3, 5, 7, 9]).Slope, SenSlope.Of([1, 3, 5, 7, 9]).Intercept, SenSlope.Of([1, 3, 5, 7, 9]).N));
        Assert.Equal(2, SenSlope.Of([1, 3, 500, 7, 9, 11, 13]).Slope);
    }

    [Fact]
    public void A_gap_counts_in_full() => Assert.Equal((2, 4), (SenSlope.Of([1, double.NaN, 5, 7, 9]).Slope, SenSlope.Of([1, double.NaN, 5, 7, 9]).N));

    [Fact]
    public void Too_few_values_have_no_interval()
    {
        var two = SenSlope.Of([1, 4]);
        Assert.Equal((3, double.NaN, double.NaN), (two.Slope, two.Low, two.High));
        Assert.True(double.IsNaN(SenSlope.Of([1]).Slope) && double.IsNaN(SenSlope.Of([]).Intercept));
        Assert.Throws<ArgumentOutOfRangeException>(() => SenSlope.Of([1, 2], 1));
    }

    [Fact]
    public void The_interval_holds_the_slope_and_widens_with_the_level()
    {
        double[] x = [3, 5, 4, 8, 7, 9, 12, 10, 13, 15];
        var (narrow, wide) = (SenSlope.Of(x, 0.9), SenSlope.Of(x, 0.99));
        Assert.InRange(narrow.Slope, narrow.Low, narrow.High);
        Assert.True(wide.Low <= narrow.Low && narrow.High <= wide.High && wide.High > wide.Low);
    }
}
