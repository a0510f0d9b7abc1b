using System.Collections.Immutable;
using ClusterResearch.Data;
using ClusterResearch.Stages;

namespace ClusterResearch.Tests.Stages;

public sealed class GrowthStagesTests
{
    private static readonly ImmutableArray<City> Cities = [new("A", "Alder", "桤木市", "P", "省"), new("B", "Birch", "白桦市", "P", "省")];
    private static readonly ImmutableArray<int> Years = [.. Enumerable.Range(2000, 24)];

    /// <summary>A curve with r = 0.5 about 2011, slightly shaken; the other city as given.</summary>
    private static GrowthStages Of(Func<int, double> other) =>
        GrowthStages.Of(Cities, Years, (c, y) => c == "A" ? 100 / (1 + Math.Exp(-0.5 * (y - 2011))) + Math.Sin(9 * y) : other(y));

    [Fact]
    public void Stages_lie_between_the_cuts_and_say_how_sure_they_are()
    {
        var stages = Of(y => y);
        // cuts at 2011 ∓ ln(2 + √3)/0.5 = 2008.4 and 2013.6
        Assert.Equal([Stage.Formation, Stage.Growth, Stage.Growth, Stage.Maturity], new[] { 2007, 2009, 2013, 2015 }.Select(y => stages.Assignment["A", y].Stage!.Value));
        Assert.True(stages.Assignment["A", 2001].Confidence > 0.999);
        Assert.InRange(stages.Probability("A", stages.Curve("A")!.FirstCut.Value, Stage.Formation), 0.499, 0.501);
        Assert.Equal(1, StageNames.All.Sum(s => stages.Probability("A", 2010, s)), 1e-12);
        Assert.Null(stages.Reason("A"));
    }

    [Fact]
    public void Every_reason_against_a_stage()
    {
        string Why(Func<int, double> series) => Of(series).Reason("B")!;
        Assert.Equal("7 values, at least 8 are needed; trend and volatility can still be had", Why(y => y < 2007 ? y : double.NaN));
        Assert.Equal("all values are alike, so nothing grows", Why(_ => 5));
        Assert.Equal("the series falls, which is no growth curve", Why(y => 100 / (1 + Math.Exp(0.5 * (y - 2011))) + Math.Sin(9 * y)));
        Assert.StartsWith("exponential growth without a ceiling describes it as well (AICc ", Why(y => Math.Exp(0.1 * (y - 2000)) * (1 + 0.03 * Math.Sin(5 * y))), StringComparison.Ordinal);
        Assert.Matches("^(a straight line describes it as well|exponential growth)", Why(y => 3 * y + Math.Sin(9 * y)));
        Assert.StartsWith("the inflection (", Why(y => 100 / (1 + Math.Exp(-0.3 * (y - 2026))) + 0.2 * Math.Sin(9 * y)), StringComparison.Ordinal);
        Assert.StartsWith("the inflection (", Why(y => 100 / (1 + Math.Exp(-0.3 * (y - 1997))) + 0.2 * Math.Sin(9 * y)), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_curve_there_is_no_stage_and_the_table_says_why()
    {
        var stages = Of(_ => 5);
        Assert.Equal(new StageVerdict(null, "all values are alike, so nothing grows"), stages.Assignment["B", 2005]);
        Assert.Equal(Years.Length, stages.Assignment.Undecided);
        Assert.True(double.IsNaN(stages.Probability("B", 2005, Stage.Growth)));
        Assert.Contains("Not identified. Birch: all values are alike, so nothing grows.", stages.Assignment.Notes);
        Assert.Equal("all values are alike, so nothing grows", stages.ToTable().Rows[1][^1]);
        Assert.Equal("Growth curve (logistic): stages in 2005", stages.Assignment.ToTable(2005).Title);
    }

    [Fact]
    public void Missing_years_are_left_out() =>
        Assert.Equal(22, GrowthStages.Of(Cities, Years, (_, y) => y is 2003 or 2018 ? double.NaN : 100 / (1 + Math.Exp(-0.5 * (y - 2011))) + Math.Sin(9 * y)).Curve("A")!.Values.Length);
}
