using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ClusterResearch.Notebooks.Session;
using ClusterResearch.TestSupport;

namespace ClusterResearch.Cli.Tests.EndToEnd;

/// <summary>What the guides tell a reader to type works.</summary>
public partial class ReadmeTests
{
    private static readonly string Root = ProjectFolder.Root;

    public static TheoryData<string> Guides =>
        [
            "README.md", "CONTRIBUTING.md", "data/README.md", "src/README.md", "tests/reference/README.md", "tests/Benchmarks/README.md",
            .. Directory.GetFiles(Path.Combine(Root, "notebooks", "guides"), "*.md").Select(f => "notebooks/guides/" + Path.GetFileName(f)),
        ];

    [Fact]
    public void The_two_commands_come_first()
    {
        var blocks = Block().Matches(Read("README.md"));

        Assert.Equal("dotnet run --project src/ClusterResearch.Cli -- publish\ndotnet test\n", blocks[0].Groups["code"].Value);
    }

    [Theory]
    [MemberData(nameof(Guides))]
    public void Every_snippet_of_CSharp_runs(string guide)
    {
        foreach (var snippet in Block().Matches(Read(guide)).Where(b => b.Groups["language"].Value == "csharp"))
        {
            using var session = new CSharpSession(Path.Combine(Root, "notebooks"));
            var before = Directory.GetCurrentDirectory();
            Directory.SetCurrentDirectory(Root);
            try
            {
                var failure = session.Execute("#!import \"setup.csx\"\n" + snippet.Groups["code"].Value, 1, new Deaf(), cancellation: TestContext.Current.CancellationToken);
                Assert.True(failure is null, failure?.Message);
            }
            finally
            {
                Directory.SetCurrentDirectory(before);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Guides))]
    public void Every_command_is_understood(string guide)
    {
        foreach (var words in Command().Matches(Read(guide)).Select(c => c.Groups["words"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
        {
            using var study = new TestStudy();
            Assert.True(study.Cluster(string.Join(" ", words) + " --help") == 0, string.Join(' ', words) + "\n" + study.Error);
        }
    }

    [Theory]
    [MemberData(nameof(Guides))]
    public void Every_link_leads_somewhere(string guide)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Root, guide))!;

        var links = Link().Matches(Read(guide)).Select(l => l.Groups["to"].Value).Where(l => !l.Contains("://", StringComparison.Ordinal));

        Assert.All(links, link => Assert.True(Path.Exists(Path.Combine(folder, link)), link));
    }

    private static string Read(string guide) => File.ReadAllText(Path.Combine(Root, guide));

    [GeneratedRegex("^```(?<language>\\w*)\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline, 1000)]
    private static partial Regex Block();

    [GeneratedRegex("dotnet run --project src/ClusterResearch.Cli -- (?<words>[a-z][^`\n]*)", RegexOptions.None, 1000)]
    private static partial Regex Command();

    [GeneratedRegex("\\]\\((?<to>[^)#]+)\\)", RegexOptions.None, 1000)]
    private static partial Regex Link();

    private sealed class Deaf : ICellSink
    {
        public void Text(string name, string text) { }

        public void Display(string displayId, ImmutableSortedDictionary<string, string> data) { }

        public void Update(string displayId, ImmutableSortedDictionary<string, string> data) { }

        public void Clear(bool wait) { }

        public void Result(ImmutableSortedDictionary<string, string> data) { }

        public void Fail(CellFailure failure) { }
    }
}
