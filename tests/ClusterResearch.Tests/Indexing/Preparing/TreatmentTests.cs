using ClusterResearch.Indexing;
using ClusterResearch.Indexing.Normalising;
using ClusterResearch.Indexing.Preparing;
using ClusterResearch.Indexing.Weighing;
using ClusterResearch.Tests.Support;
using CsCheck;

namespace ClusterResearch.Tests.Indexing.Preparing;

/// <summary>What every treatment has in common, and treatments by branch.</summary>
public sealed class TreatmentTests
{
    private static readonly Broken[] Faults =
    [
        new("unknown branch", s => s.BuildFindings(new() { Treatment = new BranchTreatment { ["MON3"] = new LogTransform() } }), """
            CR3110 unknown-code  study/index.csv
              found:    the code “MON3”
              expected: a code of this index
              way out:  did you mean “MON”? correct the code
            """),
    ];

    [Theory, MemberData(nameof(FaultNames))]
    public void A_fault_is_found_and_nothing_written(string name) => Broken.Check(Faults, name);

    [Fact]
    public void Without_one_values_stay_as_measured()
    {
        using var study = new StudyFolder();
        var index = study.Build(new() { Treatment = new BranchTreatment { ["MON"] = new NoTreatment() } });
        Assert.Same(index.Measured, index.Indicators);
        Assert.Equal(new IndexRecipe().ToString(), index.Recipe.ToString());
        Assert.Equal("No treatment (values as measured)", new NoTreatment().Card.ToString());
    }

    [Fact]
    public void Each_branch_by_its_own_method()
    {
        using var study = new StudyFolder();
        var treatment = new BranchTreatment { ["OUT"] = new CountWinsorising { High = 1 }, ["WAS"] = new LogTransform(), Otherwise = new PercentileWinsorising { Low = 0.1, High = 1 } };
        var index = study.Build(new() { Treatment = treatment, Weighting = new EqualWeights() });
        var was = index.Measured.Column("WAS").ToArray();
        Assert.Equal(was.Select(v => Math.Log(v)), index.Indicators.Column("WAS").ToArray());
        Assert.Equal(index.Measured.Column("PRD1").ToArray().Order().ElementAt(14), index.Indicators.Column("PRD1").ToArray().Max());
        Assert.Equal(PercentileWinsorising.Of(index.Measured.Column("MON1").Span, 0.1, 1), index.Indicators.Column("MON1").ToArray());
        Assert.Equal("Treatment by branch (OUT: Winsorising by count (the 0 smallest and the 1 largest values of all city-years), WAS: Logarithm (natural, no shift); "
            + "otherwise Winsorising by percentile (at 10 % and 100 % of all city-years, quantiles of type 7))", treatment.Card.ToString());
        var did = index.Indicators.Cards.Single().Did;
        Assert.Equal("6 values of 4 indicators winsorised, 1 indicator transformed, 1 of 6 left as they are", did[0]);
        Assert.Contains("PRD1 winsorised: Birch 2004", did);
        Assert.Contains("WAS: logarithm", did);
        Assert.Equal(treatment, new BranchTreatment { ["WAS"] = new LogTransform(), ["OUT"] = new CountWinsorising { High = 1 }, Otherwise = new PercentileWinsorising { Low = 0.1, High = 1 } });
        Assert.NotEqual(treatment, new BranchTreatment { ["WAS"] = new LogTransform() });
        Assert.Equal(new LogTransform(), treatment["WAS"]);
    }

    [Fact]
    public void What_was_treated_is_told_where_a_score_is_explained()
    {
        using var study = new StudyFolder();
        var index = study.Build(new() { Treatment = new CountWinsorising { High = 1 } });
        var explained = index.Explain("Birch", 2004).Nodes.Single(n => n.Node.Code == "PRD1");
        Assert.Equal(["treatment: 2.90698 → 2.84615"], explained.Preparation);
        Assert.Empty(index.Explain("Alder", 2001).Nodes.Single(n => n.Node.Code == "PRD1").Preparation);
    }

    public static TheoryData<Treatment> UnitFree => [new SkewnessWinsorising { SkewnessLimit = 0.3, KurtosisLimit = -1 }, new CountWinsorising { Low = 1, High = 2 }, new PercentileWinsorising(), new LogTransform(), new LogTransform { Shift = PositiveShift.HundredthOfRange }, new BoxCox()];

    /// <summary>The waste in another unit: neither winsorising nor a scale-free transform lets min-max scores change.</summary>
    [Theory, MemberData(nameof(UnitFree))]
    public void A_change_of_unit_leaves_min_max_scores(Treatment treatment)
    {
        using var study = new StudyFolder();
        var recipe = new IndexRecipe { Treatment = treatment, Weighting = new EqualWeights() };
        var before = recipe.Build(study.Open().Index("index"));
        Gen.Double[0.01, 100].Sample(factor =>
        {
            using var other = new StudyFolder();
            var after = recipe.Build(other.Index("waste / output", FormattableString.Invariant($"waste / output * {factor:F6}")).Open().Index("index"));
            Assert.All(before.Tree.Nodes, n => Assert.Equal(before.Scores(n.Code).ToArray(), after.Scores(n.Code).ToArray(), (a, b) => Math.Abs(a - b) < 1e-7));
        }, iter: 5);
    }

    [Theory, MemberData(nameof(UnitFree))]
    public void The_order_of_the_cities_does_not_matter(Treatment treatment)
    {
        using var study = new StudyFolder();
        var design = study.Open().Index("index");
        var recipe = new IndexRecipe { Treatment = treatment, Weighting = new EqualWeights(), Cities = ["Alder", "Birch", "Cedar", "Dogwood"] };
        var (before, after) = (recipe.Build(design), (recipe with { Cities = ["Dogwood", "Birch", "Alder", "Cedar"] }).Build(design));
        Assert.All(before.Cities, c => Assert.All(Enumerable.Range(2001, 4), y => Assert.Equal(before.Score(c.Key, y), after.Score(c.Key, y), 1e-12)));
    }

    /// <summary>A rising function keeps ranks: transformed values order cities as measured ones do.</summary>
    [Theory, MemberData(nameof(UnitFree))]
    public void No_treatment_turns_the_order_of_values(Treatment treatment)
    {
        using var study = new StudyFolder();
        var index = study.Build(new() { Treatment = treatment, Weighting = new EqualWeights(), Normalisation = new MinMax() });
        foreach (var node in index.Tree.Indicators)
        {
            var pairs = index.Measured.Column(node.Code).ToArray().Zip(index.Indicators.Column(node.Code).ToArray()).OrderBy(p => p.First).ThenBy(p => p.Second).ToArray();
            Assert.All(pairs.Zip(pairs.Skip(1)), p => Assert.True(p.First.Second <= p.Second.Second));
        }
    }

    public static IEnumerable<TheoryDataRow<string>> FaultNames() => Broken.Names(Faults);
}
