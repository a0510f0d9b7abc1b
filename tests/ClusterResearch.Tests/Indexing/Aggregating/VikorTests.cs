using ClusterResearch.Indexing.Aggregating;

namespace ClusterResearch.Tests.Indexing.Aggregating;

public sealed class VikorTests
{
    [Fact]
    public void Without_stability_the_first_two_are_the_compromise()
    {
        // regrets A (0.5, 0.5), B (0.9, 0), C (0, 1.0), weights 1/2; S 0.5 0.45 0.5; R 0.25 0.45 0.5
        var r = Vikor.Of(DecisionMatrixTests.Of([[0.5, 0.1, 1, 0], [0.5, 1, 0, 0]]), v: 0);
        Assert.Equal([0.5, 0.45, 0.5, 1], r.S.Select(v => Math.Round(v, 14)));
        Assert.Equal([0.25, 0.45, 0.5, 0.5], r.R.Select(v => Math.Round(v, 14)));
        Assert.Equal((true, true), (r.HasAdvantage, r.IsStable)); // v = 0: the best by Q is the best by R
        Assert.Equal([0], r.Compromise);
    }

    [Fact]
    public void Without_advantage_all_that_are_close_are_the_compromise()
    {
        var r = Vikor.Of(DecisionMatrixTests.Of([[1, 0.9, 0]]));
        Assert.Equal(0.5, r.Threshold);
        Assert.False(r.HasAdvantage);
        Assert.Equal([0, 1], r.Compromise);
        Assert.Contains("Compromise set: A, B.", r.ToTable(["A", "B", "C"]).Notes);
    }

    [Fact]
    public void What_does_not_differ_contributes_nothing()
    {
        var r = Vikor.Of(DecisionMatrixTests.Of([[2, 2]]));
        Assert.Equal([0, 0], r.Q);
        Assert.Equal([0, 1], r.Compromise);
        Assert.Equal([0], Vikor.Of(DecisionMatrixTests.Of([[2]])).Compromise);
    }

    [Fact]
    public void A_missing_value_leaves_its_weight_to_the_others()
    {
        var r = Vikor.Of(DecisionMatrixTests.Of([[1, 0, 0.5], [1, 0, double.NaN]], [0.4, 0.6]));
        Assert.Equal((0.5, 0.5), (Math.Round(r.S[2], 15), Math.Round(r.R[2], 15)));
    }

    [Fact]
    public void The_weight_of_total_regret_is_a_share()
    {
        Assert.StartsWith("The weight v of the total regret is from 0 to 1.", Assert.Throws<ArgumentOutOfRangeException>(() => Vikor.Of(DecisionMatrixTests.Of([[1, 2]]), v: 1.1)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Vikor { V = double.NaN });
        Assert.Contains("v = 0.25", new Vikor { V = 0.25 }.Card.Variant, StringComparison.Ordinal);
    }
}
