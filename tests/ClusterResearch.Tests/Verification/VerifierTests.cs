using ClusterResearch.Findings;
using ClusterResearch.Verification;

namespace ClusterResearch.Tests.Verification;

public sealed class VerifierTests : IDisposable
{
    private const string Equal = """{"id": "e", "method": "weights.equal", "status": "definition", "source": "by hand", "input": {"columns": ["a", "b"]}, "options": {}, "expected": {"w": [0.5, 0.5]}, "tolerance": {"rel": 0, "abs": 0}}""";

    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_case_that_is_met_passes_with_the_digits_of_its_worst_number()
    {
        var report = Verifier.Run([Write("a.json", Equal)]);
        Assert.True(report.IsSound);
        Assert.Equal((CaseOutcome.Passed, 2, 16.0), (report.Cases[0].Outcome, report.Cases[0].Values, report.Cases[0].Digits));
        Assert.Equal("1 of 1 cases pass (2 values), 0 fall short, 0 name a method that is not there.", report.Summary);
    }

    [Fact]
    public void A_case_that_falls_short_says_where_and_an_unknown_method_is_listed()
    {
        var wrong = Equal.Replace("0.5, 0.5", "0.5, 0.4", StringComparison.Ordinal);
        var unknown = Equal.Replace("weights.equal", "weights.by_eye", StringComparison.Ordinal).Replace("\"e\"", "\"u\"", StringComparison.Ordinal);
        var report = Verifier.Run([Write("a.json", $"{wrong}, {unknown}")]);
        Assert.False(report.IsSound);
        Assert.Equal(["w.1: 0.5 instead of 0.4"], report.Cases[0].Differences);
        Assert.Equal((CaseOutcome.Missing, "The library has no method “weights.by_eye”."), (report.Cases[1].Outcome, report.Cases[1].Differences.Single()));
        Assert.Equal("0 of 2 cases pass (2 values), 1 fall short, 1 name a method that is not there.", report.Summary);
    }

    [Fact]
    public void A_method_that_breaks_off_fails_its_case_only()
    {
        var broken = Equal.Replace("\"columns\": [\"a\", \"b\"]", "\"columns\": 7", StringComparison.Ordinal);
        var report = Verifier.Run([Write("a.json", $"{broken}, {Equal}")]);
        Assert.StartsWith("The method broke off: InvalidOperationException", report.Cases[0].Differences.Single(), StringComparison.Ordinal);
        Assert.Equal(CaseOutcome.Passed, report.Cases[1].Outcome);
    }

    [Fact]
    public void Other_JSON_files_of_a_folder_are_passed_over_and_sub_folders_are_read()
    {
        Directory.CreateDirectory(Path.Combine(folder, "b"));
        Write("a.json", Equal);
        Write("b/c.json", Equal);
        File.WriteAllText(Path.Combine(folder, "other.json"), "{}");
        Assert.Equal(2, Verifier.Run([folder]).Cases.Length);
    }

    [Fact]
    public void What_is_no_reference_case_is_told_all_at_once()
    {
        File.WriteAllText(Path.Combine(folder, "x.json"), "{");
        File.WriteAllText(Path.Combine(folder, "y.json"), "{}");
        Write("z.json", """{"id": "q", "method": "weights.equal"}""");
        var files = new[] { "x.json", "y.json", "z.json", "none.json" }.Select(f => Path.Combine(folder, f));
        var e = Assert.Throws<FindingsException>(() => Verifier.Run(files));
        var root = folder.Replace('\\', '/') + "/";
        var told = e.Message.Replace('\\', '/').Replace(root, "", StringComparison.Ordinal);
        Assert.Equal(
            """
            4 findings
            CR7001 no-reference-file  none.json
              found:    nothing there
              expected: a file of reference cases, or a folder of such files
              way out:  check the path
            CR7002 reference-syntax  x.json:1:2
              found:    Expected depth to be zero at the end of the JSON payload. There is an open JSON object or array that should be closed.
              expected: JSON (RFC 8259)
              way out:  mend the file at this place; an editor with JSON support marks it
            CR7003 no-reference-cases  y.json
              found:    a JSON file without a list of “cases”
              expected: an object with the list “cases”
              way out:  tests/reference/README.md describes the format
            CR7004 incomplete-reference-case  z.json:1:12
              found:    q without “input”, “expected”, “tolerance”
              expected: id, method, input, expected and tolerance
              way out:  add what is missing; tests/reference/README.md describes the format
            """,
            told);
    }

    [Fact]
    public void An_empty_folder_is_told()
    {
        var e = Assert.Throws<FindingsException>(() => Verifier.Run([folder]));
        Assert.Contains("CR7003 no-reference-cases  ", e.Message, StringComparison.Ordinal);
        Assert.Contains("a folder without reference cases", e.Message, StringComparison.Ordinal);
    }

    private string Write(string name, string cases)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, $$"""{"cases": [{{cases}}]}""");
        return path;
    }
}
