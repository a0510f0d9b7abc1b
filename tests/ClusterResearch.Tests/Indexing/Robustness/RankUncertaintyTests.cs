using ClusterResearch.Indexing;
using ClusterResearch.Indexing.Aggregating;
using ClusterResearch.Indexing.Robustness;
using ClusterResearch.Indexing.Weighing;
using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests.Indexing.Robustness;

/// <summary>Closed forms for two indicators, and replays of drawn weights through the recipe.</summary>
public sealed class RankUncertaintyTests
{
    private static readonly IndexResult Two = new IndexRecipe { Weighting = new EqualWeights() }.Build(TwoIndicators.Design);

    /// <summary>With w uniform on (0, 1), city a stands above b for all w on one side of the w at which they are level.</summary>
    [Theory]
    [InlineData(false, 0.01)]
    [InlineData(true, 0.0005)]
    public void The_probability_of_a_pair_is_the_length_of_an_interval(bool even, double within)
    {
        var result = RankUncertainty.Of(Two, new SimplexSampling { LowDiscrepancy = even }, 50_000);
        foreach (var (a, b) in new[] { ("Alder", "Birch"), ("Alder", "Cedar"), ("Birch", "Alder") })
        {
            Assert.Equal(Exact(a, b), result.ProbabilityAbove(a, b, 2004), within);
        }
        Assert.Equal(1, result.ProbabilityAbove("Alder", "Dogwood", 2004));
        Assert.Equal(1, result.Frequency("Dogwood", 2004, 4));
    }

    /// <summary>Alder is first where it is above Birch, second between that and Cedar, else third.</summary>
    [Fact]
    public void Rank_frequencies_follow()
    {
        var result = RankUncertainty.Of(Two, new SimplexSampling { LowDiscrepancy = true }, 50_000);
        var (first, notThird) = (Exact("Alder", "Birch"), Exact("Alder", "Cedar"));
        Assert.Equal(first, result.Frequency("Alder", 2004, 1), 0.0005);
        Assert.Equal(notThird - first, result.Frequency("Alder", 2004, 2), 0.0005);
        Assert.Equal(first + 2 * (notThird - first) + 3 * (1 - notThird), result.MeanRank("Alder", 2004), 0.002);
        Assert.Equal((1.0, 3.0), (result.RankQuantile("Alder", 2004, 0.05), result.RankQuantile("Alder", 2004, 0.95)));
    }

    /// <summary>Each of the first draws is put into a recipe of its own; the counts must be those of the ranks it gives.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Draws_replayed_through_the_recipe_give_the_same_counts(bool geometric)
    {
        using var study = new StudyFolder();
        // a missing value, so that weights are renormalised in one city-year
        var index = study.Panel("Birch,2003,230,85,35,7,57", "Birch,2003,230,85,35,,57").Build(new()
        {
            Normalisation = new ClusterResearch.Indexing.Normalising.MinMax { To = (0.01, 1) },
            Aggregation = geometric ? new GeometricMean() : new ArithmeticMean(),
        });
        const int replications = 40;
        var sampling = new DirichletSampling(5);
        var result = RankUncertainty.Of(index, sampling, replications, seed: 7);
        var draws = new WeightDraws(index, sampling, 7);
        var (local, sums) = (new double[draws.Nodes], new Dictionary<(string, int), List<double>>());
        for (var r = 0; r < replications; r++)
        {
            draws.Local(r, local);
            var given = GivenWeights.Of(index.Tree.Nodes.Skip(1).Select(n => (n.Code, local[index.Tree.IndexOf(n.Code)])));
            var replayed = (index.Recipe with { Weighting = given }).Build(index.Design);
            foreach (var city in index.Cities)
            {
                for (var y = index.Period.First; y <= index.Period.Last; y++)
                {
                    if (!sums.TryGetValue((city.Key, y), out var ranks))
                    {
                        sums[(city.Key, y)] = ranks = [];
                    }
                    ranks.AddRange(replayed.Rank(city.Key, y) is { } rank ? [rank] : []); // no rank where too little is present for the drawn weights
                }
            }
        }
        Assert.All(sums, s => Assert.Equal(s.Value.Average(), result.MeanRank(s.Key.Item1, s.Key.Item2), 1e-12));
    }

    [Fact]
    public void Scores_of_drawn_weights_agree_with_the_recipe_to_1e_12()
    {
        using var study = new StudyFolder();
        var index = study.Build();
        var draws = new WeightDraws(index, new SimplexSampling(), 3);
        var kernel = new ScoreKernel(index, 2003);
        var (local, global, scores) = (new double[draws.Nodes], new double[draws.Nodes], new double[kernel.Padded]);
        for (var r = 0; r < 20; r++)
        {
            draws.Local(r, local);
            kernel.Score(local, global, scores);
            var replayed = (index.Recipe with { Weighting = GivenWeights.Of(index.Tree.Nodes.Skip(1).Select(n => (n.Code, local[index.Tree.IndexOf(n.Code)]))) }).Build(index.Design);
            Assert.All(index.Cities.Select((c, i) => (c, i)), c => Assert.Equal(replayed.Score(c.c.Key, 2003), scores[c.i], 1e-12));
        }
    }

