using System.Text;
using ClusterResearch.Findings;

namespace ClusterResearch.Data;

/// <summary>Accepts changed files: writes their hashes and sizes into <c>datapackage.json</c>, and nothing else.</summary>
/// <remarks>The file keeps its layout: only the hash and the number of bytes of changed files are replaced. It is written beside and moved into place.</remarks>
internal static class HashUpdate
{
    /// <summary>Updates a study's folder.</summary>
    /// <returns>The names of the files whose hash was changed.</returns>
    /// <exception cref="FindingsException">The data package cannot be read.</exception>
    public static List<string> Apply(string folder, string name)
    {
        var path = Path.Combine(folder, "datapackage.json");
        var findings = new List<Finding>();
        if (JsonAt.Parse(SourceFile.Read(path, $"{name}/datapackage.json"), PackageFindings.Syntax, findings) is not { } json)
        {
            throw new FindingsException(findings);
        }
        var lines = File.ReadAllText(path).Split('\n');
        var changed = new List<string>();
        foreach (var resource in json["resources"]?.Items ?? [])
        {
            if (resource["path"] is { } file && DataPackageReader.IsInside(file.Text) && resource["hash"] is { } hash && File.Exists(Path.Combine(folder, file.Text)))
            {
                var actual = SourceFile.Read(Path.Combine(folder, file.Text), $"{name}/{file.Text}");
                if (hash.Text != $"sha256:{actual.Sha256}")
                {
                    Replace(lines, hash, $"\"{hash.Text}\"", $"\"sha256:{actual.Sha256}\"");
                    if (resource["bytes"] is { } bytes)
                    {
                        Replace(lines, bytes, bytes.Text, actual.Bytes.Length.ToString(Invariant));
                    }
                    changed.Add(actual.Name);
                }
            }
        }
        if (changed.Count > 0)
        {
            File.WriteAllText(path + ".new", string.Join('\n', lines), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            File.Move(path + ".new", path, overwrite: true);
        }
        return changed;
    }

    private static void Replace(string[] lines, JsonAt at, string old, string text)
    {
        var line = lines[at.Line - 1];
        var start = line.IndexOf(old, at.Column - 1, StringComparison.Ordinal);
        lines[at.Line - 1] = line[..start] + text + line[(start + old.Length)..];
    }
}
