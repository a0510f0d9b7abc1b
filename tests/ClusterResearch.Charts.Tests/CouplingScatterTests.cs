using ClusterResearch.Charts.Tests.Support;
using ClusterResearch.Data;
using ClusterResearch.Indexing.Evaluating;

namespace ClusterResearch.Charts.Tests;

public sealed class CouplingScatterTests
{
    private readonly CityCoupling coupling = CouplingCoordination.Of(Sample.Result);
    private readonly Figure figure = CouplingScatter.Of(CouplingCoordination.Of(Sample.Result), 2005, Sample.Highlight);

    [Fact]
    public void Points_are_the_halves_and_say_degree_and_band()
    {
        Assert.Equal([Sample.Result.Score("Beta", 2005, "INT")], figure.Trace("Beta").GetProperty("x").Numbers().Select(v => v!.Value), (a, b) => Math.Abs(a - b) < 1e-5);
        Assert.Equal(2, figure.Trace("2 other cities").GetProperty("x").GetArrayLength());
        var (d, band) = (coupling.Coordination("Beta", 2005), coupling.Band("Beta", 2005)!.NameEn);
        Assert.Equal(FormattableString.Invariant($"<br>D: {d:0.000} {band}"), figure.Trace("Beta").GetProperty("customdata")[0].GetString());
        Assert.Equal(coupling.ToTable(2005).ToCsv(), figure.Table.ToCsv());
        Assert.Equal(("Intervention (score, 0–1)", "Outcome (score, 0–1)"), (figure.Title("xaxis"), figure.Title("yaxis")));
    }

    [Fact]
    public void Bands_are_named_at_the_edges()
    {
        var names = figure.Layout().GetProperty("annotations").EnumerateArray().Select(a => a.GetProperty("text").GetString()).ToArray();
        Assert.NotEmpty(names);
        Assert.All(names, n => Assert.Contains(coupling.Bands.Bands, b => b.NameEn == n));
    }

    [Fact]
    public void Words()
    {
        Assert.StartsWith("Dotted: where the bands of the coordination degree D = √(C·T) begin; form of C: Standard.", figure.Note, StringComparison.Ordinal);
        Assert.StartsWith("Scatter plot of 5 cities in 2005 among bands of the coordination degree; highest ", figure.AltText, StringComparison.Ordinal);
        Assert.Equal("干预与成果的耦合协调，2005年", CouplingScatter.Of(coupling, 2005, Sample.Highlight, Language.Chinese).Title);
    }

    [Fact]
    public void More_than_two_systems_do_not_fit_a_plane() =>
        Assert.Equal("3 systems are coupled; a plane shows two. (Parameter 'coupling')",
            Assert.Throws<ArgumentException>(() => CouplingScatter.Of(CouplingCoordination.Of(Sample.Result, ["FIS", "MKT", "SCA"]), 2005, Sample.Highlight)).Message);
}
