using ClusterResearch.Charts.Tests.Support;
using ClusterResearch.Data;

namespace ClusterResearch.Charts.Tests;

public sealed class ScoreLinesTests
{
    private readonly Figure figure = ScoreLines.Of(Sample.Result, Sample.Highlight, breaks: Sample.Study.Breaks);

    [Fact]
    public void Lines_are_the_table()
    {
        Assert.Equal(figure.Row("Beta"), figure.Trace("Beta").GetProperty("y").Numbers());
        Assert.Equal(figure.Row("Median of 5 cities"), figure.Trace("Median of 5 cities").GetProperty("y").Numbers());
        Assert.Equal(figure.Row(SmallStudy.Template).Append(null), figure.Trace("2 other cities").GetProperty("y").Numbers()[6..]);
        Assert.Equal("Score, 0–1", figure.Title("yaxis"));
        Assert.Equal("Year", figure.Title("xaxis"));
    }

    [Fact]
    public void Names_stand_at_the_ends()
    {
        var labels = figure.Ticks("yaxis2");
        Assert.Equal(3, labels.Length);
        Assert.Contains("<span style=\"color:#d55e00\">●</span> <b>Beta</b>", labels);
        Assert.Contains(labels, l => l!.EndsWith("<b>&lt;script&gt;alert(1)&lt;/script&gt;</b>", StringComparison.Ordinal));
    }

    [Fact]
    public void Breaks_are_numbered_lines_between_the_years()
    {
        Assert.Equal([2002.5, 2003.5], figure.Layout().GetProperty("shapes").EnumerateArray().Select(s => s.GetProperty("x0").GetDouble()));
        Assert.Equal(["①", "②"], figure.Layout().GetProperty("annotations").EnumerateArray().Select(a => a.GetProperty("text").GetString()));
        Assert.StartsWith("Breaks in the series (dotted): ① 2003: The revenue – new definition; ② 2004: The output – census. "
            + "Not marked: 1 suspect figure of these cities (see the list of breaks).", figure.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_breaks_under_the_node_and_of_drawn_cities()
    {
        var market = ScoreLines.Of(Sample.Result, Sample.Highlight, "MKT", breaks: Sample.Study.Breaks);
        Assert.Empty(market.Layout().GetProperty("shapes").EnumerateArray());
        var alpha = ScoreLines.Of(Sample.Result, Sample.Highlight, "SCA", ["Alpha"], Sample.Study.Breaks);
        Assert.Empty(alpha.Layout().GetProperty("shapes").EnumerateArray());
        Assert.Equal("Scale, 2001–2005", alpha.Title);
    }

    [Fact]
    public void A_city_keeps_its_colour_when_drawn_alone()
    {
        var alone = ScoreLines.Of(Sample.Result, Sample.Highlight, cities: ["Gamma"]);
        Assert.Equal(Color(figure), Color(alone));

        static string? Color(Figure f) => f.Traces().Single(t => t.TryGetProperty("name", out var n) && n.GetString()!.StartsWith("&lt;script", StringComparison.Ordinal)).GetProperty("line").GetProperty("color").GetString();
    }

    [Fact]
    public void Words()
    {
        Assert.StartsWith("Line chart of 5 cities. Performance (score, 0–1). From 2001 to 2005: Beta 0.", figure.AltText, StringComparison.Ordinal);
        Assert.Contains(" In 2005: highest ", figure.AltText, StringComparison.Ordinal);
        var chinese = ScoreLines.Of(Sample.Result, Sample.Highlight, breaks: Sample.Study.Breaks, language: Language.Chinese);
        Assert.Contains("序列断点（虚线）：① 2003: 财政收入 – 口径变化", chinese.Note, StringComparison.Ordinal);
        Assert.Contains("乙市 0.", chinese.AltText, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_scores_are_gaps()
    {
        var strict = (Sample.Result.Recipe with { Missing = new Indexing.MissingRule.Propagate() }).Build(Sample.Result.Design);
        var lines = ScoreLines.Of(strict, Sample.Highlight, cities: ["Omega"]);
        Assert.Null(lines.Traces().Single(t => t.TryGetProperty("customdata", out _)).GetProperty("y").Numbers()[^1]);
        Assert.Null(lines.Row(SmallStudy.Template)[^1]);
    }
}
