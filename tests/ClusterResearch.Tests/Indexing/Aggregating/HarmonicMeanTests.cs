using ClusterResearch.Indexing.Aggregating;

namespace ClusterResearch.Tests.Indexing.Aggregating;

public sealed class HarmonicMeanTests
{
    [Fact]
    public void By_hand()
    {
        Assert.Equal(3.2, HarmonicMean.Of([2, double.NaN, 8], [0.25, 0.5, 0.25]), 1e-12);
        Assert.Equal(0, HarmonicMean.Of([0, 8], [0.5, 0.5]));
        Assert.Equal(8, HarmonicMean.Of([0, 8], [0, 1]));
    }
}
