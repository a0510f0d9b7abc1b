namespace ClusterResearch.Cli.Tests.Verbs;

public sealed class ValidateVerbTests : IDisposable
{
    private readonly string before = Directory.GetCurrentDirectory();

    private const string Cities = "city,name_en,name_zh,province,province_zh\nA,A,甲,P,省\nB,B,乙,P,省\n";

    private const string Package = """
        {
          "name": "tiny",
          "title": "Tiny",
          "study": { "focus": "A", "cities": ["A", "B"] },
          "resources": [
            {
              "name": "cities", "role": "cities", "path": "cities.csv", "bytes": 1,
              "hash": "sha256:0000000000000000000000000000000000000000000000000000000000000000",
              "schema": { "fields": [{ "name": "city" }, { "name": "name_en" }, { "name": "name_zh" }, { "name": "province" }, { "name": "province_zh" }] }
            },
            {
              "name": "panel", "role": "panel", "path": "panel.csv",
              "hash": "sha256:0000000000000000000000000000000000000000000000000000000000000000",
              "schema": { "fields": [{ "name": "city" }, { "name": "year" }, { "name": "x", "title": "X", "unit": "1", "source": "s" }] }
            }
          ]
        }
        """;

    [Fact]
    public void A_changed_file_is_a_finding_until_it_is_accepted()
    {
        using var project = Project();

        Assert.Equal(1, project.Cluster("validate"));
        Assert.Contains("CR2101 hash-differs", project.Error, StringComparison.Ordinal);
        Assert.Contains("accept it with: validate --update-hashes", project.Error, StringComparison.Ordinal);

        Assert.Equal(0, project.Cluster("validate --update-hashes"));
        Assert.Contains("accepted  data/tiny/cities.csv\naccepted  data/tiny/panel.csv\ndata/tiny  sound\n", project.Out, StringComparison.Ordinal);
        Assert.Contains($"\"bytes\": {System.Text.Encoding.UTF8.GetByteCount(Cities)},", project.Read("data/tiny/datapackage.json"), StringComparison.Ordinal);

        Assert.Equal(0, project.Cluster("validate data/tiny"));
    }

    [Fact]
    public void All_findings_are_told_and_none_is_written()
    {
        using var project = Project();
        project.Cluster("validate --update-hashes");
        project.Write("data/tiny/panel.csv", "city,year,x\nA,2000,one\nC,2000,2\n");
        var package = project.Read("data/tiny/datapackage.json");

        Assert.Equal(1, project.Cluster("validate"));

        Assert.Contains("CR1105 text-in-number  data/tiny/panel.csv:2:8", project.Error, StringComparison.Ordinal);
        Assert.Contains("CR1110 unknown-city  data/tiny/panel.csv:3:1", project.Error, StringComparison.Ordinal);
        Assert.Equal(package, project.Read("data/tiny/datapackage.json"));
    }

    [Fact]
    public void A_folder_that_is_no_study_is_named()
    {
        using var project = Project();

        Assert.Equal(1, project.Cluster("validate data/none"));
        Assert.Contains("CR2000 no-study  data/none", project.Error, StringComparison.Ordinal);
    }

    /// <summary>The folder of a deleted project cannot stay the current one.</summary>
    public void Dispose() => Directory.SetCurrentDirectory(before);

    private static TestStudy Project()
    {
        var project = new TestStudy();
        project.Write("data/tiny/cities.csv", Cities);
        project.Write("data/tiny/panel.csv", "city,year,x\nA,2000,1\nB,2000,2\n");
        project.Write("data/tiny/datapackage.json", Package);
        Directory.SetCurrentDirectory(project.Path);
        return project;
    }

    [Fact]
    public void A_project_without_studies_is_told()
    {
        using var empty = new TestStudy();
        Assert.Equal(2, empty.Cluster("validate"));
        Assert.StartsWith("There is no study in ", empty.Error, StringComparison.Ordinal);
    }
}
