using ClusterResearch.Indexing.Aggregating;
using ClusterResearch.Indexing.Weighing;
using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests.Indexing.Aggregating;

public sealed class GeometricMeanTests
{
    [Fact]
    public void By_hand()
    {
        Assert.Equal(4, GeometricMean.Of([2, double.NaN, 8], [0.25, 0.5, 0.25]), 1e-12);
        Assert.Equal(0, GeometricMean.Of([0, 8], [0.5, 0.5]));
        // a weight of zero takes the zero out
        Assert.Equal(8, GeometricMean.Of([0, 8], [0, 1]), 1e-12);
        Assert.Equal(double.NaN, GeometricMean.Of([-1, 8], [0.5, 0.5]));
    }

    [Fact]
    public void An_index_of_geometric_means_is_zero_where_a_score_is()
    {
        using var study = new StudyFolder();
        var index = study.Build(new() { Aggregation = new GeometricMean(), Weighting = new EqualWeights() });
        // Cedar 2001 has the least budget in output, so MON1, MON and all above are zero
        Assert.Equal(0, index.Score("Cedar", 2001));
        Assert.All(index.Contributions("Cedar", 2001, index.Tree.Dimensions.Select(n => n.Code)), c => Assert.True(double.IsFinite(c)));
    }
}
