using ClusterResearch.Statistics;

namespace ClusterResearch.Tests.Statistics;

public sealed class WardClusteringTests
{
    private static readonly ReadOnlyMemory<double>[] Points = [.. new double[][] { [0], [10], [1], [13] }.Select(p => (ReadOnlyMemory<double>)p)];

    [Fact]
    public void By_hand()
    {
        var tree = WardClustering.Of(Points);
        // 0 with 1 at 1; 10 with 13 at 3; both pairs at √(2·2·2/4)·(11.5 − 0.5)
        Assert.Equal([1, 3, Math.Sqrt(2) * 11], tree.Heights.Select(h => Math.Round(h, 12) == Math.Round(Math.Sqrt(2) * 11, 12) ? Math.Sqrt(2) * 11 : h));
        Assert.Equal([0, 1, 0, 1], tree.Cut(2));
        Assert.Equal([0, 1, 0, 2], tree.Cut(3));
        Assert.Equal([0, 0, 0, 0], tree.Cut(1));
        Assert.Equal([0, 1, 2, 3], tree.Cut(4));
    }

    [Fact]
    public void One_point_is_one_group()
    {
        Assert.Empty(WardClustering.Of([new double[] { 1 }]).Heights);
        Assert.Throws<ArgumentOutOfRangeException>(() => WardClustering.Of(Points).Cut(5));
        Assert.Throws<ArgumentException>(() => WardClustering.Of([new[] { double.NaN }]));
    }
}
