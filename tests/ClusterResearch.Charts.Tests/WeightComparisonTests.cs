using ClusterResearch.Charts.Tests.Support;
using ClusterResearch.Indexing.Weighing;

namespace ClusterResearch.Charts.Tests;

public sealed class WeightComparisonTests
{
    private readonly WeightSet equal = Sample.Result.Weights;
    private readonly WeightSet entropy = (Sample.Result.Recipe with { Weighting = new EntropyWeights() }).Build(Sample.Result.Design).Weights;

    [Fact]
    public void Draws_one_sign_per_method_in_per_cent()
    {
        var figure = WeightComparison.Of([("Entropy", entropy), ("Equal", equal)]);
        Assert.Equal(figure.Column("w1"), figure.Trace("Entropy").GetProperty("x").Numbers());
        Assert.Equal(12.5, figure.Trace("Equal").GetProperty("x").Numbers()[0]);
        Assert.Equal(2, figure.Traces().Select(t => t.GetProperty("marker").GetProperty("symbol").GetString()).Distinct().Count());
        Assert.Equal("Weight in the goal (%)", figure.Title("xaxis"));
        Assert.Equal("FIS1 Revenue", figure.Ticks("yaxis")[0]);
        Assert.StartsWith("Dot plot of the weights of 6 indicators in per cent. Entropy: highest ", figure.AltText, StringComparison.Ordinal);
        Assert.EndsWith("Equal: highest Output (25.0), lowest Housing (12.5).", figure.AltText, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_nothing_to_compare() =>
        Assert.Equal("A comparison needs weight sets of one index tree; give at least one, all with the same indicators. (Parameter 'weights')",
            Assert.Throws<ArgumentException>(() => WeightComparison.Of([])).Message);
}
