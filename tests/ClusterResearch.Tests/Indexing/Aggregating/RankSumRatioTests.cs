using ClusterResearch.Indexing.Aggregating;

namespace ClusterResearch.Tests.Indexing.Aggregating;

public sealed class RankSumRatioTests
{
    [Fact]
    public void By_hand()
    {
        // ranks 1 2 3 and 3 1.5 1.5
        var r = RankSumRatio.Of(DecisionMatrixTests.Of([[1, 2, 3], [9, 5, 5]]));
        Assert.Equal([4.0 / 6, 3.5 / 6, 4.5 / 6], r.Rsr.Select(v => v), (a, b) => Math.Abs(a - b) < 1e-15);
        Assert.Equal([1.0 / 3, 2.0 / 3, 1 - 1.0 / 12], r.Groups.Select(g => g.DownwardFrequency));
        // the middle of the distribution: 5 + Φ⁻¹(2/3)
        Assert.Equal(5.4307272992954576, r.Probits[0], 1e-14);
        Assert.Equal([2, 2, 3], r.Grades);
    }

    [Fact]
    public void Equal_ratios_are_one_group_with_the_mean_of_their_places()
    {
        var r = RankSumRatio.Of(DecisionMatrixTests.Of([[1, 2, 3], [3, 2, 1]]));
        var group = Assert.Single(r.Groups);
        Assert.Equal((3, 3, 2, 1 - 1.0 / 12), (group.Frequency, group.Cumulative, group.MeanRank, group.DownwardFrequency));
        Assert.True(double.IsNaN(r.Slope) && double.IsNaN(r.P) && double.IsNaN(r.Fitted[0]));
    }

    [Fact]
    public void Two_groups_have_a_line_but_no_test()
    {
        var r = RankSumRatio.Of(DecisionMatrixTests.Of([[1, 2]]));
        Assert.Equal([0.5, 1], r.Fitted.Select(v => Math.Round(v, 13)));
        Assert.True(double.IsNaN(r.F) && double.IsNaN(r.P));
    }

    [Fact]
    public void Non_integer_ranks_keep_distances_and_a_constant_has_the_middle()
    {
        var r = RankSumRatio.Of(DecisionMatrixTests.Of([[0, 1, 10], [4, 4, 4]]), RsrRanks.NonIntegerRanks);
        Assert.Equal([1, 1.2, 3], r.RankMatrix.Select(row => row[0]));
        Assert.Equal([2, 2, 2], r.RankMatrix.Select(row => row[1]));
    }

    [Fact]
    public void A_missing_value_takes_no_rank()
    {
        var r = RankSumRatio.Of(DecisionMatrixTests.Of([[1, 2, double.NaN], [1, 2, 3]]));
        Assert.Equal([(0.5 + 1.0 / 3) / 2, (1 + 2.0 / 3) / 2, 1], r.Rsr);
        Assert.Equal((0, double.NaN), RankSumRatio.Of(DecisionMatrixTests.Of([[1, double.NaN]])) is var one ? (one.Grades[1], one.Rsr[1]) : default);
        Assert.Null(RankSumRatio.Of(DecisionMatrixTests.Of([[1, double.NaN]])).ToTable(["A", "B"]).Rows[1][4]);
    }

    [Fact]
    public void Grades_have_tabled_cuts()
    {
        Assert.Equal([4, 6], RankSumRatio.Cuts(3));
        Assert.Equal([3.5, 5, 6.5], RankSumRatio.Cuts(4));
        Assert.Equal([3.2, 4.4, 5.6, 6.8], RankSumRatio.Cuts(5));
        Assert.Throws<ArgumentOutOfRangeException>(() => RankSumRatio.Cuts(2));
        // Probits 4.57, 5.43, 6.38
        Assert.Equal([2, 3, 3], RankSumRatio.Of(DecisionMatrixTests.Of([[1, 2, 3]]), cuts: RankSumRatio.Cuts(4).AsSpan()).Grades);
        Assert.Equal([2, 2, 3], RankSumRatio.Of(DecisionMatrixTests.Of([[1, 2, 3]])).Grades);
    }
}
