using ClusterResearch.Indexing;
using ClusterResearch.Indexing.Normalising;
using ClusterResearch.Indexing.Weighing;
using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests.Indexing.Normalising;

/// <summary>Distance to a target by hand; the reference cases hold the rest.</summary>
public sealed class DistanceToTargetTests
{
    private static readonly Broken[] Faults =
    [
        new("no target", s => s.Index("waste / output,,0,1,", "waste / output,,,,").BuildFindings(With(new DistanceToTarget())), """
            CR3503 no-target  study/index.csv:13
              found:    “WAS” has no target
              expected: a target given in code, or goalposts in the index file
              way out:  give one by its code, or fill the columns low and high
            """),
        new("a target worse than all, and one of nothing", s => s.BuildFindings(With(new DistanceToTarget { ["MON1"] = 2, ["MON"] = 3 })), """
            CR3110 unknown-code  study/index.csv
              found:    the code “MON”
              expected: a code of this index
              way out:  did you mean “MON1”? correct the code
            """),
        new("a target worse than all", s => s.BuildFindings(With(new DistanceToTarget { ["MON1"] = 2 })), """
            CR3504 target-not-beyond-worst  study/index.csv:5
              found:    “MON1” has the target 2, no better than its worst value 8
              expected: a target that is better than the worst value
              way out:  check the target and the direction of the indicator
            """),
        new("ratios that say nothing", s => s.BuildFindings(With(new DistanceToTarget { Variant = TargetVariant.Ratio, ["MON1"] = 0 })), """
            CR3506 no-ratio  study/index.csv:5
              found:    “MON1” has the target 0
              expected: values above zero where something is divided by them
              way out:  use min-max, or another handling of indicators where lower is better
            CR3506 no-ratio  study/index.csv:13
              found:    “WAS” is better the lower it is, which a ratio to the target cannot say
              expected: values above zero where something is divided by them
              way out:  use min-max, or another handling of indicators where lower is better
            """),
    ];

    [Theory, MemberData(nameof(FaultNames))]
    public void A_fault_is_found_and_nothing_written(string name) => Broken.Check(Faults, name);

    [Fact]
    public void By_hand()
    {
        double[] x = [2, double.NaN, 6, 12];
        Assert.Equal([0, double.NaN, 0.5, 1.25], DistanceToTarget.Of(x, x, higherIsBetter: true, target: 10, cap: false));
        Assert.Equal([0, double.NaN, 0.5, 1], DistanceToTarget.Of(x, x, higherIsBetter: true, target: 10, cap: true));
        Assert.Equal([1, double.NaN, 0.6, 0], DistanceToTarget.Of(x, x, higherIsBetter: false, target: 2, cap: true));
        Assert.Equal([0.2, double.NaN, 0.6, 1.2], DistanceToTarget.RatioOf(x, 10, cap: false));
        Assert.Equal([0.2, double.NaN, 0.6, 1], DistanceToTarget.RatioOf(x, 10, cap: true));
    }

    [Fact]
    public void A_target_no_better_than_the_worst_gives_NaN()
    {
        Assert.All(DistanceToTarget.Of([2, 6], [2, 6], higherIsBetter: true, target: 2, cap: false), y => Assert.True(double.IsNaN(y)));
        Assert.All(DistanceToTarget.Of([2, 6], [double.NaN], higherIsBetter: true, target: 2, cap: false), y => Assert.True(double.IsNaN(y)));
        Assert.All(DistanceToTarget.RatioOf([2, 6], 0, cap: false), y => Assert.True(double.IsNaN(y)));
        Assert.Throws<ArgumentException>(() => DistanceToTarget.Of([double.PositiveInfinity], [1], higherIsBetter: true, target: 2, cap: false));
    }

    [Fact]
    public void Given_targets_stand_before_goalposts_and_what_lies_beyond_is_counted()
    {
        using var study = new StudyFolder();
        var table = IndicatorTable.Measure(study.Open().Index("index"));
        var normalised = new DistanceToTarget { ["MON1"] = 14 }.Normalise(table);
        var beyond = table.Column("MON1").ToArray().Count(v => v > 14);
        Assert.Equal([("target", 14), ("worst", 8), ("values clipped", beyond)], normalised.Column("MON1").Parameters);
        Assert.True(beyond > 0);
        Assert.Equal(("target", 5), normalised.Column("PRD1").Parameters[0]);
        Assert.Equal(("target", 0), normalised.Column("WAS").Parameters[0]);
        // a range has its own best: as min-max does it
        Assert.Equal(new MinMax().Normalise(table).Column("PEO1").Values.ToArray(), normalised.Column("PEO1").Values.ToArray());
    }

    [Fact]
    public void Equal_by_content()
    {
        Assert.Equal(new DistanceToTarget { ["A"] = 1 }, new DistanceToTarget { ["A"] = 1 });
        Assert.NotEqual(new DistanceToTarget { ["A"] = 1 }, new DistanceToTarget { ["A"] = 2 });
        Assert.NotEqual(new DistanceToTarget(), new DistanceToTarget { Pooling = Pooling.PerYear });
        Assert.Equal(new DistanceToTarget { ["A"] = 1 }.GetHashCode(), new DistanceToTarget { ["A"] = 1 }.GetHashCode());
        Assert.Equal(1, new DistanceToTarget { ["A"] = 1 }["A"]);
    }

    [Fact]
    public void The_card_names_targets_and_variant()
    {
        Assert.Equal("Distance to target (pooled over all city-years, from the worst value, targets A = 1.5, otherwise the better goalposts, capped at the target)", new DistanceToTarget { ["A"] = 1.5 }.Card.ToString());
        Assert.Equal("Ratio to target (x / t, targets are the better goalposts, not capped)", new DistanceToTarget { Variant = TargetVariant.Ratio, Cap = false }.Card.ToString());
    }

    public static IEnumerable<TheoryDataRow<string>> FaultNames() => Broken.Names(Faults);

    private static IndexRecipe With(Normalisation normalisation) => new() { Normalisation = normalisation, Weighting = new EqualWeights() };
}
