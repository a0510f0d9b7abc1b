using System.Reflection;
using ClusterResearch.Findings;
using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests.Findings;

public sealed class FindingTests
{
    /// <summary>Every class of the library that holds codes and their texts.</summary>
    private static readonly Type[] Areas =
        [.. typeof(Finding).Assembly.GetTypes().Where(t => t.Namespace == typeof(Finding).Namespace && t.Name.EndsWith("Findings", StringComparison.Ordinal) && t.IsAbstract)];

    private static readonly FindingCode Code = new("CR1234", "some-fault");

    [Theory]
    [InlineData(0, 0, "a.csv")]
    [InlineData(0, 7, "a.csv")]
    [InlineData(3, 0, "a.csv:3")]
    [InlineData(1234, 5, "a.csv:1234:5")]
    public void The_place_is_one_that_editors_understand(int line, int column, string place) =>
        Assert.Equal(place, new Finding(Code, "a.csv", line, column, "x", "y", "z").Place);

    [Fact]
    public void Four_lines() =>
        Assert.Equal("CR1234 some-fault  a.csv:3\n  found:    x\n  expected: y\n  way out:  z", new Finding(Code, "a.csv", 3, 0, "x", "y", "z").ToString());

    [Fact]
    public void Codes_and_names_are_unique_and_every_code_is_used()
    {
        var fields = Areas.SelectMany(a => a.GetFields(BindingFlags.Public | BindingFlags.Static)).ToArray();
        var codes = fields.Select(f => (FindingCode)f.GetValue(null)!).ToArray();
        Assert.Equal(codes.Length, codes.DistinctBy(c => c.Id).Count());
        Assert.Equal(codes.Length, codes.DistinctBy(c => c.Name).Count());
        Assert.All(codes, c => Assert.Matches("^CR[1-9][0-9]{3}$", c.Id));
        var source = string.Concat(Repository.Sources("src/ClusterResearch").Select(Repository.Read));
        Assert.All(fields, f => Assert.True(source.Split($"new({f.Name},").Length > 1 || source.Contains($"PackageFindings.{f.Name},", StringComparison.Ordinal), $"{f.Name} is used nowhere."));
    }

    /// <summary>A fault that no test provokes has a text that nobody has read.</summary>
    [Fact]
    public void Every_code_is_provoked_by_a_test()
    {
        var tests = string.Concat(Repository.Sources("tests").Select(Repository.Read));
        var codes = Areas.SelectMany(a => a.GetFields(BindingFlags.Public | BindingFlags.Static)).Select(f => (FindingCode)f.GetValue(null)!);
        Assert.Empty(codes.Where(c => !tests.Contains($"{c}  ", StringComparison.Ordinal)).Select(c => c.ToString()));
    }
}
