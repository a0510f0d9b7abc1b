using ClusterResearch.Indexing;
using ClusterResearch.Indexing.Normalising;
using ClusterResearch.Indexing.Preparing;
using ClusterResearch.Indexing.Weighing;
using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests.Indexing.Preparing;

public sealed class LogTransformTests
{
    private static readonly Broken[] Faults =
    [
        new("zero and negative values", s => s.Panel("Alder,2002,110,50,12,5,22", "Alder,2002,110,50,12,5,0").Index("waste / output", "waste / output - 0.2").BuildFindings(new() { Treatment = new BranchTreatment { ["WAS"] = new LogTransform() } }), """
            CR3204 not-positive  study/index.csv:13
              found:    “WAS” is zero or negative in 8 city-years, first Alder 2001 (study/panel.csv:2)
              expected: values above zero, as a logarithm without a shift needs
              way out:  choose a shift, or leave this indicator as it is with BranchTreatment
            """),
        new("an end of a range that has no logarithm", s => s.Index("range 8..12", "range -1..12").BuildFindings(new() { Treatment = new BranchTreatment { ["WAS"] = new LogTransform(), ["PEO1"] = new LogTransform() } }), """
            CR3206 reference-outside-transform  study/index.csv:8
              found:    “PEO1” has the end of the range -1, which logarithm takes to no number
              expected: a target or range that can be transformed like the values
              way out:  move it to where the values are, choose another shift, or leave this indicator as it is with BranchTreatment
            """),
        new("a constant cannot be shifted by its range", s => s.Index("waste / output", "waste - waste + 3").BuildFindings(new() { Treatment = new BranchTreatment { ["WAS"] = new LogTransform { Shift = PositiveShift.HundredthOfRange } } }), """
            CR3103 constant-column  study/index.csv:13
              found:    “WAS” is 3 in all 16 city-years that have a value
              expected: an indicator that varies: a constant one has no minimum-to-maximum range, no standard deviation and no information
              way out:  remove the indicator, widen the period or the cities, or use goalposts with equal or given weights
            """),
    ];

    [Theory, MemberData(nameof(FaultNames))]
    public void A_fault_is_found_and_nothing_written(string name) => Broken.Check(Faults, name);

    [Fact]
    public void By_hand()
    {
        Assert.Equal([0, double.NaN, Math.Log(3)], LogTransform.Of([1, double.NaN, 3]));
        Assert.Equal([0, Math.Log(101)], LogTransform.Of([-50, 50], PositiveShift.One));
        Assert.Equal([0, Math.Log(101)], LogTransform.Of([-50, 50], PositiveShift.HundredthOfRange), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.StartsWith("The value 0 has no such transform: it must be finite and above zero after the shift.", Assert.Throws<ArgumentException>(() => LogTransform.Of([1, 0])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => LogTransform.Of([double.PositiveInfinity]));
    }

    [Fact]
    public void Cards_name_the_shift()
    {
        Assert.Equal("Logarithm (natural, no shift)", new LogTransform().Card.ToString());
        Assert.Equal("Logarithm (natural, shifted to a minimum of 1)", new LogTransform { Shift = PositiveShift.One }.Card.ToString());
    }

    /// <summary>Goalposts and range go through the same function, so a score says the same of the transformed scale.</summary>
    [Fact]
    public void Goalposts_and_range_are_taken_along()
    {
        using var study = new StudyFolder();
        study.Index("waste / output,,0,1", "waste / output,,0.1,1").Index("workers * 100,,0,20", "workers * 100,,2,20");
        var index = study.Build(new() { Treatment = new BranchTreatment { ["WAS"] = new LogTransform(), ["PEO1"] = new LogTransform() }, Normalisation = new GoalpostsNormalisation(), Weighting = new EqualWeights() });
        var was = index.Tree["WAS"].Indicator!;
        Assert.Equal((new Goalposts(Math.Log(0.1), 0), "ln t/1e4 CNY"), (was.Goalposts!, was.Unit));
        Assert.Equal(new Direction.Range(Math.Log(8), Math.Log(12)), index.Tree["PEO1"].Indicator!.Direction);
        Assert.Equal(Math.Log(0.2) / Math.Log(0.1), index.Score("Alder", 2001, "WAS"), 1e-12);
        Assert.Equal(1, index.Score("Alder", 2001, "PEO1"));
    }

    /// <summary>They are only needed where a normalisation reads them, and then missed.</summary>
    [Fact]
    public void Goalposts_without_a_logarithm_are_set_aside()
    {
        using var study = new StudyFolder();
        var index = study.Build(new() { Treatment = new BranchTreatment { ["WAS"] = new LogTransform() } });
        Assert.Null(index.Tree["WAS"].Indicator!.Goalposts);
        Assert.Equal(["0 values of 0 indicators winsorised, 1 indicator transformed, 5 of 6 left as they are", "WAS: logarithm", "WAS: its goalposts cannot be transformed and are set aside"], index.Indicators.Cards.Single().Did);
        Assert.Contains("“WAS” has no goalposts", study.BuildFindings(index.Recipe with { Normalisation = new GoalpostsNormalisation(), Weighting = new EqualWeights() }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_target_is_taken_along()
    {
        using var study = new StudyFolder();
        var index = study.Index("lower,t/1e4 CNY,waste / output,,0,1", "target 0.25,t/1e4 CNY,waste / output,,,").Build(new() { Treatment = new BranchTreatment { ["WAS"] = new LogTransform() } });
        Assert.Equal(new Direction.Target(Math.Log(0.25)), index.Tree["WAS"].Indicator!.Direction);
    }

    public static IEnumerable<TheoryDataRow<string>> FaultNames() => Broken.Names(Faults);
}
