using System.Text.Json;

namespace ClusterResearch.Cli.Tests.Verbs;

public sealed class VerifyVerbTests : IDisposable
{
    private const string Case = """{"id": "e", "method": "weights.equal", "status": "definition", "source": "by hand", "input": {"columns": ["a", "b"]}, "options": {}, "expected": {"w": [0.5, 0.5]}, "tolerance": {"rel": 0, "abs": 0}}""";

    private readonly string before = Directory.GetCurrentDirectory();

    [Fact]
    public void The_committed_cases_are_the_default()
    {
        using var project = Project(Case);
        Assert.Equal(0, project.Cluster("verify"));
        Assert.Contains("pass       16.0       2  e     weights.equal           definition  by hand", project.Out, StringComparison.Ordinal);
        Assert.Contains("1 of 1 cases pass (2 values)", project.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0.5, 0.5", "0.5, 0.6", "FALLS SHORT", "failed")]
    [InlineData("weights.equal", "weights.by_eye", "MISSING", "missing")]
    public void What_falls_short_or_is_missing_gives_exit_code_1(string old, string now, string word, string outcome)
    {
        using var project = Project(Case.Replace(old, now, StringComparison.Ordinal));
        Assert.Equal(1, project.Cluster("verify tests/reference/own.json"));
        Assert.Contains(word, project.Out, StringComparison.Ordinal);
        Assert.Equal(1, project.Cluster("verify --json"));
        var json = JsonDocument.Parse(project.Out).RootElement;
        Assert.False(json.GetProperty("ok").GetBoolean());
        Assert.Equal(outcome, json.GetProperty("cases")[0].GetProperty("outcome").GetString());
    }

    [Fact]
    public void A_summary_has_one_line_per_method()
    {
        using var project = Project($"{Case}, {Case}");
        Assert.Equal(0, project.Cluster("verify --summary"));
        Assert.Contains("weights.equal      2       2       4                  16.0  definition", project.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_path_is_a_finding()
    {
        using var project = Project(Case);
        Assert.Equal(1, project.Cluster("verify nowhere"));
        Assert.Contains("CR7001 no-reference-file  nowhere\n", project.Error, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.SetCurrentDirectory(before);

    private static TestStudy Project(string cases)
    {
        var project = new TestStudy();
        project.Write("tests/reference/own.json", $$"""{"cases": [{{cases}}]}""");
        Directory.SetCurrentDirectory(project.Path);
        return project;
    }
}
