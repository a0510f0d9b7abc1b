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
}
