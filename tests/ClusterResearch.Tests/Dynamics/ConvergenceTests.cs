using ClusterResearch.Dynamics;

namespace ClusterResearch.Tests.Dynamics;

public sealed class ConvergenceTests
{
    [Fact]
    public void Half_the_gap_in_ten_years()
    {
        // ln y1 = ½ ln y0 exactly: b = −½/10, speed = ln 2/10, half-life 10 years
        double[] first = [Math.E, Math.Exp(2), Math.Exp(3)];
        var b = Convergence.Beta(first, [.. first.Select(Math.Sqrt)], 10);
        Assert.Equal(-0.05, b.Beta, 1e-15);
        Assert.Equal((10, 1, 3), (Math.Round(b.HalfLife, 10), Math.Round(b.RSquared, 10), b.Units));
    }

    [Fact]
    public void Drifting_apart_has_no_half_life_and_overshooting_no_speed()
    {
        Assert.True(double.IsNaN(Convergence.Beta([2, 4, 9], [2, 8, 30], 1).HalfLife));
        Assert.True(double.IsNaN(Convergence.Beta([2, 4, 8], [8, 4, 2], 1).Speed)); // b = −2
    }

    [Fact]
    public void What_is_not_positive_is_left_out_and_counted()
    {
        var b = Convergence.Beta([2, 4, 9, 0, double.NaN], [3, 5, 10, 7, 8], 1);
        Assert.Equal((3, 2), (b.Units, b.LeftOut));
        Assert.True(double.IsNaN(Convergence.Beta([2], [3], 1).Beta));
        Assert.True(double.IsNaN(Convergence.Beta([2, 2, 2], [3, 4, 5], 1).Beta));
        Assert.Throws<ArgumentException>(() => Convergence.Beta([1], [1, 2], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Convergence.Beta([1], [1], 0));
    }

    [Fact]
    public void Spread_of_a_year()
    {
        var (log, cv) = Convergence.Sigma([1, Math.E, double.NaN]);
        Assert.Equal(Math.Sqrt(0.5), log, 1e-15);
        Assert.Equal((Math.E - 1) / (Math.E + 1), cv, 1e-15);
    }
}
