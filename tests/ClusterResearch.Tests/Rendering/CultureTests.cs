using ClusterResearch.Rendering;

namespace ClusterResearch.Tests.Rendering;

public sealed class CultureTests
{
    [Theory]
    [InlineData(1234567.891, 2, "1\u202f234\u202f567.89")]
    [InlineData(999.5, 0, "1\u202f000")]
    [InlineData(-1234.5, 1, "−1\u202f234.5")]
    [InlineData(0.5, 0, "1")]
    [InlineData(2.5, 0, "3")]
    [InlineData(-2.5, 0, "−3")]
    [InlineData(0.125, 2, "0.13")]
    [InlineData(-0.0, 2, "0.00")]
    [InlineData(-0.004, 2, "0.00")]
    [InlineData(-0.005, 2, "−0.01")]
    [InlineData(double.NaN, 2, "–")]
    public void Fixed_decimals(double value, int decimals, string text) => Assert.Equal(text, Culture.Fixed(value, decimals));

    [Fact]
    public void Missing_is_a_dash() => Assert.Equal("–", Culture.Fixed(null, 3));
}
