using ClusterResearch.Indexing.Aggregating;

namespace ClusterResearch.Tests.Indexing.Aggregating;

/// <summary>Awkward input, alike for every mean.</summary>
public sealed class WeightedMeanTests
{
    private static readonly Dictionary<string, Func<double[], double[], double>> Means = new()
    {
        ["arithmetic"] = (x, w) => ArithmeticMean.Of(x, w),
        ["geometric"] = (x, w) => GeometricMean.Of(x, w),
        ["harmonic"] = (x, w) => HarmonicMean.Of(x, w),
        ["quadratic"] = (x, w) => PowerMean.Of(x, w, 2),
        ["power −2"] = (x, w) => PowerMean.Of(x, w, -2),
    };

    public static IEnumerable<TheoryDataRow<string>> Names() => Means.Keys.Select(k => new TheoryDataRow<string>(k));

    [Theory, MemberData(nameof(Names))]
    public void Nothing_with_a_weight_has_no_mean(string name)
    {
        Assert.Equal(double.NaN, Means[name]([], []));
        Assert.Equal(double.NaN, Means[name]([double.NaN, 3], [1, 0]));
    }

    [Theory, MemberData(nameof(Names))]
    public void Of_one_value_it_is_that_value_however_large_or_small(string name)
    {
        foreach (var x in new[] { 1e-320, 1e-300, 1, 1e300, double.MaxValue })
        {
            Assert.Equal(1, Means[name]([x, x, double.NaN], [1, 3, 2]) / x, name == "geometric" ? 1e-12 : 1e-14);
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void What_is_no_weight_and_no_value_is_refused(string name)
    {
        Assert.StartsWith("2 values but 1 weights.", Assert.Throws<ArgumentException>(() => Means[name]([1, 2], [1])).Message, StringComparison.Ordinal);
        Assert.StartsWith("A value is infinite", Assert.Throws<ArgumentException>(() => Means[name]([1, double.PositiveInfinity], [1, 1])).Message, StringComparison.Ordinal);
        Assert.StartsWith("The weight -0.5: a weight is a finite number of zero or more.", Assert.Throws<ArgumentException>(() => Means[name]([1, 2], [-0.5, 1.5])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Means[name]([1], [double.NaN]));
    }

    [Theory, MemberData(nameof(Names))]
    public void A_negative_value_has_an_arithmetic_mean_only_but_plays_no_part_without_weight(string name)
    {
        Assert.Equal(name == "arithmetic" ? 0.5 : double.NaN, Means[name]([-1, 2], [1, 1]));
        Assert.Equal(2, Means[name]([-1, 2], [0, 1]), 1e-12);
    }

    [Fact]
    public void Zeros_of_both_signs_are_the_same() => Assert.Equal([0, 0], [HarmonicMean.Of([0, -0.0, 5], [1, 1, 1]), PowerMean.Of([-0.0, 0, 5], [1, 1, 1], -2)]);

    /// <summary>Expected values computed with 60 digits.</summary>
    [Fact]
    public void Squares_and_reciprocals_neither_overflow_nor_vanish()
    {
        Assert.Equal(2.2360679774997897, PowerMean.Of([1e-200, 3e-200], [0.5, 0.5], 2) * 1e200, 1e-14);
        Assert.Equal(2.2360679774997897, PowerMean.Of([1e200, 3e200], [0.5, 0.5], 2) / 1e200, 1e-14);
        Assert.Equal(2, PowerMean.Of([1e-200, 1e200], [0.25, 0.75], -2) * 1e200, 1e-14);
        Assert.Equal(1.5, HarmonicMean.Of([1e-310, 3e-310], [0.5, 0.5]) * 1e300 * 1e10, 1e-10);
        Assert.Equal(6.770809125488729, PowerMean.Of([2, double.NaN, 8], [0.2, 0.5, 0.3], 3), 1e-14);
    }
}
