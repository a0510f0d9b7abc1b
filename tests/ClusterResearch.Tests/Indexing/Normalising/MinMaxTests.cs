using ClusterResearch.Indexing;
using ClusterResearch.Indexing.Normalising;
using ClusterResearch.Indexing.Weighing;
using ClusterResearch.Tests.Support;
using CsCheck;

namespace ClusterResearch.Tests.Indexing.Normalising;

/// <summary>Min-max by hand; the reference cases hold the rest.</summary>
public sealed class MinMaxTests
{
    private static readonly Broken[] Faults =
    [
        new("a constant indicator", s => s.Index("waste / output", "waste - waste + 0.1").BuildFindings(new() { Weighting = new EqualWeights() }), """
            CR3103 constant-column  study/index.csv:13
              found:    “WAS” is 0.1 in all 16 city-years that have a value
              expected: an indicator that varies: a constant one has no minimum-to-maximum range, no standard deviation and no information
              way out:  remove the indicator, widen the period or the cities, or use goalposts with equal or given weights
            """),
        new("one value only", s => s.Index("waste / output", "\"lag(waste, 3)\"").BuildFindings(new() { Weighting = new EqualWeights(), Cities = ["Birch"], Period = new(2003, 2004) }), """
            CR3103 constant-column  study/index.csv:8
              found:    “PEO1” varies from 8.23529 to 9.30233, but without spread in what counts: most values are the same, or all are equally far from the best
              expected: an indicator that varies: a constant one has no minimum-to-maximum range, no standard deviation and no information
              way out:  remove the indicator, widen the period or the cities, or use goalposts with equal or given weights
            CR3103 constant-column  study/index.csv:13
              found:    “WAS” has one value only: 60
              expected: an indicator that varies: a constant one has no minimum-to-maximum range, no standard deviation and no information
              way out:  remove the indicator, widen the period or the cities, or use goalposts with equal or given weights
            """),
        new("always inside the range", s => s.Index("range 8..12", "range 0..99").BuildFindings(new() { Weighting = new EqualWeights() }), """
            CR3103 constant-column  study/index.csv:8
              found:    “PEO1” varies from 4.87805 to 16.9231, but without spread in what counts: most values are the same, or all are equally far from the best
              expected: an indicator that varies: a constant one has no minimum-to-maximum range, no standard deviation and no information
              way out:  remove the indicator, widen the period or the cities, or use goalposts with equal or given weights
            """),
    ];

    [Theory, MemberData(nameof(FaultNames))]
    public void A_fault_is_found_and_nothing_written(string name) => Broken.Check(Faults, name);

    private static readonly double[] Values = [2, double.NaN, 6, 4];

    [Fact]
    public void Higher_and_lower_mirror_each_other_and_missing_stays_missing()
    {
        Assert.Equal([0, double.NaN, 1, 0.5], MinMax.Of(Values, new Direction.Higher(), (0, 1)));
        Assert.Equal([1, double.NaN, 0, 0.5], MinMax.Of(Values, new Direction.Lower(), (0, 1)));
        Assert.Equal([10, double.NaN, 20, 15], MinMax.Of(Values, new Direction.Higher(), (10, 20)));
    }

    [Fact]
    public void A_target_counts_by_distance()
    {
        // distances from 5: 3, 1, 1; the largest is 3
        Assert.Equal([0, double.NaN, 1 - 1.0 / 3, 1 - 1.0 / 3], MinMax.Of(Values, new Direction.Target(5), (0, 1)));
    }

    [Fact]
    public void A_range_counts_by_distance_from_its_nearer_end()
    {
        // 3..4: distances 1, 2, 0; the largest is 2
        Assert.Equal([0.5, double.NaN, 0, 1], MinMax.Of(Values, new Direction.Range(3, 4), (0, 1)));
        Assert.Equal([1, double.NaN, 1, 1], MinMax.Of(Values, new Direction.Range(0, 9), (0, 1)));
    }

