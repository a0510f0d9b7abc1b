using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.RegularExpressions;
using ClusterResearch.Notebooks.Documents;
using ClusterResearch.Notebooks.Running;
using ClusterResearch.Notebooks.Session;
using ClusterResearch.Rendering;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;

namespace Benchmarks;

/// <summary>The session against a bare Roslyn script host on the cells of the shipped notebooks, in one run, in turn.</summary>
/// <remarks>Both compile and run the same code and render every shown value; the bare host does nothing else.</remarks>
internal static class EngineBenchmark
{
    private const int Rounds = 5;

    public static void Run()
    {
        var root = Directory.GetCurrentDirectory();
        var notebooks = NotebookPath.ReadAll(new Workspace(root).Notebooks());
        var folder = Path.Combine(root, "notebooks");
        Directory.SetCurrentDirectory(folder);
        var (engine, bare) = (new List<double>(), new List<double>());
        for (var round = 0; round <= Rounds; round++)
        {
            var (e, b) = (Time(() => Engine(notebooks, folder)), Time(() => Bare(notebooks, folder).GetAwaiter().GetResult()));
            if (round > 0) // the first round compiles the compiler
            {
                engine.Add(e);
                bare.Add(b);
            }
        }
        var ratio = engine.Zip(bare, (e, b) => e / b).Order().ElementAt(Rounds / 2);
        Console.WriteLine($"engine, {notebooks.Length} notebooks   {Median(engine):F0} ms (median of {Rounds})");
        Console.WriteLine($"bare host, same cells   {Median(bare):F0} ms");
        Console.WriteLine($"ratio   {ratio:F2} (limit 1.5)");
        Directory.SetCurrentDirectory(root);
    }

    private static void Engine(ImmutableArray<Notebook> notebooks, string folder)
    {
        foreach (var notebook in notebooks)
        {
            using var session = new CSharpSession(folder);
            var sink = new CountingSink();
            foreach (var (cell, i) in Code(notebook).Select((c, i) => (c, i)))
            {
                if (session.Execute(cell.Source, i + 1, sink) is { } failure)
                {
                    throw new InvalidOperationException($"{notebook.Id}: {failure.Message}");
                }
            }
        }
    }

    private static async Task Bare(ImmutableArray<Notebook> notebooks, string folder)
    {
        var setup = Regex.Replace(await File.ReadAllTextAsync(Path.Combine(folder, "setup.csx")), "^#r .*$", "", RegexOptions.Multiline, TimeSpan.FromSeconds(1));
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        var options = ScriptOptions.Default
            .WithReferences(platform.Select(p => MetadataReference.CreateFromFile(p)))
            .WithImports("System", "System.IO", "System.Linq", "System.Collections.Generic", "System.Threading.Tasks");
        foreach (var notebook in notebooks)
        {
            ScriptState<object>? state = null;
            foreach (var cell in Code(notebook))
            {
                var code = cell.Source.Replace("#!import \"setup.csx\"", setup, StringComparison.Ordinal);
                state = state is null ? await CSharpScript.RunAsync(code, options, new Display()) : await state.ContinueWithAsync(code);
                Display.Show(state.ReturnValue);
            }
        }
    }

    private static IEnumerable<Cell> Code(Notebook notebook) => notebook.Cells.Where(c => c.Kind == CellKind.Code);

    private static double Time(Action run)
    {
        var start = Stopwatch.GetTimestamp();
        run();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static double Median(List<double> x) => x.Order().ElementAt(x.Count / 2);

    /// <summary>Takes everything, keeps nothing.</summary>
    private sealed class CountingSink : ICellSink
    {
        public void Text(string name, string text) { }

        public void Display(string displayId, ImmutableSortedDictionary<string, string> data) { }

        public void Update(string displayId, ImmutableSortedDictionary<string, string> data) { }

        public void Clear(bool wait) { }

        public void Result(ImmutableSortedDictionary<string, string> data) { }

        public void Fail(CellFailure failure) { }
    }
}

/// <summary>What cells of the bare host call to show a value.</summary>
public sealed class Display
{
    /// <summary>Renders a value as the session does.</summary>
    public static void Show(object? value)
    {
        if (value is IRichOutput rich)
        {
            foreach (var type in rich.MimeTypes)
            {
                rich.Render(type);
            }
        }
    }

    /// <summary>The name under which cells know it.</summary>
    public void display(object? value) => Show(value);
}
