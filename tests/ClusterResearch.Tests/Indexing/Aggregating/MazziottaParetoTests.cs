using ClusterResearch.Indexing;
using ClusterResearch.Indexing.Aggregating;
using ClusterResearch.Indexing.Normalising;
using ClusterResearch.Indexing.Weighing;
using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests.Indexing.Aggregating;

public sealed class MazziottaParetoTests
{
    private static readonly Broken[] Faults =
    [
        new("a child that is constant in a year", s => s.Index("waste / output,,", "output,,").Panel("Alder,2001,100,50", "Alder,2001,200,50").Panel("Cedar,2001,50", "Cedar,2001,200").Panel("Dogwood,2001,150", "Dogwood,2001,200")
            .BuildFindings(new() { Weighting = new EqualWeights(), Aggregation = new BranchAggregation { ["OUT"] = new MazziottaPareto { Comparison = Comparison.WithinYear } } }), """
            CR3402 constant-child  study/index.csv:13
              found:    “WAS” is 0.2564102564102564 in all 4 city-years of 2001 that have a score
              expected: children that vary, as the Mazziotta-Pareto index needs
              way out:  remove the node, compare over the pooled panel, or choose another aggregation there
            """),
    ];

    [Fact]
    public void Penalty_by_hand()
    {
        ReadOnlyMemory<double>[] z = [new[] { 90, 100.0 }, new[] { 110, 100.0 }];
        var r = MazziottaPareto.Of(z, RowDeviation.Population);
        Assert.Equal([100, 100], r.Means);
        Assert.Equal([10, 0], r.Deviations);
        Assert.Equal(([99, 100], [101, 100]), (r.Subtracted.AsEnumerable(), r.Added.AsEnumerable()), (a, b) => a.Item1.SequenceEqual(b.Item1) && a.Item2.SequenceEqual(b.Item2));
        Assert.Equal(98, MazziottaPareto.Of(z, RowDeviation.Sample).Subtracted[0], 1e-12); // (10 √2)² / 100 = 2
    }

    [Fact]
    public void One_value_has_no_penalty_and_a_column_without_values_no_index()
    {
        ReadOnlyMemory<double>[] z = [new[] { 90, double.NaN }, new[] { double.NaN, double.NaN }];
        Assert.All(MazziottaPareto.Of(z, RowDeviation.Population).Subtracted, v => Assert.Equal(double.NaN, v));
        ReadOnlyMemory<double>[] some = [new[] { 90, double.NaN, 80 }, new[] { double.NaN, double.NaN, 100 }];
        Assert.Equal([90, double.NaN], MazziottaPareto.Of(some, RowDeviation.Sample).Subtracted.Take(2));
    }

    [Fact]
    public void At_a_node_children_are_standardised_whatever_scale_they_come_on()
    {
        var recipe = new IndexRecipe { Weighting = new EqualWeights(), Aggregation = new MazziottaPareto() };
        var (index, other) = (recipe.Build(TwoIndicators.Design), (recipe with { Normalisation = new MinMax { To = (5, 7) } }).Build(TwoIndicators.Design));
        Assert.All(index.Scores().ToArray().Zip(other.Scores().ToArray()), p => Assert.Equal(p.First, p.Second, 1e-9));
        Assert.InRange(index.Scores().ToArray().Average(), 95, 100);
        Assert.Contains("GOAL: all children count the same; the recipe's weights play no part", index.AggregationCard.Did);
    }

    [Theory, MemberData(nameof(FaultNames))]
    public void A_fault_is_found_and_nothing_written(string name) => Broken.Check(Faults, name);

    [Fact]
    public void As_a_table() =>
        Assert.Equal([100.0, 10.0, 99.0, 101.0], MazziottaPareto.Of([new[] { 90.0 }, new[] { 110.0 }], RowDeviation.Population).ToTable(["A"]).Rows[0].Skip(1));

    public static IEnumerable<TheoryDataRow<string>> FaultNames() => Broken.Names(Faults);
}
