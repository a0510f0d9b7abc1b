using ClusterResearch.Indexing;
using ClusterResearch.Indexing.Aggregating;
using ClusterResearch.Indexing.Robustness;
using ClusterResearch.Indexing.Weighing;
using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests.Indexing.Robustness;

/// <summary>The smallest change by hand, and that every answer draws level.</summary>
public sealed class SmallestSwapTests
{
    private static readonly IndexResult Two = new IndexRecipe { Weighting = new GivenWeights { ["X1"] = 0.9, ["X2"] = 0.1 } }.Build(TwoIndicators.Design);

    /// <summary>With two weights there is one line: from 0.9 to the weight t at which they are level.</summary>
    [Theory]
    [InlineData(SwapMeasure.L1, 1)]
    [InlineData(SwapMeasure.OneWeight, 1)]
    [InlineData(SwapMeasure.L2, 1.4142135623730951)]
    public void Two_weights_by_hand(SwapMeasure measure, double factor)
    {
        double D(string code) => Two.Score("Alder", 2004, code) - Two.Score("Birch", 2004, code);
        var level = -D("X2") / (D("X1") - D("X2"));
        var swap = SmallestSwap.Of(Two, 2004, measure).Between("Birch", "Alder");
        Assert.Equal((0.9 - level) * factor, swap.Size, 1e-12);
        Assert.Equal(level, swap.Weights[0], 1e-12);
        Assert.Contains("X1 −", swap.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_leads_everywhere_is_never_reached() =>
        Assert.Equal((double.PositiveInfinity, "Alder leads in each of the 2 items, so no weights do it"), SmallestSwap.Of(Two, 2004).Between("Dogwood", "Alder") is var s ? (s.Size, s.Words) : default);

    [Fact]
    public void Who_is_ahead_needs_nothing() => Assert.Equal(0, SmallestSwap.Of(Two, 2004).Between("Alder", "Birch").Size);

    [Theory]
    [InlineData(SwapMeasure.L1)]
    [InlineData(SwapMeasure.L2)]
    [InlineData(SwapMeasure.OneWeight)]
    public void Every_answer_draws_level_within_the_simplex_and_no_other_measure_finds_a_smaller_one(SwapMeasure measure)
    {
        var index = new IndexRecipe().Build(Study.Open(Path.Combine(Repository.Root, "data/henan")).Index("index-panel"));
        var (swaps, others) = (SmallestSwap.Of(index, 2016, measure), Enum.GetValues<SwapMeasure>().Select(m => SmallestSwap.Of(index, 2016, m)).ToArray());
        var order = index.Cities.OrderBy(c => index.Rank(c.Key, 2016)).ToArray();
        foreach (var (high, low) in order.Zip(order.Skip(1)).Concat(order.Zip(order.Skip(4))))
        {
            var swap = swaps.Between(low.Key, high.Key);
            if (swap.Weights.IsEmpty)
            {
                continue;
            }
            Assert.Equal(1, swap.Weights.Sum(), 1e-9);
            Assert.All(swap.Weights, w => Assert.True(w >= -1e-12));
            var lead = index.Tree.Indicators.Select((n, j) => swap.Weights[j] * (index.Score(high.Key, 2016, n.Code) - index.Score(low.Key, 2016, n.Code))).Sum();
            Assert.Equal(0, lead, 1e-9);
            foreach (var other in others.Select(o => o.Between(low.Key, high.Key)).Where(o => !o.Weights.IsEmpty))
            {
                var change = other.Weights.Select((w, j) => Math.Abs(w - index.Weights.Global(index.Tree.Indicators[j].Code))).ToArray();
                var size = measure switch { SwapMeasure.L1 => change.Sum() / 2, SwapMeasure.L2 => Math.Sqrt(change.Sum(c => c * c)), _ => double.PositiveInfinity };
                Assert.True(swap.Size <= size + 1e-9);
            }
        }
    }

    [Fact]
    public void Items_can_be_dimensions_and_must_cover_the_tree()
    {
        using var study = new StudyFolder();
        var index = study.Build();
        var table = SmallestSwap.Of(index, 2004, items: ["IN", "OUT"]).ToTable();
        Assert.Equal(4, table.Rows.Length);
        Assert.Null(table.Rows[0][1]);
        Assert.Contains("Items: 2 nodes.", table.Notes[0], StringComparison.Ordinal);
        Assert.StartsWith("The items must cover the tree", Assert.Throws<ArgumentException>(() => SmallestSwap.Of(index, 2004, items: ["IN", "PRD"])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_figures_leave_no_answer()
    {
        using var study = new StudyFolder();
        var index = study.Panel("Birch,2004,250,86,40,8,55", "Birch,2004,250,86,40,,55").Build();
        Assert.True(double.IsNaN(SmallestSwap.Of(index, 2004).Between("Alder", "Birch").Size));
    }

    [Fact]
    public void Other_means_are_refused()
    {
        using var study = new StudyFolder();
        Assert.StartsWith("CR3601 no-weighted-mean  study/index.csv:2", study.FindingsOf(d => SmallestSwap.Of(new IndexRecipe { Aggregation = new GeometricMean() }.Build(d), 2004)), StringComparison.Ordinal);
    }
}
