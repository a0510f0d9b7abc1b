using ClusterResearch.Numerics;

namespace ClusterResearch.Tests.Numerics;

/// <summary>Groups of equal numbers, by hand.</summary>
public sealed class RanksTests
{
    [Fact]
    public void Equal_numbers_are_one_group_in_the_order_in_which_they_come()
    {
        int[][] up = [.. Ranks.Groups([3, 5, double.NaN, 5, 1], ascending: true).Select(g => g.ToArray())];
        Assert.Equal([[4], [0], [1, 3]], up);
        int[][] down = [.. Ranks.Groups([3, 5, double.NaN, 5, 1], ascending: false).Select(g => g.ToArray())];
        Assert.Equal([[1, 3], [0], [4]], down);
        Assert.Empty(Ranks.Groups([double.NaN], ascending: true));
    }

    [Fact]
    public void Equal_numbers_share_the_mean_of_their_places()
    {
        Assert.Equal([2, 3.5, double.NaN, 3.5, 1], Ranks.Average([3, 5, double.NaN, 5, 1], ascending: true));
        Assert.Equal([3, 1.5, double.NaN, 1.5, 4], Ranks.Average([3, 5, double.NaN, 5, 1], ascending: false));
    }

    [Fact]
    public void Twelve_digits_count()
    {
        Assert.Equal(0.3, Ranks.Significant(0.1 + 0.2));
        Assert.Equal(-0.0, Ranks.Significant(-0.0));
        Assert.Equal(1e-310, Ranks.Significant(1e-310));
        Assert.True(double.IsNaN(Ranks.Significant(double.NaN)));
    }
}
