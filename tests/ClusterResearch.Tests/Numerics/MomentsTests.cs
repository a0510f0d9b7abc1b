using ClusterResearch.Numerics;

namespace ClusterResearch.Tests.Numerics;

public sealed class MomentsTests
{
    [Fact]
    public void By_hand()
    {
        double[] x = [1, 3, 8];
        Assert.Equal(4, Moments.Mean(x));
        Assert.Equal(Math.Sqrt(13), Moments.StandardDeviation(x, 1), 1e-15);
        Assert.Equal(Math.Sqrt(26.0 / 3), Moments.StandardDeviation(x, 0), 1e-15);
        Assert.Equal(3, Moments.Median(x));
        Assert.Equal(2.5, Moments.Median([4, 1, 2, 3]));
        Assert.Equal(2, Moments.MedianAbsoluteDeviation(x));
    }

    [Fact]
    public void Too_few_values()
    {
        Assert.Equal(double.NaN, Moments.Mean([]));
        Assert.Equal(double.NaN, Moments.Median([]));
        Assert.Equal(double.NaN, Moments.StandardDeviation([], 1));
        Assert.Equal(double.NaN, Moments.StandardDeviation([5], 1));
        Assert.Equal(0, Moments.StandardDeviation([5], 0));
    }

    /// <summary>NIST StRD NumAcc3: 1000000.2, then 500 times 1000000.1 and 1000000.3; certified deviation 0.1.</summary>
    [Fact]
    public void A_large_mean_does_not_spoil_the_deviation()
    {
        double[] x = [1000000.2, .. Enumerable.Repeat(new[] { 1000000.1, 1000000.3 }, 500).SelectMany(p => p)];
        Assert.Equal(0.1, Moments.StandardDeviation(x, 1), 1e-9);
        Assert.Equal(0, Moments.StandardDeviation([0.1, 0.1, 0.1], 1));
    }

    [Fact]
    public void The_argument_is_left_as_it_was()
    {
        double[] x = [3, 1, 2];
        Moments.Median(x);
        Assert.Equal([3, 1, 2], x);
    }
}
