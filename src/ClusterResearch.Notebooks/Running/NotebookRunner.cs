using System.Collections.Immutable;
using ClusterResearch.Notebooks.Documents;
using ClusterResearch.Notebooks.Session;

namespace ClusterResearch.Notebooks.Running;

/// <summary>Runs notebooks, each in a fresh session with the notebook's folder as the current one.</summary>
/// <param name="workspace">The project, from which data files are named.</param>
/// <param name="options">Time limit and parameters.</param>
/// <param name="cache">Where to look for earlier runs and to keep new ones; null runs every cell.</param>
public sealed class NotebookRunner(Workspace workspace, RunOptions options, ExecutionCache? cache = null)
{
    /// <summary>Runs the code cells from the first to the last, or to the first that fails.</summary>
    /// <param name="notebook">The notebook; what it holds as outputs is replaced.</param>
    /// <param name="progress">Told before every cell. <value>Default: nobody.</value></param>
    /// <param name="cancellation">Stops the run, also in the midst of a cell.</param>
    /// <returns>The notebook with outputs; a failing cell is a result, not an exception.</returns>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    /// <exception cref="Findings.FindingsException">A parameter does not fit the notebook.</exception>
    public NotebookRun Run(
        Notebook notebook,
        Action<CellProgress>? progress = null,
        CancellationToken cancellation = default
    )
    {
        var prepared = NotebookParameters.Apply(notebook, options.Parameters);
        var key = cache?.KeyOf(prepared) ?? "";
        if (cache?.Find(prepared, key) is { } found)
        {
            return found;
        }
        var run = InFolder(
            Path.GetDirectoryName(Path.Combine(workspace.Root, notebook.File))!,
            folder => Execute(prepared, folder, progress, cancellation)
        );
        cache?.Store(run, key);
        return run;
    }

    private static NotebookRun InFolder(string folder, Func<string, NotebookRun> run)
    {
        var before = Directory.GetCurrentDirectory();
        Directory.SetCurrentDirectory(folder);
        try
        {
            return run(folder);
        }
        finally
        {
            Directory.SetCurrentDirectory(before);
        }
    }

    private NotebookRun Execute(
        Notebook notebook,
        string folder,
        Action<CellProgress>? progress,
        CancellationToken cancellation
    )
    {
        using var session = new CSharpSession(folder);
        using var recorder = new NotebookRecorder();
        var recorded = new Dictionary<string, (NotebookRecorder.CellRecorder Sink, int Number)>(
            StringComparer.Ordinal
        );
        var code = notebook.Cells.Where(c => c.Kind == CellKind.Code).ToArray();
        var number = 0;
        NotebookFailure? failure = null;
        foreach (var cell in code.TakeWhile(_ => failure is null))
        {
            var at = cell.Id == NotebookParameters.CellId ? 0 : ++number;
            progress?.Invoke(new CellProgress(notebook, recorded.Count + 1, code.Length));
            var sink = recorder.NewCell();
            recorded.Add(cell.Id, (sink, at));
            var cause = session.Execute(cell.Source, at, sink, options.CellTimeout, cancellation);
            cancellation.ThrowIfCancellationRequested();
            failure = cause is null ? null : new NotebookFailure(notebook.File, at, cause);
        }
        var cells = notebook.Cells.Select(c =>
            recorded.TryGetValue(c.Id, out var of)
                ? c with
                {
                    Outputs = of.Sink.Outputs,
                    ExecutionCount = of.Number,
                }
                : c with
                {
                    Outputs = [],
                    ExecutionCount = null,
                }
        );
        return new NotebookRun(
            notebook with
            {
                Cells = [.. cells],
            },
            DataFiles(recorder),
            failure,
            IsCached: false
        );
    }

    private ImmutableArray<DataFile> DataFiles(NotebookRecorder recorder) =>
        [
            .. recorder
                .Files.Select(f => new DataFile(workspace.NameOf(f.Path), f.Sha256))
                .OrderBy(f => f.File, StringComparer.Ordinal),
        ];
}
