using ClusterResearch.Findings;
using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests.Data;

public sealed class HashUpdateTests
{
    [Fact]
    public void A_changed_file_is_accepted_and_nothing_else_changes()
    {
        using var study = new StudyFolder();
        study.Package("\"path\": \"panel.csv\",", "\"path\": \"panel.csv\", \"bytes\": 7,").KeepHashes().Panel("Birch,2002,210", "Birch,2002,211").Write();
        var before = File.ReadAllLines(Path.Combine(study.Path, "datapackage.json"));
        Assert.Single(Study.Validate(study.Path));
        Assert.Equal([$"{Path.GetFileName(Path.GetDirectoryName(study.Path))}/study/panel.csv"], Study.UpdateHashes(study.Path));
        Assert.Empty(Study.Validate(study.Path));
        var after = File.ReadAllLines(Path.Combine(study.Path, "datapackage.json"));
        Assert.Equal([14, 15], Enumerable.Range(0, before.Length).Where(i => before[i] != after[i]));
        Assert.Contains(FormattableString.Invariant($"\"bytes\": {study.Text("panel.csv").Length},"), after[14], StringComparison.Ordinal);
        Assert.Equal(5, Directory.GetFiles(study.Path).Length);
    }

    [Fact]
    public void Nothing_is_written_where_nothing_changed()
    {
        using var study = new StudyFolder();
        study.Write();
        var path = Path.Combine(study.Path, "datapackage.json");
        var before = File.GetLastWriteTimeUtc(path);
        Assert.Empty(Study.UpdateHashes(study.Path));
        Assert.Equal(before, File.GetLastWriteTimeUtc(path));
    }

    [Fact]
    public void A_data_package_that_cannot_be_read_is_a_finding()
    {
        using var study = new StudyFolder();
        study.With("datapackage.json", "{").Write();
        Assert.Equal("CR2001", Assert.Throws<FindingsException>(() => Study.UpdateHashes(study.Path)).Findings.Single().Code.Id);
        Assert.Equal("CR2000", Assert.Throws<FindingsException>(() => Study.UpdateHashes(study.Path + "x")).Findings.Single().Code.Id);
    }

    /// <summary>Only files of the study are its own.</summary>
    [Fact]
    public void A_file_outside_the_study_is_not_read()
    {
        using var study = new StudyFolder();
        study.Package("\"path\": \"panel.csv\"", "\"path\": \"../outside.csv\"").Write();
        File.WriteAllText(Path.Combine(study.Path, "..", "outside.csv"), "x");
        Assert.Empty(Study.UpdateHashes(study.Path));
    }
}
