using ClusterResearch.Indexing;
using ClusterResearch.Indexing.Normalising;
using ClusterResearch.Indexing.Weighing;
using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests.Indexing.Normalising;

/// <summary>Goalposts by hand; the reference cases hold the rest.</summary>
public sealed class GoalpostsNormalisationTests
{
    private static readonly Broken[] Faults =
    [
        new("no goalposts", s => s.Index("waste / output,,0,1,", "waste / output,,,,").BuildFindings(new() { Normalisation = new GoalpostsNormalisation(), Weighting = new EqualWeights() }), """
            CR3109 no-goalposts  study/index.csv:13
              found:    “WAS” has no goalposts
              expected: low and high in the index file
              way out:  fill the columns low and high, or normalise by min-max
            """),
        new("goalposts inside the range", s => s.Index("higher,1e4 CNY/person,output / workers", "range 0..9,1e4 CNY/person,output / workers").BuildFindings(new() { Normalisation = new GoalpostsNormalisation(), Weighting = new EqualWeights() }), """
            CR3016 goalposts  study/index.csv:11
              found:    “PRD1” has the goalposts 0 and 5, both inside its best range
              expected: a goalpost that says what is worst
              way out:  move a goalpost out of the range, or narrow the range
            """),
    ];

    [Theory, MemberData(nameof(FaultNames))]
    public void A_fault_is_found_and_nothing_written(string name) => Broken.Check(Faults, name);

    private static readonly Goalposts Posts = new(10, 20);

    [Fact]
    public void Clipped_or_not()
    {
        double[] x = [5, 10, 12.5, 20, 30, double.NaN];
        Assert.Equal([0, 0, 0.25, 1, 1, double.NaN], GoalpostsNormalisation.Of(x, new Direction.Higher(), Posts, clip: true));
        Assert.Equal([-0.5, 0, 0.25, 1, 2, double.NaN], GoalpostsNormalisation.Of(x, new Direction.Higher(), Posts, clip: false));
        Assert.Equal([1.5, 1, 0.75, 0, -1, double.NaN], GoalpostsNormalisation.Of(x, new Direction.Lower(), Posts, clip: false));
    }

    [Fact]
    public void A_target_or_range_is_worst_at_the_farther_goalpost()
    {
        // target 18: the farther goalpost is 10, at distance 8
        Assert.Equal([0, 0.5, 1, 0.75], GoalpostsNormalisation.Of([10, 14, 18, 20], new Direction.Target(18), Posts, clip: true));
        Assert.Equal([0, 0.5, 1, 1, 1], GoalpostsNormalisation.Of([10, 12, 14, 15, 20], new Direction.Range(14, 20), Posts, clip: true));
    }

    [Fact]
    public void Each_side_can_have_its_own_goalpost()
    {
        // range 14..16 within 10 and 20: 12 is half way down on its side; so is 18
        Assert.Equal([0, 0.5, 1, 1, 0.5, 0, double.NaN], GoalpostsNormalisation.Of([10, 12, 14, 15, 18, 25, double.NaN], new Direction.Range(14, 16), Posts, clip: true, GoalpostSides.EachItsOwn));
        Assert.Equal([0, 0.5, 1, 0.5], GoalpostsNormalisation.Of([10, 14, 18, 19], new Direction.Target(18), Posts, clip: true, GoalpostSides.EachItsOwn));
        // no room above the range: whatever is beyond is as bad as can be
        Assert.Equal([1, 0, 0.5], GoalpostsNormalisation.Of([20, 20.5, 12], new Direction.Range(14, 20), Posts, clip: true, GoalpostSides.EachItsOwn));
        Assert.Equal("Goalposts (ends from the index file, interval with tolerance, clipped to 0–1)", new GoalpostsNormalisation { Sides = GoalpostSides.EachItsOwn }.Card.ToString());
    }

    [Fact]
    public void How_many_values_lie_outside_stands_in_the_result()
    {
        using var study = new StudyFolder();
        var table = IndicatorTable.Measure(study.Index("output / workers,,0,5", "output / workers,,2,2.5").Open().Index("index"));
        var outside = table.Column("PRD1").ToArray().Count(v => v is < 2 or > 2.5);
        Assert.Equal(10, outside);
        Assert.Equal([("low goalpost", 2), ("high goalpost", 2.5), ("values clipped", 10)], new GoalpostsNormalisation().Normalise(table).Column("PRD1").Parameters);
        Assert.Equal("values outside", new GoalpostsNormalisation { Clip = false }.Normalise(table).Column("PRD1").Parameters[2].Name);
    }

    [Fact]
    public void Ends_that_are_none_and_infinite_values_are_refused()
    {
        Assert.StartsWith("Goalposts are two finite numbers, the lower one first.", Assert.Throws<ArgumentException>(() => GoalpostsNormalisation.Of([1], new Direction.Higher(), new Goalposts(2, 2), clip: true)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => GoalpostsNormalisation.Of([double.PositiveInfinity], new Direction.Higher(), Posts, clip: true));
        Assert.StartsWith("Both goalposts lie inside the best range", Assert.Throws<ArgumentException>(() => GoalpostsNormalisation.Of([1], new Direction.Range(0, 100), Posts, clip: true)).Message, StringComparison.Ordinal);
        Assert.Equal([0.5, 1], GoalpostsNormalisation.Of([0, 1.7e308], new Direction.Higher(), new Goalposts(-1.7e308, 1.7e308), clip: false));
    }

    public static IEnumerable<TheoryDataRow<string>> FaultNames() => Broken.Names(Faults);
}
