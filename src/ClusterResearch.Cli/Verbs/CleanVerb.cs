using System.CommandLine;
using ClusterResearch.Findings;
using ClusterResearch.Notebooks.Documents;

namespace ClusterResearch.Cli.Verbs;

/// <summary><c>cluster clean</c>: takes outputs out of notebooks before they are committed.</summary>
internal sealed class CleanVerb : Command
{
    private readonly Argument<string[]> words = CommonOptions.Notebooks();

    private readonly Option<bool> check = new("--check")
    {
        Description = "Change nothing; exit with 1 if something would change.",
    };

    public CleanVerb(Terminal terminal)
        : base(
            "clean",
            """
            Strips outputs and execution counts from notebooks, in place.
            Example: cluster clean --check
            """
        )
    {
        Add(words);
        Add(check);
        SetAction(p =>
            Clean(terminal, NotebookSelection.Of(terminal.Folder, p.GetValue(words) ?? []), p.GetValue(check))
        );
    }

    private static int Clean(Terminal terminal, NotebookSelection selection, bool isCheck)
    {
        var (findings, changed) = (new List<Finding>(), 0);
        foreach (var notebook in selection.Notebooks)
        {
            try
            {
                var result = NotebookCleaner.CleanFile(notebook.Path, notebook.Name, write: !isCheck);
                changed += result.Changed ? 1 : 0;
                terminal.Out.WriteLine($"{result.File}  {What(result, isCheck)}");
            }
            catch (FindingsException e)
            {
                findings.AddRange(e.Findings);
            }
        }
        return findings.Count > 0 ? throw new FindingsException(findings)
            : isCheck && changed > 0 ? Shell.Failed
            : Shell.Good;
    }

    private static string What(CleanResult result, bool isCheck)
    {
        if (!result.Changed)
        {
            return "is clean";
        }
        var done = new List<string>();
        if (result.CellsWithOutputs > 0)
        {
            done.Add(
                string.Create(
                    Invariant,
                    $"outputs of {result.CellsWithOutputs} cell{(result.CellsWithOutputs == 1 ? "" : "s")}"
                )
            );
        }
        done.AddRange(
            result
                .Mended.GroupBy(f => f.Code.Name)
                .Select(g => string.Create(Invariant, $"{g.Count()} {g.Key}"))
        );
        var what = done.Count == 0 ? "layout only" : string.Join(", ", done);
        return isCheck ? $"would change: {what}" : $"cleaned: {what}";
    }
}
