using ClusterResearch.Charts.Drawing;

namespace ClusterResearch.Charts.Tests.Drawing;

public sealed class SpreadLabelsTests
{
    [Fact]
    public void Leaves_what_is_apart() => Assert.Equal([1.0, 5, 3], SpreadLabels.Of([1, 5, 3], 1, 0, 10));

    [Fact]
    public void Parts_what_is_together_and_keeps_the_order()
    {
        var places = SpreadLabels.Of([5, 5.1, 4.9], 1, 0, 10);
        Assert.True(places[2] + 1 <= places[0] && places[0] + 1 <= places[1]);
    }

    [Fact]
    public void Stays_below_the_upper_end() => Assert.Equal([9, 10.0], SpreadLabels.Of([9.9, 10], 1, 0, 10));

    [Fact]
    public void Nothing_gives_nothing() => Assert.Empty(SpreadLabels.Of([], 1, 0, 1));
}
