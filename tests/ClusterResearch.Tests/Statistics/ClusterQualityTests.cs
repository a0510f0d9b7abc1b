using ClusterResearch.Statistics;

namespace ClusterResearch.Tests.Statistics;

public sealed class ClusterQualityTests
{
    private static readonly ReadOnlyMemory<double>[] Points = [.. new double[][] { [0], [2], [10], [12] }.Select(p => (ReadOnlyMemory<double>)p)];

    [Fact]
    public void By_hand()
    {
        // of the first point: a = 2, b = 11
        Assert.Equal(9 / 11.0, ClusterQuality.Silhouettes(Points, [0, 0, 1, 1])[0], 1e-15);
        Assert.Equal((9 / 11.0 + 7 / 9.0) / 2, ClusterQuality.Silhouette(Points, [0, 0, 1, 1]), 1e-15);
        Assert.Equal(50, ClusterQuality.CalinskiHarabasz(Points, [0, 0, 1, 1]), 1e-12); // B = 100, W = 4
        Assert.Equal(0.2, ClusterQuality.DaviesBouldin(Points, [0, 0, 1, 1]), 1e-15); // (1 + 1)/10
        Assert.Equal(0, ClusterQuality.Silhouettes(Points, [0, 0, 0, 1])[3]); // alone
    }

    [Fact]
    public void One_group_or_all_alone_have_no_quality()
    {
        foreach (int[] labels in new int[][] { [0, 0, 0, 0], [0, 1, 2, 3] })
        {
            Assert.True(double.IsNaN(ClusterQuality.Silhouette(Points, labels)) && double.IsNaN(ClusterQuality.CalinskiHarabasz(Points, labels)) && double.IsNaN(ClusterQuality.DaviesBouldin(Points, labels)));
        }
        Assert.Throws<ArgumentException>(() => ClusterQuality.Silhouette(Points, [0]));
    }

    [Fact]
    public void The_gap_finds_two_heaps_and_one()
    {
        ReadOnlyMemory<double>[] heaps = [.. Enumerable.Range(0, 20).Select(i => (ReadOnlyMemory<double>)new[] { (i % 2 * 50) + Math.Sin(i), Math.Cos(3 * i) })];
        Assert.Equal(2, ClusterQuality.Gap(heaps, 4, references: 10).Groups);
        Assert.Equal(ClusterQuality.Gap(heaps, 3, references: 5), ClusterQuality.Gap(heaps, 3, references: 5));
    }
}
