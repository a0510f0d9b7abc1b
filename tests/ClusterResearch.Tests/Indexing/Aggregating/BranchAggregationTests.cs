using ClusterResearch.Indexing;
using ClusterResearch.Indexing.Aggregating;
using ClusterResearch.Indexing.Normalising;
using ClusterResearch.Indexing.Weighing;
using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests.Indexing.Aggregating;

public sealed class BranchAggregationTests
{
    private static readonly IndexRecipe Positive = new() { Weighting = new EqualWeights(), Normalisation = new MinMax { To = (0.1, 1) } };

    private static readonly Broken[] Faults =
    [
        new("unknown codes and indicators", s => s.BuildFindings(new() { Aggregation = new BranchAggregation { ["INN"] = new GeometricMean(), ["MON1"] = new GeometricMean() } }), """
            CR3110 unknown-code  study/index.csv
              found:    the code “INN”
              expected: a code of this index
              way out:  did you mean “IN”? correct the code
            CR3405 nothing-to-aggregate  study/index.csv:5
              found:    an aggregation for the indicator “MON1”
              expected: the code of a node that has others below it
              way out:  set it for “MON”, or remove it
            """),
        new("negative values under one branch only", s => s.BuildFindings(new() { Normalisation = new ZScore(), Weighting = new EqualWeights(), Aggregation = new BranchAggregation { ["PRD"] = new GeometricMean() } }), """
            CR3106 negative-values  study/index.csv:11
              found:    “PRD1” holds -1.7715992040787367
              expected: values of zero or more, as the weighted geometric mean needs
              way out:  normalise by min-max first, or choose another method
            CR3106 negative-values  study/index.csv:12
              found:    “PRD2” holds -1.641907013246626
              expected: values of zero or more, as the weighted geometric mean needs
              way out:  normalise by min-max first, or choose another method
            """),
    ];

    [Fact]
    public void A_key_governs_its_node_and_everything_below_it_unless_a_deeper_key_says_otherwise()
    {
        using var study = new StudyFolder();
        var design = study.Open().Index("index");
        var index = (Positive with { Aggregation = new BranchAggregation { ["IN"] = new GeometricMean(), ["PRD"] = new HarmonicMean() } }).Build(design);
        double S(string code) => index.Score("Birch", 2003, code);
        Assert.Equal(Math.Sqrt(S("MON1") * S("MON2")), S("MON"), 1e-14);
        Assert.Equal(Math.Sqrt(S("MON") * S("PEO")), S("IN"), 1e-14);
        Assert.Equal(2 / (1 / S("PRD1") + 1 / S("PRD2")), S("PRD"), 1e-14);
        Assert.Equal((S("PRD") + S("WAS")) / 2, S("OUT"), 1e-15);
        Assert.Equal((S("IN") + S("OUT")) / 2, S("GOAL"), 1e-15);
        var deeper = (Positive with { Aggregation = new BranchAggregation { ["IN"] = new GeometricMean(), ["MON"] = new ArithmeticMean() } }).Build(design);
        Assert.Equal((S("MON1") + S("MON2")) / 2, deeper.Score("Birch", 2003, "MON"), 1e-15);
    }

    [Fact]
    public void The_same_method_everywhere_is_that_method()
    {
        using var study = new StudyFolder();
        var design = study.Open().Index("index");
        var (plain, branched) = (new IndexRecipe().Build(design), new IndexRecipe { Aggregation = new BranchAggregation { ["IN"] = new ArithmeticMean() } }.Build(design));
        Assert.All(plain.Tree.Nodes, n => Assert.Equal(plain.Scores(n.Code).ToArray(), branched.Scores(n.Code).ToArray()));
    }

    /// <summary>Parts are exact where the mean adds up, and scaled to their parent's part below one that does not.</summary>
    [Fact]
    public void Contributions_add_up_in_every_branch()
    {
        using var study = new StudyFolder();
        var index = (Positive with { Aggregation = new BranchAggregation { ["IN"] = new GeometricMean() } }).Build(study.Panel("Birch,2002,210,82,33", "Birch,2002,210,82,").Open().Index("index"));
        foreach (var (city, year) in new[] { ("Birch", 2002), ("Alder", 2001), ("Cedar", 2004) })
        {
            double[] Parts(params string[] codes) => [.. index.Contributions(city, year, codes)];
            Assert.Equal(0.5 * index.Score(city, year, "WAS") / 2, Parts("WAS")[0], 1e-15);
            Assert.Equal(Parts("IN")[0], Parts("MON", "PEO").Sum(), 1e-14);
            Assert.Equal(Parts("MON")[0], Parts("MON1", "MON2").Sum(), 1e-14);
            Assert.Equal(index.Score(city, year), index.Contributions(city, year, index.Tree.Indicators.Select(n => n.Code)).Sum(), 1e-14);
        }
    }

    [Fact]
    public void An_explanation_tells_contributions_only_where_everything_above_adds_up()
    {
        using var study = new StudyFolder();
        var nodes = (Positive with { Aggregation = new BranchAggregation { ["IN"] = new GeometricMean() } }).Build(study.Open().Index("index")).Explain("Alder", 2001).Nodes;
        Assert.Equal(["GOAL", "IN", "OUT", "PRD", "PRD1", "PRD2", "WAS"], nodes.Where(n => n.Contribution is not null).Select(n => n.Node.Code));
        Assert.Equal(nodes[0].Score, nodes.Single(n => n.Node.Code == "IN").Contribution!.Value + nodes.Where(n => n.Node.Code is "PRD1" or "PRD2" or "WAS").Sum(n => n.Contribution!.Value), 1e-12);
    }

    [Fact]
    public void A_dimension_that_turns_negative_is_refused_where_the_mean_above_cannot_take_it()
    {
        using var study = new StudyFolder();
        // with so wide a spread within a row the penalty exceeds the mean
        var recipe = new IndexRecipe { Weighting = new EqualWeights(), Aggregation = new BranchAggregation { Otherwise = new GeometricMean(), ["IN"] = new ArithmeticMean() }, Normalisation = new BranchNormalisation { ["IN"] = new ZScore() } };
        var text = study.BuildFindings(recipe);
        Assert.StartsWith("CR3106 negative-values  study/index.csv:3\n  found:    “IN” holds -", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_card_names_every_branch()
    {
        var card = new BranchAggregation { ["IN"] = new GeometricMean(), ["OUT"] = new PowerMean(2) }.Card;
        Assert.Equal("By branch (IN: Weighted geometric mean (partly compensatory, a zero gives 0), OUT: Weighted power mean (p = 2), otherwise Weighted arithmetic mean (fully compensatory))", card.ToString());
        Assert.False(new BranchAggregation { ["IN"] = new GeometricMean() }.AddsUp);
        Assert.True(new BranchAggregation().AddsUp);
    }

    [Fact]
    public void Equal_branches_are_equal_records()
    {
        Assert.Equal(new BranchAggregation { ["A"] = new GeometricMean() }, new BranchAggregation { ["A"] = new GeometricMean() });
        Assert.NotEqual(new BranchAggregation { ["A"] = new GeometricMean() }, new BranchAggregation { ["B"] = new GeometricMean() });
        Assert.Equal(new GeometricMean(), new BranchAggregation { ["A"] = new GeometricMean() }["A"]);
    }

    [Theory, MemberData(nameof(FaultNames))]
    public void A_fault_is_found_and_nothing_written(string name) => Broken.Check(Faults, name);

    public static IEnumerable<TheoryDataRow<string>> FaultNames() => Broken.Names(Faults);
}
