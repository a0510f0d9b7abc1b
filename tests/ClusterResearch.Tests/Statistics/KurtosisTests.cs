using ClusterResearch.Statistics;

namespace ClusterResearch.Tests.Statistics;

public sealed class KurtosisTests
{
    [Fact]
    public void By_hand_in_three_conventions()
    {
        // 0, 0, 0, 4: mean 1, m2 = 3, m4 = (1 + 1 + 1 + 81) / 4 = 21; 21/9 − 3 = −2/3
        double[] x = [0, 0, 0, 4];
        Assert.Equal(-2 / 3.0, Kurtosis.Of(x, MomentType.Population), 1e-14);
        Assert.Equal((5 * (-2 / 3.0) + 6) * 3 / 2, Kurtosis.Of(x), 1e-14);
        Assert.Equal(7 / 3.0 * 9 / 16 - 3, Kurtosis.Of(x, MomentType.SampleDeviation), 1e-14);
    }

    [Fact]
    public void What_has_no_shape_is_NaN()
    {
        Assert.All(new double[][] { [], [1], [1, 2, 4], [3, 3, 3, 3] }, x => Assert.True(double.IsNaN(Kurtosis.Of(x))));
        Assert.StartsWith("Kurtosis has the types 1 to 3.", Assert.Throws<ArgumentOutOfRangeException>(() => Kurtosis.Of([1, 2, 4, 5], (MomentType)9)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_finite_magnitude_is_measured() => Assert.Equal(Kurtosis.Of([0, 0, 0, 4]), Kurtosis.Of([0, 0, 0, 4e-300]), 1e-12);
}