    /// <summary>Counted one after the other in this thread.</summary>
    [Fact]
    public void Threads_do_not_matter()
    {
        var result = RankUncertainty.Of(Two, new SimplexSampling(), 20_000, seed: 5);
        var (draws, kernel) = (new WeightDraws(Two, new SimplexSampling(), 5), new ScoreKernel(Two, 2004));
        var counter = new RankCounter(kernel.Cities, kernel.Padded);
        var (local, global, scores) = (new double[draws.Nodes], new double[draws.Nodes], new double[kernel.Padded]);
        for (var r = 0; r < 20_000; r++)
        {
            draws.Local(r, local);
            kernel.Score(local, global, scores);
            counter.Add(scores);
        }
        Assert.Equal(counter.Above(0, 1) / 20_000.0, result.ProbabilityAbove("Alder", "Birch", 2004));
        Assert.Equal(counter.Frequency(0, 2) / 20_000.0, result.Frequency("Alder", 2004, 2));
    }

    [Fact]
    public void Only_the_named_parents_are_varied()
    {
        using var study = new StudyFolder();
        var index = study.Build();
        var draws = new WeightDraws(index, new SimplexSampling { Parents = ["MON"] }, 1);
        var local = new double[draws.Nodes];
        draws.Local(3, local);
        Assert.All(index.Tree.Nodes.Where(n => n.Parent != "MON"), n => Assert.Equal(index.Weights.Local(n.Code), local[index.Tree.IndexOf(n.Code)]));
        Assert.NotEqual(index.Weights.Local("MON1"), local[index.Tree.IndexOf("MON1")]);
    }

    [Fact]
    public void The_run_stops_at_the_wanted_precision()
    {
        var result = RankUncertainty.Of(Two, new SimplexSampling(), 10_000_000, precision: 0.01);
        Assert.InRange(result.Replications, 8192, 20_000);
        Assert.True(result.Convergence[^1].HalfWidth < 0.01);
        Assert.True(result.Convergence[0].HalfWidth > result.Convergence[^1].HalfWidth);
        Assert.StartsWith("16384 draws, uniform on the simplex, seed 1; probabilities to ± 0.00", result.Notes[0], StringComparison.Ordinal);
    }

    [Fact]
    public void It_can_be_stopped_and_tells_its_progress()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => RankUncertainty.Of(Two, new SimplexSampling(), cancellation: stop.Token));
        var told = new List<double>();
        RankUncertainty.Of(Two, new SimplexSampling(), 10_000, progress: new Told(told));
        Assert.Equal([0.4096, 0.8192, 1], told);
    }

    [Fact]
    public void Tables_give_rank_interval_and_pairs()
    {
        var result = RankUncertainty.Of(Two, new SimplexSampling(), 5000);
        var table = result.ToTable(2004);
        Assert.Equal(4, table.Rows.Length);
        Assert.Equal(100 * result.Frequency("Dogwood", 2004, 4), table.Rows[3][6]);
        Assert.Null(result.PairTable(2004).Rows[0][1]);
        Assert.NotEmpty(result.ConvergenceTable().Rows);
        Assert.Equal("权重变动下的排名，2004年", result.ToTable(2004, ClusterResearch.Data.Language.Chinese).Title);
    }

    private static readonly Broken[] Faults =
    [
        new("no weighted mean", s => s.FindingsOf(d => RankUncertainty.Of(new IndexRecipe { Aggregation = new BranchAggregation { ["OUT"] = new Topsis() } }.Build(d), new SimplexSampling())), """
            CR3601 no-weighted-mean  study/index.csv:9
              found:    “OUT” is made by TOPSIS
              expected: a weighted mean at every node whose weights are varied
              way out:  use the multiverse, which builds each index anew, or a recipe with means
            CR3601 no-weighted-mean  study/index.csv:10
              found:    “PRD” is made by TOPSIS
              expected: a weighted mean at every node whose weights are varied
              way out:  use the multiverse, which builds each index anew, or a recipe with means
            """),
    ];

    [Theory, MemberData(nameof(FaultNames))]
    public void A_fault_is_found_and_nothing_written(string name) => Broken.Check(Faults, name);

    public static IEnumerable<TheoryDataRow<string>> FaultNames() => Broken.Names(Faults);

    /// <summary>The length of the interval of w in which a stands above b.</summary>
    private static double Exact(string a, string b)
    {
        double D(string code) => Two.Score(a, 2004, code) - Two.Score(b, 2004, code);
        var level = -D("X2") / (D("X1") - D("X2"));
        return D("X1") > D("X2") ? 1 - level : level;
    }

    private sealed class Told(List<double> list) : IProgress<double>
    {
        public void Report(double value) => list.Add(value);
    }
}
