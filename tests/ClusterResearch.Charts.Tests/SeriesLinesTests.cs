using ClusterResearch.Charts.Tests.Support;
using ClusterResearch.Data;
using ClusterResearch.Findings;

namespace ClusterResearch.Charts.Tests;

public sealed class SeriesLinesTests
{
    private readonly Panel panel = Sample.Study.Panel("panel");

    [Fact]
    public void Draws_the_figures_with_their_unit()
    {
        var figure = SeriesLines.Of(panel, "output", Sample.Highlight, breaks: Sample.Study.Breaks);
        Assert.Equal([24, 29, 34, 39, 44], figure.Trace("Beta").GetProperty("y").Numbers().Select(v => v!.Value));
        Assert.Equal(figure.Row("Beta"), figure.Trace("Beta").GetProperty("y").Numbers());
        Assert.Equal("The output (10⁸ CNY)", figure.Title("yaxis"));
        Assert.Equal("10⁸ CNY", figure.Table.Columns[1].Unit);
    }

    [Fact]
    public void Tells_what_changes_and_what_is_suspect() =>
        Assert.Equal("Breaks in the series (dotted): ① 2004: Census year. Suspect figures: Alpha 2002: Looks low. Source: Yearbook.",
            SeriesLines.Of(panel, "output", Sample.Highlight, breaks: Sample.Study.Breaks).Note);

    [Fact]
    public void Counts_what_is_missing()
    {
        var figure = SeriesLines.Of(panel, "openness", Sample.Highlight, ["Omega"]);
        Assert.Contains("1 of 25 city-years have no figure; lines stop there.", figure.Note, StringComparison.Ordinal);
        Assert.Null(figure.Row(SmallStudy.Template)[^1]);
    }

    [Fact]
    public void Speaks_Chinese()
    {
        var figure = SeriesLines.Of(panel, "output", Sample.Highlight, breaks: Sample.Study.Breaks, language: Language.Chinese);
        Assert.Equal("产出，2001–2005年", figure.Title);
        Assert.Equal("产出（亿元）", figure.Title("yaxis"));
        Assert.Contains("① 2004: 普查年", figure.Note, StringComparison.Ordinal);
        Assert.StartsWith("5个城市的折线图。产出（亿元）。2001年至2005年：乙市 24.00 → 44.00", figure.AltText, StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_names_are_refused()
    {
        Assert.Contains("has no variable “outputt”", Assert.Throws<KeyNotFoundException>(() => SeriesLines.Of(panel, "outputt", Sample.Highlight)).Message, StringComparison.Ordinal);
        Assert.Contains("has no city “Bet”", Assert.Throws<KeyNotFoundException>(() => SeriesLines.Of(panel, "output", Sample.Highlight, ["Bet"])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_indicator_with_white_markers_where_it_is_filled_in()
    {
        var figure = SeriesLines.Of(Sample.Filled.Indicators, "MKT1", Sample.Highlight, ["Omega"], Sample.Study.Breaks);
        var line = figure.Trace("%&#123;x} &#36;a&#36; &lt;b&gt;&amp;lt;");
        Assert.Equal([false, false, false, false, true], line.GetProperty("marker").GetProperty("color").Strings().Select(s => s == "#ffffff"));
        Assert.Equal(["", "", "", "", "filled in"], line.GetProperty("text").Strings());
        Assert.Contains("%{text}<extra>", line.GetProperty("hovertemplate").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("A white marker is a value that was missing and is filled in. Prepared by: Last value carried forward (over any number of years).", figure.Note, StringComparison.Ordinal);
        Assert.EndsWith("A white marker is a value that was missing and is filled in.", figure.AltText, StringComparison.Ordinal);
        Assert.Equal("2005", figure.Table.Rows[0][^1]);
        Assert.All(figure.Table.Rows.Skip(1), r => Assert.Null(r[^1]));
    }

    [Fact]
    public void Filled_in_values_of_other_cities_are_white_as_well()
    {
        var figure = SeriesLines.Of(Sample.Filled.Indicators, "MKT1", Sample.Highlight);
        var rings = figure.Trace("filled in");
        Assert.Equal([2005.0], rings.GetProperty("x").Numbers().Select(v => v!.Value));
        Assert.Equal("#ffffff", rings.GetProperty("marker").GetProperty("color").GetString());
    }

    [Fact]
    public void An_indicator_as_measured_stops_where_a_figure_is_missing()
    {
        var figure = SeriesLines.Of(Sample.Filled.Measured, "MKT1", Sample.Highlight, ["Omega"]);
        Assert.Null(figure.Row(SmallStudy.Template)[^1]);
        Assert.Equal("1 of 25 city-years have no figure; lines stop there.", figure.Note);
        Assert.DoesNotContain(figure.Table.Columns, c => c.Key == "filled");
        Assert.Contains("no indicator", Assert.Throws<FindingsException>(() => SeriesLines.Of(Sample.Filled.Measured, "MKT", Sample.Highlight)).Message, StringComparison.Ordinal);
    }
}
