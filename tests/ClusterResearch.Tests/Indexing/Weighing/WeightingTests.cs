using ClusterResearch.Indexing;
using ClusterResearch.Indexing.Weighing;
using ClusterResearch.Indexing.Weighing.Ahp;
using ClusterResearch.Tests.Support;
using CsCheck;

namespace ClusterResearch.Tests.Indexing.Weighing;

/// <summary>What holds for every weighting.</summary>
public sealed class WeightingTests
{
    private static readonly IndexDesign Design = Open();

    private static readonly Dictionary<string, Weighting> Methods = new()
    {
        ["entropy"] = new EntropyWeights(),
        ["shifted"] = new EntropyWeights { Shift = 0.01 },
        ["raw"] = new EntropyWeights { Basis = EntropyBasis.Raw },
        ["mean of years"] = new EntropyWeights { Pooling = EntropyPooling.MeanOfYears },
        ["equal"] = new EqualWeights(),
        ["given"] = new GivenWeights { ["MON1"] = 0, ["MON2"] = 1, ["IN"] = 0.3, ["OUT"] = 0.7 },
        ["CRITIC"] = new CriticWeights(),
        ["CRITIC, absolute"] = new CriticWeights { Absolute = true },
        ["standard deviation"] = new VariationWeights { Measure = VariationMeasure.StandardDeviation },
        ["coefficient of variation"] = new VariationWeights { Measure = VariationMeasure.CoefficientOfVariation },
        ["MEREC"] = new MerecWeights(),
        ["PCA, handbook"] = new PcaWeights(),
        ["PCA, two components"] = new PcaWeights { Components = 2 },
        ["PCA, communality"] = new PcaWeights { Scheme = PcaScheme.Communality, CumulativeShare = 0.8 },
        ["PCA, first"] = new PcaWeights { Scheme = PcaScheme.FirstSquared },
        ["product"] = new CombinedWeights(CombinationRule.Multiplicative, new EntropyWeights(), new CriticWeights()),
        ["linear"] = new CombinedWeights(CombinationRule.Linear, new EntropyWeights(), new EqualWeights()),
        ["geometric"] = new CombinedWeights(CombinationRule.Geometric, new EntropyWeights(), new CriticWeights(), new EqualWeights()),
        ["game theory"] = new CombinedWeights(CombinationRule.GameTheory, new EntropyWeights(), new CriticWeights()),
        ["AHP"] = new AhpWeights(new Comparisons { { "GOAL", "IN", "OUT", 3 } }) { Otherwise = new EntropyWeights() },
        ["by branch"] = new BranchWeights { ["IN"] = new EqualWeights(), ["OUT"] = new CriticWeights() },
    };

    public static TheoryData<string> Names => [.. Methods.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Weights_sum_to_one_under_every_parent_and_over_all_indicators(string name)
    {
        var weights = new IndexRecipe { Weighting = Methods[name] }.Build(Design).Weights;
        foreach (var parent in weights.Tree.Nodes.Where(n => n.Indicator is null))
        {
            Assert.Equal(1, weights.Tree.Children(parent.Code).Sum(n => weights.Local(n.Code)), 1e-12);
        }
        Assert.Equal(1, weights.Tree.Indicators.Sum(n => weights.Global(n.Code)), 1e-12);
        Assert.All(weights.Tree.Nodes, n => Assert.InRange(weights.Local(n.Code), 0, 1));
    }

    [Theory, MemberData(nameof(Names))]
    public void The_card_names_variant_formula_letters_rules_and_source(string name)
    {
        var card = Methods[name].Card;
        Assert.All(new[] { card.Name, card.Variant, card.Formula, card.Symbols, card.Rules, card.Source }, text => Assert.NotEmpty(text));
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

    private static IndexDesign Open()
    {
        using var study = new StudyFolder();
        return study.Index("range 8..12", "higher").Open().Index("index");
    }
}
