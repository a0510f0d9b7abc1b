using System.Text.Json;

namespace ClusterResearch.Cli.Tests.Verbs;

public sealed class RunVerbTests : IDisposable
{
    private readonly TestStudy study = new();

    public void Dispose() => study.Dispose();

    [Fact]
    public void Runs_ids_and_files()
    {
        study.Notebook("05-1-data", "1").Notebook("06-1-stages", "1");
        var other = Directory.CreateDirectory(Path.Combine(study.Path, "other"));
        File.WriteAllText(Path.Combine(other.FullName, "mine.ipynb"), TestStudy.Json("1"));
        Assert.Equal(0, study.Cluster("run 06 other/mine.ipynb"));
        Assert.Equal(
            ["06-1-stages", "mine"],
            study.Out.Split('\n').Where(l => l.Length > 0).Select(l => l.Split(' ')[0])
        );
    }

    [Fact]
    public void A_file_needs_no_project()
    {
        Directory.Delete(Path.Combine(study.Path, "data"), recursive: true);
        study.Notebook("05-1-data", "1 / int.Parse(\"0\")");
        Assert.Equal(1, study.Cluster("run notebooks/05-1-data.ipynb"));
        Assert.StartsWith(
            "notebooks/05-1-data.ipynb, code cell 1, line 1: DivideByZeroException",
            study.Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_missing_file_is_a_finding()
    {
        Assert.Equal(1, study.Cluster("run none.ipynb"));
        Assert.Contains("CR4001 missing-notebook  none.ipynb", study.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Parameters_reach_the_cells_and_the_executed_notebook_is_written()
    {
        study.Notebook("05-1-data", "var year = 2020;", "year + 1");
        Assert.Equal(0, study.Cluster("run --param year=2023 --output out"));
        Assert.Contains("\"2024\"", study.Read("out/05-1-data.ipynb"), StringComparison.Ordinal);
        Assert.Contains("var year = 2023;", study.Read("out/05-1-data.ipynb"), StringComparison.Ordinal);
        Assert.DoesNotContain("2023", study.Read("notebooks/05-1-data.ipynb"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_parameter_nobody_uses_is_a_finding()
    {
        study.Notebook("05-1-data", "1");
        Assert.Equal(1, study.Cluster("run --param yeer=2023"));
        Assert.Contains("CR4013 unknown-parameter", study.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_is_all_there_is_on_the_output()
    {
        study
            .Notebook(
                "05-1-data",
                "Console.WriteLine(\"noise\"); ClusterResearch.Data.SourceFile.Read(\"../data/a.csv\", \"a\").Sha256"
            )
            .Notebook("06-1-stages", "var x = 1;\nvar y = x.Wrong;");
        Assert.Equal(1, study.Cluster("run --json"));
        using var json = JsonDocument.Parse(study.Out);
        var notebooks = json.RootElement.GetProperty("notebooks");
        Assert.True(notebooks[0].GetProperty("ok").GetBoolean());
        Assert.Equal("data/a.csv", notebooks[0].GetProperty("files")[0].GetProperty("file").GetString());
        var failure = notebooks[1].GetProperty("failure");
        Assert.Equal(
            (1, 2, "var y = x.Wrong;"),
            (
                failure.GetProperty("cell").GetInt32(),
                failure.GetProperty("line").GetInt32(),
                failure.GetProperty("code").GetString()
            )
        );
        Assert.Contains(
            "notebooks/06-1-stages.ipynb, code cell 1, line 2: CompilationError",
            study.Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Json_holds_findings_too()
    {
        study.Write("notebooks/05-1-data.ipynb", "[]");
        Assert.Equal(1, study.Cluster("run --json"));
        using var json = JsonDocument.Parse(study.Out);
        Assert.Equal("CR4003", json.RootElement.GetProperty("findings")[0].GetProperty("code").GetString());
    }
}
