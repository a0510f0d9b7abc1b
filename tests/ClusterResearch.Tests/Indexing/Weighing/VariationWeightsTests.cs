using ClusterResearch.Indexing.Weighing;

namespace ClusterResearch.Tests.Indexing.Weighing;

/// <summary>Weights by spread, by hand.</summary>
public sealed class VariationWeightsTests
{
    private static readonly ReadOnlyMemory<double>[] Columns = [new double[] { 1, 2, 3 }, new double[] { 10, 10, 16 }, new double[] { 5, double.NaN, 9 }];

    /// <summary>Sample standard deviations 1, √12 and √8.</summary>
    [Fact]
    public void Standard_deviations_by_hand()
    {
        var s = new[] { 1, Math.Sqrt(12), Math.Sqrt(8) };
        var result = VariationWeights.Of(Columns, VariationMeasure.StandardDeviation);
        Assert.All(result.Spread.Zip(s), p => Assert.Equal(p.Second, p.First, 1e-12));
        Assert.All(result.Weights.Zip(s), p => Assert.Equal(p.Second / s.Sum(), p.First, 1e-12));
    }

    /// <summary>Divided by the means 2, 12 and 7.</summary>
    [Fact]
    public void Coefficients_of_variation_by_hand()
    {
        var v = new[] { 0.5, Math.Sqrt(12) / 12, Math.Sqrt(8) / 7 };
        Assert.All(VariationWeights.Of(Columns, VariationMeasure.CoefficientOfVariation).Weights.Zip(v), p => Assert.Equal(p.Second / v.Sum(), p.First, 1e-12));
    }

    [Fact]
    public void A_negative_mean_counts_by_its_size() =>
        Assert.Equal(VariationWeights.Of([new double[] { 1, 3 }], VariationMeasure.CoefficientOfVariation).Spread[0], VariationWeights.Of([new double[] { -1, -3 }], VariationMeasure.CoefficientOfVariation).Spread[0], 1e-15);

    [Theory]
    [InlineData(VariationMeasure.StandardDeviation, "Standard deviation weights")]
    [InlineData(VariationMeasure.CoefficientOfVariation, "Coefficient of variation weights")]
    public void The_card_says_which(VariationMeasure measure, string name) => Assert.Equal(name, new VariationWeights { Measure = measure }.Card.Name);
}
