using ClusterResearch.Indexing;
using ClusterResearch.Indexing.Aggregating;
using ClusterResearch.Indexing.Normalising;
using ClusterResearch.Indexing.Robustness;
using ClusterResearch.Indexing.Weighing;
using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests.Indexing.Robustness;

public sealed class MultiverseTests
{
    private static readonly MultiverseChoices Choices = new()
    {
        Normalisations = [("min-max", new MinMax { To = (0.01, 1) }), ("z", new ZScore())],
        Weightings = [("entropy", new EntropyWeights()), ("CRITIC", new CriticWeights()), ("own scale", new EntropyWeights { Basis = EntropyBasis.Normalised })],
        Aggregations = [("arithmetic", new ArithmeticMean()), ("geometric", new GeometricMean()), ("TOPSIS", new Topsis())],
        Frames = [("all", null), ("three", ["Alder", "Birch", "Cedar"])],
        Periods = [("all", null), ("late", new(2002, 2004))],
    };

    /// <summary>Every specification is built by a recipe of its own.</summary>
    [Fact]
    public void Ranks_are_those_of_the_recipe()
    {
        using var study = new StudyFolder();
        var index = study.Panel("Birch,2004,250,86,40,8,55", "Birch,2004,250,86,40,,55").Build();
        var all = Multiverse.Of(index, Choices);
        Assert.NotEmpty(all.Specifications);
        foreach (var s in all.Specifications)
        {
            var tree = s["left out"] == "nothing" ? index.Design.Tree : index.Design.Tree.Without([s["left out"]]);
            var built = new IndexRecipe
            {
                Normalisation = Choices.Normalisations.Single(c => c.Label == s["normalisation"]).Method, Weighting = Choices.Weightings.Single(c => c.Label == s["weights"]).Method,
                Aggregation = Choices.Aggregations.Single(c => c.Label == s["aggregation"]).Method, Cities = Choices.Frames.Single(c => c.Label == s["cities"]).Cities,
                Period = Choices.Periods.Single(c => c.Label == s["years"]).Period,
            }.Build(index.Design with { Tree = tree });
            var scores = all.Cities.Select(c => built.Score(c.Key, 2004)).ToArray();
            Assert.All(all.Cities, c => Assert.Equal(built.Score(c.Key, 2004), s.Score(c.Key), 1e-12));
            Assert.Equal(Ranking.Of(scores, TieRule.Min, ascending: false), all.Cities.Select(c => s.Rank(c.Key) ?? double.NaN));
        }
    }

    [Fact]
    public void What_is_excluded_or_refused_is_counted_by_reason()
    {
        using var study = new StudyFolder();
        var all = Multiverse.Of(study.Build(), Choices);
        Assert.Equal(Choices.Count(all.Index.Tree), all.Specifications.Length + all.Excluded.Sum(e => e.Count));
        Assert.Contains(all.Excluded, e => e.Reason == "z-scores are negative for half of the cities, and geometric and harmonic means are not defined there" && e.Count == 3 * 2 * 2 * 7);
        Assert.Contains(all.Excluded, e => e.Reason.StartsWith("refused: “", StringComparison.Ordinal)); // entropy of z-scores
        Assert.Equal(all.Excluded.Length, all.ExclusionTable().Rows.Length);
    }

    [Fact]
    public void Shares_are_over_the_specifications_that_can_be_asked()
    {
        using var study = new StudyFolder();
        var all = Multiverse.Of(study.Build(), Choices);
        var share = all.Share(s => s.Rank("Birch") == 1);
        Assert.Equal(all.Specifications.Count(s => s.Rank("Birch") == 1) / (double)all.Specifications.Length, share);
        var by = all.ShareBy("weights", s => s.Rank("Birch") == 1);
        Assert.Equal(["entropy", "CRITIC", "own scale"], by.Select(b => b.Choice));
        Assert.Equal(share, by.Sum(b => b.Share * b.Count) / by.Sum(b => b.Count), 1e-12);
        Assert.True(double.IsNaN(all.Share(_ => null)));
    }

    [Fact]
    public void Two_runs_give_the_same_in_the_same_order()
    {
        using var study = new StudyFolder();
        var index = study.Build();
        var (one, other) = (Multiverse.Of(index, Choices), Multiverse.Of(index, Choices));
        Assert.Equal(one.Specifications.Select(s => $"{s} {s.Score("Alder"):R}"), other.Specifications.Select(s => $"{s} {s.Score("Alder"):R}"));
        Assert.Equal(one.Excluded, other.Excluded);
    }

    [Fact]
    public void The_table_gives_the_spread_of_each_city()
    {
        using var study = new StudyFolder();
        var all = Multiverse.Of(study.Build(), Choices);
        var row = all.ToTable().Rows[0];
        Assert.True((double)row[5]! <= (double)row[2]! && (double)row[2]! <= (double)row[6]!);
        Assert.Contains("A share of specifications is no probability: nobody drew them at random.", all.Notes);
        Assert.Equal("No axis “weight”: normalisation, weights, aggregation, cities, years, left out.", Assert.Throws<KeyNotFoundException>(() => all.Specifications[0]["weight"]).Message);
    }

    [Fact]
    public void The_usual_crossing_of_the_shipped_study_has_thousands_of_specifications()
    {
        var study = Study.Open(Path.Combine(Repository.Root, "data/henan"));
        var all = Multiverse.Of(new IndexRecipe().Build(study.Index("index-panel")), MultiverseChoices.Usual(new IndexRecipe().Build(study.Index("index-panel")), study.Cities));
        Assert.True(all.Specifications.Length > 4000);
        Assert.Equal(4, all.Cities.Length);
    }

    private static readonly Broken[] Faults =
    [
        new("nothing can be computed", s => s.FindingsOf(d => Multiverse.Of(new IndexRecipe().Build(d), new() { Normalisations = [("z", new ZScore())], Aggregations = [("geometric", new GeometricMean())], LeaveOneOut = false })), """
            CR3604 no-specification-left  study/index.csv
              found:    all 1 specifications are excluded or refused
              expected: at least one that can be computed
              way out:  look at the list of exclusions, and give other methods
            """),
    ];

    [Theory, MemberData(nameof(FaultNames))]
    public void A_fault_is_found_and_nothing_written(string name) => Broken.Check(Faults, name);

    public static IEnumerable<TheoryDataRow<string>> FaultNames() => Broken.Names(Faults);
}
