using ClusterResearch.Findings;
using ClusterResearch.Notebooks.Documents;

namespace ClusterResearch.Notebooks.Tests.Documents;

public sealed class NotebookCleanerTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    private const string Dirty = """
        {"cells":[
          {"cell_type":"code","id":"a","execution_count":3,"metadata":{},"outputs":[{"output_type":"stream","name":"stdout","text":"x"}],"source":"1"},
          {"cell_type":"code","id":"a","metadata":{"dotnet_interactive":{}},"outputs":[],"source":"2"},
          {"cell_type":"markdown","metadata":{},"source":"p"}],
         "metadata":{"kernelspec":{"name":".net-csharp"}},"nbformat":4,"nbformat_minor":2}
        """;

    [Fact]
    public void Strips_outputs_and_mends_ids_and_metadata()
    {
        var path = folder.Write("a.ipynb", Dirty);
        var result = NotebookCleaner.CleanFile(path, "a.ipynb", write: true);
        Assert.True(result.Changed);
        Assert.Equal(1, result.CellsWithOutputs);
        Assert.Equal(["CR4008", "CR4006", "CR4005"], result.Mended.Select(f => f.Code.Id));
        var notebook = NotebookFile.Read(path, "a.ipynb");
        Assert.Equal(["a", "cell-2", "cell-3"], notebook.Cells.Select(c => c.Id));
        Assert.All(notebook.Cells, c => Assert.Empty(c.Outputs));
        Assert.All(notebook.Cells, c => Assert.Null(c.ExecutionCount));
    }

    [Fact]
    public void A_clean_notebook_stays_as_it_is()
    {
        var path = folder.Write("a.ipynb", Dirty);
        NotebookCleaner.CleanFile(path, "a.ipynb", write: true);
        Assert.False(NotebookCleaner.CleanFile(path, "a.ipynb", write: true).Changed);
    }

    [Fact]
    public void Checking_writes_nothing()
    {
        var path = folder.Write("a.ipynb", Dirty);
        Assert.True(NotebookCleaner.CleanFile(path, "a.ipynb", write: false).Changed);
        Assert.Equal(Dirty, folder.Read("a.ipynb"));
    }

    [Fact]
    public void A_notebook_of_another_language_is_left_alone()
    {
        var text = Dirty.Replace(".net-csharp", "python3", StringComparison.Ordinal);
        var path = folder.Write("a.ipynb", text);
        var e = Assert.Throws<FindingsException>(() =>
            NotebookCleaner.CleanFile(path, "a.ipynb", write: true)
        );
        Assert.Equal(["CR4004"], e.Findings.Select(f => f.Code.Id));
        Assert.Equal(text, folder.Read("a.ipynb"));
    }
}
