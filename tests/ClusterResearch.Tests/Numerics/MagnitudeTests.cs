using ClusterResearch.Numerics;

namespace ClusterResearch.Tests.Numerics;

public sealed class MagnitudeTests
{
    [Fact]
    public void Ordinary_numbers_are_left_alone()
    {
        Assert.Equal([1e100, double.NaN, -3, 0], Magnitude.Tame([1e100, double.NaN, -3, 0]));
        Assert.Equal(1, Magnitude.ForDifferences([1e307, -1e307, double.NaN]));
        Assert.Equal(0, Magnitude.Exponent([]));
    }

    [Fact]
    public void Huge_and_tiny_ones_come_near_one_by_a_power_of_two()
    {
        Assert.Equal([1, 0.75], Magnitude.Tame([Math.ScaleB(1, 1000), Math.ScaleB(0.75, 1000)]));
        Assert.Equal([-1, double.NaN], Magnitude.Tame([-double.Epsilon, double.NaN]));
        Assert.Equal(0.125, Magnitude.ForDifferences([1e308, -1e308]));
    }

    [Fact]
    public void Infinity_is_neither_a_figure_nor_missing()
    {
        Magnitude.RefuseInfinite([double.NaN, double.MaxValue], "x");
        Assert.StartsWith("A value is infinite; a missing one is NaN.", Assert.Throws<ArgumentException>(() => Magnitude.RefuseInfinite([double.NegativeInfinity], "x")).Message, StringComparison.Ordinal);
    }
}
