using System.Text.Json;
using ClusterResearch.Data;
using ClusterResearch.Findings;

namespace ClusterResearch.Verification;

/// <summary>Reads files of reference cases, and refuses what is none with line and column.</summary>
internal static class ReferenceFile
{
    private static readonly string[] Members = ["id", "method", "input", "expected", "tolerance"];

    /// <summary>The cases of a file, or of every file of a folder that holds any; other JSON files of a folder are passed over.</summary>
    public static IEnumerable<ReferenceCase> Read(string path, List<Finding> findings)
    {
        if (Directory.Exists(path))
        {
            var cases = Directory.EnumerateFiles(path, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
                .SelectMany(f => ReadFile(f, Named(f), findings, isNamed: false)).ToArray();
            if (cases.Length == 0)
            {
                findings.Add(VerificationFindings.Empty(path));
            }
            return cases;
        }
        if (File.Exists(path))
        {
            return ReadFile(path, path, findings, isNamed: true);
        }
        findings.Add(VerificationFindings.Absent(path));
        return [];

        string Named(string file) => Path.Combine(path, Path.GetRelativePath(path, file)).Replace('\\', '/');
    }

    private static ReferenceCase[] ReadFile(string path, string name, List<Finding> findings, bool isNamed)
    {
        var file = SourceFile.Read(path, name.Replace('\\', '/'));
        var (at, fault) = JsonAt.Parse(file.Bytes);
        if (at is null)
        {
            findings.Add(VerificationFindings.NotJson(file.Name, fault!.Line, fault.Column, fault.Found));
            return [];
        }
        if (at["cases"] is not { Kind: JsonValueKind.Array } cases)
        {
            if (isNamed)
            {
                findings.Add(VerificationFindings.NoCases(file.Name));
            }
            return [];
        }
        var json = JsonDocument.Parse(file.Bytes).RootElement.GetProperty("cases");
        return [.. json.EnumerateArray().Zip(cases.Items).Where(c => IsWhole(file, c.Second, findings)).Select(c => new ReferenceCase(file, c.First))];
    }

    private static bool IsWhole(SourceFile file, JsonAt item, List<Finding> findings)
    {
        var missing = Members.Where(m => item[m] is null).ToArray();
        if (missing.Length > 0)
        {
            findings.Add(VerificationFindings.Member(file.Name, item.Line, item.Column, item["id"]?.Text ?? "a case", missing));
        }
        return missing.Length == 0;
    }
}
