using ClusterResearch.Statistics;

namespace ClusterResearch.Tests.Statistics;

/// <summary>Components by hand; the reference cases hold the rest.</summary>
public sealed class PrincipalComponentsTests
{
    /// <summary>r = 0.5: eigenvalues 1 ± r, components (1, ±1)/√2.</summary>
    [Fact]
    public void Two_columns_by_hand()
    {
        var pca = PrincipalComponents.Of([new double[] { 1, 2, 3, double.NaN }, new double[] { 1, 3, 2, 5 }]);
        Assert.Equal(1.5, pca.Eigenvalues[0], 1e-14);
        Assert.Equal(0.5, pca.Eigenvalues[1], 1e-14);
        Assert.Equal(0.75, pca.Shares[0], 1e-14);
        Assert.Equal(Math.Sqrt(0.5), pca.Eigenvectors[0][1], 1e-14); // positive: of two of one magnitude the first
        Assert.Equal(-Math.Sqrt(0.5), pca.Eigenvectors[1][1], 1e-14);
        Assert.Equal(1, pca.LeftOut);
        Assert.Equal(-Math.Sqrt(2), pca.Scores[0][0], 1e-14); // z = (−1, −1)
    }

    [Fact]
    public void A_column_that_does_not_vary_leaves_nothing() =>
        Assert.All(PrincipalComponents.Of([new double[] { 1, 2, 3 }, new double[] { 4, 4, 4 }]).Eigenvalues, l => Assert.True(double.IsNaN(l)));

    [Fact]
    public void Columns_of_different_lengths_are_refused() =>
        Assert.StartsWith("Principal components need at least one column, and all of one length.",
            Assert.Throws<ArgumentException>(() => PrincipalComponents.Of([new double[] { 1 }, new double[] { 1, 2 }])).Message, StringComparison.Ordinal);
}
