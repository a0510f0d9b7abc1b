using ClusterResearch.Numerics;

namespace ClusterResearch.Tests.Numerics;

public sealed class LowDiscrepancyTests
{
    /// <summary>In one dimension the step is the golden ratio's fraction.</summary>
    [Fact]
    public void One_dimension_steps_by_the_golden_ratio()
    {
        var s = new LowDiscrepancy(1, 1);
        var step = s.At(1, 0) - s.At(0, 0);
        Assert.Equal((Math.Sqrt(5) - 1) / 2, step < 0 ? step + 1 : step, 1e-12);
    }

    /// <summary>The mean of a product over the cube is 2⁻ᵈ: the error falls faster than that of random points.</summary>
    [Fact]
    public void Integrals_are_closer_than_by_random_points()
    {
        const int n = 4096;
        const int d = 4;
        var s = new LowDiscrepancy(d, 2);
        var even = Enumerable.Range(0, n).Average(i => Enumerable.Range(0, d).Aggregate(1.0, (p, j) => p * s.At(i, j)));
        var error = Math.Abs(even - 1.0 / 16);
        var random = Enumerable.Range(0, 50).Average(r =>
        {
            var sum = 0.0;
            for (var i = 0; i < n; i++)
            {
                var stream = new CounterRandom((ulong)r, (ulong)i);
                sum += stream.Next() * stream.Next() * stream.Next() * stream.Next();
            }
            return Math.Abs(sum / n - 1.0 / 16);
        });
        Assert.True(error < random / 3, FormattableString.Invariant($"{error} beside {random}"));
    }

    [Fact]
    public void Far_points_keep_their_digits()
    {
        var s = new LowDiscrepancy(2, 3);
        var (far, next) = (s.At(1L << 40, 0), s.At((1L << 40) + 1, 0));
        var step = next - far;
        var first = s.At(1, 0) - s.At(0, 0);
        Assert.Equal(first < 0 ? first + 1 : first, step < 0 ? step + 1 : step, 1e-3);
    }
}
