using ClusterResearch.Numerics;

namespace ClusterResearch.Tests.Numerics;

public sealed class CorrelationsTests
{
    /// <summary>Deviations (−1, 0, 1) and (−1, 1, 0): 1 / √(2 · 2).</summary>
    [Fact]
    public void By_hand() => Assert.Equal(0.5, Correlations.Pearson([1, 2, 3], [1, 3, 2]), 1e-15);

    [Fact]
    public void Only_rows_with_both_values_count() => Assert.Equal(0.5, Correlations.Pearson([1, 2, double.NaN, 3, 9], [1, 3, 7, 2, double.NaN]), 1e-15);

    [Theory]
    [InlineData(new double[] { 0.1, 0.1, 0.1 }, new double[] { 1, 2, 3 })]
    [InlineData(new double[] { 1 }, new double[] { 2 })]
    [InlineData(new double[] { 1, double.NaN }, new double[] { double.NaN, 2 })]
    public void Without_common_variation_there_is_none(double[] x, double[] y) => Assert.True(double.IsNaN(Correlations.Pearson(x, y)));

    [Fact]
    public void Never_beyond_one() => Assert.InRange(Correlations.Pearson([0.1, 0.2, 0.3], [0.3, 0.6, 0.9]), 1 - 1e-15, 1);

    [Fact]
    public void The_matrix_is_symmetric_with_ones_and_says_which_columns_do_not_vary()
    {
        var r = Correlations.Matrix([new double[] { 1, 2, 3 }, new double[] { 1, 3, 2 }, new double[] { 4, 4, 4 }]);
        Assert.Equal(1, r[0][0], 1e-15);
        Assert.Equal(0.5, r[0][1], 1e-15);
        Assert.Equal(r[0][1], r[1][0]);
        Assert.All(r[2], v => Assert.True(double.IsNaN(v)));
    }
}
