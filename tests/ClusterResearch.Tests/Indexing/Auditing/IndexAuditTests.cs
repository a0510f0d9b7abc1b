using ClusterResearch.Indexing;
using ClusterResearch.Indexing.Auditing;
using ClusterResearch.Indexing.Normalising;
using ClusterResearch.Indexing.Variants;
using ClusterResearch.Indexing.Weighing;
using ClusterResearch.Indexing.Weighing.Ahp;
using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests.Indexing.Auditing;

/// <summary>Each mistake is made on purpose and must be found, with its explanation and its consequence.</summary>
public sealed class IndexAuditTests
{
    [Fact]
    public void A_shift_that_flattens()
    {
        var caution = Only(Henan(new EntropyWeights { Shift = 1 }), "shift");
        Assert.Matches(@"^1 added before shares are taken moves \d+\.\d % of the weight$", caution.Found);
        Assert.Equal("0 · ln 0 = 0 needs no shift; one that is not small beside the values evens out the shares and flattens the weights", caution.Why);
        Assert.True(caution.Consequence!.Moved > 0);
        Assert.DoesNotContain(IndexAudit.Of(Henan(new EntropyWeights { Shift = 1e-6 })).Cautions, c => c.Kind == "shift");
        Assert.Contains(IndexAudit.Of(Henan(new GivenWeights { ["INT"] = 0.4, ["OUT"] = 0.6, Otherwise = new EntropyWeights { Shift = 1 } })).Cautions, c => c.Kind == "shift");
    }

    [Fact]
    public void Scales_of_single_years()
    {
        var caution = Only(new IndexRecipe { Normalisation = new MinMax { Pooling = Pooling.PerYear } }.Build(HenanDesign), "scale of each year");
        Assert.Equal($"each of the {HenanDesign.Period.Count} years has a scale of its own", caution.Found);
        Assert.True(caution.Consequence!.SpearmanAllYears < 1);
        Assert.Empty(IndexAudit.Of(new IndexRecipe { Normalisation = new MinMax { Pooling = Pooling.PerYear }, Period = new(2010, 2010) }.Build(HenanDesign)).Cautions.Where(c => c.Kind == "scale of each year"));
    }

    [Fact]
    public void A_cost_entered_as_a_benefit()
    {
        using var study = new StudyFolder();
        // workers fall where output, budget and students rise: counted as a benefit they run against the rest
        var index = study.With("index.csv", """
            code,parent,name,name_zh,direction,unit,formula,weight,low,high,rationale,source
            GOAL,,Performance,绩效,,,,,,,Why,Own
            A,GOAL,Output,产出,higher,1e8 CNY,output,,,,Why,Own
            B,GOAL,Budget,预算,higher,1e8 CNY,budget,,,,Why,Own
            C,GOAL,Idle,闲置,higher,1,100 - workers,,,,Why,Own

            """).Build();
        var caution = IndexAudit.Of(index).Cautions.Single(c => c.Kind == "direction" && c.Instead == "C with lower as better");
        Assert.StartsWith("C Idle (higher is better) runs against its siblings, r = −0.".Replace('−', '-'), caution.Found, StringComparison.Ordinal);
        Assert.NotNull(caution.Consequence);
    }

    [Fact]
    public void Nearly_constant_and_nearly_collinear()
    {
        using var study = new StudyFolder();
        var rows = SoundStudy.Panel.Split('\n').Select((l, i) => i == 0 || l.Length == 0 ? l : string.Join(',', [.. l.Split(',')[..5], i == 16 ? "3" : "2", l.Split(',')[6]]));
        var index = study.With("panel.csv", string.Join('\n', rows)).With("index.csv", """
            code,parent,name,name_zh,direction,unit,formula,weight,low,high,rationale,source
            GOAL,,Performance,绩效,,,,,,,Why,Own
            A,GOAL,Output,产出,higher,1e8 CNY,output,,,,Why,Own
            B,GOAL,Twice output,两倍产出,higher,1e8 CNY,2 * output + 1,,,,Why,Own
            C,GOAL,Rare,罕见,higher,1e4 persons,students,,,,Why,Own

            """).Build();
        Assert.Equal("C Rare is 2 in 15 of 16 city-years", Only(index, "nearly constant").Found);
        var collinear = Only(index, "nearly collinear");
        Assert.Equal(("A Output and B Twice output under GOAL, r = 1.000", "the same thing is counted twice", "without B"), (collinear.Found, collinear.Why, collinear.Instead));
    }

