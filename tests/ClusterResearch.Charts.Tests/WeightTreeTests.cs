using ClusterResearch.Charts.Tests.Support;
using ClusterResearch.Data;
using ClusterResearch.Indexing.Weighing;

namespace ClusterResearch.Charts.Tests;

public sealed class WeightTreeTests
{
    private readonly Figure figure = WeightTree.Of(Sample.Result.Weights);

    [Fact]
    public void Areas_are_weights_and_sum_to_one()
    {
        var map = figure.Traces().Single();
        Assert.Equal(["INT", "FIS", "FIS1", "FIS2", "MKT", "MKT1", "MKT2", "OUT", "SCA", "SCA1", "SCA2"], map.GetProperty("ids").Strings());
        Assert.Equal(["", "INT", "FIS"], map.GetProperty("parents").Strings().Take(3));
        Assert.Equal([0, 0, 0.125, 0.125], map.GetProperty("values").Numbers().Take(4).Select(v => v!.Value));
        Assert.Equal(1, map.GetProperty("values").Numbers().Sum(v => v!.Value), 9);
        Assert.Equal([0.5, 0.25, 0.125], map.GetProperty("customdata").Numbers().Take(3).Select(v => v!.Value));
        Assert.Equal([1, 0.5, 0.25, 0.125], figure.Column("global").Take(4).Select(v => v!.Value));
    }

    [Fact]
    public void Small_areas_bear_no_name()
    {
        var given = new GivenWeights { ["FIS1"] = 0.99, ["FIS2"] = 0.01, ["MKT1"] = 0.85, ["MKT2"] = 0.15 };
        var weights = (Sample.Result.Recipe with { Weighting = given }).Build(Sample.Result.Design).Weights;
        var texts = WeightTree.Of(weights).Traces().Single().GetProperty("texttemplate").Strings().ToArray();
        Assert.Equal(["%{label} %{customdata:.1%}", "%{label}<br>%{customdata:.1%}", "\u00a0"], texts[1..4]);
        Assert.Equal("MKT2<br>%{customdata:.1%}", texts[6]);
    }

    [Fact]
    public void Words_name_dimensions_and_extremes()
    {
        Assert.Equal("Tree map of the weights of 6 indicators. Dimensions: Fiscal capacity 25.0 %, Market support 25.0 %, Scale 50.0 %. "
            + "Indicators in per cent: highest Output (25.0), lowest Housing (12.5).", figure.AltText);
        Assert.Contains("Method: Equal weights", figure.Note, StringComparison.Ordinal);
        Assert.Contains("FIS 财政能力", WeightTree.Of(Sample.Result.Weights, Language.Chinese).Traces()[0].GetProperty("labels").Strings());
    }
}
