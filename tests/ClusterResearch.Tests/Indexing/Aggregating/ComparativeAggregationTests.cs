using ClusterResearch.Indexing;
using ClusterResearch.Indexing.Aggregating;
using ClusterResearch.Indexing.Evaluating;
using ClusterResearch.Indexing.Normalising;
using ClusterResearch.Indexing.Weighing;
using ClusterResearch.Tests.Support;
using CsCheck;

namespace ClusterResearch.Tests.Indexing.Aggregating;

/// <summary>What must hold for every method that compares alternatives, and how they stand at the nodes of a tree.</summary>
public sealed class ComparativeAggregationTests
{
    /// <summary>Higher is better in all of them.</summary>
    private static readonly Dictionary<string, Func<DecisionMatrix, IEnumerable<double>>> Methods = new()
    {
        ["TOPSIS, vector"] = m => Topsis.Of(m).Closeness,
        ["TOPSIS, min-max"] = m => Topsis.Of(m, TopsisScale.MinMax).Closeness,
        ["VIKOR"] = m => Vikor.Of(m).Q.Select(q => -q),
        ["grey relational"] = m => GreyRelational.Of(m).Grades,
        ["RSR, integer"] = m => RankSumRatio.Of(m).Rsr,
        ["RSR, non-integer"] = m => RankSumRatio.Of(m, RsrRanks.NonIntegerRanks).Rsr,
        ["Copeland"] = m => Copeland.Of(m).Scores,
        ["Borda"] = m => Borda.Of(m).Scores,
        ["benefit of the doubt"] = m => BenefitOfTheDoubt.Of(m).Scores,
        ["Mazziotta-Pareto"] = m => new MazziottaPareto().Compare(m, []),
    };

    /// <summary>Four alternatives at least, three criteria, distinct values.</summary>
    private static readonly Gen<(double[][] Columns, double[] Weights)> Data =
        from n in Gen.Int[4, 8]
        from columns in Gen.Shuffle(Enumerable.Range(1, 24).Select(i => (double)i * i).ToArray()).Array[3]
        from weights in Gen.Int[1, 9].Array[3]
        select (columns.Select(c => c[..n]).ToArray(), weights.Select(w => w / (double)weights.Sum()).ToArray());

    public static TheoryData<string> All => [.. Methods.Keys];

    public static TheoryData<string> Monotone => [.. Methods.Keys.Except(["Mazziotta-Pareto"])];

    [Theory, MemberData(nameof(All))]
    public void Permuting_rows_permutes_results(string method) =>
        Data.Sample(d =>
        {
            var order = Enumerable.Range(0, d.Columns[0].Length).Select(i => (i * 3 + 1) % d.Columns[0].Length).Distinct().ToArray();
            order = [.. order, .. Enumerable.Range(0, d.Columns[0].Length).Except(order)];
            var (plain, permuted) = (Scores(method, d.Columns, d.Weights), Scores(method, [.. d.Columns.Select(c => order.Select(i => c[i]).ToArray())], d.Weights));
            Close(order.Select(i => plain[i]), permuted);
        }, iter: 100);

    [Theory, MemberData(nameof(All))]
    public void Units_change_nothing(string method) =>
        Data.Sample(d => Close(Scores(method, d.Columns, d.Weights), Scores(method, [.. d.Columns.Select((c, j) => c.Select(v => v * Math.Pow(1000, j - 1)).ToArray())], d.Weights)), iter: 100);

    /// <summary>A zero point of one's own choice changes nothing but where proportions count.</summary>
    [Theory, InlineData("TOPSIS, min-max"), InlineData("VIKOR"), InlineData("grey relational"), InlineData("RSR, integer"), InlineData("RSR, non-integer"), InlineData("Copeland"), InlineData("Borda"), InlineData("Mazziotta-Pareto")]
    public void Zero_points_change_nothing(string method) =>
        Data.Sample(d => Close(Scores(method, d.Columns, d.Weights), Scores(method, [.. d.Columns.Select(c => c.Select(v => v - 300).ToArray())], d.Weights)), iter: 100);

    [Theory, InlineData("TOPSIS, vector"), InlineData("TOPSIS, min-max"), InlineData("RSR, integer"), InlineData("RSR, non-integer"), InlineData("Copeland"), InlineData("Borda")]
    public void Reversing_all_directions_reverses_the_order(string method) =>
        Data.Sample(d =>
        {
            var reversed = Methods[method](DecisionMatrixTests.Of(d.Columns, d.Weights, [.. d.Columns.Select(_ => new Direction.Lower())]));
            var sum = Scores(method, d.Columns, d.Weights).Zip(reversed, (a, b) => a + b).ToArray();
            Assert.All(sum, s => Assert.Equal(sum[0], s, 1e-9));
        }, iter: 100);

    /// <summary>Who is at least as good in everything is not behind. The Mazziotta-Pareto index does not promise it: a lead in one thing is imbalance.</summary>
    [Theory, MemberData(nameof(Monotone))]
    public void Dominance_is_respected(string method) =>
        Data.Sample(d =>
        {
            double[][] columns = [.. d.Columns.Select((c, j) => (double[])[.. c, c[0] + j])];
            var scores = Scores(method, columns, d.Weights);
            Assert.True(scores[^1] >= scores[0] - 1e-9);
        }, iter: 100);

