using ClusterResearch.Charts.Tests.Support;
using ClusterResearch.Data;

namespace ClusterResearch.Charts.Tests;

public sealed class IndicatorHeatMapTests
{
    private readonly Figure figure = IndicatorHeatMap.Of(Sample.Result, 2005, Sample.Highlight);

    [Fact]
    public void Columns_are_the_table()
    {
        var codes = Sample.Result.Tree.Indicators.Select(i => i.Code).ToArray();
        Assert.Equal(codes, figure.Ticks("xaxis"));
        for (var i = 0; i < codes.Length; i++)
        {
            Assert.Equal(figure.Column(codes[i]), figure.Traces()[i].GetProperty("z").EnumerateArray().Select(r => r.Numbers()[0]));
        }
    }

    [Fact]
    public void A_missing_figure_is_blank_crossed_and_said()
    {
        var crosses = figure.Traces()[^1];
        Assert.Equal([2.0], crosses.GetProperty("x").Numbers());
        Assert.Equal(["MKT1 Openness"], crosses.GetProperty("text").Strings());
        Assert.Contains("<b>missing</b>", crosses.GetProperty("hovertemplate").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("A cross marks a missing figure.", figure.Note, StringComparison.Ordinal);
        Assert.Single(figure.Column("MKT1"), v => v is null);
        Assert.DoesNotContain("cross", IndicatorHeatMap.Of(Sample.Result, 2004, Sample.Highlight).Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Hover_shows_the_raw_value_with_its_unit()
    {
        Assert.Contains("%{customdata:,.4~r} 10⁸ CNY", figure.Traces()[0].GetProperty("hovertemplate").GetString(), StringComparison.Ordinal);
        var raw = figure.Traces()[0].GetProperty("customdata").EnumerateArray().Select(r => r.Numbers()[0]!.Value).ToHashSet();
        Assert.Equal([14, 24, 34, 44, 54], raw.Order());
    }

    [Fact]
    public void Lines_part_the_dimensions() =>
        Assert.Equal([1.5, 3.5], figure.Layout().GetProperty("shapes").EnumerateArray().Select(s => s.GetProperty("x0").GetDouble()));

    [Fact]
    public void Words()
    {
        Assert.StartsWith("Heat map of 5 cities by 6 indicators in 2005. 1 figure is missing. Median of the normalised values: highest ", figure.AltText, StringComparison.Ordinal);
        Assert.Equal("绩效各指标，2005年", IndicatorHeatMap.Of(Sample.Result, 2005, Sample.Highlight, language: Language.Chinese).Title);
    }

    /// <summary>Openness of the last city is missing in 2005; its last value is carried forward.</summary>
    [Fact]
    public void A_filled_in_value_has_a_dot_and_is_said()
    {
        var map = IndicatorHeatMap.Of(Sample.Filled, 2005, Sample.Highlight);
        var dots = map.Trace("filled in");
        Assert.Equal([2.0], dots.GetProperty("x").Numbers());
        Assert.Equal([map.Table.Rows.Select(r => (string?)r[1]).ToList().IndexOf(SmallStudy.Template)], dots.GetProperty("y").Numbers());
        Assert.StartsWith("A white dot marks a value that was filled in.", map.Note, StringComparison.Ordinal);
        Assert.Contains("Last value carried forward (over any number of years)", map.Note, StringComparison.Ordinal);
        Assert.Contains("1 of 30 indicator values was missing and is filled in.", map.Note, StringComparison.Ordinal);
        Assert.Contains("1 value is filled in.", map.AltText, StringComparison.Ordinal);
        Assert.Equal(["MKT1"], map.Table.Rows.Select(r => (string?)r[^1]).Where(c => c is not null));
        Assert.Empty(map.Traces()[^1].GetProperty("x").Numbers());
        var before = IndicatorHeatMap.Of(Sample.Filled, 2004, Sample.Highlight);
        Assert.DoesNotContain("white dot", before.Note, StringComparison.Ordinal);
        Assert.DoesNotContain(figure.Table.Columns, c => c.Key == "filled");
    }
}
