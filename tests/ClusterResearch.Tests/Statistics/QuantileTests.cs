using ClusterResearch.Statistics;
using CsCheck;

namespace ClusterResearch.Tests.Statistics;

/// <summary>By hand and by their properties; the reference cases hold the rest.</summary>
public sealed class QuantileTests
{
    [Fact]
    public void The_lower_quartile_of_five_values_in_nine_ways()
    {
        // n p = 1.25; type 4 between 1 and 2 by a quarter, 5: 1.75, 6: 1.5, 7: 2, 8: 1 2/3, 9: 1.6875
        double[] x = [50, 10, 40, 20, 30, double.NaN];
        double[] expected = [20, 20, 10, 12.5, 17.5, 15, 20, 50 / 3.0, 16.875];
        Assert.Equal(expected, Enum.GetValues<QuantileType>().Select(t => Quantile.Of(x, 0.25, t)), (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void At_a_jump_the_discontinuous_types_differ()
    {
        // n p = 2
        Assert.Equal([20, 25, 20], new[] { QuantileType.InverseDistribution, QuantileType.AveragedAtJumps, QuantileType.NearestEven }.Select(t => Quantile.Of([10, 20, 30, 40], 0.5, t)));
    }

    [Fact]
    public void Ends_single_values_and_nothing()
    {
        Assert.All(Enum.GetValues<QuantileType>(), t =>
        {
            Assert.Equal(1, Quantile.Of([3, 1, 2], 0, t));
            Assert.Equal(3, Quantile.Of([3, 1, 2], 1, t));
            Assert.Equal(7, Quantile.Of([7], 0.3, t));
            Assert.True(double.IsNaN(Quantile.Of([double.NaN], 0.3, t)));
        });
    }

    [Fact]
    public void A_quantile_is_between_the_ends_and_rises_with_the_share() =>
        Gen.Select(Gen.Double[-1e6, 1e6].Array[1, 12], Gen.Double[0, 1], Gen.Double[0, 1], Gen.Enum<QuantileType>()).Sample((x, p, q, type) =>
        {
            var (low, high) = (Quantile.Of(x, Math.Min(p, q), type), Quantile.Of(x, Math.Max(p, q), type));
            return low <= high + 1e-9 && low >= x.Min() - 1e-9 && high <= x.Max() + 1e-9;
        });

    [Fact]
    public void What_cannot_be_asked_is_refused()
    {
        Assert.StartsWith("The share below a quantile is from 0 to 1.", Assert.Throws<ArgumentOutOfRangeException>(() => Quantile.Of([1], 1.1)).Message, StringComparison.Ordinal);
        Assert.StartsWith("Quantiles have the types 1 to 9.", Assert.Throws<ArgumentOutOfRangeException>(() => Quantile.Of([1], 0.5, (QuantileType)10)).Message, StringComparison.Ordinal);
        Assert.StartsWith("A value is infinite; a missing one is NaN.", Assert.Throws<ArgumentException>(() => Quantile.Of([double.PositiveInfinity], 0.5)).Message, StringComparison.Ordinal);
    }
}
