using ClusterResearch.Indexing.Aggregating;
using CsCheck;

namespace ClusterResearch.Tests.Indexing.Aggregating;

/// <summary>By hand, and what all means have in common; the reference cases hold the rest.</summary>
public sealed class ArithmeticMeanTests
{
    private static readonly double[] X = [2, double.NaN, 8];
    private static readonly double[] W = [0.25, 0.5, 0.25];

    [Fact]
    public void Weights_are_renormalised_over_what_is_present()
    {
        Assert.Equal(5, ArithmeticMean.Of(X, W));
        Assert.Equal(4, ArithmeticMean.Of([2, 4, 6], W));
        Assert.Equal(double.NaN, ArithmeticMean.Of([double.NaN], [1]));
        Assert.Equal(double.NaN, ArithmeticMean.Of([5, double.NaN], [0, 1]));
    }

    [Fact]
    public void Values_and_weights_must_be_of_one_number() =>
        Assert.StartsWith("2 values but 1 weights.", Assert.Throws<ArgumentException>(() => ArithmeticMean.Of([1, 2], [1])).Message, StringComparison.Ordinal);

    [Fact]
    public void Harmonic_geometric_arithmetic_and_quadratic_mean_come_in_this_order() =>
        Gen.Select(Gen.Double[0.01, 100].Array[5], Gen.Double[0.01, 1].Array[5]).Sample((x, w) =>
        {
            double[] means = [HarmonicMean.Of(x, w), GeometricMean.Of(x, w), ArithmeticMean.Of(x, w), PowerMean.Of(x, w, 2)];
            Assert.All(means.Zip(means.Skip(1)), m => Assert.True(m.First <= m.Second * (1 + 1e-12)));
            Assert.InRange(means[2], x.Min() * (1 - 1e-12), x.Max() * (1 + 1e-12));
        });
}
