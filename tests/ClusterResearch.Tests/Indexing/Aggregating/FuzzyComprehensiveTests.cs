using ClusterResearch.Indexing;
using ClusterResearch.Indexing.Aggregating;
using ClusterResearch.Indexing.Evaluating;
using ClusterResearch.Indexing.Weighing;
using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests.Indexing.Aggregating;

public sealed class FuzzyComprehensiveTests
{
    private static readonly IndexRecipe Recipe = new() { Weighting = new EqualWeights() };

    /// <summary>Triangular memberships reproduce the score, so weighing them by M(·, ⊕) is the arithmetic mean.</summary>
    [Fact]
    public void With_the_weighted_average_operator_it_is_the_arithmetic_mean()
    {
        using var study = new StudyFolder();
        var design = study.Panel("Birch,2002,210,82,33,6,58", "Birch,2002,210,82,33,6,").Open().Index("index");
        var (mean, fuzzy) = (Recipe.Build(design), (Recipe with { Aggregation = new FuzzyComprehensive() }).Build(design));
        Assert.All(mean.Tree.Nodes, n => Assert.All(mean.Scores(n.Code).ToArray().Zip(fuzzy.Scores(n.Code).ToArray()), p => Assert.Equal(p.First, p.Second, 1e-12)));
    }

    /// <summary>Alder 2001: min-max 30/33 and 10/33; grades 0, 0.5, 1: memberships (0, 6/33, 27/33) and (13/33, 20/33, 0).</summary>
    [Fact]
    public void With_the_main_factor_operator_by_hand()
    {
        var index = (Recipe with { Aggregation = new FuzzyComprehensive { Operator = FuzzyOperator.MinMax, Grades = [0, 0.5, 1] } }).Build(TwoIndicators.Design);
        double[] b = [13 / 33.0, 0.5, 0.5];
        Assert.Equal((0.5 * b[1] + b[2]) / b.Sum(), index.Score("Alder", 2001), 1e-12);
    }

    [Fact]
    public void Scores_beyond_the_grades_are_counted()
    {
        var index = (Recipe with { Aggregation = new FuzzyComprehensive { Grades = [0.8, 0.2] } }).Build(TwoIndicators.Design);
        // per indicator: min-max below 0.2 are 6.6 of 33, i.e. 10 to 13 and 16.6; above 0.8 are 36.4 of 43: 40 to 43
        Assert.Equal(["GOAL: 16 scores of children beyond the outer grades count as these"], index.AggregationCard.Did);
        Assert.Contains("Aggregation on this data: GOAL: 16 scores of children beyond the outer grades count as these.", index.Notes);
    }

    [Fact]
    public void Grades_are_in_order()
    {
        Assert.Throws<ArgumentException>(() => new FuzzyComprehensive { Grades = [1, 0, 2] });
        Assert.Equal(new FuzzyComprehensive { Grades = [0, 1] }, new FuzzyComprehensive { Grades = [0, 1] });
        Assert.NotEqual(new FuzzyComprehensive(), new FuzzyComprehensive { Operator = FuzzyOperator.MinMax });
        Assert.Contains("operator M(∧, ⊕)", new FuzzyComprehensive { Operator = FuzzyOperator.MinBoundedSum }.Card.Variant, StringComparison.Ordinal);
    }
}
