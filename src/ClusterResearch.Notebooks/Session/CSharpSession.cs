using System.Diagnostics;
using Microsoft.CodeAnalysis;

namespace ClusterResearch.Notebooks.Session;

/// <summary>Runs C# cells one after the other; what a cell declares, later cells see.</summary>
/// <remarks>
/// A cell may hold top-level <c>await</c>, <c>#r "path.dll"</c>, <c>#r "nuget: Name, 1.2.3"</c>, <c>#!import "file.csx"</c>, <c>#!time</c>,
/// <c>display(x)</c> and <c>HTML("...")</c>; its last expression is shown where it ends without a semicolon. State
/// survives exceptions and stops. Cells run with the culture of the caller; values shown are in the invariant one.
/// One process runs one cell at a time: console, current folder and the stop signal are the process's.
/// </remarks>
public sealed class CSharpSession : IDisposable
{
    private readonly string folder;
    private readonly SubmissionChain chain;
    private readonly PackageRestore packages;
    private readonly SourceLines sources = new();
    private readonly ConsoleCapture capture = new();
    private readonly Lock running = new();

    /// <summary>Opens a session.</summary>
    /// <param name="folder">The folder from which imports and references of cells count.</param>
    public CSharpSession(string folder)
    {
        this.folder = Path.GetFullPath(folder);
        chain = new SubmissionChain(this.folder);
        packages = new PackageRestore(this.folder);
    }

    /// <summary>Runs one cell and waits for its end.</summary>
    /// <param name="code">The cell's text.</param>
    /// <param name="cellNumber">How errors name the cell.</param>
    /// <param name="sink">Takes what the cell shows, and its failure.</param>
    /// <param name="timeout">When to stop the cell. <value>Default: never.</value></param>
    /// <param name="cancellation">Stops the cell when asked to.</param>
    /// <returns>Why the cell failed, or null.</returns>
    public CellFailure? Execute(
        string code,
        int cellNumber,
        ICellSink sink,
        TimeSpan? timeout = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(sink);
        lock (running)
        {
            var path = Path.Combine(folder, string.Create(Invariant, $"cell-{cellNumber}.csx"));
            var cell = new CellRun(path, string.Create(Invariant, $"cell {cellNumber}"), code, sink);
            sources.Add(cell.Path, cell.Name, code);
            CellFailure? failure = null;
            var limit = timeout ?? TimeSpan.MaxValue;
            using var thread = new StoppableThread();
            var reason = thread.Run(cell.Name, () => failure = Run(cell, thread), limit, cancellation);
            failure =
                reason == StopReason.None ? failure : Stopped(cell, reason, limit, thread.WasLeftBehind);
            if (failure is not null)
            {
                sink.Fail(failure);
            }
            return failure;
        }
    }

    /// <summary>Code as the compiler sees it after the cells that ran, for editors; lines for the kernel are blank. May be called while a cell runs.</summary>
    internal Compilation Preview(string code) => chain.Preview(PackageRequest.Remove(CellPlan.WithoutDirectives(code)));

    /// <summary>Ends the session and gives the console back.</summary>
    public void Dispose()
    {
        chain.Dispose();
        capture.Dispose();
    }

    private CellFailure? Run(CellRun cell, StoppableThread thread)
    {
        new CellScope(cell.Sink, thread.Stop).Enter();
        var plan = CellPlan.Of(cell.Code);
        if (plan.Refused is { } refused)
        {
            return At(cell, refused.Line, MagicHelp.For(refused));
        }
        var clock = Stopwatch.StartNew();
        var failure = plan
            .Steps.Select((step, i) => Run(cell, step, isLast: i == plan.Steps.Length - 1, thread))
            .FirstOrDefault(f => f is not null);
        if (plan.IsTimed)
        {
            var text = string.Create(Invariant, $"Wall time: {clock.Elapsed.TotalMilliseconds:F1} ms");
            cell.Sink.Display("time", ValueFormatter.FormatAny(text));
        }
        return failure;
    }

    private CellFailure? Run(CellRun cell, CellStep step, bool isLast, StoppableThread thread) =>
        step.Import is { } import
            ? new CsxImport(folder, sources, (code, path) => Submit(code, path, _ => { }, thread)).Run(
                import,
                cell
            )
            : Submit(step.Code, cell.Path, isLast ? value => Show(cell, value) : _ => { }, thread);

    private CellFailure? Submit(string code, string path, Action<object?> show, StoppableThread thread)
    {
        if (PackageRequest.Find(code) is { Count: > 0 } requests)
        {
            try
            {
                chain.Reference(packages.Add(requests, thread.Stop));
            }
            catch (PackageException e)
            {
                return CellFailure.At("PackageError", e.Message, sources.Place(path, e.Line), e.Line, sources.Line(path, e.Line));
            }
            code = PackageRequest.Remove(code);
        }
        var (script, errors) = chain.Compile(code, path, thread.Stop);
        return errors.Length > 0 ? CompilationErrors.Tell(errors, path, sources)
            : thread.Wakeable(() => chain.Run(script, show, thread.Stop)) is { } thrown
                ? RuntimeErrors.Tell(thrown, path, sources)
            : null;
    }

    private static void Show(CellRun cell, object? value)
    {
        if (ValueFormatter.Format(value) is { } data)
        {
            cell.Sink.Result(data);
        }
    }

    private CellFailure At(CellRun cell, int line, string message) =>
        CellFailure.At(
            "NotSupported",
            message,
            sources.Place(cell.Path, line),
            line,
            sources.Line(cell.Path, line)
        );

    private CellFailure Stopped(CellRun cell, StopReason reason, TimeSpan limit, bool wasLeftBehind)
    {
        var first = Array.FindIndex(cell.Code.Split('\n'), l => !string.IsNullOrWhiteSpace(l)) + 1;
        var end = wasLeftBehind
            ? "could not be stopped; it goes on in the background until the program ends."
            : "was stopped.";
        var (name, message) =
            reason == StopReason.Cancelled
                ? (CellFailure.Interrupted, $"The cell {end}")
                : (
                    CellFailure.Timeout,
                    string.Create(
                        Invariant,
                        $"The cell ran longer than {limit.TotalSeconds:0.###} s and {end} "
                    ) + "Look for an endless loop, or give it more time."
                );
        return CellFailure.At(
            name,
            message,
            sources.Place(cell.Path, first),
            first,
            sources.Line(cell.Path, first)
        );
    }
}

/// <summary>One cell while it runs.</summary>
/// <param name="Path">How the compiler names it.</param>
/// <param name="Name">How readers name it.</param>
/// <param name="Code">Its text.</param>
/// <param name="Sink">What takes its outputs.</param>
internal sealed record CellRun(string Path, string Name, string Code, ICellSink Sink);
