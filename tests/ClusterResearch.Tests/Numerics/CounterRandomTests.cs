using ClusterResearch.Numerics;

namespace ClusterResearch.Tests.Numerics;

public sealed class CounterRandomTests
{
    [Fact]
    public void A_stream_is_a_function_of_seed_and_number()
    {
        double[] Take(ulong seed, ulong stream)
        {
            var r = new CounterRandom(seed, stream);
            return [r.Next(), r.Next(), r.Next()];
        }
        Assert.Equal(Take(1, 7), Take(1, 7));
        Assert.NotEqual(Take(1, 7), Take(1, 8));
        Assert.NotEqual(Take(1, 7), Take(2, 7));
    }

    /// <summary>Mean 1/2 and variance 1/12 over 100,000 streams, each to five standard errors; none is 0 or 1.</summary>
    [Fact]
    public void First_numbers_of_streams_are_uniform()
    {
        var x = Enumerable.Range(0, 100_000).Select(i => new CounterRandom(3, (ulong)i).Next()).ToArray();
        Assert.All(x, v => Assert.InRange(v, double.Epsilon, 1 - 1e-17));
        Assert.Equal(0.5, x.Average(), 5 / Math.Sqrt(12 * 100_000.0));
        Assert.Equal(1 / 12.0, x.Average(v => (v - 0.5) * (v - 0.5)), 5 * Math.Sqrt(1 / 180.0 / 100_000));
        var buckets = x.GroupBy(v => (int)(v * 100)).Select(g => g.Count()).ToArray();
        Assert.InRange(buckets.Sum(b => (b - 1000.0) * (b - 1000) / 1000), 60, 150); // χ² of 99 degrees of freedom
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(1)]
    [InlineData(25)]
    public void Gamma_numbers_have_mean_and_variance_of_their_shape(double shape)
    {
        var random = new CounterRandom(5, 1);
        var x = new double[100_000];
        for (var i = 0; i < x.Length; i++)
        {
            x[i] = random.NextGamma(shape);
        }
        var mean = x.Average();
        Assert.Equal(shape, mean, 5 * Math.Sqrt(shape / x.Length));
        Assert.InRange(x.Average(v => (v - mean) * (v - mean)) / shape, 0.95, 1.05);
    }
}
