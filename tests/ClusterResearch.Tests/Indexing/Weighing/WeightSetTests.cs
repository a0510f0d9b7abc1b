using ClusterResearch.Indexing.Weighing;
using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests.Indexing.Weighing;

public sealed class WeightSetTests
{
    [Fact]
    public void As_a_table_with_what_the_method_computed_on_the_way()
    {
        using var study = new StudyFolder();
        var index = study.Build();
        var table = index.Weights.ToTable();
        Assert.Equal(["code", "name", "local", "global", "entropy", "divergence"], table.Columns.Select(c => c.Key));
        Assert.Equal(("GOAL", 1.0, 1.0, null), ((string?)table.Rows[0][0], table.Rows[0][2], table.Rows[0][3], table.Rows[0][4]));
        var leaves = table.Rows.Where(r => r[4] is not null).ToArray();
        Assert.Equal(index.Tree.Indicators.Select(n => n.Code), leaves.Select(r => (string)r[0]!));
        Assert.Equal(1, leaves.Sum(r => (double)r[3]!), 1e-12);
        Assert.All(leaves, r => Assert.Equal(1, (double)r[4]! + (double)r[5]!, 1e-12));
        Assert.StartsWith("Method: Entropy weights (pooled over city-years", table.Notes.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void Equal_weights_have_nothing_on_the_way()
    {
        using var study = new StudyFolder();
        Assert.Equal(4, study.Build(new() { Weighting = new EqualWeights() }).Weights.ToTable().Columns.Length);
    }
}
