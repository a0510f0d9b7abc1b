using System.CommandLine;

namespace ClusterResearch.Cli.Verbs;

/// <summary><c>cluster validate</c>: is every file of a study sound?</summary>
internal sealed class ValidateVerb : Command
{
    private readonly Argument<string[]> folders = new("study")
    {
        Description = "Folders of studies; every study under data/ if not given.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<bool> update = new("--update-hashes")
    {
        Description = "First accept changed files: write their hashes into datapackage.json.",
    };

    public ValidateVerb(Terminal terminal)
        : base(
            "validate",
            """
            Checks every file of a study and prints all findings at once.
            Example: cluster validate data/henan --update-hashes
            """
        )
    {
        Add(folders);
        Add(update);
        SetAction(p => Validate(p, terminal));
    }

    private int Validate(ParseResult given, Terminal terminal)
    {
        var studies = given.GetValue(folders) is { Length: > 0 } named ? named : Studies(terminal.Folder);
        if (given.GetValue(update))
        {
            Update(terminal, studies);
        }
        var verdicts = studies.Select(s => IsSound(terminal, s)).ToArray();
        return verdicts.All(sound => sound) ? Shell.Good : Shell.Failed;
    }

    private static void Update(Terminal terminal, string[] studies)
    {
        foreach (var file in studies.SelectMany(s => Study.UpdateHashes(s)))
        {
            terminal.Out.WriteLine($"accepted  {file}");
        }
    }

    private static bool IsSound(Terminal terminal, string study)
    {
        var findings = Study.Validate(study);
        foreach (var finding in findings)
        {
            terminal.Error.WriteLine(finding);
        }
        terminal.Out.WriteLine(findings.IsEmpty ? $"{study}  sound" : string.Create(Invariant, $"{study}  {findings.Length} finding{(findings.Length == 1 ? "" : "s")}"));
        return findings.IsEmpty;
    }

    private static string[] Studies(string folder)
    {
        var data = Path.Combine(Notebooks.Running.Workspace.Find(folder).Root, "data");
        string[] studies = [.. Directory.GetDirectories(data).Where(d => File.Exists(Path.Combine(d, "datapackage.json"))).Select(d => $"data/{Path.GetFileName(d)}").Order(StringComparer.Ordinal)];
        return studies.Length > 0 ? studies : throw new UsageException($"There is no study in {data}: a study is a folder with a datapackage.json.");
    }
}
