using System.Text;
using System.Text.RegularExpressions;
using ClusterResearch.Findings;

namespace ClusterResearch.Notebooks.Documents;

/// <summary>Reads a guide, a page of Markdown beside the notebooks, as a notebook of one cell of prose.</summary>
public static partial class GuideFile
{
    private static readonly FindingCode NoPicture = new("CR8020", "missing-picture");

    private static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".svg"] = "image/svg+xml",
    };

    /// <summary>Reads the guide; its pictures, files beside it, become part of the text.</summary>
    /// <param name="path">The file, absolute.</param>
    /// <param name="name">How findings name it.</param>
    /// <exception cref="FindingsException">A picture is not there (CR8020).</exception>
    public static Notebook Read(string path, string name)
    {
        var text = File.ReadAllText(path, Encoding.UTF8).ReplaceLineEndings("\n");
        var folder = Path.GetDirectoryName(path)!;
        var findings = new List<Finding>();
        var whole = Picture().Replace(text, m => Embedded(m, folder) ?? Missing(m));
        return findings.Count > 0
            ? throw new FindingsException(findings)
            : new Notebook(Path.GetFileNameWithoutExtension(path), name, [new Cell("guide", CellKind.Markdown, whole)]);

        string Missing(Match m)
        {
            var before = text.AsSpan(0, m.Index);
            findings.Add(new(
                NoPicture, name, before.Count('\n') + 1, m.Index - before.LastIndexOf('\n'),
                $"the picture {m.Groups["file"].Value}", "a file .png, .jpg or .svg, named from the guide's folder", "Add the picture or mend its name."
            ));
            return m.Value;
        }
    }

    private static string? Embedded(Match m, string folder)
    {
        var file = Path.Combine(folder, m.Groups["file"].Value);
        return Types.TryGetValue(Path.GetExtension(file), out var type) && File.Exists(file)
            ? $"![{m.Groups["words"].Value}](data:{type};base64,{Convert.ToBase64String(File.ReadAllBytes(file))})"
            : null;
    }

    [GeneratedRegex(@"!\[(?<words>[^\]]*)\]\((?<file>[^):]+)\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Picture();
}
