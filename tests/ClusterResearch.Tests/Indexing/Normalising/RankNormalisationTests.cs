using ClusterResearch.Indexing;
using ClusterResearch.Indexing.Normalising;
using ClusterResearch.Indexing.Weighing;
using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests.Indexing.Normalising;

/// <summary>Ranks as scores, by hand; the reference cases hold the rest.</summary>
public sealed class RankNormalisationTests
{
    private static readonly Broken[] Faults =
    [
        new("against a base year", s => s.BuildFindings(With(new RankNormalisation { Pooling = Pooling.BaseYear(2001) })), """
            CR3502 base-year-of-ranks  study/index.csv
              found:    percentile rank against a base year
              expected: ranks over the pooled panel or within each year: a value of another year has no place among those of the base year
              way out:  use Pooling.Panel or Pooling.PerYear, or a normalisation that measures distances
            """),
        new("a constant indicator", s => s.Index("waste / output", "waste - waste + 0.1").BuildFindings(With(new RankNormalisation())), """
            CR3103 constant-column  study/index.csv:13
              found:    “WAS” is 0.1 in all 16 city-years that have a value
              expected: an indicator that varies: a constant one has no minimum-to-maximum range, no standard deviation and no information
              way out:  remove the indicator, widen the period or the cities, or use goalposts with equal or given weights
            """),
    ];

    [Theory, MemberData(nameof(FaultNames))]
    public void A_fault_is_found_and_nothing_written(string name) => Broken.Check(Faults, name);

    [Fact]
    public void By_hand()
    {
        double[] x = [5, double.NaN, 1, 5, 9];
        Assert.Equal([2.5, double.NaN, 1, 2.5, 4], RankNormalisation.Of(x, new Direction.Higher(), RankVariant.Rank, TieRule.Average));
        Assert.Equal([0.5, double.NaN, 1, 0.5, 0], RankNormalisation.Of(x, new Direction.Lower(), RankVariant.PercentileRank, TieRule.Average));
        // distances from 4: 1, 3, 1, 5
        Assert.Equal([3, double.NaN, 2, 3, 1], RankNormalisation.Of(x, new Direction.Target(4), RankVariant.Rank, TieRule.Min));
        Assert.True(double.IsNaN(RankNormalisation.Of([3], new Direction.Higher(), RankVariant.PercentileRank, TieRule.Min)[0]));
    }

    [Fact]
    public void The_card_names_scale_and_ties()
    {
        Assert.Equal("Percentile rank (pooled over all city-years, ties: Average)", new RankNormalisation().Card.ToString());
        Assert.Equal("Rank (each year on its own, ties: Min)", new RankNormalisation { Variant = RankVariant.Rank, Ties = TieRule.Min, Pooling = Pooling.PerYear }.Card.ToString());
    }

    public static IEnumerable<TheoryDataRow<string>> FaultNames() => Broken.Names(Faults);

    private static IndexRecipe With(Normalisation normalisation) => new() { Normalisation = normalisation, Weighting = new EqualWeights() };
}
