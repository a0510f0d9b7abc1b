using ClusterResearch.Indexing.Aggregating;

namespace ClusterResearch.Tests.Indexing.Aggregating;

public sealed class BordaTests
{
    [Fact]
    public void Points_by_hand()
    {
        var r = Borda.Of(DecisionMatrixTests.Of([[3, 2, 1], [1, 1, 5]]));
        Assert.Equal([2, 0.5], r.Points[0]);
        Assert.Equal([1, 0.5], r.Points[1]);
        Assert.Equal([0, 2], r.Points[2]);
        Assert.Equal([1.25, 0.75, 1], r.Scores);
        Assert.Equal([0.625, 0.375, 0.5], r.Shares);
    }

    /// <summary>Three of five voters rank A, B, C and two rank B, C, A: Borda elects B with 7 points, though A beats B by 3 to 2.</summary>
    [Fact]
    public void The_count_of_five_voters() =>
        Assert.Equal([6, 7, 2], Borda.Of(DecisionMatrixTests.Of([[3, 2, 1], [3, 2, 1], [3, 2, 1], [1, 3, 2], [1, 3, 2]], [1, 1, 1, 1, 1])).Scores);

    [Fact]
    public void A_missing_value_takes_no_points_and_gives_none()
    {
        var r = Borda.Of(DecisionMatrixTests.Of([[3, 2, double.NaN], [1, 2, 3]]));
        Assert.Equal([1, double.NaN], [r.Points[0][0], r.Points[2][0]]);
        Assert.Equal([0.5, 0.25, 1], r.Shares);
        Assert.Equal([0.5], Borda.Of(DecisionMatrixTests.Of([[7]])).Shares);
    }

    [Fact]
    public void As_a_table() => Assert.Equal([2.0, 1.0], Borda.Of(DecisionMatrixTests.Of([[3, 2, 1]])).ToTable(["A", "B", "C"]).Rows[0].Skip(1));
}
