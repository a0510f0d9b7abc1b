using ClusterResearch.Charts.Drawing;

namespace ClusterResearch.Charts.Tests.Drawing;

public sealed class PlotJsonTests
{
    [Theory]
    [InlineData(1.0 / 3, "0.333333")]
    [InlineData(1234567.8, "1234570")]
    [InlineData(-0.0, "0")]
    [InlineData(2003, "2003")]
    public void Six_digits(double value, string expected) => Assert.Equal(expected, PlotJson.Write(PlotJson.Number(value)!));

    [Fact]
    public void Missing_is_null() => Assert.Equal("[1,null,null]", PlotJson.Write(PlotJson.Numbers([1, double.NaN, double.PositiveInfinity])));
}
