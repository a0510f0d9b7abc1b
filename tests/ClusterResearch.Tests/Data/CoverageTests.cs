using ClusterResearch.Data;
using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests.Data;

public sealed class CoverageTests
{
    [Fact]
    public void Shares_of_cities_and_years_with_a_figure()
    {
        using var study = new StudyFolder();
        study.With("panel.csv", SoundStudy.Panel.Replace("2001,50,40,4,2,25", "2001,50,40,4,2,", StringComparison.Ordinal).Replace("2002,55,41,5,2,26", "2002,55,41,5,2,", StringComparison.Ordinal));
        var coverage = Coverage.Of(study.Open().Panel("panel"));
        Assert.Equal((0.75, 0.75, 1), (coverage["waste", 2001], coverage["waste", 2002], coverage["waste", 2003]));
        Assert.Equal(14.0 / 16, coverage.Overall("waste"));
        Assert.Equal((2001, 2004), coverage.Years("waste"));
        var row = coverage.ToTable(Language.Chinese).Rows.Single(r => (string?)r[0] == "waste");
        Assert.Equal(["waste", "废物", "1e4 t", "2001–2004", 87.5, "Yearbook", ""], row);
    }

    [Fact]
    public void A_variable_without_figures_has_no_years()
    {
        using var study = new StudyFolder();
        var empty = string.Join('\n', SoundStudy.Panel.Split('\n').Select((l, i) => i == 0 || l.Length == 0 ? l : l[..(l.LastIndexOf(',') + 1)]));
        var coverage = Coverage.Of(study.With("panel.csv", empty).Open().Panel("panel"));
        Assert.Null(coverage.Years("waste"));
        Assert.Null(coverage.ToTable().Rows.Single(r => (string?)r[0] == "waste")[3]);
    }
}
