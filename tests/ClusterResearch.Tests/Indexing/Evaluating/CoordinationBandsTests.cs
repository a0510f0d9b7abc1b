using ClusterResearch.Data;
using ClusterResearch.Indexing.Evaluating;

namespace ClusterResearch.Tests.Indexing.Evaluating;

public sealed class CoordinationBandsTests
{
    [Theory]
    [InlineData(0, 1, "Extreme imbalance")]
    [InlineData(0.0999, 1, "Extreme imbalance")]
    [InlineData(0.1, 2, "Serious imbalance")]
    [InlineData(0.3, 4, "Mild imbalance")]
    [InlineData(0.29999999999999993, 4, "Mild imbalance")]
    [InlineData(0.7, 8, "Intermediate coordination")]
    [InlineData(0.9, 10, "Excellent coordination")]
    [InlineData(1, 10, "Excellent coordination")]
    [InlineData(1.0000000000000002, 10, "Excellent coordination")]
    [InlineData(1.01, 0, null)]
    [InlineData(-0.1, 0, null)]
    [InlineData(double.NaN, 0, null)]
    public void Ten_bands_hold_their_lower_ends(double degree, int level, string? name)
    {
        Assert.Equal(level, CoordinationBands.Ten.Level(degree));
        Assert.Equal(name, CoordinationBands.Ten.For(degree)?.NameEn);
    }

    [Fact]
    public void Names_are_in_both_languages() => Assert.Equal("勉强协调", CoordinationBands.Ten.For(0.55)!.Name(Language.Chinese));

    [Fact]
    public void Bands_of_ones_own_are_in_order()
    {
        Assert.Equal(2, CoordinationBands.Of([new(0, "Low", "低"), new(0.5, "High", "高")]).Level(0.5));
        Assert.Equal("Bands begin at 0 and each one higher than the one before, below 1. (Parameter 'bands')", Assert.Throws<ArgumentException>(() => CoordinationBands.Of([new(0.1, "Low", "低")])).Message);
        Assert.Throws<ArgumentException>(() => CoordinationBands.Of([]));
        Assert.Throws<ArgumentException>(() => CoordinationBands.Of([new(0, "Low", "低"), new(0, "High", "高")]));
        Assert.Throws<ArgumentException>(() => CoordinationBands.Of([new(0, "Low", "低"), new(1, "High", "高")]));
    }
}
