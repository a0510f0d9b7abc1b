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
    public void Words()
    {
        Assert.StartsWith("Lines of the ranks of 5 cities. From 2001 to 2005: Beta ", figure.AltText, StringComparison.Ordinal);
        Assert.Contains(" First in 2005: ", figure.AltText, StringComparison.Ordinal);
        Assert.Equal("Ranks: Scale, 2001–2005", RankFlow.Of(Sample.Result, Sample.Highlight, "SCA").Title);
        Assert.Equal("位次（1为最高）", RankFlow.Of(Sample.Result, Sample.Highlight, language: Language.Chinese).Title("yaxis"));
    }
}