    [Fact]
    public void What_does_not_vary_is_NaN()
    {
        Assert.All(MinMax.Of([3, 3, double.NaN], new Direction.Higher(), (0, 1)), v => Assert.True(double.IsNaN(v)));
        Assert.All(MinMax.Of([3, 3], new Direction.Target(3), (0, 1)), v => Assert.True(double.IsNaN(v)));
        Assert.Empty(MinMax.Of([], new Direction.Lower(), (0, 1)));
    }

    [Fact]
    public void The_ends_it_took_from_the_data_stand_in_the_result()
    {
        using var study = new StudyFolder();
        var normalised = new MinMax().Normalise(IndicatorTable.Measure(study.Open().Index("index")));
        // Cedar 2001: 4 / 50; Birch 2004: 40 / 250
        Assert.Equal([("minimum", 8), ("maximum", 16)], normalised.Column("MON1").Parameters);
        Assert.Equal("largest distance", normalised.Column("PEO1").Parameters.Single().Name);
    }

    [Fact]
    public void Reversing_the_direction_mirrors_the_scores() =>
        Columns.Sample(x =>
        {
            var (up, down) = (MinMax.Of(x, new Direction.Higher(), (0, 1)), MinMax.Of(x, new Direction.Lower(), (0, 1)));
            Assert.All(up.Zip(down), p => Assert.Equal(1, p.First + p.Second, 1e-12));
        });

    [Fact]
    public void A_change_of_unit_leaves_the_scores() =>
        Gen.Select(Columns, Gen.Double[0.001, 1000], Gen.Double[-1000, 1000]).Sample((x, factor, shift) =>
        {
            var (before, after) = (MinMax.Of(x, new Direction.Higher(), (0, 1)), MinMax.Of([.. x.Select(v => v * factor + shift)], new Direction.Higher(), (0, 1)));
            Assert.All(before.Zip(after), p => Assert.Equal(p.First, p.Second, 1e-6));
        });

    /// <summary>Columns whose spread is well above rounding.</summary>
    private static readonly Gen<double[]> Columns = Gen.Double[-100, 100].Array[2, 20].Where(x => x.Max() - x.Min() > 1);

    [Fact]
    public void Any_finite_magnitude_is_normalised()
    {
        Assert.Equal([0, 0.5, 1], MinMax.Of([-1.7e308, 0, 1.7e308], new Direction.Higher(), (0, 1)));
        Assert.Equal([1, 0.5, 0], MinMax.Of([-1.7e308, 0, 1.7e308], new Direction.Lower(), (0, 1)));
        Assert.Equal([0, 1, double.NaN, 0.5], MinMax.Of([-1.7e308, 1.7e308, double.NaN, 0], new Direction.Target(1.7e308), (0, 1)));
        Assert.Equal([0, 0.5, 1], MinMax.Of([0, double.Epsilon, 2 * double.Epsilon], new Direction.Higher(), (0, 1)));
        Assert.Equal([1, 0, 1], MinMax.Of([1e-300, 1e300, -0.0], new Direction.Lower(), (0, 1)));
    }

    [Fact]
    public void What_has_no_spread_is_NaN_and_what_is_no_figure_is_refused()
    {
        Assert.All([.. MinMax.Of([7], new Direction.Higher(), (0, 1)), .. MinMax.Of([0, -0.0, double.NaN], new Direction.Lower(), (0, 1)), .. MinMax.Of([3, 3], new Direction.Target(3), (0, 1))], y => Assert.True(double.IsNaN(y)));
        Assert.Empty(MinMax.Of([], new Direction.Higher(), (0, 1)));
        Assert.Throws<ArgumentException>(() => MinMax.Of([1, double.NegativeInfinity], new Direction.Higher(), (0, 1)));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(1, 1)]
    [InlineData(0, double.PositiveInfinity)]
    [InlineData(double.NaN, 1)]
    public void A_scale_that_is_none_is_refused(double low, double high)
    {
        Assert.StartsWith("A scale cannot go from", Assert.Throws<ArgumentException>(() => new MinMax { To = (low, high) }).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => MinMax.Of([1, 2], new Direction.Higher(), (low, high)));
    }

    public static IEnumerable<TheoryDataRow<string>> FaultNames() => Broken.Names(Faults);
}
