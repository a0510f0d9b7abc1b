using System.Text;
using System.Text.Json;

namespace ClusterResearch.Notebooks.Documents;

/// <summary>The metadata that survives: what the author wrote, without what kernels and editors leave behind.</summary>
internal static class KeptMetadata
{
    /// <summary>A notebook's metadata without kernel and language, which are always written anew.</summary>
    public static string OfNotebook(JsonElement metadata) =>
        Keep(metadata, key => key is not ("kernelspec" or "language_info") && !Kernelspec.IsForeign(key));

    /// <summary>A cell's metadata without time stamps and traces of an editor.</summary>
    public static string OfCell(JsonElement metadata) =>
        Keep(metadata, key => key is not ("execution" or "vscode") && !Kernelspec.IsForeign(key));

    /// <summary>The keys of an object; none where it is not one.</summary>
    public static IEnumerable<string> Keys(JsonElement metadata) =>
        metadata.ValueKind == JsonValueKind.Object ? metadata.EnumerateObject().Select(p => p.Name) : [];

    private static string Keep(JsonElement metadata, Func<string, bool> keep)
    {
        if (!Keys(metadata).Any(keep))
        {
            return "{}";
        }
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var property in metadata.EnumerateObject().Where(p => keep(p.Name)))
            {
                property.WriteTo(json);
            }
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
