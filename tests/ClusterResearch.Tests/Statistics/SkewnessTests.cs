using ClusterResearch.Statistics;
using CsCheck;

namespace ClusterResearch.Tests.Statistics;

public sealed class SkewnessTests
{
    [Fact]
    public void By_hand_in_three_conventions()
    {
        // 1, 2, 6: m2 = 14/3, m3 = 6
        var g = 6 / Math.Pow(14 / 3.0, 1.5);
        Assert.Equal(g, Skewness.Of([1, 2, double.NaN, 6], MomentType.Population), 1e-14);
        Assert.Equal(g * Math.Sqrt(6), Skewness.Of([1, 2, 6]), 1e-14);
        Assert.Equal(g * Math.Pow(2 / 3.0, 1.5), Skewness.Of([1, 2, 6], MomentType.SampleDeviation), 1e-14);
    }

    [Fact]
    public void What_has_no_shape_is_NaN()
    {
        Assert.All(new double[][] { [], [1], [1, 2], [3, 3, 3, 3] }, x => Assert.True(double.IsNaN(Skewness.Of(x))));
        Assert.Equal(0, Skewness.Of([1, 2, 3]));
        Assert.StartsWith("Skewness has the types 1 to 3.", Assert.Throws<ArgumentOutOfRangeException>(() => Skewness.Of([1, 2, 4], (MomentType)4)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_unit_does_not_matter_and_the_other_sign_turns_it() =>
        Gen.Select(Gen.Double[-100, 100].Array[4, 15], Gen.Double[0.01, 100], Gen.Enum<MomentType>()).Where((x, _, _) => x.Distinct().Count() > 2).Sample((x, factor, type) =>
            Math.Abs(Skewness.Of(x.Select(v => factor * v + 3).ToArray(), type) - Skewness.Of(x, type)) < 1e-6
            && Math.Abs(Skewness.Of(x.Select(v => -v).ToArray(), type) + Skewness.Of(x, type)) < 1e-9);

    [Fact]
    public void Any_finite_magnitude_is_measured() => Assert.Equal(Skewness.Of([1, 2, 6]), Skewness.Of([1e300, 2e300, 6e300]), 1e-12);
}
