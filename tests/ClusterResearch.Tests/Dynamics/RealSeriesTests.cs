using ClusterResearch.Dynamics;
using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests.Dynamics;

public sealed class RealSeriesTests
{
    [Fact]
    public void Chained_forward_and_back()
    {
        Assert.Equal([50, 100, 110, 99], RealSeries.Chain([120, 200, 110, 90], 1, 100).Select(v => Math.Round(v, 12)));
        Assert.Throws<ArgumentOutOfRangeException>(() => RealSeries.Chain([100], 1, 5));
    }

    [Fact]
    public void A_gap_is_not_bridged()
    {
        Assert.Equal([double.NaN, 100, 110, double.NaN, double.NaN], RealSeries.Chain([100, double.NaN, 110, double.NaN, 120], 1, 100).Select(v => Math.Round(v, 12)));
        Assert.True(double.IsNaN(RealSeries.Chain([100, 0], 1, 5)[0]));
    }

    [Fact]
    public void A_part_is_its_share_in_the_chained_whole()
    {
        var panel = Study.Open(Path.Combine(Repository.Root, "data", "henan")).Panel("panel");
        var real = RealSeries.Of(panel, "Xinxiang", "gdp_secondary", "gdp", "gdp_index_prev_year", 2010);
        Assert.Equal(panel["gdp_secondary", "Xinxiang", 2010], real[10], 1e-9);
        var share = panel["gdp_secondary", "Xinxiang", 2011] / panel["gdp", "Xinxiang", 2011];
        Assert.Equal(share * panel["gdp", "Xinxiang", 2010] * panel["gdp_index_prev_year", "Xinxiang", 2011] / 100, real[11], 1e-9);
        Assert.Contains("prices of 2010", RealSeries.Note(panel, "gdp_secondary", "gdp", "gdp_index_prev_year", 2010), StringComparison.Ordinal);
    }
}
