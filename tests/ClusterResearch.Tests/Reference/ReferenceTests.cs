using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests.Reference;

/// <summary>The library against other tools: every leaf of every committed case.</summary>
public sealed class ReferenceTests
{
    [Theory, MemberData(nameof(Cases))]
    public void Committed(string id) => Assert.Empty(Differences(ReferenceCase.Committed.Single(c => c.Id == id)));

    [Fact]
    public void Every_method_has_a_committed_case_and_every_case_a_method()
    {
        Assert.Equal(ReferenceCase.Committed.Select(c => c.Method).Distinct().Order(StringComparer.Ordinal), ReferenceMethods.All.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(ReferenceCase.Committed.Count, ReferenceCase.Committed.Select(c => c.Id).Distinct().Count());
    }

    /// <summary>The whole collection lies beside the checkout where the project is developed; it holds more cases than are committed.</summary>
    [Fact]
    public void Every_case_of_the_whole_collection_whose_method_is_ours_passes()
    {
        var folder = Repository.Beside("shared/reference/cases");
        Assert.SkipWhen(folder is null, "The folder shared/reference/cases is not beside this checkout, so only the committed cases were checked.");
        var ours = ReferenceCase.ReadFolder(folder!).Where(c => ReferenceMethods.All.ContainsKey(c.Method)).ToArray();
        Assert.True(ours.Length >= ReferenceCase.Committed.Count, "The collection holds fewer cases than are committed.");
        Assert.Empty(ours.SelectMany(c => Differences(c).Select(d => $"{c.Id} {d}")));
    }

    public static IEnumerable<TheoryDataRow<string>> Cases() =>
        ReferenceCase.Committed.Select(c => new TheoryDataRow<string>(c.Id) { TestDisplayName = $"{c.Method} {c.Id}" });

    private static IReadOnlyList<string> Differences(ReferenceCase c)
    {
        var comparison = new NumericComparison(c.Tolerance);
        comparison.Compare(c.Expected, ReferenceMethods.All[c.Method](c));
        Assert.Equal(NumericComparison.Leaves(c.Expected), comparison.Compared);
        return comparison.Differences;
    }
}
