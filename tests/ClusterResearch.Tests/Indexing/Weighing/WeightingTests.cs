using ClusterResearch.Indexing;
using ClusterResearch.Indexing.Weighing;
using ClusterResearch.Tests.Support;
using CsCheck;

namespace ClusterResearch.Tests.Indexing.Weighing;

/// <summary>What holds for every weighting.</summary>
public sealed class WeightingTests
{
    private static readonly IndexDesign Design = Open();

    public static IEnumerable<TheoryDataRow<string>> Names() => ["entropy", "shifted", "raw", "equal", "given"];

    [Theory, MemberData(nameof(Names))]
    public void Weights_sum_to_one_under_every_parent_and_over_all_indicators(string name)
    {
        var weights = new IndexRecipe { Weighting = Named(name) }.Build(Design).Weights;
        foreach (var parent in weights.Tree.Nodes.Where(n => n.Indicator is null))
        {
            Assert.Equal(1, weights.Tree.Children(parent.Code).Sum(n => weights.Local(n.Code)), 1e-12);
        }
        Assert.Equal(1, weights.Tree.Indicators.Sum(n => weights.Global(n.Code)), 1e-12);
        Assert.All(weights.Tree.Nodes, n => Assert.InRange(weights.Local(n.Code), 0, 1));
    }

    [Fact]
    public void Given_weights_of_any_size_sum_to_one() =>
        Gen.Double[0, 1].Sample(w =>
        {
            var weights = new IndexRecipe { Weighting = new GivenWeights { ["IN"] = w, ["OUT"] = 1 - w } }.Build(Design).Weights;
            Assert.Equal(1, weights.Tree.Indicators.Sum(n => weights.Global(n.Code)), 1e-12);
        }, iter: 50);

    [Fact]
    public void Weights_of_the_file_stand_before_those_of_the_method()
    {
        using var study = new StudyFolder();
        study.Line("index.csv", 3, "IN,GOAL,Input,投入,,,,0.2,,,Why,Own").Line("index.csv", 9, "OUT,GOAL,Outcome,成果,,,,0.8,,,Why,Own");
        var weights = study.Build(new() { Weighting = new EqualWeights() }).Weights;
        Assert.Equal(0.2, weights.Local("IN"), 1e-15);
        Assert.Equal(0.05, weights.Global("MON1"), 1e-15);
        Assert.Contains("The index file gives the weights of IN, OUT.", weights.ToTable().Notes);
    }

    private static Weighting Named(string name) =>
        name switch
        {
            "entropy" => new EntropyWeights(),
            "shifted" => new EntropyWeights { Shift = 0.01 },
            "raw" => new EntropyWeights { Basis = EntropyBasis.Raw },
            "equal" => new EqualWeights(),
            _ => new GivenWeights { ["MON1"] = 0, ["MON2"] = 1, ["IN"] = 0.3, ["OUT"] = 0.7 },
        };

    private static IndexDesign Open()
    {
        using var study = new StudyFolder();
        return study.Open().Index("index");
    }
}
