using ClusterResearch.Location;
using CsCheck;

namespace ClusterResearch.Tests.Location;

public sealed class ConcentrationTests
{
    [Fact]
    public void By_hand()
    {
        Assert.Equal(0.5 * 0.5 + 2 * 0.25 * 0.25, Concentration.Herfindahl([2, 1, 1]), 1e-15);
        Assert.Equal((0.75, 1, 1), (Concentration.Ratio([2, 1, 1], 2), Concentration.Ratio([2, 1, 1], 9), Concentration.NormalisedHerfindahl([5, 0, 0])));
        Assert.Equal(Math.Log(4), Concentration.Entropy([3, 3, 3, 3, 0]), 1e-15);
        Assert.Equal(4, Concentration.EquivalentNumber([1, 1, 1, 1]), 1e-12);
    }

    /// <summary>Printed in the help of REAT after Farhauer and Kröll: nothing in common gives 2.</summary>
    [Fact]
    public void Krugman_of_two_that_share_nothing_is_two() =>
        Assert.Equal((2, 1), (Concentration.Krugman([20, 10, 70, 0, 0], [0, 0, 0, 60, 40]), Concentration.Hoover([20, 10, 70, 0, 0], [0, 0, 0, 60, 40])));

    /// <summary>Printed in the help of REAT: 21.87491.</summary>
    [Fact]
    public void Cluster_index_of_Litzenberger_and_Sternberg() =>
        Assert.Equal(21.87491, Concentration.ClusterIndex((1743, 5740), (50, 576), (488, 4621), (35, 53)), 5e-6);

    [Fact]
    public void Nothing_there_gives_no_number()
    {
        Assert.True(double.IsNaN(Concentration.Herfindahl([0, 0])) && double.IsNaN(Concentration.Herfindahl([])) && double.IsNaN(Concentration.Herfindahl([1, -1, 3])));
        Assert.True(double.IsNaN(Concentration.Krugman([0, 0], [1, 1])) && double.IsNaN(Concentration.GiniOfQuotients([1, double.NaN], [1, 1])));
        Assert.True(double.IsNaN(Concentration.NormalisedHerfindahl([3])));
        Assert.Throws<ArgumentException>(() => Concentration.Krugman([1], [1, 2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Concentration.Ratio([1], 0));
    }

    /// <summary>Spread as the reference, everything is 0; a unit of measurement changes nothing; Lorenz' Gini is never above Krugman's half by more than rounding allows.</summary>
    [Fact]
    public void What_holds_for_all_amounts() =>
        Gen.Select(Gen.Double[0.1, 100].Array[5], Gen.Double[0.1, 100].Array[5]).Sample((x, r) =>
        {
            Assert.Equal(0, Concentration.Krugman(r, [.. r.Select(v => 3 * v)]), 1e-12);
            Assert.Equal(0, Concentration.LorenzGini(r, r), 1e-12);
            Assert.Equal(Concentration.LorenzGini(x, r), Concentration.LorenzGini([.. x.Select(v => 7 * v)], r), 1e-12);
            Assert.True(Concentration.LorenzGini(x, r) >= Concentration.Hoover(x, r) - 1e-12); // the curve lies below its chord polygon
        });
}
