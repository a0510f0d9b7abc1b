using ClusterResearch.Notebooks.Running;

namespace ClusterResearch.Cli.Verbs;

/// <summary>Tells failing cells.</summary>
internal static class FailureText
{
    /// <summary>Writes every failure to the error stream.</summary>
    /// <returns>Whether there was one.</returns>
    public static bool Write(Terminal terminal, IEnumerable<NotebookRun> runs)
    {
        var failures = runs.Select(r => r.Failure).OfType<NotebookFailure>().ToArray();
        foreach (var failure in failures)
        {
            terminal.Error.WriteLine(failure);
        }
        return failures.Length > 0;
    }
}
