using ClusterResearch.Findings;
using ClusterResearch.Indexing;
using ClusterResearch.Indexing.Normalising;
using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests.Indexing.Normalising;

/// <summary>Methods that differ by branch.</summary>
public sealed class BranchNormalisationTests
{
    private static readonly BranchNormalisation Mixed = new() { ["OUT"] = new RankNormalisation { Pooling = Pooling.PerYear }, ["WAS"] = new ZScore() };

    [Fact]
    public void The_key_nearest_above_an_indicator_governs_it()
    {
        using var study = new StudyFolder();
        var table = IndicatorTable.Measure(study.Open().Index("index"));
        var mixed = Mixed.Normalise(table);
        Assert.Equal(new MinMax().Normalise(table).Column("MON1").Values.ToArray(), mixed.Column("MON1").Values.ToArray());
        Assert.Equal(new RankNormalisation { Pooling = Pooling.PerYear }.Normalise(table).Column("PRD1").Values.ToArray(), mixed.Column("PRD1").Values.ToArray());
        Assert.Equal(new ZScore().Normalise(table).Column("WAS").Values.ToArray(), mixed.Column("WAS").Values.ToArray());
    }

    [Fact]
    public void Unknown_codes_and_what_the_methods_refuse_are_found_at_once()
    {
        using var study = new StudyFolder();
        var table = IndicatorTable.Measure(study.Open().Index("index"));
        var wrong = new BranchNormalisation { ["OUTT"] = new MinMax(), ["IN"] = new MinMax { Pooling = Pooling.BaseYear(1999) } };
        Assert.Equal(["CR3110", "CR3501"], Assert.Throws<FindingsException>(() => wrong.Normalise(table)).Findings.Select(f => f.Code.Id));
    }

    [Fact]
    public void Equal_by_content_and_every_method_on_the_card()
    {
        Assert.Equal(new BranchNormalisation { ["OUT"] = new ZScore() }, new BranchNormalisation { ["OUT"] = new ZScore() });
        Assert.NotEqual(new BranchNormalisation { ["OUT"] = new ZScore() }, new BranchNormalisation { ["OUT"] = new MinMax() });
        Assert.Equal(new BranchNormalisation { ["OUT"] = new ZScore() }.GetHashCode(), new BranchNormalisation { ["OUT"] = new ZScore() }.GetHashCode());
        Assert.Equal(new ZScore(), Mixed["WAS"]);
        Assert.Equal("By branch (OUT: Percentile rank (each year on its own, ties: Average), WAS: Z-score (pooled over all city-years, mean and sample standard deviation (n − 1)); otherwise Min-max normalisation (pooled over all city-years, to 0–1))", Mixed.Card.ToString());
    }
}
