using ClusterResearch.Indexing.Weighing;

namespace ClusterResearch.Tests.Indexing.Weighing;

/// <summary>MEREC by hand.</summary>
public sealed class MerecWeightsTests
{
    /// <summary>Columns (1, 2) higher and (3, 6) lower.</summary>
    /// <remarks>
    /// n = min/x = (1, 1/2) and x/max = (1/2, 1), so |ln n| = (0, L) and (L, 0) with L = ln 2. Both rows: S = ln(1 + L/2). Without the first
    /// column the rows have ln(1 + L/2) and ln 1 = 0; without the second 0 and ln(1 + L/2). So both effects are ln(1 + L/2), and the weights 1/2.
    /// </remarks>
    [Fact]
    public void Two_mirrored_columns_by_hand()
    {
        var result = MerecWeights.Of([new double[] { 1, 2 }, new double[] { 3, 6 }], [true, false]);
        Assert.All(result.Effects, e => Assert.Equal(Math.Log(1 + Math.Log(2) / 2), e, 1e-15));
        Assert.Equal([0.5, 0.5], result.Weights);
    }

    /// <summary>Columns (1, 2) and (1, 4), both higher: only the second row has logarithms, ln 2 and ln 4 = 2 ln 2.</summary>
    [Fact]
    public void Two_unequal_columns_by_hand()
    {
        var l = Math.Log(2);
        var whole = Math.Log(1 + 3 * l / 2);
        double[] effects = [whole - Math.Log(1 + l), whole - Math.Log(1 + l / 2)];
        var result = MerecWeights.Of([new double[] { 1, 2 }, new double[] { 1, 4 }], [true, true]);
        Assert.All(result.Effects.Zip(effects), p => Assert.Equal(p.Second, p.First, 1e-15));
        Assert.Equal(effects[1] / effects.Sum(), result.Weights[1], 1e-15);
    }

    [Fact]
    public void A_row_with_a_gap_is_left_out() =>
        Assert.Equal(MerecWeights.Of([new double[] { 1, 2 }, new double[] { 1, 4 }], [true, true]).Weights,
            MerecWeights.Of([new double[] { 1, 0.01, 2 }, new double[] { 1, double.NaN, 4 }], [true, true]).Weights);

    [Fact]
    public void One_direction_per_column() => Assert.Equal("2 columns but 1 directions. (Parameter 'higherIsBetter')",
        Assert.Throws<ArgumentException>(() => MerecWeights.Of([new double[] { 1 }, new double[] { 1 }], [true])).Message);
}
