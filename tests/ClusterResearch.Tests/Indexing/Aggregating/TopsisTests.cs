using ClusterResearch.Data;
using ClusterResearch.Indexing;
using ClusterResearch.Indexing.Aggregating;

namespace ClusterResearch.Tests.Indexing.Aggregating;

public sealed class TopsisTests
{
    private static readonly Direction[] Mixed = [new Direction.Higher(), new Direction.Lower()];

    [Fact]
    public void By_hand()
    {
        // columns 3, 4 and 6, 8 have the lengths 5 and 10; equal weights: 0.3 0.4 and 0.3 0.4, the second one a cost
        var r = Topsis.Of(DecisionMatrixTests.Of([[3, 4], [6, 8]], directions: Mixed));
        Assert.Equal([0.4, 0.3], r.Ideal.Select(v => Math.Round(v, 15)));
        Assert.Equal([0.3, 0.4], r.AntiIdeal.Select(v => Math.Round(v, 15)));
        Assert.Equal([0.1, 0.1], r.ToIdeal.Select(v => Math.Round(v, 15)));
        Assert.Equal([0.5, 0.5], r.Closeness.Select(v => Math.Round(v, 14)));
        Assert.Equal([1, 1], r.Ranks);
    }

    [Fact]
    public void Swapped_ideals_and_complement_give_the_same_closeness()
    {
        var matrix = DecisionMatrixTests.Of([[3, 4, 7], [6, 8, 1]], [0.3, 0.7], Mixed);
        var (swapped, complement) = (Topsis.Of(matrix), Topsis.Of(matrix, costs: TopsisCosts.Complement));
        Assert.All(swapped.Closeness.Zip(complement.Closeness), p => Assert.Equal(p.First, p.Second, 1e-14));
        Assert.NotEqual(swapped.Ideal[1], complement.Ideal[1], 1e-3);
    }

    [Fact]
    public void Where_all_are_the_same_there_is_no_closeness()
    {
        var r = Topsis.Of(DecisionMatrixTests.Of([[2, 2], [0, 0]]));
        Assert.All(r.Closeness, c => Assert.Equal(double.NaN, c));
        Assert.All(r.Ranks, c => Assert.Equal(double.NaN, c));
        // a constant criterion beside one that varies separates nobody
        Assert.Equal(Topsis.Of(DecisionMatrixTests.Of([[1, 2, 4]])).Closeness, Topsis.Of(DecisionMatrixTests.Of([[1, 2, 4], [5, 5, 5]], [1, 1])).Closeness);
        Assert.Equal([0, 1], Topsis.Of(DecisionMatrixTests.Of([[1, 2], [5, 5]]), TopsisScale.MinMax).Closeness);
    }

    [Fact]
    public void A_missing_value_is_left_out_of_both_distances()
    {
        var r = Topsis.Of(DecisionMatrixTests.Of([[0, 1, 0.5], [0, 1, double.NaN]]), TopsisScale.MinMax);
        Assert.Equal(0.5, r.Closeness[2], 1e-15);
        Assert.Equal(0.5, r.ToIdeal[2], 1e-15); // 0.5 · 0.5 at half of the weight
        Assert.Equal(double.NaN, Topsis.Of(DecisionMatrixTests.Of([[1, 2, double.NaN]])).Closeness[2]);
    }

    [Fact]
    public void As_a_table_it_shows_both_distances()
    {
        var table = Topsis.Of(DecisionMatrixTests.Of([[1, 2, 3]])).ToTable(["A", "B", "C"], Language.Chinese);
        Assert.Equal(["方案", "与正理想解距离", "与负理想解距离", "相对贴近度", "排名"], table.Columns.Select(c => c.Title));
        Assert.Equal(("A", 3.0), ((string)table.Rows[0][0]!, (double)table.Rows[0][4]!));
        Assert.Equal("1 names for 3 alternatives. (Parameter 'names')", Assert.Throws<ArgumentException>(() => Topsis.Of(DecisionMatrixTests.Of([[1, 2, 3]])).ToTable(["A"])).Message);
    }
}
