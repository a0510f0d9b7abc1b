using ClusterResearch.Charts.Tests.Support;
using ClusterResearch.Indexing.Robustness;

namespace ClusterResearch.Charts.Tests;

public sealed class SwapMatrixTests
{
    [Fact]
    public void Draws_below_the_diagonal_what_the_row_needs()
    {
        var swaps = SmallestSwap.Of(Sample.Result, 2005);
        var figure = SwapMatrix.Of(swaps, Sample.Highlight);
        var order = Sample.Result.Cities.Where(c => Sample.Result.Rank(c.Key, 2005) is not null).OrderBy(c => Sample.Result.Rank(c.Key, 2005)).ToArray();
        var z = figure.Traces()[0].GetProperty("z");
        Assert.Null(z[0].Numbers()[0]);
        var size = swaps.Between(order[1].Key, order[0].Key).Size;
        Assert.Equal(double.IsFinite(size) ? 100 * size : double.NaN, z[1].Numbers()[0] ?? double.NaN, 1e-3);
        Assert.Contains("Measure: share of weight moved", figure.Note, StringComparison.Ordinal);
    }
}
