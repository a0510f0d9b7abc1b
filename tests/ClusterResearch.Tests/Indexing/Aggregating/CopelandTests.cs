using ClusterResearch.Indexing.Aggregating;

namespace ClusterResearch.Tests.Indexing.Aggregating;

public sealed class CopelandTests
{
    [Fact]
    public void Wins_less_losses_by_hand()
    {
        // A beats B and C in the first criterion, loses to both in the second; B and C are equal in the second
        var r = Copeland.Of(DecisionMatrixTests.Of([[3, 2, 1], [1, 2, 2]], [0.6, 0.4]));
        Assert.Equal([0.6, 0.6], r.Outranking[0].Skip(1));
        Assert.Equal(0.8, r.Outranking[1][2], 1e-15); // 0.6 + 0.4 / 2
        Assert.Equal([2, 0, -2], r.Scores);
        Assert.Equal([1, 0.5, 0], r.Shares);
    }

    [Fact]
    public void A_duel_of_equal_weight_is_a_draw_in_spite_of_rounding()
    {
        // 0.1 + 0.2 against 0.3 of the weight
        Assert.Equal([0, 0], Copeland.Of(DecisionMatrixTests.Of([[2, 1], [2, 1], [1, 2]], [0.1, 0.2, 0.3])).Scores);
    }

    [Fact]
    public void A_duel_is_by_what_both_have()
    {
        var r = Copeland.Of(DecisionMatrixTests.Of([[1, 2, double.NaN], [2, double.NaN, 1]], [0.9, 0.1]));
        Assert.Equal([0, 1], r.Outranking[0].Skip(1));
        Assert.Equal(0.5, r.Outranking[1][2]); // nothing in common
        Assert.Equal([0, 1, -1], r.Scores);
        Assert.Equal([0, 0, double.NaN], Copeland.Of(DecisionMatrixTests.Of([[1, 1, double.NaN]])).Scores);
    }

    [Fact]
    public void A_lone_city_stands_in_the_middle() => Assert.Equal([0.5], Copeland.Of(DecisionMatrixTests.Of([[7]])).Shares);

    [Fact]
    public void As_a_table() => Assert.Equal([2.0, 1.0], Copeland.Of(DecisionMatrixTests.Of([[3, 2, 1]])).ToTable(["A", "B", "C"]).Rows[0].Skip(1));
}
