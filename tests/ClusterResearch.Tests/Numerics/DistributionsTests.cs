using ClusterResearch.Numerics;

namespace ClusterResearch.Tests.Numerics;

/// <summary>Quantiles and tails against mpmath 1.3.0 with 40 digits (erfinv, erfc, betainc, gammainc).</summary>
public sealed class DistributionsTests
{
    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0.975, 1.9599639845400542)]
    [InlineData(0.25, -0.67448975019608174)]
    [InlineData(0.001, -3.0902323061678135)]
    [InlineData(1e-10, -6.3613409024040562)]
    [InlineData(0.9999, 3.7190164854556806)]
    public void Normal_quantiles(double p, double expected) => Close(expected, Distributions.NormalQuantile(p));

    [Theory]
    [InlineData(1.96, 0.049995790296440868)]
    [InlineData(-5, 5.7330314375838782e-7)]
    [InlineData(10, 1.5239706048321052e-23)]
    [InlineData(30, 9.8134278542963741e-198)]
    public void Normal_tails(double z, double expected) => Close(expected, Distributions.NormalTwoSided(z));

    [Theory]
    [InlineData(2, 10, 0.073388034770740366)]
    [InlineData(-12.5, 3, 0.0011036313310960585)]
    [InlineData(0.1, 1, 0.93654896513889286)]
    [InlineData(40, 30, 1.3726045194406403e-27)]
    public void Student_tails(double t, double df, double expected) => Close(expected, Distributions.StudentTwoSided(t, df));

    [Theory]
    [InlineData(3.5, 1, 0.061368829139402173)]
    [InlineData(19.514285714285716, 5, 0.0015410019952137621)]
    [InlineData(0.5, 10, 0.99999338828943897)]
    [InlineData(200, 4, 3.7572767357810443e-42)]
    [InlineData(0, 4, 1)]
    public void Chi_squared_tails(double x, double df, double expected) => Close(expected, Distributions.ChiSquaredUpper(x, df));

    [Theory]
    [InlineData(15.894741521417259, 1, 2, 0.057537627624794693)]
    [InlineData(4.2, 3, 40, 0.011270563257885427)]
    [InlineData(0.3, 5, 7, 0.89815576432788466)]
    [InlineData(300, 2, 50, 1.4171512113002891e-28)]
    public void F_tails(double f, double d1, double d2, double expected) => Close(expected, Distributions.FUpper(f, d1, d2));

    [Fact]
    public void What_is_not_defined_is_not_a_number()
    {
        Assert.True(double.IsNaN(Distributions.StudentTwoSided(double.NaN, 3)) && double.IsNaN(Distributions.StudentTwoSided(1, 0)));
        Assert.True(double.IsNaN(Distributions.ChiSquaredUpper(1, 0)) && double.IsNaN(Distributions.FUpper(1, 1, 0)));
        Assert.Equal(0, Distributions.StudentTwoSided(double.PositiveInfinity, 3));
    }

    private static void Close(double expected, double actual) => Assert.Equal(expected, actual, 1e-12 * Math.Abs(expected));
}
