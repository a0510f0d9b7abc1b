using System.Text.RegularExpressions;
using System.Xml.Linq;
using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests.Rules;

/// <summary>Figures flow one way, and so do references: a layer knows only the layers below it.</summary>
public sealed partial class LayerTests
{
    /// <summary>Folders of the library from the lowest layer to the highest; those in one line do not know each other. The root comes last.</summary>
    private static readonly string[][] Folders =
        [
            ["Numerics", "Rendering"],
            ["Findings", "Tables"],
            ["Statistics"],
            ["Data"],
            ["Dynamics", "Efficiency", "Indexing", "Location", "Regression", "Survey"],
            ["Stages"],
            ["Verification"],
            [""],
        ];

    /// <summary>Projects from the lowest layer to the highest.</summary>
    private static readonly string[] Projects = ["ClusterResearch", "ClusterResearch.Microdata", "ClusterResearch.Charts", "ClusterResearch.Notebooks", "ClusterResearch.Cli"];

    [Fact]
    public void Every_folder_of_the_library_has_a_layer()
    {
        var folders = Repository.Sources("src/ClusterResearch").Select(Folder).Distinct();
        Assert.Empty(folders.Except(Folders.SelectMany(f => f)));
    }

    [Fact]
    public void A_folder_knows_only_the_folders_below_it()
    {
        var names = string.Join('|', Folders.SelectMany(f => f).Where(f => f.Length > 0));
        // “ClusterResearch.Data” anywhere and, as the compiler allows, “Data.Panel”
        var reference = new Regex($@"\bClusterResearch\.(?<folder>{names})\b|(?<![\w.])(?<folder>{names})\.[A-Z]", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        var wrong =
            from line in SourceText.Code("src/ClusterResearch")
            where !line.Code.StartsWith("namespace ", StringComparison.Ordinal) && !line.Code.StartsWith("global using ", StringComparison.Ordinal)
            from Match match in reference.Matches(line.Code)
            let used = match.Groups["folder"].Value
            let own = Folder(line.File)
            where used != own && Layer(used) >= Layer(own)
            select FormattableString.Invariant($"{line.File}:{line.Line}: {own} knows {used}");
        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_namespace_is_that_of_its_folder()
    {
        var wrong =
            from project in Projects
            from file in Repository.Sources($"src/{project}")
            from Match match in Namespace().Matches(Repository.Read(file))
            let expected = Path.GetDirectoryName(file)!.Replace('\\', '/')["src/".Length..].Replace('/', '.')
            where match.Groups["name"].Value != expected
            select $"{file}: {match.Groups["name"].Value} instead of {expected}";
        Assert.Empty(wrong);
    }

    [Fact]
    public void A_project_knows_only_the_projects_below_it()
    {
        Assert.Equal(Projects.Order(StringComparer.Ordinal), Directory.GetDirectories(Path.Combine(Repository.Root, "src")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        foreach (var (project, i) in Projects.Select((p, i) => (p, i)))
        {
            var references = XDocument.Parse(Repository.Read($"src/{project}/{project}.csproj")).Descendants("ProjectReference")
                .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value));
            Assert.Empty(references.Except(Projects.Take(i)));
        }
    }

    private static string Folder(string file) => file.Split('/') is [_, _, var folder, _, ..] ? folder : "";

    private static int Layer(string folder) => Array.FindIndex(Folders, f => f.Contains(folder));

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Namespace();
}
