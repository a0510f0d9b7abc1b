using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ClusterResearch.Cli.Verbs;
using ClusterResearch.Notebooks.Running;

namespace ClusterResearch.Cli.Tests;

/// <summary>A small project and a terminal in it; gone after the test.</summary>
public sealed class TestStudy : IDisposable
{
    private readonly StringWriter output = new(CultureInfo.InvariantCulture) { NewLine = "\n" };
    private readonly StringWriter error = new(CultureInfo.InvariantCulture) { NewLine = "\n" };

    public TestStudy()
    {
        Write("data/a.csv", "city\n郑州\n");
        Directory.CreateDirectory(System.IO.Path.Combine(Path, "notebooks"));
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("cr-cli-").FullName;

    public string Out => output.ToString();

    public string Error => error.ToString();

    /// <summary>What the publisher was given.</summary>
    internal List<string> Published { get; } = [];

    public string Write(string name, string text)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public string Read(string name) => File.ReadAllText(System.IO.Path.Combine(Path, name));

    public TestStudy Notebook(string id, params string[] cells)
    {
        Write($"notebooks/{id}.ipynb", Json(cells));
        return this;
    }

    public static string Json(params string[] cells) =>
        JsonSerializer.Serialize(
            new
            {
                cells = cells.Select(
                    (c, i) =>
                        new
                        {
                            cell_type = "code",
                            id = "c" + (i + 1),
                            metadata = new { },
                            source = c,
                        }
                ),
                metadata = new { kernelspec = new { name = ".net-csharp" } },
                nbformat = 4,
                nbformat_minor = 5,
            }
        );

    /// <summary>Gives a command in the project's folder.</summary>
    public int Cluster(string command, CancellationToken? cancellation = null) =>
        Cluster(command, "", Publish, cancellation);

    /// <summary>Gives a command with a publisher of the test's.</summary>
    internal int Cluster(string command, SiteWriter site) => Cluster(command, "", site, null);

    public int ClusterIn(string folder, string command) => Cluster(command, folder, Publish, null);

    public void Dispose()
    {
        output.Dispose();
        error.Dispose();
        Directory.Delete(Path, recursive: true);
    }

    private void Publish(Workspace workspace, ImmutableArray<NotebookRun> runs, string to, bool single) =>
        Published.Add($"{string.Join(' ', runs.Select(r => r.Notebook.Id))} > {System.IO.Path.GetRelativePath(Path, to)} {single}");

    private int Cluster(string command, string folder, SiteWriter site, CancellationToken? cancellation)
    {
        output.GetStringBuilder().Clear();
        error.GetStringBuilder().Clear();
        var terminal = new Terminal(
            output,
            error,
            System.IO.Path.Combine(Path, folder),
            IsInteractive: false
        );
        return Shell.Run(
            command.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            terminal,
            site,
            cancellation ?? TestContext.Current.CancellationToken
        );
    }
}
