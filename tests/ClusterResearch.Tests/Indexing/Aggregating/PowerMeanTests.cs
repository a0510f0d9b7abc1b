using ClusterResearch.Indexing.Aggregating;

namespace ClusterResearch.Tests.Indexing.Aggregating;

public sealed class PowerMeanTests
{
    [Fact]
    public void By_hand()
    {
        Assert.Equal(Math.Sqrt(34), PowerMean.Of([2, double.NaN, 8], [0.25, 0.5, 0.25], 2), 1e-12);
        Assert.Equal(5, PowerMean.Of([2, 8], [0.5, 0.5], 1), 1e-12);
        Assert.Equal(3.2, PowerMean.Of([2, 8], [0.5, 0.5], -1), 1e-12);
        Assert.Equal(0, PowerMean.Of([0, 8], [0.5, 0.5], -2));
        Assert.Equal("Weighted power mean (p = 0.5)", new PowerMean(0.5).Card.ToString());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void An_exponent_without_a_mean_is_refused(double p)
    {
        Assert.StartsWith("The exponent must be finite and not 0; for 0 use the geometric mean.", Assert.Throws<ArgumentOutOfRangeException>(() => new PowerMean(p)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => PowerMean.Of([1], [1], p));
    }
}
