using ClusterResearch.Data;
using ClusterResearch.Verification;

namespace ClusterResearch.Tests.Verification;

public sealed class VerificationReportTests
{
    private static readonly VerificationReport Report = new(
    [
        new("a", "weights.entropy", "shift 0", "B.json", "peer", "R 4.2.2", CaseOutcome.Passed, 10, 15.2, []),
        new("b", "weights.entropy", "shift 1", "B.json", "certified", "NIST", CaseOutcome.Failed, 4, 2.5, ["w.0: 1 instead of 2", "w.1: 1 instead of 3", "w.2: 1 instead of 4", "w.3: 1 instead of 5"]),
        new("c", "rank.by_eye", "", "C.json", "peer", "R 4.2.2", CaseOutcome.Missing, 0, double.NaN, ["The library has no method “rank.by_eye”."]),
    ]);

    [Fact]
    public void The_table_names_method_variant_peer_and_verdict_and_the_notes_say_what_falls_short()
    {
        var table = Report.ToTable();
        Assert.Equal(["pass", 15.2, 10.0, "a", "weights.entropy", "shift 0", "peer", "R 4.2.2"], table.Rows[0]);
        Assert.Equal(["FALLS SHORT", "MISSING"], table.Rows.Skip(1).Select(r => r[0]));
        Assert.Equal(
            ["b: w.0: 1 instead of 2; w.1: 1 instead of 3; w.2: 1 instead of 4; and 1 more", "c: The library has no method “rank.by_eye”."],
            table.Notes.Skip(2));
    }

    [Fact]
    public void The_summary_by_method_counts_cases_and_takes_the_worst_digits()
    {
        var rows = Report.ByMethod().Rows;
        Assert.Equal(["weights.entropy", 2.0, 1.0, 14.0, 2.5, "certified, peer"], rows[0]);
        Assert.Equal(["rank.by_eye", 1.0, 0.0, 0.0, null, "peer"], rows[1]);
    }

    [Fact]
    public void Titles_are_in_both_languages() => Assert.Equal("与参考算例的核对", Report.ToTable(Language.Chinese).Title);
}
