using ClusterResearch.Indexing;

namespace ClusterResearch.Tests.Indexing;

public sealed class DirectionTests
{
    [Theory]
    [InlineData("higher", "higher")]
    [InlineData(" lower ", "lower")]
    [InlineData("target 100", "target 100")]
    [InlineData("target -1.5", "target -1.5")]
    [InlineData("range 0.6..0.75", "range 0.6..0.75")]
    [InlineData("range -2 .. 2", "range -2..2")]
    public void Words_are_read_and_written_alike(string text, string written) => Assert.Equal(written, Direction.Parse(text)?.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("Higher")]
    [InlineData("higher 5")]
    [InlineData("target")]
    [InlineData("target x")]
    [InlineData("target 1,5")]
    [InlineData("target NaN")]
    [InlineData("target 1e999")]
    [InlineData("range 1")]
    [InlineData("range 2..1")]
    [InlineData("range 1..1")]
    [InlineData("range 1..2..3")]
    [InlineData("range 1-2")]
    public void Anything_else_is_no_direction(string text) => Assert.Null(Direction.Parse(text));

    [Fact]
    public void Distances()
    {
        Assert.Equal(3, new Direction.Target(5).Distance(2));
        Assert.Equal(3, new Direction.Target(5).Distance(8));
        Assert.Equal([2, 0, 0, 0, 1], new double[] { 1, 3, 4, 5, 6 }.Select(x => new Direction.Range(3, 5).Distance(x)));
        Assert.Throws<InvalidOperationException>(() => new Direction.Higher().Distance(1));
    }
}
