using System.Collections.Immutable;
using ClusterResearch.Data;
using ClusterResearch.Rendering;
using ClusterResearch.Tables;

namespace ClusterResearch.Verification;

/// <summary>What <see cref="Verifier"/> found, case by case.</summary>
[TypeFormatterSource(typeof(RichFormatterSource), PreferredMimeTypes = [MimeType.Html, MimeType.Text])]
public sealed class VerificationReport : IRichOutput
{
    internal VerificationReport(ImmutableArray<CaseVerdict> cases) => Cases = cases;

    /// <summary>The verdicts, in the order of files and cases.</summary>
    public ImmutableArray<CaseVerdict> Cases { get; }

    /// <summary>Whether every case is met and none names a method that is not there.</summary>
    public bool IsSound => Cases.All(c => c.Outcome == CaseOutcome.Passed);

    /// <summary>The counts in one sentence.</summary>
    public string Summary =>
        string.Create(Invariant, $"{Count(CaseOutcome.Passed)} of {Cases.Length} cases pass ({Cases.Sum(c => c.Values)} values), {Count(CaseOutcome.Failed)} fall short, {Count(CaseOutcome.Missing)} name a method that is not there.");

    /// <inheritdoc/>
    public IReadOnlyList<string> MimeTypes => ToTable().MimeTypes;

    /// <inheritdoc/>
    public string Render(string mimeType) => ToTable().Render(mimeType);

    /// <summary>One row per case: verdict, digits of agreement, method and variant, peer and version.</summary>
    public Table ToTable(Language language = Language.English) =>
        new(
            language.Say("Verification against reference cases", "与参考算例的核对"),
            [
                // what a narrow terminal cuts off stands last
                Column.Text("verdict", language.Say("Verdict", "结论")),
                Column.Number("digits", language.Say("Digits", "一致位数"), 1),
                Column.Number("values", language.Say("Values", "数值个数"), 0),
                Column.Text("case", language.Say("Case", "算例")),
                Column.Text("method", language.Say("Method", "方法")),
                Column.Text("variant", language.Say("Variant", "变体")),
                Column.Text("status", language.Say("Evidence", "证据")),
                Column.Text("peer", language.Say("Peer and version", "对照工具与版本")),
            ],
            Cases.Select(c => (object?[])[Word(c.Outcome), c.Digits, c.Values, c.Id, c.Method, c.Variant, c.Status, c.Peer]),
            [
                Summary,
                "Digits of agreement: −log10 of the relative error of the worst number, at most 16; numbers that the case holds to an absolute tolerance only are left out. A case passes by its own tolerances.",
                .. Cases.Where(c => c.Outcome != CaseOutcome.Passed).Select(Shortfall),
            ]
        );

    /// <summary>Method families with the counts of their cases: the summary a report prints.</summary>
    public Table ByMethod(Language language = Language.English) =>
        new(
            language.Say("Verified methods", "已核对的方法"),
            [
                Column.Text("method", language.Say("Method", "方法")),
                Column.Number("cases", language.Say("Cases", "算例数"), 0),
                Column.Number("passed", language.Say("Passed", "通过"), 0),
                Column.Number("values", language.Say("Values", "数值个数"), 0),
                Column.Number("digits", language.Say("Digits, worst number", "最差一致位数"), 1),
                Column.Text("evidence", language.Say("Evidence", "证据")),
            ],
            Cases.GroupBy(c => c.Method).Select(g => (object?[])
            [
                g.Key, g.Count(), g.Count(c => c.Outcome == CaseOutcome.Passed), g.Sum(c => c.Values),
                g.Select(c => c.Digits).Where(d => !double.IsNaN(d)).DefaultIfEmpty(double.NaN).Min(),
                string.Join(", ", g.Select(c => c.Status).Distinct().Order(StringComparer.Ordinal)),
            ]),
            [Summary]
        );

    /// <summary>A verdict as tables print it.</summary>
    internal static string Word(CaseOutcome outcome) =>
        outcome switch { CaseOutcome.Passed => "pass", CaseOutcome.Failed => "FALLS SHORT", _ => "MISSING" };

    /// <summary>The first three differences of a case, and how many more there are.</summary>
    internal static string Shortfall(CaseVerdict verdict)
    {
        var more = verdict.Differences.Length > 3 ? string.Create(Invariant, $"; and {verdict.Differences.Length - 3} more") : "";
        return $"{verdict.Id}: {string.Join("; ", verdict.Differences.Take(3))}{more}";
    }

    private int Count(CaseOutcome outcome) => Cases.Count(c => c.Outcome == outcome);
}
