using ClusterResearch.Tests.Support;
using ClusterResearch.Verification;

namespace ClusterResearch.Tests.Reference;

/// <summary>The library against other tools: every leaf of every committed case, by the runner that <c>cluster verify</c> is.</summary>
public sealed class ReferenceTests
{
    private static readonly VerificationReport Committed = Verifier.Run([Path.Combine(Repository.Root, "tests", "reference")]);

    [Theory, MemberData(nameof(Cases))]
    public void A_committed_case_passes(string id)
    {
        var verdict = Committed.Cases.Single(c => c.Id == id);
        Assert.Empty(verdict.Differences);
        Assert.True(verdict.Values > 0, "The case expects nothing.");
    }

    [Fact]
    public void Every_method_has_a_committed_case() =>
        Assert.Empty(ReferenceMethods.All.Keys.Except(Committed.Cases.Select(c => c.Method)));

    /// <summary>The whole collection lies beside the checkout where the project is developed; it holds more cases than are committed.</summary>
    [Fact]
    public void Every_case_of_the_whole_collection_whose_method_is_ours_passes()
    {
        var folder = Repository.Beside("shared/reference/cases");
        Assert.SkipWhen(folder is null, "The folder shared/reference/cases is not beside this checkout, so only the committed cases were checked.");
        var whole = Verifier.Run([folder!]);
        Assert.True(whole.Cases.Length >= Committed.Cases.Count(c => !c.File.Contains("own_", StringComparison.Ordinal)), "The collection holds fewer cases than are committed.");
        Assert.Empty(whole.Cases.Where(c => c.Outcome == CaseOutcome.Failed).Select(VerificationReport.Shortfall));
    }

    public static IEnumerable<TheoryDataRow<string>> Cases() =>
        Committed.Cases.Select(c => new TheoryDataRow<string>(c.Id) { TestDisplayName = $"{c.Method} {c.Id}" });
}
