using ClusterResearch.Indexing.Weighing;
using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests.Indexing.Weighing;

/// <summary>Combined weights by hand; the reference cases hold the rest.</summary>
public sealed class CombinedWeightsTests
{
    [Theory]
    [InlineData(CombinationRule.Multiplicative, 0.5)] // 0.8 · 0.2 = 0.16 both
    [InlineData(CombinationRule.Geometric, 0.5)]
    [InlineData(CombinationRule.Linear, 0.5)]
    [InlineData(CombinationRule.GameTheory, 0.5)] // mirrored vectors count the same
    public void Mirrored_vectors_give_equal_weights(CombinationRule rule, double first) => Assert.Equal(first, CombinedWeights.Of(rule, [[0.8, 0.2], [0.2, 0.8]]).Weights[0], 1e-12);

    /// <summary>(0.9, 0.1) and (0.5, 0.5): products 0.45 and 0.05; roots √0.45 and √0.05.</summary>
    [Fact]
    public void By_hand()
    {
        Assert.Equal(0.9, CombinedWeights.Of(CombinationRule.Multiplicative, [[0.9, 0.1], [0.5, 0.5]]).Weights[0], 1e-15);
        Assert.Equal(0.75, CombinedWeights.Of(CombinationRule.Geometric, [[0.9, 0.1], [0.5, 0.5]]).Weights[0], 1e-15);
        Assert.Equal(0.6, CombinedWeights.Of(CombinationRule.Linear, [[0.9, 0.1], [0.5, 0.5]], [1, 3]).Weights[0], 1e-15);
    }

    [Fact]
    public void The_same_vector_twice_is_that_vector() =>
        Assert.All(Enum.GetValues<CombinationRule>().Where(r => r != CombinationRule.Multiplicative), r =>
            Assert.Equal(0.7, CombinedWeights.Of(r, [[0.7, 0.3], [0.7, 0.3]]).Weights[0], 1e-12));

    [Fact]
    public void On_a_tree_the_weights_of_the_indicators_are_combined()
    {
        using var study = new StudyFolder();
        var parts = new Weighting[] { new EntropyWeights(), new CriticWeights() }.Select(w => study.Build(new() { Weighting = w }).Weights).ToArray();
        var combined = study.Build(new() { Weighting = new CombinedWeights(CombinationRule.Linear, new EntropyWeights(), new CriticWeights()) { Shares = [1, 3] } }).Weights;
        Assert.All(combined.Tree.Indicators, n => Assert.Equal(0.25 * parts[0].Global(n.Code) + 0.75 * parts[1].Global(n.Code), combined.Global(n.Code), 1e-12));
        Assert.Equal(["the methods count 0.2500 (entropy weights) and 0.7500 (critic weights)"], combined.Card.Did);
        Assert.Contains(combined.ToTable().Columns, c => c.Key == "part2");
    }

    [Fact]
    public void Weights_of_the_index_file_stand()
    {
        using var study = new StudyFolder();
        study.Line("index.csv", 3, "IN,GOAL,Input,投入,,,,0.2,,,Why,Own").Line("index.csv", 9, "OUT,GOAL,Outcome,成果,,,,0.8,,,Why,Own");
        var weights = study.Build(new() { Weighting = new CombinedWeights(CombinationRule.Geometric, new EntropyWeights(), new EqualWeights()) }).Weights;
        Assert.Equal(0.2, weights.Local("IN"));
        Assert.Equal(1, weights.Tree.Indicators.Sum(n => weights.Global(n.Code)), 1e-12);
    }

    [Fact]
    public void What_a_part_refuses_is_refused()
    {
        using var study = new StudyFolder();
        Assert.StartsWith("CR3304", study.BuildFindings(new() { Weighting = new CombinedWeights(CombinationRule.Linear, new EqualWeights(), new MerecWeights()) }), StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_use_is_said()
    {
        Assert.Equal("A combination needs at least two methods. (Parameter 'parts')", Assert.Throws<ArgumentException>(() => new CombinedWeights(CombinationRule.Linear, new EqualWeights())).Message);
        Assert.StartsWith("One share of zero or more per method", Assert.Throws<ArgumentException>(() => new CombinedWeights(CombinationRule.Linear, new EqualWeights(), new EntropyWeights()) { Shares = [1] }).Message, StringComparison.Ordinal);
        Assert.StartsWith("A combination needs at least one vector, and all of one length.", Assert.Throws<ArgumentException>(() => CombinedWeights.Of(CombinationRule.Linear, [[1], [0.5, 0.5]])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Equal_by_content() => Assert.Equal(new CombinedWeights(CombinationRule.Linear, new EqualWeights(), new EntropyWeights()), new CombinedWeights(CombinationRule.Linear, new EqualWeights(), new EntropyWeights()));
}
