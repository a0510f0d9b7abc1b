using ClusterResearch.Charts.Tests.Support;

namespace ClusterResearch.Charts.Tests;

public sealed class StrengthBarsTests
{
    [Fact]
    public void Bars_are_score_less_median()
    {
        var figure = StrengthBars.Of(Sample.Result, "Beta", 2005);
        Assert.Equal(figure.Column("difference"), figure.Traces().Single().GetProperty("x").Numbers());
        Assert.All(figure.Table.Rows, r => Assert.Equal((double)r[2]! - (double)r[3]!, (double)r[4]!, 12));
        Assert.Equal(figure.Column("difference").OrderDescending(), figure.Column("difference"));
        Assert.Equal("Difference in score to<br>the median of 5 cities", figure.Title("xaxis"));
        Assert.StartsWith("Bar chart of differences. Beta against the median of 5 cities, 2005. Above in ", figure.AltText, StringComparison.Ordinal);
    }

    [Fact]
    public void A_city_against_itself_is_level()
    {
        var figure = StrengthBars.Of(Sample.Result, "Beta", 2005, against: "Beta");
        Assert.All(figure.Column("difference"), d => Assert.Equal(0.0, d));
        Assert.Contains("Above in 0 dimensions, below in 0", figure.AltText, StringComparison.Ordinal);
    }

    [Fact]
    public void The_side_is_said_by_sign_not_by_colour_alone()
    {
        var bar = StrengthBars.Of(Sample.Result, "Alpha", 2005).Traces().Single();
        Assert.All(bar.GetProperty("text").Strings().Zip(bar.GetProperty("x").Numbers()), p => Assert.StartsWith(p.Second < 0 ? "−" : "+", p.First, StringComparison.Ordinal));
    }
}
