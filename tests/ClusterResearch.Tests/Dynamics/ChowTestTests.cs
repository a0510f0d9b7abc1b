using ClusterResearch.Dynamics;

namespace ClusterResearch.Tests.Dynamics;

public sealed class ChowTestTests
{
    [Fact]
    public void Levels_by_hand()
    {
        // parts 1 3 and 5 7: RSS 2 + 2, together 20; F = (20 − 4)/1 / (4/2)
        var test = ChowTest.Of([1, 3, 5, 7], 2, trend: false);
        Assert.Equal((8, 1, 2), (test.F, test.Df1, test.Df2));
        Assert.Equal(1 - Math.Sqrt(8 / 10.0), test.P, 1e-12); // t = √8 with 2 degrees of freedom: 1 − t/√(2 + t²)
    }

    [Fact]
    public void Without_enough_values_there_is_no_test()
    {
        Assert.True(double.IsNaN(ChowTest.Of([1, 2, 3, 5], 2).F));
        Assert.True(double.IsNaN(ChowTest.Of([1, 2, 3, 4, 5, 6], 3).F)); // nothing left over
        Assert.Throws<ArgumentOutOfRangeException>(() => ChowTest.Of([1, 2, 3], 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => ChowTest.Of([1, 2, 3], 3));
    }
}
