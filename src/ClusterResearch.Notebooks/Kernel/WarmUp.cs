using ClusterResearch.Notebooks.Kernel.Editing;
using ClusterResearch.Notebooks.Session;

namespace ClusterResearch.Notebooks.Kernel;

/// <summary>Makes the first cell and the first completion quick: what they need is loaded and compiled while the notebook opens.</summary>
internal static class WarmUp
{
    private const string Code = "var warm = new[] { 1.0, 2.0 }; warm.Select(w => w * 2).Sum()";

    /// <summary>Begins on a thread of its own that yields to cells.</summary>
    public static void Begin() => new Thread(Run) { IsBackground = true, Name = "warm up", Priority = ThreadPriority.BelowNormal }.Start();

    private static void Run()
    {
        using var chain = new SubmissionChain(Directory.GetCurrentDirectory());
        var (script, _) = chain.Compile(Code, "warm-up.csx", CancellationToken.None);
        chain.Run(script, value => ValueFormatter.Format(value), CancellationToken.None);
        var editor = new CellEditor(chain.Preview);
        editor.Complete("warm.Se", 7);
        editor.Inspect("Math.Abs(1)", 6);
    }
}
