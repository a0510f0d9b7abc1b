using ClusterResearch.Charts.Tests.Support;
using ClusterResearch.Data;
using ClusterResearch.Location;

namespace ClusterResearch.Charts.Tests;

public sealed class LocationBubbleTests
{
    private readonly Figure figure = LocationBubble.Of(Sample.Tables.First, Sample.Tables.Last, "x", (2001, 2005), Sample.Result.Cities, Sample.Highlight);

    [Fact]
    public void Level_change_and_size_are_those_of_the_tables()
    {
        var (first, last) = Sample.Tables;
        var beta = figure.Table.Rows.Single(r => (string?)r[0] == "Beta");
        Assert.Equal(LocationQuotient.Of(last, 1, 0), (double)beta[1]!, 1e-12);
        Assert.Equal(LocationQuotient.Of(last, 1, 0) - LocationQuotient.Of(first, 1, 0), (double)beta[2]!, 1e-12);
        Assert.Equal(12.0, beta[3]);
        Assert.Equal(5, figure.Table.Rows.Length);
        Assert.Equal(("x: location quotient 2005 and its change since 2001", "Location quotient 2005"), (figure.Title, figure.Title("xaxis")));
    }

    [Fact]
    public void Unknown_industries_are_refused_and_Chinese_is_spoken()
    {
        Assert.Throws<KeyNotFoundException>(() => LocationBubble.Of(Sample.Tables.First, Sample.Tables.Last, "z", (2001, 2005), Sample.Result.Cities, Sample.Highlight));
        Assert.StartsWith("气泡图", LocationBubble.Of(Sample.Tables.First, Sample.Tables.Last, "x", (2001, 2005), Sample.Result.Cities, Sample.Highlight, Language.Chinese).AltText, StringComparison.Ordinal);
    }
}
