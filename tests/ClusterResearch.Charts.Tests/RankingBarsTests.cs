using ClusterResearch.Charts.Tests.Support;
using ClusterResearch.Data;
using ClusterResearch.Indexing;
using ClusterResearch.Indexing.Aggregating;

namespace ClusterResearch.Charts.Tests;

public sealed class RankingBarsTests
{
    private readonly Figure figure = RankingBars.Of(Sample.Result, 2005, Sample.Highlight);

    [Fact]
    public void Bars_are_the_table_and_add_up_to_the_score()
    {
        Assert.Equal(figure.Column("FIS"), figure.Trace("FIS Fiscal capacity").GetProperty("x").Numbers());
        Assert.Equal(figure.Column("SCA"), figure.Trace("SCA Scale").GetProperty("x").Numbers());
        Assert.All(figure.Table.Rows, r => Assert.Equal((double)r[2]!, (double)r[3]! + (double)r[4]! + (double)r[5]!, 12));
        Assert.Equal([1, 2, 3, 4, 5], figure.Column("rank").Select(r => r!.Value));
        Assert.Equal("Score, 0–1", figure.Title("xaxis"));
    }

    [Fact]
    public void Marks_the_cities_of_the_study_in_bold_with_a_sign()
    {
        var labels = figure.Ticks("yaxis");
        Assert.Contains(labels, l => l!.Contains("<span style=\"color:#d55e00\">●</span> <b>", StringComparison.Ordinal) && l.EndsWith("Beta</b>", StringComparison.Ordinal));
        Assert.Equal(3, labels.Count(l => l!.Contains("<b>", StringComparison.Ordinal)));
        Assert.Contains(labels, l => l!.EndsWith("%&#123;x} &#36;a&#36; &lt;b&gt;&amp;lt;", StringComparison.Ordinal));
    }

    [Fact]
    public void Shows_the_best_and_those_asked_for()
    {
        var best = RankingBars.Of(Sample.Result, 2005, new("Beta", []), top: 1, include: ["Alpha"]);
        Assert.Equal(3, best.Table.Rows.Length);
        Assert.Contains("Shown are 3 of 5 cities; ranks are among all.", best.Note, StringComparison.Ordinal);
        Assert.DoesNotContain("Shown are", figure.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void A_city_without_a_score_comes_last_and_says_so()
    {
        var strict = (Sample.Result.Recipe with { Missing = new MissingRule.Propagate() }).Build(Sample.Result.Design);
        var bars = RankingBars.Of(strict, 2005, Sample.Highlight);
        Assert.Equal("– %&#123;x} &#36;a&#36; &lt;b&gt;&amp;lt;", bars.Ticks("yaxis")[^1]);
        Assert.Null(bars.Traces()[0].GetProperty("x").Numbers()[^1]);
        Assert.Equal("missing", bars.Traces()[^1].GetProperty("text").Strings()[^1]);
        Assert.Null(bars.Table.Rows[^1][2]);
    }

    [Fact]
    public void Says_when_parts_are_scaled()
    {
        var geometric = (Sample.Result.Recipe with { Aggregation = new GeometricMean() }).Build(Sample.Result.Design);
        Assert.Contains("This mean does not add up", RankingBars.Of(geometric, 2004, Sample.Highlight).Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Words()
    {
        var best = figure.Table.Rows[0];
        Assert.StartsWith("Bar chart of 5 cities in 2005, bars made of 3 dimensions; highest " + (string)best[1]! + " (0.", figure.AltText, StringComparison.Ordinal);
        Assert.Contains("Method: Min-max normalisation (", figure.Note, StringComparison.Ordinal);
        Assert.Contains("Equal weights (", figure.Note, StringComparison.Ordinal);
        var chinese = RankingBars.Of(Sample.Result, 2005, Sample.Highlight, language: Language.Chinese);
        Assert.Equal("绩效，2005年", chinese.Title);
        Assert.Equal("得分（0—1）", chinese.Title("xaxis"));
        Assert.Contains(chinese.Ticks("yaxis"), l => l!.EndsWith("乙市</b>", StringComparison.Ordinal));
    }

    [Fact]
    public void Unknown_year_and_city_are_refused()
    {
        Assert.Contains("Alpha 1999 is not in this index", Assert.Throws<KeyNotFoundException>(() => RankingBars.Of(Sample.Result, 1999, Sample.Highlight)).Message, StringComparison.Ordinal);
        Assert.Contains("Bet 2001 is not in this index", Assert.Throws<KeyNotFoundException>(() => RankingBars.Of(Sample.Result, 2005, Sample.Highlight, include: ["Bet"])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_score_that_rests_on_a_filled_in_value_is_marked()
    {
        var bars = RankingBars.Of(Sample.Filled, 2005, Sample.Highlight);
        Assert.Single(bars.Traces()[^1].GetProperty("text").Strings(), t => t!.EndsWith(" ○", StringComparison.Ordinal));
        Assert.Contains("○ marks scores that rest in part on filled-in values.", bars.Note, StringComparison.Ordinal);
        // MKT1 is one of two under MKT, which is one of two under INT, which has half of the goal
        Assert.Equal([12.5], bars.Column("filled").Where(v => v > 0).Select(v => v!.Value));
        Assert.DoesNotContain("○", RankingBars.Of(Sample.Filled, 2004, Sample.Highlight).Note, StringComparison.Ordinal);
        Assert.DoesNotContain(figure.Table.Columns, c => c.Key == "filled");
    }
}
