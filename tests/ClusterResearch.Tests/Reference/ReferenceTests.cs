using System.Reflection;
using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests.Reference;

/// <summary>The library against other tools: every leaf of every committed case.</summary>
public sealed class ReferenceTests
{
    [Theory, MemberData(nameof(Cases), "normalise.minmax")]
    public void MinMax(string id) => Check(id);

    [Theory, MemberData(nameof(Cases), "normalise.goalposts")]
    public void Goalposts(string id) => Check(id);

    [Theory, MemberData(nameof(Cases), "normalise.zscore")]
    public void ZScore(string id) => Check(id);

    [Theory, MemberData(nameof(Cases), "normalise.zscore_robust")]
    public void ZScoreRobust(string id) => Check(id);

    [Theory, MemberData(nameof(Cases), "normalise.rank")]
    public void Rank(string id) => Check(id);

    [Theory, MemberData(nameof(Cases), "normalise.interval")]
    public void Interval(string id) => Check(id);

    [Theory, MemberData(nameof(Cases), "normalise.middle")]
    public void Middle(string id) => Check(id);

    [Theory, MemberData(nameof(Cases), "weights.entropy")]
    public void Entropy(string id) => Check(id);

    [Theory, MemberData(nameof(Cases), "weights.entropy_panel")]
    public void EntropyPanel(string id) => Check(id);

    [Theory, MemberData(nameof(Cases), "weights.equal")]
    public void Equal(string id) => Check(id);

    [Theory, MemberData(nameof(Cases), "aggregate.means")]
    public void Means(string id) => Check(id);

    [Fact]
    public void Every_committed_case_is_asserted_by_a_theory()
    {
        var asserted = typeof(ReferenceTests).GetMethods().SelectMany(m => m.GetCustomAttributes<MemberDataAttribute>()).Select(a => (string)a.Arguments[0]!);
        Assert.Equal(ReferenceCase.Committed.Select(c => c.Method).Distinct().Order(StringComparer.Ordinal), asserted.Order(StringComparer.Ordinal));
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

    public static IEnumerable<TheoryDataRow<string>> Cases(string method) =>
        ReferenceCase.Committed.Where(c => c.Method == method).Select(c => new TheoryDataRow<string>(c.Id) { TestDisplayName = c.Id });

    private static void Check(string id) => Assert.Empty(Differences(ReferenceCase.Committed.Single(c => c.Id == id)));

    private static IReadOnlyList<string> Differences(ReferenceCase c)
    {
        var comparison = new NumericComparison(c.Tolerance);
        comparison.Compare(c.Expected, ReferenceMethods.All[c.Method](c));
        Assert.Equal(NumericComparison.Leaves(c.Expected), comparison.Compared);
        return comparison.Differences;
    }
}
