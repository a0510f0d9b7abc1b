using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests.Rules;

/// <summary>Whoever reads a source file finds its test by its name, and the other way round.</summary>
public sealed class MirrorTests
{
    public static IEnumerable<TheoryDataRow<string>> Projects() =>
        Directory.GetDirectories(Path.Combine(Repository.Root, "src")).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal)
            .Where(p => Directory.Exists(Path.Combine(Repository.Root, "tests", $"{p}.Tests"))).Select(p => new TheoryDataRow<string>(p));

    [Theory, MemberData(nameof(Projects))]
    public void Every_test_file_has_its_source_file(string project) =>
        Assert.Empty(Tests(project).Except(Sources(project)).Except(Mirror.TestsOfData.GetValueOrDefault(project) ?? []));

    [Theory, MemberData(nameof(Projects))]
    public void Every_source_file_has_its_test_file_or_a_reason_for_none(string project)
    {
        var tests = Tests(project).ToHashSet();
        Assert.SkipWhen(tests.Count == 0, $"{project}.Tests has no test yet.");
        var excused = Mirror.Untested[project].SelectMany(u => u.Files).ToArray();
        Assert.Empty(Sources(project).Where(s => !tests.Contains(s) && !excused.Contains(s)).ToArray());
    }

    /// <summary>An exception that is needed no longer would hide the next one.</summary>
    [Theory, MemberData(nameof(Projects))]
    public void Every_exception_is_still_needed(string project)
    {
        var (tests, sources) = (Tests(project).ToHashSet(), Sources(project).ToArray());
        Assert.SkipWhen(tests.Count == 0, $"{project}.Tests has no test yet.");
        var excused = Mirror.Untested[project].SelectMany(u => u.Files).ToArray();
        Assert.Empty(excused.Where(e => !sources.Contains(e) || tests.Contains(e)).ToArray());
        Assert.Empty((Mirror.TestsOfData.GetValueOrDefault(project) ?? []).Where(t => !tests.Contains(t)).ToArray());
    }

    private static IEnumerable<string> Sources(string project) => Repository.Sources($"src/{project}").Select(f => f[$"src/{project}/".Length..^".cs".Length]);

    private static IEnumerable<string> Tests(string project)
    {
        var root = $"tests/{project}.Tests/";
        return Repository.Sources(root).Where(f => f.EndsWith("Tests.cs", StringComparison.Ordinal))
            .Select(f => f[root.Length..^"Tests.cs".Length]).Where(f => !Mirror.OwnFolders.Contains(f.Split('/')[0]));
    }
}