    [Fact]
    public void Scores_that_tie_once_they_are_printed()
    {
        using var study = new StudyFolder();
        var index = study.Panel("Alder,2004,133,56", "Alder,2004,250.001,56").With("index.csv", """
            code,parent,name,name_zh,direction,unit,formula,weight,low,high,rationale,source
            GOAL,,Performance,绩效,,,,,,,Why,Own
            A,GOAL,Output,产出,higher,1e8 CNY,output,,,,Why,Own

            """).Build();
        var caution = Only(index, "rounding");
        Assert.Equal("Alder, Birch have equal scores in 2004 once these are rounded to 3 decimals", caution.Found);
        Assert.Equal("2 of 4 cities have another place in 2004, at most 0.5 away (Alder); Spearman 0.949", caution.Consequence!.ToString());
    }

    [Fact]
    public void Given_weights_of_an_unsound_recipe_are_recognised()
    {
        var table = IndicatorTable.Measure(HenanDesign);
        var codes = HenanDesign.Tree.Children("CAP").Select(n => n.Code).ToArray();
        var wrong = EntropyVariants.Weights(new() { Divisor = EntropyDivisor.Years }, table, codes)!.Value;
        var given = new GivenWeights { [codes[0]] = wrong[0], [codes[1]] = wrong[1], [codes[2]] = wrong[2], [codes[3]] = wrong[3] };
        var caution = Only(Henan(given), "given weights");
        Assert.Equal("the weights given under CAP are those of entropy weights with divisor: ln of the number of years instead of ln of the number of shares", caution.Found);
        Assert.Equal("entropy weights as the literature has them", caution.Instead);
        Assert.NotNull(caution.Consequence);
    }

    [Fact]
    public void Negative_weights_and_inconsistent_comparisons()
    {
        using var study = new StudyFolder();
        study.With("index.csv", """
            code,parent,name,name_zh,direction,unit,formula,weight,low,high,rationale,source
            GOAL,,Performance,绩效,,,,,,,Why,Own
            A,GOAL,Output,产出,higher,1e8 CNY,output,,,,Why,Own
            B,GOAL,Budget,预算,higher,1e8 CNY,budget,,,,Why,Own
            C,GOAL,Rest,其余,higher,1,1000 - output - budget,,,,Why,Own

            """);
        var signed = Only(study.Build(new() { Weighting = new PcaWeights { Scheme = PcaScheme.FirstSigned, Negative = NegativeWeights.Keep } }), "negative weights");
        Assert.Equal(("C Rest -1.001", "a better figure lowers the score there"), (signed.Found, signed.Why));
        var circle = new Comparisons { { "GOAL", "A", "B", 2 }, { "GOAL", "B", "C", 2 }, { "GOAL", "C", "A", 2 } };
        var judged = Only(study.Build(new() { Weighting = new AhpWeights(circle) { AllowedRatio = 1 } }), "inconsistent comparisons");
        Assert.StartsWith("under GOAL the consistency ratio is 0.431; revisit “A” against “B”", judged.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void An_index_without_fault_has_no_caution_and_says_what_was_looked_for()
    {
        var audit = IndexAudit.Of(new IndexRecipe().Build(TwoIndicators.Design));
        Assert.Empty(audit.Cautions);
        Assert.Equal("Nothing of what is looked for was found.", audit.ToTable().Notes[0]);
        Assert.StartsWith("Looked for: shifts", audit.ToTable().Notes[1], StringComparison.Ordinal);
    }

    [Fact]
    public void The_table_gives_the_consequence_beside_each_finding()
    {
        var row = IndexAudit.Of(Henan(new EntropyWeights { Shift = 1 })).ToTable().Rows.Single(r => (string)r[0]! == "shift");
        Assert.Matches(@"^\d+ of 17 cities have another place in 2\d+, at most \d+ away \(\w+\); Spearman 0\.\d+$", (string)row[4]!);
    }

    private static readonly IndexDesign HenanDesign = Study.Open(Path.Combine(Repository.Root, "data/henan")).Index("index-panel");

    private static IndexResult Henan(Weighting weighting) => new IndexRecipe { Weighting = weighting }.Build(HenanDesign);

    private static Caution Only(IndexResult index, string kind) => Assert.Single(IndexAudit.Of(index).Cautions, c => c.Kind == kind);
}
