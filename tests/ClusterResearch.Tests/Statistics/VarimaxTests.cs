using System.Collections.Immutable;
using ClusterResearch.Statistics;

namespace ClusterResearch.Tests.Statistics;

/// <summary>Varimax by hand; the reference cases hold it to R.</summary>
public sealed class VarimaxTests
{
    /// <summary>Two clean factors turned by 30 degrees come back, the larger first, the largest loading positive.</summary>
    [Fact]
    public void A_rotation_is_undone()
    {
        double[][] clean = [[0.9, 0], [0.8, 0], [0.7, 0], [0, 0.6], [0, 0.5]];
        var (sin, cos) = Math.SinCos(Math.PI / 6);
        var turned = clean.Select(r => ImmutableArray.Create(r[0] * cos - r[1] * sin, r[0] * sin + r[1] * cos)).ToArray();
        var back = Varimax.Of(turned);
        for (var j = 0; j < clean.Length; j++)
        {
            Assert.Equal(clean[j][0], back[j][0], 1e-12);
            Assert.Equal(clean[j][1], back[j][1], 1e-12);
        }
    }

    [Fact]
    public void Communalities_stay()
    {
        ImmutableArray<double>[] l = [[0.7, 0.4, 0.1], [0.2, -0.8, 0.3], [0.5, 0.5, -0.5], [-0.1, 0.3, 0.9]];
        Assert.All(Varimax.Of(l).Zip(l), p => Assert.Equal(p.Second.Sum(v => v * v), p.First.Sum(v => v * v), 1e-12));
    }

    [Fact]
    public void One_factor_is_only_signed() => Assert.Equal([0.3, 0.9], Varimax.Of([[-0.3], [-0.9]]).Select(r => r[0]));

    [Fact]
    public void Without_communality_a_variable_stays_zero() => Assert.Equal([0.0, 0.0], Varimax.Of([[0, 0], [0.5, 0.1], [0.1, 0.7]])[0]);
}
