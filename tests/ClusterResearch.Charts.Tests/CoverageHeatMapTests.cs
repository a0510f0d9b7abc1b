using ClusterResearch.Charts.Tests.Support;
using ClusterResearch.Data;

namespace ClusterResearch.Charts.Tests;

public sealed class CoverageHeatMapTests
{
    private readonly Figure figure = CoverageHeatMap.Of(Coverage.Of(Sample.Study.Panel("panel")));

    [Fact]
    public void Draws_the_share_of_cities_in_steps()
    {
        var map = figure.Traces()[0];
        Assert.Equal([1, 1, 1, 1, 0.8], map.GetProperty("customdata")[2].Numbers().Select(v => v!.Value));
        Assert.Equal([4, 4, 4, 4, 3], map.GetProperty("z")[2].Numbers().Select(v => v!.Value)); // all, then 80 % and more
        Assert.Equal([100, 100, 100, 100, 80], figure.Row("The openness").Select(v => v!.Value));
        Assert.Equal("Year", figure.Title("xaxis"));
        Assert.Contains("The openness", figure.Ticks("yaxis"));
    }

    [Fact]
    public void Says_how_much_is_there() =>
        Assert.Equal("Heat map of 6 variables by 5 years; 5 variables are complete. Per cent of city-years with a figure: highest The revenue (100), lowest The openness (96).", figure.AltText);

    [Fact]
    public void Speaks_Chinese()
    {
        var chinese = CoverageHeatMap.Of(Coverage.Of(Sample.Study.Panel("panel")), Language.Chinese);
        Assert.Equal("数据完整程度，2001–2005年", chinese.Title);
        Assert.Contains("开放度", chinese.Ticks("yaxis"));
    }

    [Fact]
    public void Indicators_count_as_measured_only_and_filled_in_ones_have_a_dot()
    {
        var map = CoverageHeatMap.Of(Sample.Filled.Indicators);
        Assert.Equal([1, 1, 1, 1, 0.8], map.Traces()[0].GetProperty("customdata")[2].Numbers().Select(v => v!.Value));
        var dots = map.Trace("some filled in");
        Assert.Equal((2005.0, 2.0, 0.2), (dots.GetProperty("x").Numbers().Single(), dots.GetProperty("y").Numbers().Single(), dots.GetProperty("customdata").Numbers().Single()));
        Assert.Contains("A white dot marks years in which missing values were filled in; the share counts measured ones only.", map.Note, StringComparison.Ordinal);
        Assert.Equal(20.0, map.Table.Rows[2][^1]);
        Assert.Contains("MKT1 Openness", map.Ticks("yaxis"));
        var measured = CoverageHeatMap.Of(Sample.Filled.Measured);
        Assert.DoesNotContain("dot", measured.Note, StringComparison.Ordinal);
        Assert.Equal(6, measured.Table.Columns.Length);
    }
}
