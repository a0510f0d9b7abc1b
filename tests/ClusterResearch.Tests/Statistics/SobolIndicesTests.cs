using ClusterResearch.Statistics;

namespace ClusterResearch.Tests.Statistics;

/// <summary>Analytic indices of two test functions.</summary>
public sealed class SobolIndicesTests
{
    /// <summary>sin x₁ + 7 sin² x₂ + 0.1 x₃⁴ sin x₁ on (−π, π)³.</summary>
    /// <remarks>V₁ = ½ (1 + b π⁴/5)², V₂ = a²/8, V₁₃ = 8 b² π⁸ / 225: Ishigami and Homma (1990).</remarks>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Ishigami(bool random)
    {
        var (v1, v2, v13) = (0.5 * Math.Pow(1 + 0.1 * Math.Pow(Math.PI, 4) / 5, 2), 49 / 8.0, 8 * 0.01 * Math.Pow(Math.PI, 8) / 225);
        var v = v1 + v2 + v13;
        var indices = SobolIndices.Of(["x1", "x2", "x3"], u =>
        {
            var x = u.Select(p => Math.PI * (2 * p - 1)).ToArray();
            return Math.Sin(x[0]) + 7 * Math.Pow(Math.Sin(x[1]), 2) + 0.1 * Math.Pow(x[2], 4) * Math.Sin(x[0]);
        }, 8192, random: random);
        double[] first = [v1 / v, v2 / v, 0], total = [(v1 + v13) / v, v2 / v, v13 / v];
        var within = random ? 0.06 : 0.02;
        Assert.All(indices.Zip(first), p => Assert.Equal(p.Second, p.First.First, within));
        Assert.All(indices.Zip(total), p => Assert.Equal(p.Second, p.First.Total, within));
        Assert.All(indices, i => Assert.InRange(i.First, i.FirstInterval.Low - 0.02, i.FirstInterval.High + 0.02));
        Assert.All(indices.Zip(total), p => Assert.InRange(p.Second, p.First.TotalInterval.Low - 0.01, p.First.TotalInterval.High + 0.01));
    }

    /// <summary>Π (|4 x_i − 2| + a_i) / (1 + a_i) with a = 0, 1, 4.5, 9: V_i = 1 / (3 (1 + a_i)²), V = Π (1 + V_i) − 1 (Saltelli and Sobol 1995).</summary>
    [Fact]
    public void Sobols_g_function()
    {
        double[] a = [0, 1, 4.5, 9];
        var vi = a.Select(x => 1 / (3 * (1 + x) * (1 + x))).ToArray();
        var v = vi.Aggregate(1.0, (p, x) => p * (1 + x)) - 1;
        var indices = SobolIndices.Of(["a", "b", "c", "d"], x => x.Select((u, i) => (Math.Abs(4 * u - 2) + a[i]) / (1 + a[i])).Aggregate(1.0, (p, g) => p * g), 8192, bootstrap: 0);
        for (var i = 0; i < 4; i++)
        {
            Assert.Equal(vi[i] / v, indices[i].First, 0.02);
            Assert.Equal(vi[i] * vi.Where((_, j) => j != i).Aggregate(1.0, (p, x) => p * (1 + x)) / v, indices[i].Total, 0.02);
            Assert.True(double.IsNaN(indices[i].FirstInterval.Low));
        }
    }

    [Fact]
    public void Same_seed_same_numbers()
    {
        double F(double[] x) => x[0] + x[1] * x[1];
        Assert.Equal(SobolIndices.Of(["a", "b"], F, 256, seed: 9, bootstrap: 50), SobolIndices.Of(["a", "b"], F, 256, seed: 9, bootstrap: 50));
    }

    [Fact]
    public void A_constant_result_has_no_indices() => Assert.True(double.IsNaN(SobolIndices.Of(["a"], _ => 1, 16, bootstrap: 0)[0].First));

    [Fact]
    public void Nothing_to_vary_is_refused() => Assert.StartsWith("Sensitivity needs at least one input and two rows.", Assert.Throws<ArgumentException>(() => SobolIndices.Of([], _ => 1)).Message, StringComparison.Ordinal);
}
