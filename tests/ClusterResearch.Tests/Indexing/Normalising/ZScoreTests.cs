using ClusterResearch.Indexing;
using ClusterResearch.Indexing.Normalising;
using ClusterResearch.Indexing.Weighing;
using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests.Indexing.Normalising;

/// <summary>Z-scores by hand; the reference cases hold the rest.</summary>
public sealed class ZScoreTests
{
    private static readonly Broken[] Faults =
    [
        new("a constant indicator", s => s.Index("waste / output", "waste - waste + 0.1").BuildFindings(new() { Normalisation = new ZScore(), Weighting = new EqualWeights() }), """
            CR3103 constant-column  study/index.csv:13
              found:    “WAS” is 0.1 in all 16 city-years that have a value
              expected: an indicator that varies: a constant one has no minimum-to-maximum range, no standard deviation and no information
              way out:  remove the indicator, widen the period or the cities, or use goalposts with equal or given weights
            """),
        new("most values the same, robust", s => s.With("panel.csv", string.Join('\n', SoundStudy.Panel.Split('\n').Select((l, i) => i < 7 || l.Length == 0 ? l : l[..l.LastIndexOf(',')] + ",20"))).Index("waste / output", "waste").BuildFindings(new() { Normalisation = new ZScore { Variant = ZScoreVariant.Robust }, Weighting = new EqualWeights() }), """
            CR3103 constant-column  study/index.csv:13
              found:    “WAS” varies from 20 to 60, but without spread in what counts: most values are the same, or all are equally far from the best
              expected: an indicator that varies: a constant one has no minimum-to-maximum range, no standard deviation and no information
              way out:  remove the indicator, widen the period or the cities, or use goalposts with equal or given weights
            """),
        new("always inside the range, robust", s => s.Index("range 8..12", "range 2..24").BuildFindings(new() { Normalisation = new ZScore { Variant = ZScoreVariant.Robust }, Weighting = new EqualWeights() }), """
            CR3103 constant-column  study/index.csv:8
              found:    “PEO1” varies from 4.87805 to 16.9231, but without spread in what counts: most values are the same, or all are equally far from the best
              expected: an indicator that varies: a constant one has no minimum-to-maximum range, no standard deviation and no information
              way out:  remove the indicator, widen the period or the cities, or use goalposts with equal or given weights
            """),
    ];

    [Theory, MemberData(nameof(FaultNames))]
    public void A_fault_is_found_and_nothing_written(string name) => Broken.Check(Faults, name);

    [Fact]
    public void By_hand()
    {
        // 1, 3, 8: mean 4, squares 9 + 1 + 16 = 26
        double[] x = [1, double.NaN, 3, 8];
        Assert.Equal([-3 / Math.Sqrt(13), double.NaN, -1 / Math.Sqrt(13), 4 / Math.Sqrt(13)], ZScore.Of(x, new Direction.Higher(), ZScoreVariant.Sample));
        Assert.Equal([3 / Math.Sqrt(26.0 / 3), double.NaN, 1 / Math.Sqrt(26.0 / 3), -4 / Math.Sqrt(26.0 / 3)], ZScore.Of(x, new Direction.Lower(), ZScoreVariant.Population));
        // median 3, distances 2, 0, 5: their median 2
        Assert.Equal([-2 / (1.4826 * 2), double.NaN, 0, 5 / (1.4826 * 2)], ZScore.Of(x, new Direction.Higher(), ZScoreVariant.Robust));
    }

    [Fact]
    public void A_target_counts_by_distance()
    {
        // distances from 3: 2, 0, 5; mean 7/3, squares (1 + 49 + 64) / 9 = 38/3, divided by 2: 19/3
        var s = Math.Sqrt(19.0 / 3);
        Assert.Equal([(7.0 / 3 - 2) / s, 7.0 / 3 / s, (7.0 / 3 - 5) / s], ZScore.Of([1, 3, 8], new Direction.Target(3), ZScoreVariant.Sample).Select(z => z), (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void What_has_no_spread_is_NaN()
    {
        Assert.All(ZScore.Of([0.1, 0.1, 0.1], new Direction.Higher(), ZScoreVariant.Sample), z => Assert.True(double.IsNaN(z)));
        Assert.True(double.IsNaN(ZScore.Of([5], new Direction.Higher(), ZScoreVariant.Sample)[0]));
        Assert.True(double.IsNaN(ZScore.Of([double.NaN], new Direction.Higher(), ZScoreVariant.Robust)[0]));
    }

    [Fact]
    public void The_centre_is_told_in_the_indicators_own_unit()
    {
        using var study = new StudyFolder();
        var normalised = new ZScore().Normalise(IndicatorTable.Measure(study.Open().Index("index")));
        var waste = IndicatorTable.Measure(study.Open().Index("index")).Column("WAS").ToArray();
        Assert.Equal(waste.Average(), normalised.Column("WAS").Parameters.Single(p => p.Name == "centre").Value, 1e-12);
        Assert.Equal(0, normalised.Column("WAS").Values.ToArray().Average(), 1e-12);
    }

    /// <summary>Expected values computed with 60 digits.</summary>
    [Fact]
    public void Any_finite_magnitude_is_standardised()
    {
        Near([-0.8728715609439696, -0.2182178902359924, double.NaN, 1.0910894511799618], ZScore.Of([1e300, 2e300, double.NaN, 4e300], new Direction.Higher(), ZScoreVariant.Sample));
        Near([-1.0690449676496976, -0.2672612419124244, 1.3363062095621219], ZScore.Of([1e-300, 2e-300, 4e-300], new Direction.Higher(), ZScoreVariant.Population));
        Near([1.1547005383792515, -0.5773502691896257, -0.5773502691896257], ZScore.Of([-1.7e308, 1.7e308, 1.7e308], new Direction.Lower(), ZScoreVariant.Sample));
        Near([-0.8993210126354603, -0.4496605063177301, 0.4496605063177301, 2.697963037906380], ZScore.Of([1e300, 2e300, 4e300, 9e300], new Direction.Higher(), ZScoreVariant.Robust));
        Assert.Throws<ArgumentException>(() => ZScore.Of([1, double.PositiveInfinity], new Direction.Higher(), ZScoreVariant.Sample));
    }

    private static void Near(double[] expected, double[] actual) => Assert.Equal(expected, actual, (a, b) => a.Equals(b) || Math.Abs(a - b) < 1e-14);

    public static IEnumerable<TheoryDataRow<string>> FaultNames() => Broken.Names(Faults);
}
