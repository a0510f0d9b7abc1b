using System.Collections.Immutable;
using ClusterResearch.Data;
using ClusterResearch.Stages;

namespace ClusterResearch.Tests.Stages;

public sealed class TrajectoryClustersTests
{
    private static readonly ImmutableArray<City> Cities = [.. "ABCD".Select(k => new City(k.ToString(), k.ToString(), k.ToString(), "P", "省"))];
    private static readonly ImmutableArray<int> Years = [2001, 2002, 2003, 2004];

    /// <summary>Four cities in the four corners of growth and concentration.</summary>
    private static (double, double, double) Corners(string city, int year) =>
        city switch { "A" => (1, 9, 0.5), "B" => (2, 9, 1.5), "C" => (3, 1, 1.5), _ => (2, 1, 0.5) } is var (l, g, c) ? (l + 0.01 * (year - 2001), g, c) : default;

    [Theory]
    [InlineData(TrajectoryMethod.KMeans)]
    [InlineData(TrajectoryMethod.Ward)]
    public void Corners_get_their_names(TrajectoryMethod method)
    {
        var groups = TrajectoryClusters.Of(Cities, Years, Corners, method: method);
        Assert.Equal([Stage.Formation, Stage.Growth, Stage.Maturity, Stage.Decline], Cities.Select(c => groups.Assignment[c.Key, 2004].Stage!.Value));
        Assert.Equal(new StageVerdict(null, "a value is missing in the 3 years up to 2002"), groups.Assignment["A", 2002]);
        Assert.Equal([2, 2, 2, 2], groups.Sizes);
        Assert.True(groups.Silhouette > 0.9);
        Assert.Equal(["formation", "growth", "maturity", "decline or renewal"], groups.ToTable().Rows.Select(r => r[^1]));
    }

    [Fact]
    public void A_missing_value_leaves_out_every_window_with_it()
    {
        var groups = TrajectoryClusters.Of(Cities, Years, (c, y) => c == "A" && y == 2003 ? (1, double.NaN, 1) : Corners(c, y), groups: 3);
        Assert.Null(groups.Assignment["A", 2004].Stage);
        Assert.Equal(6, groups.Sizes.Sum());
        Assert.Equal(6, TrajectoryClusters.Points(Cities, Years, (c, y) => c == "A" && y == 2003 ? (1, double.NaN, 1) : Corners(c, y)).Length);
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        Assert.StartsWith("Growth is the same in all windows and tells none apart.", Assert.Throws<ArgumentException>(() => TrajectoryClusters.Of(Cities, Years, (c, y) => (y + c[0], 5, c[0]))).Message, StringComparison.Ordinal);
        Assert.StartsWith("0 whole windows of 9 years for 4 groups.", Assert.Throws<ArgumentException>(() => TrajectoryClusters.Of(Cities, Years, Corners, window: 9)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => TrajectoryClusters.Of(Cities, Years, Corners, groups: 1));
    }
}
