using System.CommandLine;
using ClusterResearch.Notebooks.Running;
using ClusterResearch.Verification;

namespace ClusterResearch.Cli.Verbs;

/// <summary><c>cluster verify</c>: does this build give what other tools and published tables give?</summary>
internal sealed class VerifyVerb : Command
{
    private readonly Argument<string[]> paths = new("path")
    {
        Description = "Files or folders of reference cases; tests/reference if not given.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<bool> json = new("--json") { Description = "Print the verdicts as JSON, for programs." };

    private readonly Option<bool> summary = new("--summary") { Description = "Print one line per method instead of one per case." };

    public VerifyVerb(Terminal terminal)
        : base(
            "verify",
            """
            Holds the library against reference cases: other tools, published tables, certified values.
            Example: cluster verify tests/reference/B_weighting.json
            """
        )
    {
        Add(paths);
        Add(json);
        Add(summary);
        SetAction(p => Verify(p, terminal));
    }

    private int Verify(ParseResult given, Terminal terminal)
    {
        var report = Verifier.Run(given.GetValue(paths) is { Length: > 0 } named ? named : [Committed(terminal.Folder)]);
        terminal.Out.WriteLine(
            given.GetValue(json) ? VerifyJson.Of(report)
            : given.GetValue(summary) ? report.ByMethod().ToString()
            : report.ToTable().ToString());
        return report.IsSound ? Shell.Good : Shell.Failed;
    }

    private static string Committed(string folder) => Path.GetRelativePath(folder, Path.Combine(Workspace.Find(folder).Root, "tests", "reference"));
}
