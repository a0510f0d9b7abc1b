using ClusterResearch.Charts.Tests.Support;

namespace ClusterResearch.Charts.Tests;

public sealed class RankIntervalsTests
{
    [Fact]
    public void Draws_spread_and_median_of_each_city()
    {
        var figure = RankIntervals.Of(Sample.All, Sample.Highlight);
        Assert.Equal(figure.Column("median"), figure.Traces()[^1].GetProperty("x").Numbers());
        Assert.Equal([figure.Column("p5")[0], figure.Column("p95")[0]], figure.Traces()[1].GetProperty("x").Numbers());
        Assert.Equal([figure.Column("best")[0], figure.Column("worst")[0]], figure.Traces()[0].GetProperty("x").Numbers());
        Assert.Contains("A share of specifications is no probability", figure.Note, StringComparison.Ordinal);
    }
}
