using ClusterResearch.Indexing.Weighing;

namespace ClusterResearch.Tests.Indexing.Weighing;

/// <summary>CRITIC by hand; the reference cases hold the rest.</summary>
public sealed class CriticWeightsTests
{
    private static readonly ReadOnlyMemory<double>[] Columns = [new double[] { 0, 0.5, 1 }, new double[] { 0, 1, 0.5 }, new double[] { 1, 0.5, 0 }];

    /// <summary>All three have the standard deviation 0.5; r12 = 0.5, r13 = −1, r23 = −0.5, so conflicts are 2.5, 2, 3.5.</summary>
    [Fact]
    public void By_hand()
    {
        var result = CriticWeights.Of(Columns, absolute: false);
        Assert.Equal([0.5, 0.5, 0.5], result.StandardDeviations);
        Assert.Equal([2.5, 2, 3.5], result.Conflict.Select(c => Math.Round(c, 12)));
        Assert.Equal([0.3125, 0.25, 0.4375], result.Weights.Select(w => Math.Round(w, 12)));
    }

    /// <summary>In absolute value the conflicts are 0.5, 1, 0.5.</summary>
    [Fact]
    public void Absolute_by_hand() => Assert.Equal([0.25, 0.5, 0.25], CriticWeights.Of(Columns, absolute: true).Weights.Select(w => Math.Round(w, 12)));

    [Fact]
    public void A_column_that_does_not_vary_leaves_no_weights() => Assert.All(CriticWeights.Of([Columns[0], new double[] { 1, 1, 1 }], absolute: false).Weights, w => Assert.True(double.IsNaN(w)));
}
