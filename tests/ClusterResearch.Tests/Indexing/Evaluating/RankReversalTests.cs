using ClusterResearch.Data;
using ClusterResearch.Findings;
using ClusterResearch.Indexing;
using ClusterResearch.Indexing.Aggregating;
using ClusterResearch.Indexing.Evaluating;
using ClusterResearch.Indexing.Weighing;
using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests.Indexing.Evaluating;

/// <summary>Four cities, X1: Alder, Birch, Cedar, Dogwood; X2: Birch, Cedar, Alder, Dogwood; points by hand.</summary>
public sealed class RankReversalTests
{
    private static IndexResult Borda(double first) =>
        new IndexRecipe { Weighting = new GivenWeights { ["X1"] = first, ["X2"] = 1 - first }, Aggregation = new Borda() }.Build(TwoIndicators.Design);

    /// <summary>Weights 3 to 2: Alder 3·3 + 2·1 = 11, Birch 3·2 + 2·3 = 12; without Cedar 3·2 + 2·1 = 8 and 3·1 + 2·2 = 7.</summary>
    [Fact]
    public void Taking_a_city_out_of_a_Borda_count_reverses_two_others()
    {
        var report = RankReversal.Of(Borda(0.6), "Cedar", FrameChange.Removed);
        Assert.Equal([2001, 2002, 2003, 2004], report.Reversals.Select(r => r.Year));
        Assert.All(report.Reversals, r => Assert.Equal(("Birch", "Alder", false, false), (r.Ahead.Key, r.Behind.Key, r.WasTied, r.IsTied)));
        Assert.Equal(12, report.Pairs);
        Assert.Equal("4 of 12 pairs of the other cities stand in another order when Cedar is removed.", report.ToTable().Notes[0]);
        Assert.Equal("change places", report.ToTable().Rows[0][3]);
    }

    /// <summary>Weights 5 to 2: Alder 17, Birch 16; with a second Cedar 5·4 + 2·1 = 22 and 5·3 + 2·4 = 23.</summary>
    [Fact]
    public void So_does_a_copy()
    {
        var report = RankReversal.Of(Borda(5.0 / 7), "Cedar", FrameChange.Duplicated);
        Assert.All(report.Reversals, r => Assert.Equal(("Alder", "Birch"), (r.Ahead.Key, r.Behind.Key)));
        Assert.Equal((4, 12), (report.Reversals.Length, report.Pairs));
        Assert.Equal("逆序：雪松市（复制）", report.ToTable(Language.Chinese).Title);
    }

    /// <summary>Weights 2 to 1: with Cedar both have 7 points of 9; without, Alder has 5 and Birch 4.</summary>
    [Fact]
    public void Ties_that_break_and_come_about_are_told()
    {
        Assert.All(RankReversal.Of(Borda(2.0 / 3), "Cedar", FrameChange.Removed).Reversals, r => Assert.True(r.WasTied && !r.IsTied));
        var without = (Borda(2.0 / 3).Recipe with { Cities = ["Alder", "Birch", "Dogwood"] }).Build(TwoIndicators.Design);
        var report = RankReversal.Of(without, "Cedar", FrameChange.Added);
        Assert.All(report.Reversals, r => Assert.Equal(("Alder", "Birch", false, true), (r.Ahead.Key, r.Behind.Key, r.WasTied, r.IsTied)));
        Assert.Equal("现并列", report.ToTable(Language.Chinese).Rows[0][3]);
    }

    /// <summary>Methods whose scale the copy does not move; the recipe's other choices are independent of it too.</summary>
    [Fact]
    public void Where_a_copy_moves_no_scale_nothing_changes()
    {
        Aggregation[] independent = [new ArithmeticMean(), new Vikor(), new GreyRelational(), new Topsis { Scale = TopsisScale.MinMax }, new BenefitOfTheDoubt(), new AdjustedMazziottaPareto(), new FuzzyComprehensive()];
        using var study = new StudyFolder();
        var design = study.Open().Index("index");
        foreach (var index in independent.Select(a => new IndexRecipe { Weighting = new EqualWeights(), Aggregation = a }.Build(design)))
        {
            Assert.All(index.Cities, c => Assert.Empty(RankReversal.Of(index, c.Key, FrameChange.Duplicated).Reversals));
        }
    }

    [Fact]
    public void Entropy_weights_can_move_with_a_copy_even_under_the_arithmetic_mean()
    {
        using var study = new StudyFolder();
        var index = study.Build();
        var report = RankReversal.Of(index, "Cedar", FrameChange.Duplicated, "GOAL");
        Assert.Equal(12, report.Pairs);
        Assert.Contains(index.Recipe.ToString(), report.Recipe, StringComparison.Ordinal);
    }

    [Fact]
    public void A_city_that_is_not_there_is_refused()
    {
        var index = Borda(0.5);
        Assert.Throws<KeyNotFoundException>(() => RankReversal.Of(index, "Cedr", FrameChange.Removed));
        Assert.Equal("Cedar is in the index already; a copy of it comes in by FrameChange.Duplicated. (Parameter 'city')", Assert.Throws<ArgumentException>(() => RankReversal.Of(index, "Cedar", FrameChange.Added)).Message);
        var fewer = (index.Recipe with { Cities = ["Alder", "Birch"] }).Build(TwoIndicators.Design);
        Assert.Throws<KeyNotFoundException>(() => RankReversal.Of(fewer, "Cedar", FrameChange.Removed));
        Assert.Throws<FindingsException>(() => RankReversal.Of(index, "Cedar", FrameChange.Removed, "X9"));
    }
}
