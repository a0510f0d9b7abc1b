using ClusterResearch.Location;
using CsCheck;

namespace ClusterResearch.Tests.Location;

public sealed class InequalityTests
{
    [Fact]
    public void By_hand()
    {
        Assert.Equal(0.25, Inequality.Gini([1, 3]), 1e-15);
        Assert.Equal(0.5, Inequality.CorrectedGini([1, 3]), 1e-15);
        Assert.Equal((0.5 * Math.Log(0.5) + 1.5 * Math.Log(1.5)) / 2, Inequality.TheilT([1, 3]), 1e-15);
        Assert.Equal(-(Math.Log(0.5) + Math.Log(1.5)) / 2, Inequality.TheilL([1, 3]), 1e-15);
        Assert.Equal(1 - Math.Sqrt(3) / 2, Inequality.Atkinson([1, 3], 1), 1e-15);
        Assert.Equal(0.25, Inequality.Hoover([1, 3]), 1e-15);
    }

    [Fact]
    public void Zeros_missing_and_negative_values()
    {
        Assert.Equal((double.PositiveInfinity, 1), (Inequality.TheilL([0, 2]), Inequality.Atkinson([0, 2], 1)));
        Assert.Equal(Math.Log(2), Inequality.TheilT([0, 2]), 1e-15);
        Assert.Equal(Inequality.Gini([1, 3]), Inequality.Gini([1, double.NaN, 3]));
        Assert.True(double.IsNaN(Inequality.Gini([-1, 3])) && double.IsNaN(Inequality.Gini([0, 0])) && double.IsNaN(Inequality.TheilT([])) && double.IsNaN(Inequality.CorrectedGini([1])));
        Assert.Throws<ArgumentOutOfRangeException>(() => Inequality.Atkinson([1], 0));
    }

    [Fact]
    public void Parts_add_up() =>
        Gen.Select(Gen.Double[0.1, 9].Array[6], Gen.Double[0.1, 9].Array[6]).Sample((y, p) =>
        {
            var (t, l) = TheilDecomposition.Of(y, p, ["a", "b", "a", "c", "b", "a"]);
            Assert.Equal(t.Total, t.Between + t.Within, 1e-12);
            Assert.Equal(l.Total, l.Between + l.Within, 1e-12);
        });

    [Fact]
    public void Groups_of_equals_differ_only_between()
    {
        var (t, _) = TheilDecomposition.Of([1, 1, 3, 3, double.NaN], [], ["a", "a", "b", "b", "b"]);
        Assert.Equal((1, 0, 1), (t.BetweenShare, t.Within, t.LeftOut));
        Assert.Equal(Inequality.TheilT([1, 1, 3, 3]), t.Total, 1e-15);
        Assert.Throws<ArgumentException>(() => TheilDecomposition.Of([1, -1], [], ["a", "b"]));
        Assert.Throws<ArgumentException>(() => TheilDecomposition.Of([1, 1], [1, 0], ["a", "b"]));
        Assert.Throws<ArgumentException>(() => TheilDecomposition.Of([1, 1], [1], ["a", "b"]));
    }
}
