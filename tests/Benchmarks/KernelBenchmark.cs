using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Nodes;
using ClusterResearch.Notebooks.Documents;
using ClusterResearch.Notebooks.Kernel.Wire;
using ClusterResearch.Notebooks.Running;

namespace Benchmarks;

/// <summary>The kernel as a process of its own, asked over its sockets as a front end asks.</summary>
internal static class KernelBenchmark
{
    private const int Starts = 5;
    private const int Cells = 100;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>What a writer types, to the place where help is asked for.</summary>
    private static readonly string[] Typed =
    [
        "Console.", "Math.S", "var xs = new List<double>(); xs.", "index.", "study.Ind", "recipe with { Wei", "new IndexRecipe { ", "Reading.O",
        "index.Explain(\"Xinxiang\", ", "Enum", "dis", "new[] { 1, 2 }.Sel",
    ];

    private static readonly (string Name, string Code)[] Endless =
    [
        ("busy loop", "while (true) { }"),
        ("sleep", "System.Threading.Thread.Sleep(60_000);"),
        ("await", "await Task.Delay(60_000);"),
        ("LINQ", "Enumerable.Range(0, int.MaxValue).Select(i => Math.Sqrt(i)).Where(x => x < 0).Sum()"),
        ("parallel loop", "Parallel.For(0, int.MaxValue, i => { var s = 0.0; for (var j = 0; j < 100; j++) s += Math.Sqrt(i * j); });"),
    ];

    public static void Run()
    {
        var root = Directory.GetCurrentDirectory();
        var starts = Enumerable.Range(0, Starts).Select(_ => Start(root)).ToArray();
        Console.WriteLine($"kernel ready   {Median(starts.Select(s => s.Ready)):F2} s (median of {Starts}, limit 1.0 s)");
        Console.WriteLine($"first cell, sent at once   {Median(starts.Select(s => s.First)):F2} s (limit 1.3 s)");
        Session(root);
    }

    private static KernelClient Open(string root) =>
        new(["dotnet", Path.Combine(AppContext.BaseDirectory, "cluster.dll"), "kernel", "start", "{connection_file}"], Path.Combine(root, "notebooks"));

    private static (double Ready, double First) Start(string root)
    {
        var clock = Stopwatch.StartNew();
        using var kernel = Open(root);
        _ = kernel.Ask("kernel_info_request", [], Patience) ?? throw new InvalidOperationException(kernel.Log);
        var ready = clock.Elapsed.TotalSeconds;
        _ = kernel.Execute("1 + 1", Patience) ?? throw new InvalidOperationException(kernel.Log);
        return (ready, clock.Elapsed.TotalSeconds - ready);
    }

    private static void Session(string root)
    {
        var workspace = new Workspace(root);
        var notebook = NotebookPath.ReadAll(NotebookPath.Matching(workspace.Notebooks(), "06-1"))[0];
        using var kernel = Open(root);
        kernel.Ask("kernel_info_request", [], Patience);
        foreach (var cell in notebook.Cells.Where(c => c.Kind == CellKind.Code))
        {
            if (kernel.Execute(cell.Source, Patience) is not { } run || run.Reply.GetProperty("status").GetString() != "ok")
            {
                throw new InvalidOperationException($"A cell of {notebook.Id} failed.");
            }
        }
        kernel.Kernel.Refresh();
        Console.WriteLine($"memory after all of {notebook.Id}   {kernel.Kernel.WorkingSet64 / 1e6:F0} MB (limit 350 MB)");
        var cells = Enumerable.Range(0, Cells).Select(i => Time(() => kernel.Execute($"{i} + 1", Patience))).Skip(10).ToArray();
        Console.WriteLine($"later cells   {Median(cells):F0} ms, 95th percentile {Percentile(cells):F0} ms (limit 30 ms)");
        Interrupts(kernel);
        var completions = Enumerable.Range(0, 10).SelectMany(_ => Typed).Select(t => Time(() => Complete(kernel, t))).Skip(Typed.Length).ToArray();
        Console.WriteLine($"completion   {Median(completions):F0} ms, 95th percentile {Percentile(completions):F0} ms (limit 100 ms)");
    }

    private static void Interrupts(KernelClient kernel)
    {
        foreach (var (name, code) in Endless)
        {
            var times = Enumerable.Range(0, 5).Select(_ => (kernel.Interrupt(code, TimeSpan.FromSeconds(0.5), Patience) ?? throw new InvalidOperationException(name)).TotalMilliseconds);
            Console.WriteLine($"interrupt, {name}   {times.Max():F0} ms at most of 5 (limit 300 ms)");
        }
    }

    private static void Complete(KernelClient kernel, string code) =>
        _ = kernel.Ask("complete_request", new JsonObject { ["code"] = code, ["cursor_pos"] = code.Length }, Patience) ?? throw new InvalidOperationException(kernel.Log);

    private static double Time(Action ask)
    {
        var clock = Stopwatch.StartNew();
        ask();
        return clock.Elapsed.TotalMilliseconds;
    }

    private static double Median(IEnumerable<double> times) => times.Order().ToImmutableArray() is var sorted ? sorted[sorted.Length / 2] : 0;

    private static double Percentile(IEnumerable<double> times) => times.Order().ToImmutableArray() is var sorted ? sorted[(int)(sorted.Length * 0.95)] : 0;
}
