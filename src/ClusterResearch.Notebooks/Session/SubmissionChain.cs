using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.CodeAnalysis.Scripting.Hosting;

namespace ClusterResearch.Notebooks.Session;

/// <summary>Compiles and runs pieces of code one after the other; each sees what the earlier ones declared.</summary>
internal sealed class SubmissionChain : IDisposable
{
    private static readonly string[] Imports =
    [
        "System",
        "System.IO",
        "System.Linq",
        "System.Collections.Generic",
        "System.Threading.Tasks",
    ];

    public static readonly CSharpParseOptions ParseOptions = new(
        LanguageVersion.Latest,
        kind: SourceCodeKind.Script
    );

    private static readonly TimeSpan LastWords = TimeSpan.FromMilliseconds(200);

    private readonly InteractiveAssemblyLoader loader = new();
    private readonly CellGlobals globals = new();
    private ScriptOptions options;

    /// <summary>Later code has the references and imports of the first anyway; naming them again costs a third more.</summary>
    private ScriptOptions later;
    private ScriptState<object>? state;

    public SubmissionChain(string folder)
    {
        options = ScriptOptions
            .Default.WithLanguageVersion(LanguageVersion.Latest)
            .WithReferences(HostAssemblies.References)
            .WithImports(Imports)
            .WithMetadataResolver(new HostFirstResolver(folder))
            .WithSourceResolver(new SourceFileResolver([], folder))
            .WithFileEncoding(Encoding.UTF8)
            .WithEmitDebugInformation(true)
            .WithOptimizationLevel(OptimizationLevel.Release);
        later = options.WithReferences(Array.Empty<MetadataReference>()).WithImports();
    }

    /// <summary>Adds assemblies that code from now on may use.</summary>
    public void Reference(IEnumerable<string> assemblies)
    {
        var references = assemblies.Select(a => MetadataReference.CreateFromFile(a, documentation: new AssemblyDocumentation(a))).ToArray();
        options = options.AddReferences(references);
        later = later.AddReferences(references);
    }

    /// <summary>Compiles code that continues what ran so far.</summary>
    /// <param name="code">The code.</param>
    /// <param name="path">Under what name errors know it.</param>
    /// <param name="stop">Gives up when asked to.</param>
    /// <returns>The compiled code, or the errors.</returns>
    public (Script<object> Script, ImmutableArray<Diagnostic> Errors) Compile(
        string code,
        string path,
        CancellationToken stop
    )
    {
        // Guards shift columns, so errors are told from the code as the reader wrote it, which is the last version.
        (Script<object> Script, ImmutableArray<Diagnostic> Errors) compiled = default;
        foreach (var version in LoopGuard.Versions(code))
        {
            compiled = CompileAsWritten(version, path, stop);
            if (compiled.Errors.IsEmpty)
            {
                break;
            }
        }
        return compiled;
    }

    /// <summary>Runs compiled code and hands its value on.</summary>
    /// <returns>What the code threw, or null. What it assigned before stays.</returns>
    /// <exception cref="OperationCanceledException">The run was stopped; what the code declared is forgotten.</exception>
    public Exception? Run(Script<object> script, Action<object?> show, CancellationToken stop)
    {
        var run = state is null
            ? script.RunAsync(globals, static _ => true, CancellationToken.None)
            : script.RunFromAsync(state, static _ => true, CancellationToken.None);
        WaitFor(run, stop);
        state = run.Result;
        if (state.Exception is { } thrown)
        {
            return thrown;
        }
        try
        {
            show(state.ReturnValue);
            return null;
        }
#pragma warning disable CA1031 // Showing runs code of the cell too, e.g. a sequence that throws when it is walked.
        catch (Exception e) when (!stop.IsCancellationRequested)
#pragma warning restore CA1031
        {
            return e;
        }
    }

    /// <summary>Code as the compiler sees it after what ran so far; nothing is emitted and nothing runs. May be called at any time.</summary>
    public Compilation Preview(string code) => Next(code, "preview.csx").GetCompilation();

    private Script<object> Next(string code, string path) =>
        state is { } last
            ? last.Script.ContinueWith<object>(code, later.WithFilePath(path))
            : CSharpScript.Create<object>(code, options.WithFilePath(path), typeof(CellGlobals), loader);

    private (Script<object> Script, ImmutableArray<Diagnostic> Errors) CompileAsWritten(
        string code,
        string path,
        CancellationToken stop
    )
    {
        var script = Next(code, path);
        try
        {
            // Emits and keeps the code. Compile() does so too, and binds everything a second time to look for warnings.
            _ = script.CreateDelegate(stop);
            return (script, []);
        }
        catch (CompilationErrorException e)
        {
            return (script, [.. e.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)]);
        }
    }

    private static void WaitFor(Task run, CancellationToken stop)
    {
        try
        {
            run.Wait(stop);
        }
        finally
        {
            // A loop behind an await runs on another thread: it gets a moment to notice that it shall stop.
            run.Wait(stop.IsCancellationRequested ? LastWords : TimeSpan.Zero, CancellationToken.None);
        }
        stop.ThrowIfCancellationRequested();
    }

    public void Dispose() => loader.Dispose();
}
