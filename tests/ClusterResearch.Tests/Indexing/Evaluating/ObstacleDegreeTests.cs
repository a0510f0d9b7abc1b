using ClusterResearch.Findings;
using ClusterResearch.Indexing;
using ClusterResearch.Indexing.Aggregating;
using ClusterResearch.Indexing.Evaluating;
using ClusterResearch.Indexing.Normalising;
using ClusterResearch.Indexing.Weighing;
using ClusterResearch.Tests.Support;
using CsCheck;

namespace ClusterResearch.Tests.Indexing.Evaluating;

public sealed class ObstacleDegreeTests
{
    [Fact]
    public void Shares_of_a_shortfall_by_hand()
    {
        // 0.5 · 0.2, 0.3 · 0.6, 0.2 · 0.1 of 0.3
        Assert.Equal([1.0 / 3, 0.6, 0.2 / 3], ObstacleDegree.Of([0.8, 0.4, 0.9], [0.5, 0.3, 0.2]).Select(v => v), (a, b) => Math.Abs(a - b) < 1e-15);
        Assert.Equal([double.NaN, 1], ObstacleDegree.Of([double.NaN, 0.4], [0.5, 0.5]));
        Assert.Equal([double.NaN, double.NaN], ObstacleDegree.Of([1, 1], [0.5, 0.5]));
        Assert.Throws<ArgumentException>(() => ObstacleDegree.Of([1.1], [1]));
        Assert.Throws<ArgumentException>(() => ObstacleDegree.Of([1], [-1]));
        Assert.Equal("2 values but 1 weights. (Parameter 'weights')", Assert.Throws<ArgumentException>(() => ObstacleDegree.Of([1, 1], [1])).Message);
    }

    [Fact]
    public void Shares_sum_to_one_and_the_scale_of_weights_plays_no_part() =>
        Gen.Select(Gen.Double[0, 0.99].Array[4], Gen.Double[0.01, 1].Array[4]).Sample((y, w) =>
        {
            var (one, two) = (ObstacleDegree.Of(y, w), ObstacleDegree.Of(y, [.. w.Select(v => 7 * v)]));
            Assert.Equal(1, one.Sum(), 1e-12);
            Assert.All(one.Zip(two), p => Assert.Equal(p.First, p.Second, 1e-12));
        });

    [Fact]
    public void In_an_index_they_sum_up_the_tree_and_to_the_shortfall_of_the_score()
    {
        using var study = new StudyFolder();
        var index = study.Panel("Birch,2002,210,82,33,6,58", "Birch,2002,210,82,33,6,").Build(new() { Weighting = new EqualWeights() });
        var obstacles = ObstacleDegree.Of(index);
        foreach (var (city, year) in new[] { ("Alder", 2003), ("Birch", 2002) })
        {
            double O(string code) => obstacles[city, year, code];
            Assert.Equal(1, O("GOAL"), 1e-12);
            Assert.Equal(O("IN"), O("MON") + O("PEO"), 1e-14);
            Assert.Equal(O("MON"), O("MON1") + O("MON2"), 1e-14);
            var weight = index.Explain(city, year).Nodes.Single(n => n.Node.Code == "MON1").Weight;
            Assert.Equal(weight * (1 - index.Score(city, year, "MON1")) / (1 - index.Score(city, year)), O("MON1"), 1e-12);
        }
        Assert.Equal(double.NaN, obstacles["Birch", 2002, "WAS"]); // missing
        Assert.Equal(obstacles["Birch", 2002, "OUT"], obstacles["Birch", 2002, "PRD"]);
    }

    [Fact]
    public void The_largest_come_first()
    {
        var obstacles = ObstacleDegree.Of(new IndexRecipe { Weighting = new EqualWeights() }.Build(TwoIndicators.Design));
        var largest = obstacles.Largest("Alder", 2001, 5);
        // shortfalls 3/33 and 23/33
        Assert.Equal(["X2", "X1"], largest.Select(l => l.Indicator.Code));
        Assert.Equal(23 / 26.0, largest[0].Share, 1e-12);
        var table = obstacles.ToTable(2001, ["X1", "X2"]);
        Assert.Equal(("Alder", "Second 88.5 %"), ((string)table.Rows[0][0]!, (string)table.Rows[0][^1]!));
        Assert.Equal(100 * 3 / 26.0, (double)table.Rows[0][1]!, 1e-10);
        Assert.Equal("%", table.Columns[1].Unit);
        Assert.DoesNotContain(table.Notes, n => n.StartsWith("The aggregation does not add up", StringComparison.Ordinal));
    }

    [Fact]
    public void Where_nothing_falls_short_there_is_no_obstacle()
    {
        var index = new IndexRecipe { Weighting = new GivenWeights { ["X1"] = 1, ["X2"] = 0 } }.Build(TwoIndicators.Design);
        var obstacles = ObstacleDegree.Of(index);
        Assert.Equal(double.NaN, obstacles["Alder", 2004, "X1"]);
        Assert.Empty(obstacles.Largest("Alder", 2004, 1));
        Assert.Null(obstacles.ToTable(2004).Rows[0][^1]);
    }

    [Fact]
    public void Other_scales_are_refused_and_means_that_do_not_add_up_are_noted()
    {
        var z = new IndexRecipe { Normalisation = new ZScore(), Weighting = new EqualWeights() }.Build(TwoIndicators.Design);
        Assert.Equal(["CR3406", "CR3406"], Assert.Throws<FindingsException>(() => ObstacleDegree.Of(z)).Findings.Select(f => f.Code.Id));
        var geometric = new IndexRecipe { Weighting = new EqualWeights(), Aggregation = new GeometricMean() }.Build(TwoIndicators.Design);
        Assert.Contains(ObstacleDegree.Of(geometric).ToTable(2001).Notes, n => n.StartsWith("The aggregation does not add up", StringComparison.Ordinal));
    }
}
