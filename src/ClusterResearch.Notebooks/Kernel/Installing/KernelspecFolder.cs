using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClusterResearch.Notebooks.Publishing.Pages;

namespace ClusterResearch.Notebooks.Kernel.Installing;

/// <summary>A folder that tells Jupyter how to start a kernel.</summary>
/// <param name="Path">The folder; its name is the kernel's.</param>
internal sealed record KernelspecFolder(string Path)
{
    /// <summary>Says in the file that we wrote it; what we did not write we leave alone.</summary>
    private const string Mark = "made_by";
    private const string Maker = "ClusterResearch";

    private const string Logo =
        """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3" fill="#1c5d7a"/><path d="M3 12V8h2v4zM7 12V4h2v8zM11 12V6h2v6z" fill="#fff"/></svg>""";

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private string File => System.IO.Path.Combine(Path, "kernel.json");

    /// <summary>Whether something is there already.</summary>
    public bool Exists => Directory.Exists(Path) && Directory.EnumerateFileSystemEntries(Path).Any();

    /// <summary>Whether we wrote it.</summary>
    public bool IsOurs => (string?)(Read()?["metadata"] as JsonObject)?[Mark] == Maker;

    /// <summary>The command that starts the kernel; empty where none can be read.</summary>
    public ImmutableArray<string> Command => Read()?["argv"] is JsonArray words ? [.. words.Select(w => (string?)w ?? "")] : [];

    /// <summary>Writes the folder anew.</summary>
    /// <param name="program">The command.</param>
    /// <param name="title">The name that front ends show.</param>
    public void Write(KernelProgram program, string title)
    {
        var spec = new JsonObject
        {
            ["argv"] = new JsonArray([.. program.Words.Select(w => (JsonNode)w)]),
            ["display_name"] = title,
            ["language"] = "C#",
            ["interrupt_mode"] = "message",
            ["metadata"] = new JsonObject { [Mark] = Maker, ["version"] = KernelInfo.Version },
        };
        Directory.CreateDirectory(Path);
        System.IO.File.WriteAllText(File, spec.ToJsonString(Readable) + "\n");
        System.IO.File.WriteAllText(System.IO.Path.Combine(Path, "logo-svg.svg"), Logo);
        // Pages of Jupyter fetch it from here to draw figures without a network.
        System.IO.File.WriteAllBytes(System.IO.Path.Combine(Path, "plotly.min.js"), SiteAssets.PlotlyBytes);
    }

    public void Delete() => Directory.Delete(Path, recursive: true);

    private JsonObject? Read()
    {
        try
        {
            return System.IO.File.Exists(File) ? JsonNode.Parse(System.IO.File.ReadAllText(File)) as JsonObject : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
