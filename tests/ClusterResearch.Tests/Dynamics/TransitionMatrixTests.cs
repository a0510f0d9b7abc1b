using ClusterResearch.Dynamics;

namespace ClusterResearch.Tests.Dynamics;

public sealed class TransitionMatrixTests
{
    [Fact]
    public void By_hand()
    {
        var m = TransitionMatrix.Of([[1, 1, 2], [2, 1, 0, 2]], 2);
        Assert.Equal((1, 1, 1, 0, 2), (m.Count(1, 1), m.Count(1, 2), m.Count(2, 1), m.Count(2, 2), m.LeftOut));
        Assert.Equal(0.5, m.Share(1, 2));
        Assert.Equal([2 / 3.0, 1 / 3.0], m.Ergodic().Select(p => Math.Round(p, 14) == Math.Round(2 / 3.0, 14) ? 2 / 3.0 : Math.Round(p, 14) == Math.Round(1 / 3.0, 14) ? 1 / 3.0 : p));
        Assert.Equal("Shares of the steps that start in a state; 2 steps without a state before or after are not counted.", m.ToTable(["low", "high"]).Notes[0]);
        Assert.Throws<ArgumentException>(() => m.ToTable(["low"]));
    }

    [Fact]
    public void A_state_that_is_never_left_by_anyone_has_no_shares()
    {
        var m = TransitionMatrix.Of([[1, 1, 2]], 2);
        Assert.True(double.IsNaN(m.Share(2, 1)) && double.IsNaN(m.Ergodic()[0]));
    }

    [Fact]
    public void Two_traps_have_no_common_end_and_one_trap_has()
    {
        Assert.True(double.IsNaN(TransitionMatrix.Of([[1, 1], [2, 2]], 2).Ergodic()[0]));
        Assert.Equal([0, 1], TransitionMatrix.Of([[1, 2, 2], [1, 1]], 2).Ergodic());
    }

    [Fact]
    public void Bad_states_are_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => TransitionMatrix.Of([[1, 3]], 2));
}
