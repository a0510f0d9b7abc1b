using ClusterResearch.Charts.Tests.Support;
using ClusterResearch.Indexing.Normalising;

namespace ClusterResearch.Charts.Tests;

public sealed class DimensionRadarTests
{
    private readonly Figure figure = DimensionRadar.Of(Sample.Result, 2005, Sample.Highlight);

    [Fact]
    public void Webs_are_the_table_and_closed()
    {
        Assert.Equal(["code", "dimension", "c1", "c2", "c3", "median"], figure.Table.Columns.Select(c => c.Key));
        var web = figure.Trace("Beta").GetProperty("r").Numbers();
        Assert.Equal(figure.Column("c1"), web[..3]);
        Assert.Equal(web[0], web[3]);
        Assert.Equal(figure.Column("median"), figure.Trace("Median of 5 cities").GetProperty("r").Numbers()[..3]);
        Assert.Equal("dash", figure.Trace("Median of 5 cities").GetProperty("line").GetProperty("dash").GetString());
    }

    [Fact]
    public void Axes_run_from_0_to_1_and_carry_names()
    {
        var polar = figure.Layout().GetProperty("polar");
        Assert.Equal([0, 1], polar.GetProperty("radialaxis").GetProperty("range").Numbers().Select(v => v!.Value));
        Assert.Equal(["Fiscal<br>capacity", "Market<br>support", "Scale"], polar.GetProperty("angularaxis").GetProperty("ticktext").Strings());
    }

    [Fact]
    public void Scores_below_0_have_their_own_scale()
    {
        var z = (Sample.Result.Recipe with { Normalisation = new ZScore() }).Build(Sample.Result.Design);
        var range = DimensionRadar.Of(z, 2004, Sample.Highlight).Layout().GetProperty("polar").GetProperty("radialaxis").GetProperty("range").Numbers();
        Assert.True(range[0] < 0);
    }

    [Fact]
    public void Words() => Assert.StartsWith("Radar chart of 3 dimensions in 2005. Beta: highest ", figure.AltText, StringComparison.Ordinal);
}
