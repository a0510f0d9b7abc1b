using ClusterResearch.Dynamics;
using CsCheck;

namespace ClusterResearch.Tests.Dynamics;

public sealed class HodrickPrescottTests
{
    [Fact]
    public void A_line_is_its_own_trend_and_no_smoothing_leaves_all()
    {
        Assert.All(HodrickPrescott.Of([1, 3, 5, 7, 9], 100).Cycle, c => Assert.Equal(0, c, 1e-11));
        Assert.Equal([4, 1, 7], HodrickPrescott.Of([4, 1, 7], 0).Trend);
        Assert.Equal([4, 1], HodrickPrescott.Of([4, 1], 100).Trend);
    }

    /// <summary>Three values: τ = y − λ/(1 + 6λ) · (y₁ − 2y₂ + y₃) · (1, −2, 1).</summary>
    [Fact]
    public void Three_values_by_hand()
    {
        var cycle = HodrickPrescott.Of([0, 0, 6], 10).Cycle;
        Assert.Equal(60 / 61.0, cycle[0], 1e-13);
        Assert.Equal(-120 / 61.0, cycle[1], 1e-13);
        Assert.Equal(60 / 61.0, cycle[2], 1e-13);
    }

    /// <summary>At the minimum the derivative by every τ vanishes.</summary>
    [Fact]
    public void Nothing_near_is_better() =>
        Gen.Double[-10, 10].Array[3, 20].Sample(y =>
        {
            var trend = HodrickPrescott.Of(y, 6.25).Trend.ToArray();
            double Bend(int t) => t < 1 || t > trend.Length - 2 ? 0 : trend[t - 1] - 2 * trend[t] + trend[t + 1];
            for (var t = 0; t < y.Length; t++)
            {
                Assert.Equal(y[t] - trend[t], 6.25 * (Bend(t - 1) - 2 * Bend(t) + Bend(t + 1)), 1e-9);
            }
        });

    [Fact]
    public void A_gap_has_no_trend()
    {
        Assert.All(HodrickPrescott.Of([1, double.NaN, 3], 100).Trend, t => Assert.True(double.IsNaN(t)));
        Assert.Throws<ArgumentOutOfRangeException>(() => HodrickPrescott.Of([1, 2, 3], -1));
    }
}
