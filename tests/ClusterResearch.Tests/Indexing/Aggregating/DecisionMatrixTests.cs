using ClusterResearch.Indexing;
using ClusterResearch.Indexing.Aggregating;

namespace ClusterResearch.Tests.Indexing.Aggregating;

public sealed class DecisionMatrixTests
{
    private static readonly DecisionMatrix Matrix = Of([[1, 2, double.NaN], [30, 10, 20]], [0.25, 0.75], [new Direction.Higher(), new Direction.Lower()]);

    public static DecisionMatrix Of(double[][] columns, double[]? weights = null, Direction[]? directions = null) =>
        DecisionMatrix.Of([.. columns.Select(c => (ReadOnlyMemory<double>)c)], weights ?? [], directions);

    [Fact]
    public void Holds_what_it_is_given()
    {
        Assert.Equal((3, 2, 20, 1), (Matrix.Alternatives, Matrix.Criteria, Matrix[2, 1], Matrix.Incomplete));
        Assert.Equal([0.25, 0.75], Matrix.Weights);
        Assert.Equal([0.5, 0.5], Of([[1], [2]]).Weights);
    }

    [Fact]
    public void Goodness_and_regret_know_the_direction()
    {
        Assert.Equal([0, 1, 0.5], Matrix.Goodness(1));
        Assert.Equal([1, 0, 0.5], Matrix.Regret(1));
        Assert.Equal([0, 1, double.NaN], Matrix.Goodness(0));
        var constant = Of([[7, 7, double.NaN]]);
        Assert.Equal([1, 1, double.NaN], constant.Goodness(0));
        Assert.Equal([0, 0, double.NaN], constant.Regret(0));
    }

    [Fact]
    public void A_missing_value_leaves_its_weight_to_the_others()
    {
        Assert.Equal((1, 0.75), (Matrix.Presence(0), Matrix.Presence(2)));
        Assert.Equal(20, Matrix.WeightedSum(2, [[1, 2, double.NaN], [30, 10, 20]]), 1e-14);
        Assert.Equal(double.NaN, Of([[double.NaN]]).WeightedSum(0, [[double.NaN]]));
    }

    [Fact]
    public void What_is_no_decision_matrix_is_refused()
    {
        Assert.Equal("A decision matrix needs at least one column, and all of one length. (Parameter 'columns')", Assert.Throws<ArgumentException>(() => Of([[1], [1, 2]])).Message);
        Assert.Throws<ArgumentException>(() => Of([]));
        Assert.Throws<ArgumentException>(() => Of([[double.PositiveInfinity]]));
        Assert.Equal("1 columns need 1 weights: finite numbers of zero or more, not all zero. (Parameter 'weights')", Assert.Throws<ArgumentException>(() => Of([[1]], [0])).Message);
        Assert.Throws<ArgumentException>(() => Of([[1]], [double.NaN]));
        Assert.Throws<ArgumentException>(() => Of([[1], [1]], [1]));
        Assert.Equal("1 columns need 1 directions, higher or lower; a target or range must be normalised first. (Parameter 'directions')",
            Assert.Throws<ArgumentException>(() => Of([[1]], [1], [new Direction.Target(1)])).Message);
    }
}
