using System.Text.RegularExpressions;
using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests.Rules;

/// <summary>What must not stand in files.</summary>
public sealed partial class TextTests
{
    private const int LongestFile = 400;

    /// <summary>Files that may read a clock, and what for.</summary>
    private static readonly Dictionary<string, string> Clocks = new()
    {
        ["src/ClusterResearch.Cli/Verbs/PublishVerb.cs"] = "tells how long it took",
        ["src/ClusterResearch.Cli/Verbs/NotebookBatch.cs"] = "tells how long it took",
        ["src/ClusterResearch.Notebooks/Kernel/Installing/KernelDoctor.cs"] = "tells how long the kernel took",
        ["src/ClusterResearch.Notebooks/Kernel/Wire/KernelClient.cs"] = "waits no longer than asked to; names and keys of messages",
        ["src/ClusterResearch.Notebooks/Kernel/Wire/MessageCodec.cs"] = "names and dates messages, as the protocol wants it",
        ["src/ClusterResearch.Notebooks/Session/CSharpSession.cs"] = "tells how long a cell took",
        ["src/ClusterResearch.Notebooks/Session/ProgressDisplay.cs"] = "updates at most ten times a second",
        ["src/ClusterResearch.Notebooks/Session/StoppableThread.cs"] = "stops an endless cell",
    };

    [Fact]
    public void No_source_file_is_longer_than_one_reads_at_a_sitting() =>
        Assert.Empty(new[] { "src", "tests" }.SelectMany(Repository.Sources).Where(f => Repository.Read(f).Split('\n').Length > LongestFile + 1).ToArray());

    [Fact]
    public void No_result_depends_on_the_clock_or_on_chance()
    {
        var found = SourceText.Code("src").Where(l => Unsteady().IsMatch(l.Code)).ToArray();
        Assert.Empty(found.Where(l => !Clocks.ContainsKey(l.File)).Select(Place));
        Assert.Empty(Clocks.Keys.Except(found.Select(l => l.File)));
    }

    /// <summary>The shipped study is one folder of data: code may name that folder as an example, and nothing else of it.</summary>
    [Fact]
    public void Nothing_in_the_code_knows_the_shipped_study() =>
        Assert.Empty(SourceText.Code("src").Where(l => OwnStudy().IsMatch(l.Code.Replace("data/henan", "", StringComparison.Ordinal))).Select(Place));

    [Fact]
    public void The_shipped_study_stands_in_comments_of_the_library_only_as_an_example() =>
        Assert.Empty(Repository.Sources("src").SelectMany(f => Repository.Read(f).Split('\n').Select((Code, i) => (File: f, Line: i + 1, Code)))
            .Where(l => OwnStudy().IsMatch(l.Code) && !l.Code.Contains("data/henan", StringComparison.Ordinal) && !l.Code.Contains("e.g.", StringComparison.Ordinal) && !l.Code.Contains("<example>", StringComparison.Ordinal))
            .Select(Place));

    [Fact]
    public void No_file_holds_a_path_of_somebodys_machine() =>
        Assert.Empty(TextFiles().Where(f => MachinePath().IsMatch(File.ReadAllText(f))).Select(f => Path.GetRelativePath(Repository.Root, f)));

    /// <summary>Every text of the checkout but what builds leave behind.</summary>
    private static IEnumerable<string> TextFiles()
    {
        string[] left = ["artifacts", "reports", ".git", ".vs", "obj", "bin", "BenchmarkDotNet.Artifacts"];
        string[] texts = ["", ".cs", ".csx", ".md", ".json", ".csv", ".ipynb", ".props", ".csproj", ".sln", ".txt", ".js", ".css", ".html", ".yml", ".cff", ".bib", ".editorconfig", ".gitattributes", ".gitignore"];
        return new DirectoryInfo(Repository.Root).EnumerateFileSystemInfos().Where(e => !left.Contains(e.Name))
            .SelectMany(e => e is DirectoryInfo d ? d.EnumerateFiles("*", SearchOption.AllDirectories) : [(FileInfo)e])
            .Where(f => texts.Contains(f.Extension) && !left.Any(l => f.FullName.Contains($"{Path.DirectorySeparatorChar}{l}{Path.DirectorySeparatorChar}", StringComparison.Ordinal)))
            .Select(f => f.FullName)
            // a worktree's own pointer to its repository
            .Where(f => Path.GetFileName(f) != ".git");
    }

    private static string Place((string File, int Line, string Code) line) => FormattableString.Invariant($"{line.File}:{line.Line}: {line.Code.Trim()}");

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Utc)?(Now|Today)\b|\bGuid\.(NewGuid|CreateVersion7)\b|\bnew Random\(\s*\)|\bRandom\.Shared\b|\bTickCount(64)?\b|\bStopwatch\b|\bTimeProvider\.System\b|\bGetRandomFileName\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Unsteady();

    [GeneratedRegex("henan|xinxiang|河南|新乡", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OwnStudy();

    /// <summary>A path that begins at the root of a home, work or temporary folder; spelt so that it does not match itself.</summary>
    [GeneratedRegex(@"(?<![\w.:/+=*\\-])/(?:work|tmp|home|root|Users)/\w|\b[A-Z]:\\Users\\", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex MachinePath();
}
