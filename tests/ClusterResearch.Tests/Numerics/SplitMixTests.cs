using ClusterResearch.Numerics;

namespace ClusterResearch.Tests.Numerics;

public sealed class SplitMixTests
{
    /// <summary>The first numbers of seed 0 of the published generator.</summary>
    [Fact]
    public void The_published_sequence() =>
        Assert.Equal([0xE220A8397B1DCDAFUL, 0x6E789E6AA1B965F4UL, 0x06C45D188009454FUL], Enumerable.Range(0, 3).Select(i => new SplitMix(0).Bits((ulong)i)));

    [Fact]
    public void Uniform_numbers_fill_the_unit_interval()
    {
        var random = new SplitMix(7).Part(3);
        var u = Enumerable.Range(0, 100_000).Select(i => random.Uniform((ulong)i)).ToArray();
        Assert.All(u, v => Assert.InRange(v, 0, Math.BitDecrement(1.0)));
        Assert.Equal(0.5, u.Average(), 0.005);
        Assert.Equal(1 / 12.0, u.Average(v => (v - 0.5) * (v - 0.5)), 0.001);
        Assert.NotEqual(random.Bits(0), new SplitMix(7).Part(4).Bits(0));
    }
}
