using ClusterResearch.Statistics;

namespace ClusterResearch.Tests.Statistics;

public sealed class AutocorrelationTests
{
    [Fact]
    public void By_hand()
    {
        // 1, 2, 6: distances −2, −1, 3 and 14 in squares
        Assert.Equal((2 - 3) / 14.0, Autocorrelation.Of([1, 2, 6]), 1e-15);
        Assert.Equal(-6 / 14.0, Autocorrelation.Of([1, 2, 6], 2), 1e-15);
        Assert.Equal(0, Autocorrelation.Of([1, 2, 6], 3));
    }

    [Fact]
    public void A_gap_or_a_constant_has_none()
    {
        Assert.All(new double[][] { [], [1], [2, 2, 2], [1, double.NaN, 3] }, y => Assert.True(double.IsNaN(Autocorrelation.Of(y))));
        Assert.Throws<ArgumentOutOfRangeException>(() => Autocorrelation.Of([1, 2], 0));
    }
}
