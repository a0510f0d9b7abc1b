using ClusterResearch.Data;
using ClusterResearch.Findings;
using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests;

public sealed class StudyTests
{
    [Fact]
    public void A_sound_study_has_no_findings_and_opens()
    {
        using var folder = new StudyFolder();
        Assert.Equal("", folder.Findings());
        var study = folder.Open();
        Assert.Equal(("Clusters in the Woods", "林省的集群", "Alder"), (study.Title(), study.Title(Language.Chinese), study.Focus));
        Assert.Equal(["Alder", "Birch"], study.Cities);
        Assert.Equal(["panel"], study.Panels);
        Assert.Equal(["index"], study.Indices);
    }

    [Fact]
    public void An_unknown_panel_or_index_is_named_with_those_there_are()
    {
        using var folder = new StudyFolder();
        var study = folder.Open();
        Assert.Equal("The study has no panel “x”; it has panel.", Assert.Throws<KeyNotFoundException>(() => study.Panel("x")).Message);
        Assert.Equal("The study has no index “x”; it has index.", Assert.Throws<KeyNotFoundException>(() => study.Index("x")).Message);
    }

    [Fact]
    public void A_trailing_slash_makes_no_difference()
    {
        using var folder = new StudyFolder();
        Assert.Equal(folder.Open().Panel("panel").File.Name, Study.Open(folder.Path + "/").Panel("panel").File.Name);
    }

    /// <summary>Notes with these names are published.</summary>
    [Fact]
    public void An_absolute_path_is_named_by_its_last_two_folders()
    {
        using var folder = new StudyFolder();
        Assert.Equal($"{Path.GetFileName(Path.GetDirectoryName(folder.Path))}/study/panel.csv", folder.Open().Panel("panel").File.Name);
        Assert.DoesNotContain(folder.Build().Notes, n => n.Contains(Path.GetTempPath(), StringComparison.Ordinal));
        Assert.Equal("data/henan/panel.csv", Study.Open("data/henan").Panel("panel").File.Name);
    }

    [Fact]
    public void The_breaks_as_a_table()
    {
        using var folder = new StudyFolder();
        Assert.Equal(["workers", "2002", "Alder, Cedar", "census", "人口普查", "Census of the Woods"], folder.Open().BreaksTable(Language.Chinese).Rows[1]);
        Assert.Equal("all", folder.Open().BreaksTable().Rows[0][2]);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_one_finding()
    {
        var finding = Assert.Throws<FindingsException>(() => Study.Open("no/such/study")).Findings.Single();
        Assert.Equal("CR2000 no-study  no/such/study", finding.ToString().Split('\n')[0]);
    }
}
