using ClusterResearch.Charts.Tests.Support;
using ClusterResearch.Data;

namespace ClusterResearch.Charts.Tests;

public sealed class RankFlowTests
{
    private readonly Figure figure = RankFlow.Of(Sample.Result, Sample.Highlight);

    [Fact]
    public void Lines_are_the_table()
    {
        Assert.Equal(figure.Row("Beta"), figure.Trace("Beta").GetProperty("y").Numbers());
        Assert.Equal(6, figure.Traces().Length); // five cities and the holder of the right axis
    }

    [Fact]
    public void First_rank_is_on_top_and_names_stand_at_both_ends()
    {
        var range = figure.Layout().GetProperty("yaxis").GetProperty("range").Numbers();
        Assert.True(range[0] > range[1]);
        Assert.Equal(5, figure.Ticks("yaxis").Length);
        Assert.Equal(5, figure.Ticks("yaxis2").Length);
        Assert.Equal("Rank (1 = best)", figure.Title("yaxis"));
    }

    [Fact]
    public void One_year_gives_points()
    {
        var one = (Sample.Result.Recipe with { Period = new(2004, 2004) }).Build(Sample.Result.Design);
        Assert.Equal("Ranks: Performance, 2004", RankFlow.Of(one, Sample.Highlight).Title);
        Assert.Single(RankFlow.Of(one, Sample.Highlight).Trace("Beta").GetProperty("y").Numbers());
        Assert.Single(ScoreLines.Of(one, Sample.Highlight).Trace("Beta").GetProperty("y").Numbers());
    }

    [Fact]
    public void A_highlight_need_not_be_in_the_index()
    {
        var two = (Sample.Result.Recipe with { Cities = ["Delta", "Omega"] }).Build(Sample.Result.Design);
        Assert.All(
            new[] { RankFlow.Of(two, Sample.Highlight), ScoreLines.Of(two, Sample.Highlight), RankingBars.Of(two, 2004, Sample.Highlight), HalvesScatter.Of(two, 2004, Sample.Highlight), IndicatorHeatMap.Of(two, 2004, Sample.Highlight) },
            f => Assert.Equal(2, f.Table.Rows.Count(r => !r.OfType<string>().First().StartsWith("Median", StringComparison.Ordinal))));
        Assert.Contains("Beta 2001 is not in this index", Assert.Throws<KeyNotFoundException>(() => RankFlow.Of(two, Sample.Highlight, cities: ["Beta"])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Words()
    {
        Assert.StartsWith("Lines of the ranks of 5 cities. From 2001 to 2005: Beta ", figure.AltText, StringComparison.Ordinal);
        Assert.Contains(" First in 2005: ", figure.AltText, StringComparison.Ordinal);
        Assert.Equal("Ranks: Scale, 2001–2005", RankFlow.Of(Sample.Result, Sample.Highlight, "SCA").Title);
        Assert.Equal("位次（1为最高）", RankFlow.Of(Sample.Result, Sample.Highlight, language: Language.Chinese).Title("yaxis"));
    }
}
