using ClusterResearch.Indexing;
using ClusterResearch.Indexing.Aggregating;
using ClusterResearch.Indexing.Normalising;
using ClusterResearch.Indexing.Preparing;
using ClusterResearch.Indexing.Weighing;
using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests.Indexing.Preparing;

public sealed class ScreeningTests
{
    private static readonly Broken[] Faults =
    [
        new("nothing is full", s => s.Panel("Birch,2001,200,80,30,6,60", "Birch,2001,,,,,").BuildFindings(new() { Screening = new Screening { IndicatorCoverage = 1, CityCoverage = 1 } }), """
            CR3203 nothing-left  study/index.csv
              found:    no indicator with 100 % of its cells present; the fullest has 93.8 %
              expected: at least one indicator left
              way out:  lower the threshold of the screening
            """),
        new("no city is full", s => s.With("panel.csv", string.Join('\n', SoundStudy.Panel.Split('\n').Select(l => l.Contains(",2001,", StringComparison.Ordinal) ? l[..l.LastIndexOf(',')] + "," : l))).BuildFindings(new() { Screening = new Screening { CityCoverage = 1 } }), """
            CR3203 nothing-left  study/index.csv
              found:    no city with 100 % of its cells present; the fullest has 95.8 %
              expected: at least one city left
              way out:  lower the threshold of the screening
            """),
    ];

    [Theory, MemberData(nameof(FaultNames))]
    public void A_fault_is_found_and_nothing_written(string name) => Broken.Check(Faults, name);

    [Fact]
    public void By_hand()
    {
        Assert.Equal(0.5, Screening.Of([1, double.NaN, 0, double.NaN]));
        Assert.True(double.IsNaN(Screening.Of([])));
    }

    [Fact]
    public void By_default_nothing_is_dropped()
    {
        using var study = new StudyFolder();
        var index = Sparse(study).Build();
        Assert.Empty(index.Indicators.Cards);
        Assert.Same(index.Measured, index.Indicators);
        Assert.Equal(new IndexRecipe().ToString(), (new IndexRecipe { Screening = new Screening(), Imputation = new NoImputation(), Treatment = new NoTreatment(), Denomination = new Denomination() }).ToString());
    }

    [Fact]
    public void An_indicator_dropped_leaves_its_weight_to_its_siblings()
    {
        using var study = new StudyFolder();
        var index = Sparse(study).Build(new() { Screening = new Screening { IndicatorCoverage = 0.6 }, Weighting = new EqualWeights() });
        Assert.Equal(["MON1", "MON2", "PRD1", "PRD2", "WAS"], index.Tree.Indicators.Select(n => n.Code));
        Assert.Equal(1, index.Weights.Local("MON"));
        Assert.Equal(
        [
            "1 of 6 indicators and 0 of 4 cities dropped",
            "dropped indicator PEO1 Students per worker: 50 % of its cells present",
            "dropped PEO People: no indicator is left under it",
        ], index.Indicators.Cards.Single().Did);
        Assert.Contains("Screening by coverage: 1 of 6 indicators and 0 of 4 cities dropped.", index.Notes);
        Assert.Equal(7, index.Design.Tree.Dimensions.Length + index.Tree.Dimensions.Length);
        Assert.StartsWith("Screening by coverage (indicators with at least 60 %, cities with at least 0 % of their cells); Renormalised", index.Recipe.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_city_dropped_leaves_scales_and_ranks()
    {
        using var study = new StudyFolder();
        var index = study.Panel("Birch,2001,200,80,30,6,60", "Birch,2001,,,,,").Panel("Birch,2002,210,82,33,6,58", "Birch,2002,,,,,").Build(new() { Screening = new Screening { CityCoverage = 0.51 } });
        Assert.Equal(["Alder", "Cedar", "Dogwood"], index.Cities.Select(c => c.Key));
        Assert.Contains("dropped city Birch: 50 % of its cells present", index.Indicators.Cards.Single().Did);
        var chosen = (index.Recipe with { Screening = new Screening(), Cities = ["Alder", "Cedar", "Dogwood"] }).Build(index.Design);
        Assert.Equal(chosen.Scores().ToArray(), index.Scores().ToArray());
        Assert.Equal(4, index.Measured.Cities.Length);
    }

    /// <summary>0.5 of the cells are there: a threshold of exactly that keeps.</summary>
    [Fact]
    public void What_reaches_the_threshold_is_kept()
    {
        using var study = new StudyFolder();
        Assert.Equal(6, Sparse(study).Build(new() { Screening = new Screening { IndicatorCoverage = 0.5 } }).Tree.Indicators.Length);
    }

    [Fact]
    public void An_indicator_without_any_value_is_dropped_where_that_is_asked_for()
    {
        using var study = new StudyFolder();
        var index = study.With("panel.csv", string.Join('\n', SoundStudy.Panel.Split('\n').Select((l, i) => i == 0 || l.Length == 0 ? l : l[..l.LastIndexOf(',')] + ","))).Build(new() { Screening = new Screening { IndicatorCoverage = 0.1 } });
        Assert.Equal("dropped indicator WAS Waste per output: 0 % of its cells present", index.Indicators.Cards.Single().Did[1]);
    }

    /// <summary>Choices made for the whole tree hold for what is left of it.</summary>
    [Fact]
    public void Given_weights_and_branches_may_name_what_was_dropped()
    {
        using var study = new StudyFolder();
        var recipe = new IndexRecipe
        {
            Screening = new Screening { IndicatorCoverage = 0.6 },
            Weighting = new GivenWeights { ["MON"] = 0.3, ["PEO"] = 0.7, ["MON1"] = 0.25, ["MON2"] = 0.75 },
            Normalisation = new BranchNormalisation { ["PEO1"] = new ZScore() },
            Treatment = new BranchTreatment { ["PEO"] = new LogTransform() },
            Aggregation = new ArithmeticMean(),
        };
        var index = Sparse(study).Build(recipe);
        Assert.Equal((1.0, 0.25), (index.Weights.Local("MON"), index.Weights.Local("MON1")));
    }

    [Fact]
    public void Shares_are_from_0_to_1() =>
        Assert.StartsWith("The share of cells that must be present is from 0 to 1.", Assert.Throws<ArgumentOutOfRangeException>(() => new Screening { CityCoverage = 65 }).Message, StringComparison.Ordinal);

    /// <summary>Students are missing in half of the city-years.</summary>
    private static StudyFolder Sparse(StudyFolder study)
    {
        var lines = SoundStudy.Panel.Split('\n').Select(l =>
        {
            var cells = l.Split(',');
            return cells.Length == 7 && cells[1] is "2001" or "2003" ? string.Join(',', [.. cells[..5], "", cells[6]]) : l;
        });
        return study.With("panel.csv", string.Join('\n', lines));
    }

    public static IEnumerable<TheoryDataRow<string>> FaultNames() => Broken.Names(Faults);
}
