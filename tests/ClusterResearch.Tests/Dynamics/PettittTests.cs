using ClusterResearch.Dynamics;

namespace ClusterResearch.Tests.Dynamics;

public sealed class PettittTests
{
    [Fact]
    public void A_step_by_hand()
    {
        // ranks 1 2 3 | 4 5 6: U_3 = 2·6 − 3·7
        var change = Pettitt.Of([1, 2, 3, 11, 12, 13]);
        Assert.Equal([-5, -8, -9, -8, -5, 0], change.Path);
        Assert.Equal((9, 2, 12), (change.U, change.MeanBefore, change.MeanAfter));
        Assert.Equal([3], change.Positions);
        Assert.Equal(Math.Min(1, 2 * Math.Exp(-6 * 81 / 252.0)), change.P, 1e-15);
    }

    [Fact]
    public void Positions_are_those_of_the_whole_series() => Assert.Equal([4], Pettitt.Of([1, double.NaN, 2, 3, 11, 12, 13]).Positions);

    [Fact]
    public void Nothing_changes_in_a_constant_series()
    {
        Assert.Equal((0, 1), (Pettitt.Of([5, 5, 5]).U, Pettitt.Of([5, 5, 5]).P));
        Assert.True(double.IsNaN(Pettitt.Of([]).P));
        Assert.Equal(Pettitt.Of([5, 5, 5]), Pettitt.Of([7, 7, 7]) with { MeanBefore = 5 });
    }
}
