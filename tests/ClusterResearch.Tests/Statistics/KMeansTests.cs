using ClusterResearch.Statistics;

namespace ClusterResearch.Tests.Statistics;

public sealed class KMeansTests
{
    private static readonly ReadOnlyMemory<double>[] Pairs = [.. new double[][] { [0], [1], [10], [11], [30] }.Select(p => (ReadOnlyMemory<double>)p)];

    [Fact]
    public void Lloyd_by_hand()
    {
        var found = KMeans.From(Pairs, [new double[] { 0 }, new double[] { 12 }]);
        // 0 1 | 10 11 30, then the centre of the second is 17
        Assert.Equal([0, 0, 1, 1, 1], found.Labels);
        Assert.Equal((17, 0.5 + 49 + 36 + 169), (found.Centers[1][0], found.WithinSquares));
        Assert.Equal([2, 3], found.Sizes);
    }

    [Fact]
    public void Searching_finds_the_better_cut_and_names_groups_as_they_come()
    {
        var best = KMeans.Of(Pairs, 3);
        Assert.Equal([0, 0, 1, 1, 2], best.Labels);
        Assert.Equal(1, best.WithinSquares, 1e-12);
        Assert.Equal(best, KMeans.Of(Pairs, 3, seed: 99));
        Assert.Equal(0, KMeans.Of(Pairs, 5).WithinSquares);
    }

    [Fact]
    public void An_empty_group_keeps_its_centre() => Assert.Equal((0, 900), (KMeans.From(Pairs, [new double[] { 5 }, new double[] { 900 }]).Sizes[1], KMeans.From(Pairs, [new double[] { 5 }, new double[] { 900 }]).Centers[1][0]));

    [Fact]
    public void Equal_points_fall_together() => Assert.Equal(0, KMeans.Of([new double[] { 3 }, new double[] { 3 }, new double[] { 3 }], 2).WithinSquares);

    [Fact]
    public void Bad_points_are_refused()
    {
        Assert.StartsWith("Point 2 has a coordinate that is missing or infinite; leave it out, it has no place.", Assert.Throws<ArgumentException>(() => KMeans.Of([new double[] { 1 }, new[] { double.NaN }], 1)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => KMeans.Of([], 1));
        Assert.Throws<ArgumentException>(() => KMeans.Of([new double[] { 1 }, new double[] { 1, 2 }], 1));
        Assert.Throws<ArgumentException>(() => KMeans.From(Pairs, [new double[] { 1, 2 }]));
        Assert.Throws<ArgumentOutOfRangeException>(() => KMeans.Of(Pairs, 6));
    }
}
