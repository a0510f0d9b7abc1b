using ClusterResearch.Statistics;
using CsCheck;

namespace ClusterResearch.Tests.Statistics;

/// <summary>Agreement of rankings by hand; the reference cases hold the rest.</summary>
public sealed class RankAgreementTests
{
    [Fact]
    public void Full_agreement_is_one_and_reversal_of_two_is_none()
    {
        var w = RankAgreement.KendallW([new double[] { 1, 2, 3 }, new double[] { 10, 20, 30 }]);
        Assert.Equal((1, 1, 4, 2), (w.W, w.Uncorrected, w.ChiSquare, w.DegreesOfFreedom));
        Assert.Equal(Math.Exp(-2), w.P, 1e-15); // χ² with 2 degrees of freedom
        Assert.Equal(0, RankAgreement.KendallW([new double[] { 1, 2, 3 }, new double[] { 3, 2, 1 }]).W);
    }

    [Fact]
    public void Objects_that_a_ranking_lacks_are_left_out_and_counted()
    {
        var w = RankAgreement.KendallW([new[] { 1, double.NaN, 2, 3 }, new double[] { 1, 9, 2, 3 }]);
        Assert.Equal((1, 3, 1), (w.W, w.Objects, w.LeftOut));
        var pair = RankAgreement.Of([1, double.NaN, 2, 3], [1, 9, 2, double.NaN]);
        Assert.Equal((1, 2, 2), (pair.Spearman, pair.RanksA.Length, pair.LeftOut));
        Assert.Contains("2 left out", pair.ToTable().Notes[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Places_by_hand()
    {
        // ranks 1 2 3 4 against 2 1 4 3
        var pair = RankAgreement.Of([9, 7, 5, 3], [7, 9, 3, 5]);
        Assert.Equal([1, 2, 3, 4], pair.RanksA);
        Assert.Equal((1, 1, 1, 0), (pair.MeanShift, pair.LargestShift, pair.RootMeanSquareShift, pair.ShareUnchanged));
        Assert.Equal(0.6, pair.Spearman, 1e-15); // 1 − 6·4/(4·15)
        Assert.Equal(2.0 / 6, pair.TauA, 1e-15);
        Assert.Equal((0, 1), (pair.TopOverlap(1), pair.TopOverlap(2)));
        // 1 − (1/2·1/3 + 1/4·1/2 + 1/8·1/2 + 1/16·1/3)
        Assert.Equal(1 - (1 / 6.0 + 1 / 8.0 + 1 / 16.0 + 1 / 48.0), pair.Ws, 1e-15);
        Assert.Throws<ArgumentOutOfRangeException>(() => pair.TopOverlap(0));
    }

    [Fact]
    public void Without_variation_there_is_no_agreement_to_measure()
    {
        Assert.True(double.IsNaN(RankAgreement.Spearman([1, 1], [1, 2])));
        Assert.True(double.IsNaN(RankAgreement.KendallW([new double[] { 1, 1 }, new double[] { 2, 2 }]).W));
        Assert.Equal((1, double.NaN), (RankAgreement.Of([1, 2], [3, 4]).Spearman, RankAgreement.Of([1, 2], [3, 4]).SpearmanP));
        var nothing = RankAgreement.Of([], []);
        Assert.True(double.IsNaN(nothing.Spearman) && double.IsNaN(nothing.Ws) && double.IsNaN(nothing.LargestShift));
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        Assert.Equal("2 numbers on one side, 1 on the other: they must be of the same objects. (Parameter 'b')", Assert.Throws<ArgumentException>(() => RankAgreement.Of([1, 2], [1])).Message);
        Assert.Throws<ArgumentException>(() => RankAgreement.KendallW([new double[] { 1 }]));
        Assert.Throws<ArgumentException>(() => RankAgreement.KendallW([new double[] { 1 }, new double[] { 1, 2 }]));
    }

    /// <summary>Kendall: without ties the mean of the pairwise ρ is (m W − 1) / (m − 1).</summary>
    [Fact]
    public void Without_ties_concordance_is_the_mean_correlation() =>
        Gen.Shuffle(Enumerable.Range(1, 6).Select(i => (double)i).ToArray()).Array[2, 5].Sample(rankings =>
        {
            var w = RankAgreement.KendallW([.. rankings.Select(r => (ReadOnlyMemory<double>)r)]);
            var m = rankings.Length;
            Assert.Equal((m * w.W - 1) / (m - 1), w.MeanSpearman, 1e-12);
        });

    [Fact]
    public void Any_growing_transformation_changes_nothing() =>
        Gen.Int[0, 9].Array[7].Select(Gen.Int[0, 9].Array[7]).Sample((a, b) =>
        {
            double[] x = [.. a.Select(v => (double)v)], y = [.. b.Select(v => (double)v)];
            Assert.Equal(RankAgreement.Of(x, y), RankAgreement.Of([.. x.Select(v => Math.Exp(v))], [.. y.Select(v => 3 * v - 7)]));
        });
}
