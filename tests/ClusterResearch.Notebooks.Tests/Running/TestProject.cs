using ClusterResearch.Notebooks.Documents;
using ClusterResearch.Notebooks.Running;

namespace ClusterResearch.Notebooks.Tests.Running;

/// <summary>A small project with one notebook, gone after the test.</summary>
internal sealed class TestProject : IDisposable
{
    public TestProject()
    {
        Folder.Write("data/a.csv", "city,value\n郑州,1\n");
        Directory.CreateDirectory(Path.Combine(Folder.Path, "notebooks"));
        Workspace = Workspace.Find(Folder.Path);
        Cache = new ExecutionCache(Workspace);
    }

    public TestFolder Folder { get; } = new();

    public Workspace Workspace { get; }

    public ExecutionCache Cache { get; }

    public Notebook Notebook(params (string Type, string Source)[] cells)
    {
        var path = Folder.Write("notebooks/05-1-data.ipynb", NotebookText.Json(cells));
        return NotebookFile.Read(path, Workspace.NameOf(path));
    }

    public Notebook Notebook(params string[] code) => Notebook([.. code.Select(c => ("code", c))]);

    public NotebookRun Run(Notebook notebook, RunOptions? options = null, bool useCache = false) =>
        new NotebookRunner(Workspace, options ?? new RunOptions(), useCache ? Cache : null).Run(
            notebook,
            cancellation: TestContext.Current.CancellationToken
        );

    public void Dispose() => Folder.Dispose();
}
