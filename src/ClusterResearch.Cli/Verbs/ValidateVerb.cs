using System.CommandLine;

namespace ClusterResearch.Cli.Verbs;

/// <summary><c>cluster validate</c>: is every file of a study sound?</summary>
internal static class ValidateVerb
{
    public static Command Create(Terminal terminal)
    {
        var folders = new Argument<string[]>("study") { Description = "Folders of studies; every study under data/ if not given.", Arity = ArgumentArity.ZeroOrMore };
        var update = new Option<bool>("--update-hashes") { Description = "First accept changed files: write their hashes into datapackage.json." };
        var verb = new Command(
            "validate",
            """
            Checks every file of a study and prints all findings at once.
            Example: cluster validate data/henan --update-hashes
            """
        )
        {
            folders,
            update,
        };
        verb.SetAction(p =>
        {
            var studies = p.GetValue(folders) is { Length: > 0 } given ? given : Studies(terminal.Folder);
            if (p.GetValue(update))
            {
                Update(terminal, studies);
            }
            var verdicts = studies.Select(s => IsSound(terminal, s)).ToArray();
            return verdicts.All(sound => sound) ? Shell.Good : Shell.Failed;
        });
        return verb;
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
        return [.. Directory.GetDirectories(data).Where(d => File.Exists(Path.Combine(d, "datapackage.json"))).Select(d => $"data/{Path.GetFileName(d)}").Order(StringComparer.Ordinal)];
    }
}
