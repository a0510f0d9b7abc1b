using ClusterResearch.Efficiency;

namespace ClusterResearch.Tests.Efficiency;

/// <summary>Productivity by hand; the reference case holds the rest.</summary>
public sealed class MalmquistTests
{
    /// <summary>A makes 1 of 2 and stays; B makes 1 of 1 and then 2 of 1. The frontier doubles, A falls behind by half, B keeps on it.</summary>
    [Fact]
    public void By_hand()
    {
        var units = Malmquist.Of([new double[] { 2, 1 }], [new double[] { 1, 1 }], [new double[] { 2, 1 }], [new double[] { 1, 2 }]);
        Assert.Equal((1, 0.5, 2), (Math.Round(units[0].Index, 12), Math.Round(units[0].EfficiencyChange, 12), Math.Round(units[0].TechnicalChange, 12)));
        Assert.Equal((2, 1, 2), (Math.Round(units[1].Index, 12), Math.Round(units[1].EfficiencyChange, 12), Math.Round(units[1].TechnicalChange, 12)));
        Assert.Equal(units[0].EfficiencyChange, units[0].PureEfficiencyChange * units[0].ScaleChange, 1e-12);
        Assert.Equal(2, Malmquist.ToTable(units, ["A", "B"]).Rows.Length);
    }

    [Fact]
    public void Nothing_changed_is_one() =>
        Assert.All(Malmquist.Of([new double[] { 2, 1 }], [new double[] { 1, 1 }], [new double[] { 2, 1 }], [new double[] { 1, 1 }]), u => Assert.Equal(1, u.Index, 1e-12));

    [Fact]
    public void Other_units_are_refused() =>
        Assert.StartsWith("Both periods need the same units", Assert.Throws<ArgumentException>(() => Malmquist.Of([new double[] { 2, 1 }], [new double[] { 1, 1 }], [new double[] { 2 }], [new double[] { 1 }])).Message, StringComparison.Ordinal);
}
