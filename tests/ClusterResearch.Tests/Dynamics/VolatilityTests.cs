using ClusterResearch.Dynamics;

namespace ClusterResearch.Tests.Dynamics;

public sealed class VolatilityTests
{
    [Fact]
    public void By_hand()
    {
        var v = Volatility.Of([2, 4, 3, 3, 6]);
        Assert.Equal([2, -1, 0, 3], v.Changes);
        Assert.Equal([1, -0.25, 0, 1], v.Growth);
        Assert.Equal((2, 0.25, 4, 3.6), (v.Turns, v.LargestDrawdown, v.Range, v.Mean));
        Assert.Equal(Math.Pow(3, 0.25) - 1, v.CompoundGrowth, 1e-15);
        Assert.Equal(Math.Sqrt(10 / 3.0) / 1, v.ChangeVariation, 1e-12); // changes 2 −1 0 3: mean 1, squares 10
    }

    [Fact]
    public void A_zero_has_no_growth_and_the_rest_stands()
    {
        var v = Volatility.Of([0, 4, 2]);
        Assert.Equal([double.NaN, -0.5], v.Growth);
        Assert.True(double.IsNaN(v.GrowthDeviation) && double.IsNaN(v.LogGrowthMean) && double.IsNaN(v.CompoundGrowth) && double.IsNaN(v.LargestDrawdown));
        Assert.Equal((2, 2), (v.Mean, v.StandardDeviation));
        Assert.True(double.IsNaN(Volatility.Of([-1, 1]).Variation));
    }

    [Fact]
    public void A_gap_leaves_out_changes_and_windows_but_not_levels()
    {
        var v = Volatility.Of([1, double.NaN, 3, 4, 5]);
        Assert.Equal((4, 1, 3.25), (v.N, v.Missing, v.Mean));
        Assert.True(double.IsNaN(v.ChangeDeviation) && double.IsNaN(v.VonNeumannRatio));
        var (means, deviations) = v.Rolling(3);
        Assert.Equal([double.NaN, double.NaN, 4], means);
        Assert.Equal([double.NaN, double.NaN, 1], deviations);
        Assert.Empty(v.Rolling(9).Means);
    }

    [Fact]
    public void Constant_and_empty_series()
    {
        Assert.Equal((0, 0, double.NaN), (Volatility.Of([5, 5]).StandardDeviation, Volatility.Of([5, 5]).Turns, Volatility.Of([5, 5]).VonNeumannRatio));
        Assert.True(double.IsNaN(Volatility.Of([5, 5]).ChangeVariation) && double.IsNaN(Volatility.Of([]).Mean) && double.IsNaN(Volatility.Of([3]).StandardDeviation));
        Assert.Throws<ArgumentOutOfRangeException>(() => Volatility.Of([5, 5]).Rolling(1));
    }
}
