using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json;
using ClusterResearch.Notebooks.Publishing;

namespace ClusterResearch.Cli.Verbs;

/// <summary>With what a report was made: commit, state of the tree, SDK and packages; no clock.</summary>
internal static class Pedigree
{
    /// <summary>The packages whose versions decide what a reader sees, by the name of the file that lists all.</summary>
    private static readonly string[] Packages = ["CsvHelper", "Markdig", "Microsoft.CodeAnalysis.CSharp.Scripting", "MiniExcel", "Plotly.NET"];

    /// <summary>The pedigree of a report made from a folder.</summary>
    public static Provenance Of(string root)
    {
        var commit = Git(root, "rev-parse", "HEAD");
        var changes = Git(root, "status", "--porcelain");
        var state = (commit, changes) switch
        {
            (null, _) or (_, null) => "not under version control",
            (_, "") => "clean",
            _ => "modified",
        };
        return new Provenance(commit ?? "unknown", state, Versions());
    }

    private static ImmutableArray<(string Name, string Version)> Versions()
    {
        var own = Assembly.GetExecutingAssembly();
        var sdk = own.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "SdkVersion").Value!;
        return
        [
            ("ClusterResearch", own.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion),
            (".NET SDK", sdk),
            ("runtime", RuntimeInformation.FrameworkDescription),
            .. PackageVersions(Path.Combine(AppContext.BaseDirectory, "cluster.deps.json")),
        ];
    }

    private static IEnumerable<(string Name, string Version)> PackageVersions(string file)
    {
        if (!File.Exists(file))
        {
            return [];
        }
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        var libraries = json.RootElement.GetProperty("libraries").EnumerateObject().Select(l => l.Name.Split('/')).ToArray();
        return [.. libraries.Where(l => Packages.Contains(l[0])).OrderBy(l => l[0], StringComparer.Ordinal).Select(l => (l[0], l[1]))];
    }

    /// <summary>What git answers, or null where there is no git or no repository.</summary>
    private static string? Git(string root, params string[] arguments)
    {
        try
        {
            var start = new ProcessStartInfo("git", arguments) { WorkingDirectory = root, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
            using var git = Process.Start(start)!;
            git.ErrorDataReceived += (_, _) => { };
            git.BeginErrorReadLine();
            var answer = git.StandardOutput.ReadToEnd().Trim();
            git.WaitForExit();
            return git.ExitCode == 0 ? answer : null;
        }
        catch (Win32Exception)
        {
            return null; // no git on this machine
        }
    }
}
