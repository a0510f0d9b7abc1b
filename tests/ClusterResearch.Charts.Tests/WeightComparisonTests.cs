using ClusterResearch.Charts.Tests.Support;
using ClusterResearch.Indexing.Weighing;

namespace ClusterResearch.Charts.Tests;

public sealed class WeightComparisonTests
{
    private readonly WeightSet equal = Sample.Result.Weights;
    private readonly WeightSet entropy = (Sample.Result.Recipe with { Weighting = new EntropyWeights() }).Build(Sample.Result.Design).Weights;

    [Fact]
    public void Draws_one_panel_per_method_in_per_cent_on_one_scale()
    {
        var figure = WeightComparison.Of([("Entropy", entropy), ("Equal", equal), ("Again", equal), ("Last", entropy)]);
        var bars = figure.Traces().Where(t => t.GetProperty("type").GetString() == "bar").ToArray();
        Assert.Equal(["Entropy", "Equal", "Again", "Last"], bars.Select(t => t.GetProperty("name").GetString()));
        Assert.Equal(figure.Column("w1"), bars[0].GetProperty("x").Numbers());
        Assert.Equal(12.5, bars[1].GetProperty("x").Numbers()[0]);
        Assert.Equal(["x", "x2", "x3", "x4"], bars.Select(t => t.GetProperty("xaxis").GetString()));
        Assert.Single(new[] { "xaxis", "xaxis2", "xaxis3", "xaxis4" }.Select(a => figure.Layout().GetProperty(a).GetProperty("range").ToString()).Distinct());
        Assert.Equal("FIS1", figure.Ticks("yaxis")[0]);
        Assert.Equal("FIS1", figure.Ticks("yaxis4")[0]);
        Assert.False(figure.Layout().GetProperty("yaxis2").GetProperty("showticklabels").GetBoolean());
        Assert.StartsWith("Bars of the weights of 6 indicators in per cent, one panel per method. Entropy: highest ", figure.AltText, StringComparison.Ordinal);
        Assert.Contains("Equal: highest Output (25.0), lowest Housing (12.5)", figure.AltText, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_other_panel_marks_the_weights_of_the_first_method()
    {
        var figure = WeightComparison.Of([("Entropy", entropy), ("Equal", equal)]);
        var ticks = figure.Traces().Where(t => t.GetProperty("type").GetString() == "scatter").ToArray();
        Assert.Equal(figure.Column("w1"), Assert.Single(ticks).GetProperty("x").Numbers());
        Assert.Equal("x2", ticks[0].GetProperty("xaxis").GetString());
        Assert.Equal("Colours are dimensions; the upright tick in each panel is the weight by Entropy.", figure.Note);
    }

    [Fact]
    public void Names_variant_and_card_of_each_method()
    {
        var table = WeightComparison.Of([("Entropy", entropy), ("Equal", equal), ("Again", equal)]).Table;
        Assert.Equal(["Entropy: " + entropy.Card + ".", "Equal: " + equal.Card + ".", "Again: " + equal.Card + "."], table.Notes.Skip(1));
        Assert.Equal(2, table.Methods.Length);
    }

    [Fact]
    public void Refuses_nothing_to_compare() =>
        Assert.Equal("A comparison needs weight sets of one index tree; give at least one, all with the same indicators. (Parameter 'weights')",
            Assert.Throws<ArgumentException>(() => WeightComparison.Of([])).Message);
}
