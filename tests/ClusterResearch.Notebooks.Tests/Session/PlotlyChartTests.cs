using ClusterResearch.Rendering;

namespace ClusterResearch.Notebooks.Tests.Session;

[Collection(ProcessWide.Name)]
public sealed class PlotlyChartTests : SessionHarness
{
    private const string Chart = "Plotly.NET.CSharp.Chart.Column<double, string, string>(new[] { 1.0, 2.0 }, new[] { \"郑州\", \"b\" })";

    [Fact]
    public void A_chart_of_Plotly_NET_shows_as_a_plot_without_its_template_and_with_words()
    {
        Run(Chart);
        var first = Sink.Last!;
        Assert.Equal([MimeType.Plotly, MimeType.Text], first.Keys);
        Assert.StartsWith("{\"data\":[{\"type\":\"bar\",\"x\":[\"郑州\",\"b\"],\"y\":[1,2]", first[MimeType.Plotly], StringComparison.Ordinal);
        Assert.DoesNotContain("colorway", first[MimeType.Plotly], StringComparison.Ordinal);
        Assert.Equal("Chart (bar)", first[MimeType.Text]);
    }

    [Fact]
    public void What_ran_before_does_not_change_the_plot()
    {
        Run(Chart);
        var first = Sink.Last!;
        Run(Chart);
        Assert.Equal(first[MimeType.Plotly], Sink.Last![MimeType.Plotly]);
    }

    [Fact]
    public void A_title_is_part_of_the_words()
    {
        Run($"var look = new Plotly.NET.Layout();\nlook.SetProperty(\"title\", \"Growth\");\nPlotly.NET.GenericChart.setLayout(look, {Chart})");
        Assert.Equal("Growth. Chart (bar)", Sink.Last![MimeType.Text]);
    }
}
