using ClusterResearch.Indexing.Weighing.Ahp;
using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests.Indexing.Weighing.Ahp;

/// <summary>Comparisons over a tree, by hand.</summary>
public sealed class AhpWeightsTests
{
    [Fact]
    public void Local_weights_are_priorities_and_global_ones_their_products()
    {
        using var study = new StudyFolder();
        var index = study.Build(new() { Weighting = new AhpWeights(new Comparisons { { "GOAL", "IN", "OUT", 3 }, { "MON", "MON2", "MON1", 4 } }) });
        Assert.Equal((0.75, 0.25), (index.Weights.Local("IN"), index.Weights.Local("OUT")));
        Assert.Equal(0.2, index.Weights.Local("MON1"), 1e-15);
        Assert.Equal(0.75 * 0.5 * 0.2, index.Weights.Global("MON1"), 1e-15); // equal among MON and PEO, which nobody compared
        Assert.Equal(["GOAL: 2 children, CR 0.000", "MON: 2 children, CR 0.000"], index.Weights.Card.Did);
        Assert.StartsWith("principal eigenvector, comparisons under GOAL, MON; otherwise Equal weights", index.Weights.Card.Variant, StringComparison.Ordinal);
    }

    [Fact]
    public void Judgements_stand_before_weights_of_the_file()
    {
        using var study = new StudyFolder();
        study.Line("index.csv", 3, "IN,GOAL,Input,投入,,,,0.2,,,Why,Own").Line("index.csv", 9, "OUT,GOAL,Outcome,成果,,,,0.8,,,Why,Own");
        Assert.Equal(0.5, study.Build(new() { Weighting = new AhpWeights(new Comparisons { { "GOAL", "IN", "OUT", 1 } }) }).Weights.Local("IN"));
    }

    /// <summary>Judges say 1 and 9: the geometric mean of judgements is 3; priorities are 0.5 and 0.9, their geometric mean √0.45 : √0.05 = 3 : 1, the arithmetic 0.7.</summary>
    [Theory]
    [InlineData(GroupRule.Judgements, 0.75)]
    [InlineData(GroupRule.PrioritiesGeometric, 0.75)]
    [InlineData(GroupRule.PrioritiesArithmetic, 0.7)]
    public void Groups(GroupRule rule, double expected)
    {
        using var study = new StudyFolder();
        var weights = study.Build(new() { Weighting = new AhpWeights(new Comparisons { { "GOAL", "IN", "OUT", 1, "Ann" }, { "GOAL", "IN", "OUT", 9, "Bob" } }) { Group = rule } }).Weights;
        Assert.Equal(expected, weights.Local("IN"), 1e-14);
        Assert.Contains("2 judges by", weights.Card.Variant, StringComparison.Ordinal);
    }

    [Fact]
    public void The_table_says_what_to_revisit()
    {
        using var study = new StudyFolder();
        Wide(study);
        var row = new AhpWeights(Spoiled).ConsistencyTable(study.Open().Index("index").Tree).Rows[0];
        Assert.Equal("“A” against “D”: 1/9 was given, the others imply about 4", row[7]);
        Assert.Equal(0, (double)row[8]!, 1e-9);
        Assert.True((double)row[5]! > 0.1);
    }

    [Fact]
    public void Inconsistency_can_be_allowed()
    {
        using var study = new StudyFolder();
        Wide(study);
        Assert.Equal(1, study.Build(new() { Weighting = new AhpWeights(Spoiled) { AllowedRatio = double.PositiveInfinity } }).Weights.Tree.Indicators.Sum(n => study.Build(new() { Weighting = new AhpWeights(Spoiled) { AllowedRatio = 1 } }).Weights.Local(n.Code)), 1e-12);
    }

    /// <summary>Weights 4 : 2 : 1 : 1, but A against D is judged 1/9.</summary>
    private static Comparisons Spoiled => new() { { "GOAL", "A", "B", 2 }, { "GOAL", "A", "C", 4 }, { "GOAL", "A", "D", 1 / 9.0 }, { "GOAL", "B", "C", 2 }, { "GOAL", "B", "D", 2 }, { "GOAL", "C", "D", 1 } };

    private static readonly Broken[] Faults =
    [
        new("inconsistent", s => Wide(s).BuildFindings(new() { Weighting = new AhpWeights(Spoiled) }), """
            CR3311 inconsistent-comparisons  study/index.csv
              found:    comparisons under “GOAL” with the consistency ratio 0.716
              expected: 0.1 or less
              way out:  revisit “A” against “D”: 1/9 was given, the others imply about 4; or say that inconsistency is allowed
            """),
        new("not connected, twice, no siblings, unknown, not above zero", s => Wide(s).BuildFindings(new() { Weighting = new AhpWeights(new Comparisons
        {
            { "GOAL", "A", "B", 2 }, { "GOAL", "B", "A", 2 }, { "A", "B", "C", 2 }, { "GOAL", "A", "E", 2 }, { "GOAL", "C", "B", 0 },
        }) }), """
            CR3315 not-siblings  study/index.csv
              found:    a comparison of “B” with “C” under “A”
              expected: two different children of it: none
              way out:  correct the codes
            CR3110 unknown-code  study/index.csv
              found:    the code “E”
              expected: a code of this index
              way out:  did you mean “A”? correct the code
            CR3313 bad-comparison  study/index.csv
              found:    0 for “C” against “B”
              expected: a number above zero such as 3 or 1.0 / 3
              way out:  say how many times the first counts more than the second
            CR3314 comparison-twice  study/index.csv
              found:    “B” against “A” under “GOAL” a second time
              expected: each pair once per judge
              way out:  remove one of the two
            CR3312 comparisons-not-connected  study/index.csv
              found:    comparisons under “GOAL” that say nothing of C, D against the others
              expected: comparisons that connect all children, directly or through others
              way out:  add at least one comparison for each
            """),
    ];

    [Theory, MemberData(nameof(FaultNames))]
    public void A_fault_is_found_and_nothing_written(string name) => Broken.Check(Faults, name);

    public static IEnumerable<TheoryDataRow<string>> FaultNames() => Broken.Names(Faults);

    private static StudyFolder Wide(StudyFolder study) =>
        study.With("index.csv", """
            code,parent,name,name_zh,direction,unit,formula,weight,low,high,rationale,source
            GOAL,,Performance,绩效,,,,,,,Why,Own
            A,GOAL,First,第一,higher,1,output,,,,Why,Own
            B,GOAL,Second,第二,higher,1,budget,,,,Why,Own
            C,GOAL,Third,第三,higher,1,workers,,,,Why,Own
            D,GOAL,Fourth,第四,higher,1,students,,,,Why,Own

            """);
}
