using ClusterResearch.Indexing.Normalising;
using ClusterResearch.Indexing.Weighing;
using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests.Indexing.Weighing;

/// <summary>Weights that the reader sets.</summary>
public sealed class GivenWeightsTests
{
    private static readonly Broken[] Faults =
    [
        new("an unknown code", s => s.BuildFindings(new() { Weighting = new GivenWeights { ["INN"] = 0.7, ["OUT"] = 0.3 } }), """
            CR3110 unknown-code  study/index.csv
              found:    the code “INN”
              expected: a code of this index
              way out:  did you mean “IN”? correct the code
            CR3015 given-weights  study/index.csv:9
              found:    under “GOAL” 1 of 2 weights are given
              expected: given weights for all rows under a parent or for none, each from 0 to 1, with the sum 1
              way out:  fill or empty the weights under this parent
            """),
        new("the goal", s => s.BuildFindings(new() { Weighting = new GivenWeights { ["GOAL"] = 1 } }), """
            CR3110 unknown-code  study/index.csv:2
              found:    a weight for the goal “GOAL”
              expected: weights for nodes below the goal
              way out:  remove the weight: the goal is the whole
            """),
        new("half of the siblings", s => s.BuildFindings(new() { Weighting = new GivenWeights { ["MON1"] = 1 } }), """
            CR3015 given-weights  study/index.csv:5
              found:    under “MON” 1 of 2 weights are given
              expected: given weights for all rows under a parent or for none, each from 0 to 1, with the sum 1
              way out:  fill or empty the weights under this parent
            """),
        new("a sum that is not one", s => s.BuildFindings(new() { Weighting = new GivenWeights { ["IN"] = 0.7, ["OUT"] = 0.4 } }), """
            CR3107 weights-not-one  study/index.csv:3
              found:    weights under “GOAL” that sum to 1.1
              expected: the sum 1
              way out:  divide each weight by the sum
            """),
        new("a negative weight", s => s.BuildFindings(new() { Weighting = new GivenWeights { ["IN"] = 1.5, ["OUT"] = -0.5 } }), """
            CR3015 given-weights  study/index.csv:3
              found:    under “GOAL” a weight is outside 0 to 1
              expected: given weights for all rows under a parent or for none, each from 0 to 1, with the sum 1
              way out:  fill or empty the weights under this parent
            """),
        new("a weight that is no number", s => s.BuildFindings(new() { Weighting = new GivenWeights { ["IN"] = double.NaN, ["OUT"] = 0.5 } }), """
            CR3107 weights-not-one  study/index.csv:3
              found:    weights under “GOAL” that sum to NaN
              expected: the sum 1
              way out:  divide each weight by the sum
            """),
        new("a constant indicator elsewhere", s => s.Index("waste / output,,", "1 + 0 * waste,,").BuildFindings(new() { Normalisation = new GoalpostsNormalisation(), Weighting = new GivenWeights { ["IN"] = 0.5, ["OUT"] = 0.5 } }), """
            CR3103 constant-column  study/index.csv:13
              found:    “WAS” is 1 in all 16 city-years that have a value
              expected: an indicator that varies: a constant one has no minimum-to-maximum range, no standard deviation and no information
              way out:  remove the indicator, widen the period or the cities, or use goalposts with equal or given weights
            """),
    ];

    [Theory, MemberData(nameof(FaultNames))]
    public void A_fault_is_found_and_nothing_written(string name) => Broken.Check(Faults, name);

    [Fact]
    public void They_stand_before_those_of_the_file_and_the_rest_is_left_to_the_other_method()
    {
        using var study = new StudyFolder();
        study.Line("index.csv", 3, "IN,GOAL,Input,投入,,,,0.5,,,Why,Own").Line("index.csv", 9, "OUT,GOAL,Outcome,成果,,,,0.5,,,Why,Own");
        Assert.Equal(0.5, study.Build().Weights.Local("IN"));
        var weights = study.Build(new() { Weighting = new GivenWeights { ["IN"] = 0.7, ["OUT"] = 0.3, Otherwise = new EqualWeights() } }).Weights;
        Assert.Equal(0.7, weights.Local("IN"), 1e-15);
        // PEO1 is alone under PEO, which is one of two under IN
        Assert.Equal(0.35, weights.Global("PEO1"), 1e-15);
        Assert.Equal(0.175, weights.Global("MON1"), 1e-15);
        Assert.Equal("IN = 0.7, OUT = 0.3; otherwise Equal weights (equal among siblings at every level)", weights.Card.Variant);
    }

    [Fact]
    public void Equal_weights_given_are_equal_records()
    {
        Assert.Equal(new GivenWeights { ["A"] = 0.5, ["B"] = 0.5 }, new GivenWeights { ["B"] = 0.5, ["A"] = 0.5 });
        Assert.NotEqual(new GivenWeights { ["A"] = 0.5 }, new GivenWeights { ["A"] = 0.6 });
        Assert.NotEqual(new GivenWeights { ["A"] = 0.5 }, new GivenWeights { ["A"] = 0.5, Otherwise = new EqualWeights() });
    }

    public static IEnumerable<TheoryDataRow<string>> FaultNames() => Broken.Names(Faults);
}
