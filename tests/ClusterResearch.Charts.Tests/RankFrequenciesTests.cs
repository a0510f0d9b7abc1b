using ClusterResearch.Charts.Tests.Support;

namespace ClusterResearch.Charts.Tests;

public sealed class RankFrequenciesTests
{
    [Fact]
    public void Draws_the_share_of_each_rank_and_rings_the_index()
    {
        var figure = RankFrequencies.Of(Sample.Uncertain, 2005, Sample.Highlight);
        var map = figure.Traces()[0];
        var first = Sample.Result.Cities.OrderBy(c => Sample.Result.Rank(c.Key, 2005) ?? double.MaxValue).First();
        Assert.Equal(100 * Sample.Uncertain.Frequency(first.Key, 2005, 1), map.GetProperty("z")[0].Numbers()[0] ?? 0, 1e-3);
        Assert.Equal(1, figure.Traces()[1].GetProperty("x").Numbers()[0]);
        Assert.Equal("Rank", figure.Title("xaxis"));
        Assert.Contains("2000 draws, uniform on the simplex, seed 1", figure.Note, StringComparison.Ordinal);
    }
}
