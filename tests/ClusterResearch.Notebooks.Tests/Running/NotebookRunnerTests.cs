using System.Collections.Immutable;
using System.Security.Cryptography;
using ClusterResearch.Findings;
using ClusterResearch.Notebooks.Documents;
using ClusterResearch.Notebooks.Running;

namespace ClusterResearch.Notebooks.Tests.Running;

[Collection(ProcessWide.Name)]
public sealed class NotebookRunnerTests : IDisposable
{
    private const string ReadData =
        "var f = ClusterResearch.Data.SourceFile.Read(\"../data/a.csv\", \"a.csv\"); f.Bytes.Length";
    private readonly TestProject project = new();

    public void Dispose() => project.Dispose();

    private static string Text(Cell cell) =>
        string.Concat(
            cell.Outputs.Select(o =>
                o switch
                {
                    CellOutput.Display d => d.Data["text/plain"],
                    CellOutput.Text t => $"{t.Name}:{t.Content}",
                    CellOutput.Failure f => "failed:" + f.Name,
                    _ => "",
                }
            )
        );

    private static RunOptions With(params (string Name, string Value)[] parameters) =>
        new()
        {
            Parameters = parameters.ToImmutableSortedDictionary(
                p => p.Name,
                p => p.Value,
                StringComparer.Ordinal
            ),
        };

    [Fact]
    public void Runs_cells_in_order_and_counts_them()
    {
        var run = project.Run(
            project.Notebook(
                ("code", "var a = 1;"),
                ("markdown", "prose"),
                ("code", "Console.WriteLine(a); Console.Write(2); a + 1")
            )
        );
        Assert.Null(run.Failure);
        Assert.Equal([1, null, 2], run.Notebook.Cells.Select(c => c.ExecutionCount));
        Assert.Equal("stdout:1\n22", Text(run.Notebook.Cells[2]));
        Assert.Equal(2, run.Notebook.Cells[2].Outputs.Length);
    }

    [Fact]
    public void What_a_cell_clears_is_not_kept_and_progress_keeps_its_end()
    {
        var run = project.Run(
            project.Notebook(
                ("code", "Console.Write(\"old\"); clear_output(true); Console.Write(\"new\");"),
                ("code", "foreach (var i in progress(new[] { 1, 2, 3 }, \"Draws\")) { }"),
                ("code", "var bar = progress(\"Share\"); bar.Report(0.5); bar.Report(1);"),
                ("code", "Console.ReadLine() is null && Console.Read() == -1 && Console.In.ReadToEnd() == \"\"")
            )
        );
        Assert.Equal(["stdout:new", "Draws: 3 of 3", "Share: 100 %", "True"], run.Notebook.Cells.Select(Text));
    }

    [Fact]
    public void The_current_folder_is_the_notebooks_during_the_run_only()
    {
        var before = Directory.GetCurrentDirectory();
        var run = project.Run(project.Notebook("Path.GetFileName(Directory.GetCurrentDirectory())"));
        Assert.Equal("notebooks", Text(run.Notebook.Cells[0]));
        Assert.Equal(before, Directory.GetCurrentDirectory());
    }

    [Fact]
    public void Later_cells_do_not_run_after_a_failure()
    {
        var run = project.Run(
            project.Notebook("1", "var a = 1;\nthrow new InvalidOperationException(\"no\");", "2")
        );
        Assert.Equal(("notebooks/05-1-data.ipynb", 2), (run.Failure!.File, run.Failure.Cell));
        Assert.Equal(
            "notebooks/05-1-data.ipynb, code cell 2, line 2: InvalidOperationException\n"
                + "  cell 2, line 2: throw new InvalidOperationException(\"no\");\n  InvalidOperationException: no",
            run.Failure.ToString()
        );
        Assert.Equal(["1", "failed:InvalidOperationException", ""], run.Notebook.Cells.Select(Text));
        Assert.Null(run.Notebook.Cells[2].ExecutionCount);
    }

