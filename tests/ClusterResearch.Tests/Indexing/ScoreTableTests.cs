using ClusterResearch.Indexing;
using ClusterResearch.Indexing.Weighing;
using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests.Indexing;

/// <summary>Scores where figures are missing.</summary>
public sealed class ScoreTableTests
{
    private static readonly IndexRecipe Equal = new() { Weighting = new EqualWeights() };

    [Fact]
    public void A_score_is_the_weighted_mean_of_the_scores_below()
    {
        using var study = new StudyFolder();
        var index = study.Build(Equal);
        double S(string code) => index.Score("Birch", 2003, code);
        // budget in output from 8 (Cedar 2001) to 16 (Birch 2004) per cent; Birch 2003: 35 / 230
        Assert.Equal((35.0 / 230 * 100 - 8) / 8, S("MON1"), 1e-12);
        Assert.Equal((S("MON1") + S("MON2")) / 2, S("MON"), 1e-15);
        Assert.Equal(S("PEO1"), S("PEO"), 1e-15);
        Assert.Equal((S("MON") + S("PEO")) / 2, S("IN"), 1e-15);
        Assert.Equal((S("PRD") + S("WAS")) / 2, S("OUT"), 1e-15);
        Assert.Equal((S("IN") + S("OUT")) / 2, index.Score("Birch", 2003), 1e-15);
    }

    [Fact]
    public void Weights_are_renormalised_over_what_is_present_and_every_such_score_is_listed()
    {
        using var study = new StudyFolder();
        // without workers: MON2, PEO1, PRD1 and PRD2 are missing, so PEO and PRD are too
        var index = study.Panel("Birch,2002,210,82,33", "Birch,2002,210,,33").Build(Equal);
        double S(string code) => index.Score("Birch", 2002, code);
        Assert.Equal(S("MON1"), S("MON"));
        Assert.Equal(double.NaN, S("PEO"));
        Assert.Equal(S("MON"), S("IN"));
        Assert.Equal(double.NaN, S("PRD"));
        Assert.Equal(S("WAS"), S("OUT"));
        Assert.Equal((S("MON1") + S("WAS")) / 2, S("GOAL"), 1e-15);
        Assert.Equal(
            [("IN", "Birch", 2002, 0.5), ("MON", "Birch", 2002, 0.5), ("PEO", "Birch", 2002, 0), ("OUT", "Birch", 2002, 0.5), ("PRD", "Birch", 2002, 0)],
            index.Reweightings.Select(r => (r.Node.Code, r.City.Key, r.Year, r.PresentWeight)));
        Assert.Contains("Figures are missing in places: 3 scores rest on a part of their children, 2 are missing themselves.", index.Notes);
        Assert.Equal([0.5, 0, 0.5, 0], index.Contributions("Birch", 2002, ["MON1", "PEO1", "WAS", "PRD"]).Select((c, i) => c == 0 ? 0 : c / index.Score("Birch", 2002, i == 0 ? "MON1" : "WAS")));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(0.5, true)]
    [InlineData(0.51, false)]
    [InlineData(1, false)]
    public void Less_than_the_minimum_share_is_missing(double share, bool present)
    {
        using var study = new StudyFolder();
        study.Panel("Birch,2002,210,82,33,6,58", "Birch,2002,210,82,33,6,");
        var index = study.Build(Equal with { Missing = new MissingRule.Renormalise(share) });
        Assert.Equal(double.NaN, index.Score("Birch", 2002, "WAS"));
        Assert.Equal(present, !double.IsNaN(index.Score("Birch", 2002, "OUT")));
        Assert.Equal(present, index.Rank("Birch", 2002, "OUT") is not null);
    }

    [Fact]
    public void Propagated_up_to_the_goal()
    {
        using var study = new StudyFolder();
        study.Panel("Birch,2002,210,82,33,6,58", "Birch,2002,210,82,33,6,");
        var index = study.Build(Equal with { Missing = new MissingRule.Propagate() });
        Assert.Equal(double.NaN, index.Score("Birch", 2002));
        Assert.False(double.IsNaN(index.Score("Birch", 2002, "IN")));
        Assert.Null(index.Rank("Birch", 2002));
        Assert.Equal(3, index.Cities.Max(c => index.Rank(c.Key, 2002)));
        Assert.Contains("Figures are missing in places: 0 scores rest on a part of their children, 2 are missing themselves.", index.Notes);
        Assert.All(index.Contributions("Birch", 2002, index.Tree.Dimensions.Select(n => n.Code)), c => Assert.Equal(0, c));
        Assert.All(index.Explain("Birch", 2002).Nodes.Skip(1), n => Assert.Equal(0, n.Weight));
    }
}
