using ClusterResearch.Numerics;

namespace ClusterResearch.Tests.Numerics;

public sealed class CentralMomentsTests
{
    [Fact]
    public void By_hand()
    {
        // 1, 2, 6: mean 3, distances −2, −1, 3
        var m = CentralMoments.Of([1, 2, 6]);
        Assert.Equal((3, 3, 14 / 3.0, (-8 - 1 + 27) / 3.0, (16 + 1 + 81) / 3.0), (m.N, m.Mean, m.M2, m.M3, m.M4));
    }

    [Fact]
    public void Large_values_with_a_small_spread_keep_their_digits()
    {
        double[] x = [1e9 + 1, 1e9 + 2, 1e9 + 6];
        Assert.Equal(14 / 3.0, CentralMoments.Of(x).M2, 1e-12);
        Assert.Equal(1e9 + 3, CentralMoments.Of(x).Mean);
    }

    [Fact]
    public void A_constant_has_no_spread_and_nothing_has_no_mean()
    {
        Assert.Equal(new(3, 0.1, 0, 0, 0), CentralMoments.Of([0.1, 0.1, 0.1]));
        Assert.True(double.IsNaN(CentralMoments.Of([]).Mean));
    }
}