    [Fact]
    public void An_endless_cell_fails_after_its_time()
    {
        var run = project.Run(
            project.Notebook("while (true) { }"),
            new RunOptions { CellTimeout = TimeSpan.FromSeconds(0.2) }
        );
        Assert.Equal("Timeout", run.Failure!.Cause.Name);
        Assert.Contains(
            "code cell 1, line 1: Timeout\n  cell 1, line 1: The cell ran longer than 0.2 s and was stopped.",
            run.Failure.ToString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_stop_ends_the_run()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        var runner = new NotebookRunner(project.Workspace, new RunOptions());
        Assert.Throws<OperationCanceledException>(() =>
            runner.Run(project.Notebook("while (true) { }"), null, stop.Token)
        );
    }

    [Fact]
    public void Data_files_are_listed_with_their_hash()
    {
        var run = project.Run(project.Notebook(ReadData));
        var bytes = File.ReadAllBytes(Path.Combine(project.Folder.Path, "data", "a.csv"));
        Assert.Equal(
            [new DataFile("data/a.csv", Convert.ToHexStringLower(SHA256.HashData(bytes)))],
            run.Files
        );
    }

    [Fact]
    public void Progress_is_told_before_every_cell()
    {
        var told = new List<string>();
        new NotebookRunner(project.Workspace, new RunOptions()).Run(
            project.Notebook("1", "2"),
            p => told.Add($"{p.Notebook.Id} {p.Cell}/{p.Count}"),
            TestContext.Current.CancellationToken
        );
        Assert.Equal(["05-1-data 1/2", "05-1-data 2/2"], told);
    }

    [Fact]
    public void A_display_is_updated_where_it_stands()
    {
        var run = project.Run(project.Notebook("var d = display(1); display(\"x\");", "d.Update(2);"));
        Assert.Equal(["2x", ""], run.Notebook.Cells.Select(Text));
    }

    [Fact]
    public void Endless_text_is_cut()
    {
        var run = project.Run(
            project.Notebook("for (var i = 0; i < 300; i++) Console.Write(new string('x', 10000));")
        );
        var text = Text(run.Notebook.Cells[0]);
        Assert.EndsWith("x\n… cut after 1000000 characters\n", text, StringComparison.Ordinal);
        Assert.InRange(text.Length, 1_000_000, 1_000_100);
    }

    [Fact]
    public void Parameters_follow_the_cell_with_the_default()
    {
        var notebook = project.Notebook("var year = 2020;\nvar city = \"a\";", "(year, city)");
        var run = project.Run(notebook, With(("year", "2023"), ("city", "郑州")));
        Assert.Equal("(2023, 郑州)", Text(run.Notebook.Cells[2]));
        Assert.Equal([1, 0, 2], run.Notebook.Cells.Select(c => c.ExecutionCount));
        Assert.Equal("(2020, a)", Text(project.Run(notebook).Notebook.Cells[1]));
    }

    [Fact]
    public void Parameters_without_default_come_first()
    {
        var run = project.Run(project.Notebook("share / 2"), With(("share", "0.5")));
        Assert.Equal("0.25", Text(run.Notebook.Cells[1]));
    }

    [Theory]
    [InlineData("3", "3")]
    [InlineData("-2.50", "-2.5d")]
    [InlineData("1e3", "1000d")]
    [InlineData("true", "true")]
    [InlineData("NaN", "\"NaN\"")]
    [InlineData("\"2020\"", "\"2020\"")]
    [InlineData("a\"b\\c\n", "\"a\\u0022b\\\\c\\n\"")]
    [InlineData("", "\"\"")]
    public void Parameters_become_literals(string value, string expected) =>
        Assert.Equal(expected, NotebookParameters.Literal(value));

    [Fact]
    public void A_parameter_that_no_cell_uses_is_a_finding()
    {
        var e = Assert.Throws<FindingsException>(() =>
            project.Run(project.Notebook("var year = 1;"), With(("yeer", "2")))
        );
        Assert.Contains(
            "CR4013 unknown-parameter  notebooks/05-1-data.ipynb\n  found:    no cell uses the name 'yeer'",
            e.Message,
            StringComparison.Ordinal
        );
    }
}