    /// <summary>A copy brings no new best or worst value, so methods that measure against these leave the others' order.</summary>
    [Theory, InlineData("TOPSIS, min-max"), InlineData("VIKOR"), InlineData("grey relational"), InlineData("RSR, non-integer"), InlineData("benefit of the doubt")]
    public void A_copy_leaves_the_order_of_the_others(string method) =>
        Data.Sample(d =>
        {
            var (plain, more) = (Scores(method, d.Columns, d.Weights), Scores(method, [.. d.Columns.Select(c => (double[])[.. c, c[^1]])], d.Weights));
            for (var i = 0; i < plain.Length; i++)
            {
                Assert.All(Enumerable.Range(0, i), h => Assert.False((plain[i] - plain[h]) * (more[i] - more[h]) < -1e-20));
            }
            Assert.Equal(more[^2], more[^1], 1e-9);
        }, iter: 100);

    public static TheoryData<string> AtNodes => [.. Aggregations.Select(a => a.Card.Name).Distinct()];

    private static IEnumerable<Aggregation> Aggregations =>
        [new Topsis(), new Vikor(), new GreyRelational(), new RankSumRatio(), new Copeland(), new Borda(), new BenefitOfTheDoubt(), new MazziottaPareto(), new AdjustedMazziottaPareto { BaseYear = 2002 }, new FuzzyComprehensive { Operator = FuzzyOperator.ProductMax }];

    [Theory, MemberData(nameof(AtNodes))]
    public void At_every_node_of_a_tree_cities_can_be_permuted_and_parts_sum_to_the_score(string name)
    {
        using var study = new StudyFolder();
        var design = study.Panel("Birch,2002,210,82,33,6,58", "Birch,2002,210,82,33,6,").Open().Index("index");
        var recipe = new IndexRecipe { Weighting = new EqualWeights(), Aggregation = Aggregations.First(a => a.Card.Name == name) };
        var (index, other) = (recipe.Build(design), (recipe with { Cities = ["Dogwood", "Birch", "Alder", "Cedar"] }).Build(design));
        foreach (var (city, year) in index.Cities.SelectMany(c => Enumerable.Range(2001, 4).Select(y => (c.Key, y))))
        {
            Assert.All(index.Tree.Nodes, n => Assert.Equal(index.Score(city, year, n.Code), other.Score(city, year, n.Code), 1e-9));
            Assert.Equal(index.Score(city, year), index.Contributions(city, year, ["IN", "OUT"]).Sum(), 1e-9);
            Assert.Null(index.Explain(city, year).Nodes[0].Contribution);
        }
        Assert.False(double.IsNaN(index.Score("Birch", 2002, "OUT")));
        Assert.Contains(index.Reweightings, r => (r.Node.Code, r.City.Key, r.Year) == ("OUT", "Birch", 2002));
    }

    [Fact]
    public void Within_a_year_or_over_all_years()
    {
        // Alder's values grow from year to year, its place does not
        var within = new IndexRecipe { Weighting = new EqualWeights(), Aggregation = new Borda() }.Build(TwoIndicators.Design);
        Assert.Equal(within.Score("Alder", 2001), within.Score("Alder", 2004));
        Assert.Equal(["GOAL: 4 cities compared in each of 4 years"], within.AggregationCard.Did);
        var pooled = new IndexRecipe { Weighting = new EqualWeights(), Aggregation = new Borda { Comparison = Comparison.Pooled } }.Build(TwoIndicators.Design);
        Assert.True(pooled.Score("Alder", 2001) < pooled.Score("Alder", 2004));
        Assert.Equal(["GOAL: 16 city-years compared"], pooled.AggregationCard.Did);
        Assert.Contains("cities compared within each year", within.AggregationCard.Variant, StringComparison.Ordinal);
    }

    [Fact]
    public void What_lacks_a_child_is_counted_and_what_lacks_all_has_no_score()
    {
        using var study = new StudyFolder();
        study.Panel("Birch,2002,210,82,33,6,58", "Birch,2002,210,,33,6,58");
        var recipe = new IndexRecipe { Weighting = new EqualWeights(), Aggregation = new Copeland() };
        var index = study.Build(recipe);
        Assert.Equal(double.NaN, index.Score("Birch", 2002, "PRD"));
        Assert.Contains("PRD: 3 to 4 cities compared in each of 4 years", index.AggregationCard.Did);
        Assert.Contains("MON: 4 cities compared in each of 4 years, 1 city-years by the children they have", index.AggregationCard.Did);
        Assert.Equal(double.NaN, study.Build(recipe with { Missing = new MissingRule.Propagate() }).Score("Birch", 2002, "MON"));
    }

    [Fact]
    public void Where_all_are_the_same_TOPSIS_says_that_there_is_no_score()
    {
        using var study = new StudyFolder();
        var index = study.Index("students / workers * 100", "50 + 0 * students").Build(new()
        {
            Weighting = new EqualWeights(), Normalisation = new GoalpostsNormalisation(), Aggregation = new BranchAggregation { ["PEO"] = new Topsis() },
        });
        Assert.Equal(double.NaN, index.Score("Alder", 2001, "PEO"));
        Assert.Contains("PEO: all city-years compared are the same, so there is no closeness", index.AggregationCard.Did);
    }

    private static double[] Scores(string method, double[][] columns, double[] weights) => [.. Methods[method](DecisionMatrixTests.Of(columns, weights))];

    private static void Close(IEnumerable<double> expected, IEnumerable<double> actual) => Assert.All(expected.Zip(actual), p => Assert.Equal(p.First, p.Second, 1e-9));
}
