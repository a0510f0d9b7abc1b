using ClusterResearch.Charts.Tests.Support;
using ClusterResearch.Data;

namespace ClusterResearch.Charts.Tests;

public sealed class GrowthCurveChartTests
{
    [Fact]
    public void Points_curve_band_and_cuts()
    {
        var figure = GrowthCurveChart.Of(Sample.Curves, "Beta", "Output");
        Assert.Equal(figure.Column("observed"), figure.Trace("observed").GetProperty("y").Numbers());
        Assert.Equal(16, figure.Table.Rows.Length);
        Assert.All(figure.Table.Rows, r => Assert.True((double)r[3]! < (double)r[2]! && (double)r[2]! < (double)r[4]!));
        Assert.Equal(6, figure.Layout().GetProperty("shapes").GetArrayLength()); // two cuts and the inflection, each with its interval
        Assert.Contains(figure.Layout().GetProperty("annotations").EnumerateArray(), a => a.GetProperty("text").GetString() == "<b>growth</b>");
        Assert.StartsWith("S-curve of Beta: inflection 2006.", figure.AltText, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_curve_the_reason_is_told()
    {
        var figure = GrowthCurveChart.Of(Sample.Curves, "Omega", "Output");
        Assert.False(figure.Layout().TryGetProperty("shapes", out _));
        Assert.StartsWith("No stages: the series falls, which is no growth curve.", figure.Note, StringComparison.Ordinal);
        Assert.StartsWith("未识别阶段", GrowthCurveChart.Of(Sample.Curves, "Omega", "产出", Language.Chinese).Note, StringComparison.Ordinal);
    }
}
