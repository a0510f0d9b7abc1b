using ClusterResearch.Indexing.Weighing;
using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests.Indexing.Weighing;

/// <summary>Another weighting in some branches.</summary>
public sealed class BranchWeightsTests
{
    [Fact]
    public void A_branch_is_weighed_by_its_method_and_counts_by_the_other()
    {
        using var study = new StudyFolder();
        var weights = study.Build(new() { Weighting = new BranchWeights { ["OUT"] = new EqualWeights() } }).Weights;
        var entropy = study.Build().Weights;
        Assert.Equal((0.5, 0.5, 0.5), (weights.Local("PRD"), weights.Local("WAS"), weights.Local("PRD1")));
        Assert.Equal(entropy.Local("OUT"), weights.Local("OUT"));
        Assert.Equal(entropy.Local("MON1"), weights.Local("MON1"));
        Assert.StartsWith("OUT: Equal weights (equal among siblings at every level), otherwise Entropy weights", weights.Card.Variant, StringComparison.Ordinal);
    }

    [Fact]
    public void The_key_further_down_stands()
    {
        using var study = new StudyFolder();
        var weights = study.Build(new() { Weighting = new BranchWeights { ["PRD"] = new EntropyWeights(), ["GOAL"] = new EqualWeights(), ["OUT"] = new CriticWeights() } }).Weights;
        var (entropy, critic) = (study.Build().Weights, study.Build(new() { Weighting = new BranchWeights { ["OUT"] = new CriticWeights(), Otherwise = new EqualWeights() } }).Weights);
        Assert.Equal(entropy.Local("PRD1"), weights.Local("PRD1"), 1e-12);
        Assert.Equal(critic.Local("WAS"), weights.Local("WAS"), 1e-12);
        Assert.Equal(0.5, weights.Local("IN"));
        Assert.Contains("OUT: correlations among 3 indicators over at most 16 city-years", weights.Card.Did);
    }

    private static readonly Broken[] Faults =
    [
        new("an indicator and an unknown code", s => s.BuildFindings(new() { Weighting = new BranchWeights { ["MON1"] = new EqualWeights(), ["MOM"] = new EqualWeights() } }), """
            CR3110 unknown-code  study/index.csv
              found:    the code “MOM”
              expected: a code of this index
              way out:  did you mean “MON”? correct the code
            CR3308 no-branch-to-weigh  study/index.csv:5
              found:    “MON1” is an indicator and has nothing below it to weigh
              expected: the goal or a dimension
              way out:  name the node above, “MON”
            """),
    ];

    [Theory, MemberData(nameof(FaultNames))]
    public void A_fault_is_found_and_nothing_written(string name) => Broken.Check(Faults, name);

    public static IEnumerable<TheoryDataRow<string>> FaultNames() => Broken.Names(Faults);
}
