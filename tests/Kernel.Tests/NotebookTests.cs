using System.Text.Json.Nodes;
using ClusterResearch.TestSupport;

namespace Kernel.Tests;

/// <summary>The shipped notebooks give the same outputs in Jupyter as on the command line.</summary>
public sealed class NotebookTests(KernelHome home) : IClassFixture<KernelHome>, IDisposable
{
    private static readonly string Notebooks = Path.Combine(ProjectFolder.Root, "notebooks");
    private readonly string folder = Directory.CreateTempSubdirectory("cluster-nbconvert-").FullName;

    public static TheoryData<string> Shipped => [.. Directory.GetFiles(Notebooks, "*.ipynb").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Nbconvert_gives_what_the_command_line_gives(string notebook)
    {
        var file = Path.Combine(Notebooks, notebook + ".ipynb");
        Check(home.Run("dotnet", ProjectFolder.Root, KernelHome.Cluster, "run", file, "--output", Path.Combine(folder, "run")));
        Check(home.Run(KernelHome.Python, ProjectFolder.Root, "-m", "nbconvert", "--to", "notebook", "--execute", "--output-dir", Path.Combine(folder, "nbconvert"), file));

        var (expected, found) = (Outputs("run", notebook), Outputs("nbconvert", notebook));

        Assert.NotEmpty(expected);
        Assert.Equal(expected.Count, found.Count);
        foreach (var ((cell, of), (_, other)) in expected.Zip(found))
        {
            Assert.True(JsonNode.DeepEquals(of, other), $"cell {cell} of {notebook} shows\n{other?.ToJsonString()}\ninstead of\n{of?.ToJsonString()}");
        }
    }

    private static void Check((int ExitCode, string Output) run) => Assert.True(run.ExitCode == 0, run.Output);

    /// <summary>Number and outputs of every code cell; how a cell's metadata is kept is not compared.</summary>
    private List<(string Cell, JsonNode? Outputs)> Outputs(string by, string notebook) =>
        [
            .. JsonNode.Parse(File.ReadAllText(Path.Combine(folder, by, notebook + ".ipynb")))!["cells"]!.AsArray()
                .Where(c => (string?)c!["cell_type"] == "code")
                .Select(c => ($"{c!["id"]} [{c["execution_count"]}]", c["outputs"])),
        ];
}
