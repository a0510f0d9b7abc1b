namespace ClusterResearch.Findings;

/// <summary>What can be wrong with files of reference cases (CR70xx), and how it is said.</summary>
internal static class VerificationFindings
{
    public static readonly FindingCode NoFile = new("CR7001", "no-reference-file");
    public static readonly FindingCode Syntax = new("CR7002", "reference-syntax");
    public static readonly FindingCode NoReferenceCases = new("CR7003", "no-reference-cases");
    public static readonly FindingCode MissingMember = new("CR7004", "incomplete-reference-case");

    private const string Form = "tests/reference/README.md describes the format";

    public static Finding Absent(string path) =>
        new(NoFile, path, 0, 0, "nothing there", "a file of reference cases, or a folder of such files", "check the path");

    public static Finding Empty(string folder) =>
        new(NoReferenceCases, folder, 0, 0, "a folder without reference cases", "at least one JSON file with a list of “cases”", Form);

    public static Finding NoCases(string file) =>
        new(NoReferenceCases, file, 0, 0, "a JSON file without a list of “cases”", "an object with the list “cases”", Form);

    public static Finding NotJson(string file, int line, int column, string found) =>
        new(Syntax, file, line, column, found, "JSON (RFC 8259)", "mend the file at this place; an editor with JSON support marks it");

    public static Finding Member(string file, int line, int column, string id, string[] missing) =>
        new(MissingMember, file, line, column, $"{id} without {string.Join(", ", missing.Select(m => $"“{m}”"))}", "id, method, input, expected and tolerance", $"add what is missing; {Form}");
}
