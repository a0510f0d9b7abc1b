using System.Collections.Immutable;
using ClusterResearch.Notebooks.Documents;
using ClusterResearch.Notebooks.Running;

namespace ClusterResearch.Notebooks.Tests.Running;

[Collection(ProcessWide.Name)]
public sealed class ExecutionCacheTests : IDisposable
{
    private const string ReadData =
        "ClusterResearch.Data.SourceFile.Read(\"../data/a.csv\", \"a.csv\").Bytes.Length";
    private readonly TestProject project = new();

    public void Dispose() => project.Dispose();

    private bool IsCached(params (string Type, string Source)[] cells) =>
        project.Run(project.Notebook(cells), useCache: true).IsCached;

    private string EntryFile => Path.Combine(project.Workspace.CacheFolder, "05-1-data.json");

    [Fact]
    public void A_second_run_shows_exactly_the_same()
    {
        var notebook = project.Notebook(
            "Console.WriteLine(\"郑州\"); display(HTML(\"<b> x</b>\")); ClusterResearch.Rendering.Reading.Of($\"**{1}**\")",
            ReadData
        );
        var first = project.Run(notebook, useCache: true);
        var second = project.Run(notebook, useCache: true);
        Assert.False(first.IsCached);
        Assert.True(second.IsCached);
        Assert.Equal(NotebookFile.ToBytes(first.Notebook), NotebookFile.ToBytes(second.Notebook));
        Assert.Equal(first.Files, second.Files);
        var displays = second.Notebook.Cells[0].Outputs.OfType<CellOutput.Display>();
        Assert.All(displays, d => Assert.Same(StringComparer.Ordinal, d.Data.KeyComparer));
    }

    [Fact]
    public void Prose_may_change_and_move()
    {
        IsCached(("markdown", "old"), ("code", "1"), ("code", "2"));
        var run = project.Run(
            project.Notebook(("code", "1"), ("markdown", "new"), ("markdown", "more"), ("code", "2")),
            useCache: true
        );
        Assert.True(run.IsCached);
        Assert.Equal("new", run.Notebook.Cells[1].Source);
        Assert.Equal([1, 0, 0, 1], run.Notebook.Cells.Select(c => c.Outputs.Length));
        Assert.Equal([1, null, null, 2], run.Notebook.Cells.Select(c => c.ExecutionCount));
    }

    [Fact]
    public void A_changed_cell_runs_again()
    {
        IsCached(("code", "1"), ("code", "2"));
        Assert.False(IsCached(("code", "1"), ("code", "3")));
        Assert.False(IsCached(("code", "3"), ("code", "1")));
    }

    [Fact]
    public void A_changed_data_file_makes_it_run_again()
    {
        IsCached(("code", ReadData));
        Assert.True(IsCached(("code", ReadData)));
        project.Folder.Write("data/a.csv", "city,value\n郑州,2\n");
        Assert.False(IsCached(("code", ReadData)));
        File.Delete(Path.Combine(project.Folder.Path, "data", "a.csv"));
        Assert.NotNull(project.Run(project.Notebook(ReadData), useCache: true).Failure);
    }

    [Fact]
    public void A_new_file_beside_the_data_makes_it_run_again()
    {
        IsCached(("code", ReadData));
        project.Folder.Write("data/breaks.csv", "");
        Assert.False(IsCached(("code", ReadData)));
    }

    [Fact]
    public void A_file_read_past_the_library_counts_when_its_path_stands_in_the_cell()
    {
        const string Code = "File.ReadAllText(\"../data/a.csv\").Length";
        IsCached(("code", Code));
        Assert.True(IsCached(("code", Code)));
        project.Folder.Write("data/a.csv", "x");
        Assert.False(IsCached(("code", Code)));
    }

    [Fact]
    public void A_changed_import_makes_it_run_again()
    {
        project.Folder.Write("notebooks/setup.csx", "#!import \"inner.csx\"\nvar a = b;");
        project.Folder.Write("notebooks/inner.csx", "var b = 1;");
        IsCached(("code", "#!import \"setup.csx\""), ("code", "a"));
        Assert.True(IsCached(("code", "#!import \"setup.csx\""), ("code", "a")));
        project.Folder.Write("notebooks/inner.csx", "var b = 2;");
        var run = project.Run(project.Notebook("#!import \"setup.csx\"", "a"), useCache: true);
        Assert.False(run.IsCached);
        Assert.Equal("2", ((CellOutput.Display)run.Notebook.Cells[1].Outputs[0]).Data["text/plain"]);
    }

    [Fact]
    public void Other_parameters_make_it_run_again()
    {
        var notebook = project.Notebook("var year = 2020;", "year");
        project.Run(notebook, Year("2021"), useCache: true);
        Assert.True(project.Run(notebook, Year("2021"), useCache: true).IsCached);
        Assert.False(project.Run(notebook, Year("2022"), useCache: true).IsCached);
        Assert.False(project.Run(notebook, useCache: true).IsCached);

        static RunOptions Year(string year) =>
            new() { Parameters = ImmutableSortedDictionary<string, string>.Empty.Add("year", year) };
    }

    [Fact]
    public void A_failure_is_never_kept()
    {
        Assert.NotNull(project.Run(project.Notebook("throw new Exception();"), useCache: true).Failure);
        Assert.False(File.Exists(EntryFile));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("{\"Key\":null,\"Files\":[],\"Folders\":[],\"Cells\":[[]]}")]
    [InlineData("{\"Key\":\"k\",\"Files\":[],\"Folders\":[],\"Cells\":null}")]
    [InlineData("{\"Key\":\"k\",\"Files\":[],\"Folders\":[],\"Cells\":[[{\"Name\":\"stdout\"}]]}")]
    public void A_damaged_entry_is_as_none(string entry)
    {
        IsCached(("code", "1"));
        File.WriteAllText(EntryFile, entry);
        Assert.False(IsCached(("code", "1")));
        Assert.True(IsCached(("code", "1")));
    }

    [Fact]
    public void An_entry_cut_short_is_as_none()
    {
        IsCached(("code", "1"));
        var bytes = File.ReadAllBytes(EntryFile);
        File.WriteAllBytes(EntryFile, bytes[..(bytes.Length / 2)]);
        Assert.False(IsCached(("code", "1")));
    }

    [Fact]
    public void No_temporary_file_stays()
    {
        IsCached(("code", "1"));
        Assert.Equal([EntryFile], Directory.GetFiles(project.Workspace.CacheFolder));
    }

    [Fact]
    public void A_file_that_changes_while_the_notebook_runs_does_not_count_as_having_run()
    {
        project.Folder.Write("notebooks/setup.csx", "var a = 1;");
        var notebook = project.Notebook("#!import \"setup.csx\"\na", "File.WriteAllText(\"setup.csx\", \"var a = 2;\");");
        Assert.False(project.Run(notebook, useCache: true).IsCached);
        Assert.False(project.Run(notebook, useCache: true).IsCached);
        Assert.True(project.Run(notebook, useCache: true).IsCached);
    }
}
