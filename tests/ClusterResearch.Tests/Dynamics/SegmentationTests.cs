using ClusterResearch.Dynamics;
using CsCheck;

namespace ClusterResearch.Tests.Dynamics;

public sealed class SegmentationTests
{
    [Fact]
    public void Levels_are_found()
    {
        Assert.Equal([2, 5], Segmentation.Of([1, 1, 5, 5, 5, 2], 3).Breaks);
        Assert.Equal(0, Segmentation.Of([1, 1, 5, 5, 5, 2], 3).WithinSquares);
        Assert.Equal((0, 2), (Segmentation.Of([1, 3], 1).Breaks.Length, Segmentation.Of([1, 3], 1).WithinSquares));
    }

    [Fact]
    public void Of_equal_cuts_the_smallest_is_kept() => Assert.Equal([1], Segmentation.Of([7, 7, 7, 7], 2).Breaks);

    [Fact]
    public void Bad_input_is_refused()
    {
        Assert.StartsWith("A value is missing; the series can be cut where it is whole.", Assert.Throws<ArgumentException>(() => Segmentation.Of([1, double.NaN], 1)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Segmentation.Of([1, 2], 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => Segmentation.Of([1, 2], 0));
    }

    /// <summary>No cut into two is better than the one found.</summary>
    [Fact]
    public void Two_parts_as_by_trying_all() =>
        Gen.Int[0, 20].Array[2, 9].Sample(values =>
        {
            double[] x = [.. values.Select(v => (double)v)];
            double Squares(double[] part) => part.Sum(v => (v - part.Average()) * (v - part.Average()));
            var best = Enumerable.Range(1, x.Length - 1).Min(k => Squares(x[..k]) + Squares(x[k..]));
            Assert.Equal(best, Segmentation.Of(x, 2).WithinSquares, 1e-9);
        });
}
