using ClusterResearch.Charts.Tests.Support;

namespace ClusterResearch.Charts.Tests;

public sealed class HalvesScatterTests
{
    private readonly Figure figure = HalvesScatter.Of(Sample.Result, 2005, Sample.Highlight);

    [Fact]
    public void Points_are_the_table()
    {
        Assert.Equal(figure.Row("Beta"), [figure.Trace("Beta").GetProperty("x").Numbers()[0], figure.Trace("Beta").GetProperty("y").Numbers()[0]]);
        Assert.Equal(2, figure.Trace("2 other cities").GetProperty("x").GetArrayLength());
        Assert.Equal(("Intervention (score, 0–1)", "Outcome (score, 0–1)"), (figure.Title("xaxis"), figure.Title("yaxis")));
        Assert.Equal("Intervention and Outcome, 2005", figure.Title);
    }

    [Fact]
    public void Medians_are_dashed_lines()
    {
        var line = figure.Layout().GetProperty("shapes")[0];
        Assert.Equal(figure.Column("INT").Order().ElementAt(2), ClusterResearch.Charts.Drawing.PlotJson.Rounded(line.GetProperty("x0").GetDouble()));
        Assert.Contains("Dashed: medians of all cities.", figure.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Words() => Assert.StartsWith("Scatter plot of 5 cities in 2005. Intervention: highest ", figure.AltText, StringComparison.Ordinal);
}
