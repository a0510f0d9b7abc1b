using ClusterResearch.Dynamics;

namespace ClusterResearch.Tests.Dynamics;

public sealed class MannKendallTests
{
    [Fact]
    public void By_hand()
    {
        // 5 of 6 pairs rise, 1 falls: S = 4; var = 4·3·13/18
        var test = MannKendall.Of([1, 3, 2, 4]);
        Assert.Equal((4, 4 * 3 * 13 / 18.0, 4 / 6.0), (test.S, test.Variance, test.TauA));
        Assert.Equal(4 / 6.0, test.TauB, 1e-15);
        Assert.Equal(3 / Math.Sqrt(26 / 3.0), test.Z, 1e-15);
        Assert.Equal(4 / Math.Sqrt(26 / 3.0), MannKendall.Of([1, 3, 2, 4], continuity: false).Z, 1e-15);
    }

    [Fact]
    public void Missing_values_are_left_out_and_counted()
    {
        var test = MannKendall.Of([1, double.NaN, 3, 2, 4]);
        Assert.Equal((4, 4, 1), (test.S, test.N, test.Missing));
        Assert.Throws<ArgumentException>(() => MannKendall.Of([1, double.PositiveInfinity]));
    }

    [Fact]
    public void A_constant_series_has_no_statistic()
    {
        var test = MannKendall.Of([2, 2, 2, 2]);
        Assert.Equal((0, 0, double.NaN, double.NaN, double.NaN), (test.S, test.Variance, test.TauB, test.Z, test.P));
        Assert.True(double.IsNaN(MannKendall.Of([]).Z));
    }

    /// <summary>The factor put together from ranks of the series without its slope.</summary>
    [Fact]
    public void Hamed_and_Rao_by_hand()
    {
        double[] x = [1, 2, 3, 4, 4.5, 3.5, 2.5, 1.5];
        var slope = SenSlope.Of(x).Slope;
        double[] level = [.. x.Select((v, t) => v - slope * t)];
        double[] ranks = [.. level.Select(v => 1.0 + level.Count(w => w < v))];
        double Rho(int lag) => Enumerable.Range(0, 8 - lag).Sum(t => (ranks[t] - 4.5) * (ranks[t + lag] - 4.5)) / ranks.Sum(r => (r - 4.5) * (r - 4.5));
        var factor = 1 + 2.0 / (8 * 7 * 6) * Enumerable.Range(1, 7).Where(l => Math.Abs(Rho(l)) > 1.959963984540054 / Math.Sqrt(8)).Sum(l => (8 - l) * (7 - l) * (6 - l) * Rho(l));
        var (plain, corrected) = (MannKendall.Of(x), MannKendall.Of(x, TrendVariance.HamedRao));
        Assert.Equal(plain.Variance * factor, corrected.Variance, 1e-10);
        Assert.Equal((plain.S, TrendVariance.HamedRao), (corrected.S, corrected.Kind));
    }

    [Fact]
    public void Autocorrelation_makes_a_trend_less_certain()
    {
        double[] waves = [.. Enumerable.Range(0, 40).Select(t => Math.Sin(t / 6.0) + t * 0.02)];
        Assert.True(MannKendall.Of(waves, TrendVariance.HamedRao, lags: 3).P > MannKendall.Of(waves).P);
    }
}
