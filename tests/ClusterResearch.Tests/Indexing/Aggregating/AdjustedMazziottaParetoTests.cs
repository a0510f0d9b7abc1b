using ClusterResearch.Indexing;
using ClusterResearch.Indexing.Aggregating;
using ClusterResearch.Indexing.Normalising;
using ClusterResearch.Indexing.Weighing;
using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests.Indexing.Aggregating;

public sealed class AdjustedMazziottaParetoTests
{
    private static readonly Broken[] Faults =
    [
        new("a base year outside the index", s => s.BuildFindings(new() { Aggregation = new AdjustedMazziottaPareto { BaseYear = 1999 } }), """
            CR3401 base-year-of-aggregation  study/index.csv
              found:    1999 as base year of the aggregation
              expected: a year of the index, 2001–2004
              way out:  choose another base year, or widen the period
            """),
        new("a base year without values", s => s.Panel("Alder,2001,100,50,10,5,20", "Alder,2001,100,50,10,5,").Panel("Birch,2001,200,80,30,6,60", "Birch,2001,200,80,30,6,")
            .Panel("Cedar,2001,50,40,4,2,25", "Cedar,2001,50,40,4,2,").Panel("Dogwood,2001,150,60,20,9,30", "Dogwood,2001,150,60,20,9,")
            .BuildFindings(new() { Weighting = new EqualWeights(), Aggregation = new BranchAggregation { ["OUT"] = new AdjustedMazziottaPareto { BaseYear = 2001 } } }), """
            CR3404 no-base-values  study/index.csv:13
              found:    “WAS” has no value in the base year 2001
              expected: a value of at least one city
              way out:  choose another base year
            """),
    ];

    [Fact]
    public void Goalposts_and_scale_by_hand()
    {
        Assert.Equal(new Goalposts(0, 10), AdjustedMazziottaPareto.Posts([0, double.NaN, 10, 4]));
        Assert.Equal(new Goalposts(-3, 7), AdjustedMazziottaPareto.Posts([0, 10, 4], reference: 2));
        Assert.Equal([70, 100, 130, double.NaN, 160], AdjustedMazziottaPareto.Scale([0, 5, 10, double.NaN, 15], new(0, 10), new Direction.Higher()));
        Assert.Equal([130, 100, 70], AdjustedMazziottaPareto.Scale([0, 5, 10], new(0, 10), new Direction.Lower()));
        Assert.All(AdjustedMazziottaPareto.Scale([1, 2], new(3, 3), new Direction.Higher()), v => Assert.Equal(double.NaN, v));
        Assert.Throws<ArgumentException>(() => AdjustedMazziottaPareto.Scale([1], new(0, 1), new Direction.Target(1)));
    }

    /// <summary>X1 runs from 10 to 43 and X2 from 10 to 43; Alder 2001 has 40 and 20.</summary>
    [Fact]
    public void At_a_node_by_hand()
    {
        var recipe = new IndexRecipe { Weighting = new EqualWeights(), Aggregation = new AdjustedMazziottaPareto() };
        var (a, b) = (70 + 60 * 30 / 33.0, 70 + 60 * 10 / 33.0);
        var mean = (a + b) / 2;
        var squared = (a - b) * (a - b) / 4; // of the population deviation
        Assert.Equal(mean - squared / mean, recipe.Build(TwoIndicators.Design).Score("Alder", 2001), 1e-11);
        var added = recipe with { Aggregation = new AdjustedMazziottaPareto { Penalty = Penalty.Added, Deviation = RowDeviation.Sample } };
        Assert.Equal(mean + 2 * squared / mean, added.Build(TwoIndicators.Design).Score("Alder", 2001), 1e-11);
    }

    /// <summary>Both indicators have the mean 25 in 2001, half the range is 16.5: goalposts 8.5 and 41.5.</summary>
    [Fact]
    public void The_mean_of_the_base_year_is_a_hundred()
    {
        var index = new IndexRecipe { Normalisation = new ZScore(), Weighting = new EqualWeights(), Aggregation = new AdjustedMazziottaPareto { BaseYear = 2001 } }.Build(TwoIndicators.Design);
        var (a, b) = (70 + 60 * (40 - 8.5) / 33, 70 + 60 * (20 - 8.5) / 33);
        Assert.Equal((a + b) / 2 - (a - b) * (a - b) / 4 / ((a + b) / 2), index.Score("Alder", 2001), 1e-10);
        Assert.True(index.Score("Alder", 2004) > index.Score("Alder", 2001));
        Assert.Contains("mean of 2001 = 100", index.AggregationCard.Variant, StringComparison.Ordinal);
        Assert.StartsWith("X1: goalposts ", index.AggregationCard.Did[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_city_that_sets_no_goalpost_the_others_keep_their_scores()
    {
        var recipe = new IndexRecipe { Weighting = new EqualWeights(), Aggregation = new AdjustedMazziottaPareto() };
        var (all, fewer) = (recipe.Build(TwoIndicators.Design), (recipe with { Cities = ["Alder", "Birch", "Dogwood"] }).Build(TwoIndicators.Design));
        Assert.Equal(all.Score("Birch", 2003), fewer.Score("Birch", 2003), 1e-12);
    }

    [Theory, MemberData(nameof(FaultNames))]
    public void A_fault_is_found_and_nothing_written(string name) => Broken.Check(Faults, name);

    public static IEnumerable<TheoryDataRow<string>> FaultNames() => Broken.Names(Faults);
}
