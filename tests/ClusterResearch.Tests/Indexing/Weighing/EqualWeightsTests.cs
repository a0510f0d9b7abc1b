using ClusterResearch.Indexing.Weighing;
using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests.Indexing.Weighing;

public sealed class EqualWeightsTests
{
    [Fact]
    public void By_hand()
    {
        Assert.Equal([0.25, 0.25, 0.25, 0.25], EqualWeights.Of(4));
        Assert.Throws<ArgumentOutOfRangeException>(() => EqualWeights.Of(0));
    }

    /// <summary>Two halves; IN has two dimensions, of which PEO has one indicator; OUT has a dimension of two and an indicator.</summary>
    [Fact]
    public void Up_an_uneven_tree()
    {
        using var study = new StudyFolder();
        var weights = study.Build(new() { Weighting = new EqualWeights() }).Weights;
        Assert.Equal(1, weights.Local("GOAL"));
        Assert.Equal(1, weights.Local("PEO1"));
        Assert.Equal(
            [("MON1", 0.125), ("MON2", 0.125), ("PEO1", 0.25), ("PRD1", 0.125), ("PRD2", 0.125), ("WAS", 0.25)],
            weights.Tree.Indicators.Select(n => (n.Code, weights.Global(n.Code))));
    }
}
