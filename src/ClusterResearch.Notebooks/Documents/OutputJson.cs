using System.Collections.Immutable;
using System.Text.Json;

namespace ClusterResearch.Notebooks.Documents;

/// <summary>The outputs of a cell as nbformat writes them.</summary>
internal static class OutputJson
{
    /// <summary>Reads the outputs; what is not understood is left out, for outputs are made anew anyway.</summary>
    public static IEnumerable<CellOutput> ReadAll(JsonElement outputs) =>
        outputs.ValueKind == JsonValueKind.Array
            ? outputs.EnumerateArray().Select(Read).OfType<CellOutput>()
            : [];

    /// <summary>Text that stands as a string or as a list of lines; null where it is neither.</summary>
    public static string? Lines(JsonElement text) =>
        text.ValueKind switch
        {
            JsonValueKind.String => text.GetString(),
            JsonValueKind.Array when text.EnumerateArray().All(l => l.ValueKind == JsonValueKind.String) =>
                string.Concat(text.EnumerateArray().Select(l => l.GetString())),
            _ => null,
        };

    /// <summary>Whether content of this MIME type is JSON and is written as such.</summary>
    public static bool IsJson(string mimeType) =>
        mimeType == "application/json" || mimeType.EndsWith("+json", StringComparison.Ordinal);

    /// <summary>Writes one output.</summary>
    public static void Write(Utf8JsonWriter json, CellOutput output, int? executionCount)
    {
        json.WriteStartObject();
        switch (output)
        {
            case CellOutput.Display display:
                WriteDisplay(json, display, executionCount);
                break;
            case CellOutput.Text text:
                json.WriteString("name", text.Name);
                json.WriteString("output_type", "stream");
                WriteLines(json, "text", text.Content);
                break;
            case CellOutput.Failure failure:
                json.WriteString("ename", failure.Name);
                json.WriteString("evalue", failure.Message);
                json.WriteString("output_type", "error");
                WriteArray(json, "traceback", failure.Traceback);
                break;
        }
        json.WriteEndObject();
    }

    /// <summary>Writes a text as a list of lines, as Jupyter does, so that differences between versions show by line.</summary>
    public static void WriteLines(Utf8JsonWriter json, string name, string text)
    {
        var lines = new List<string>();
        for (var start = 0; start < text.Length; start += lines[^1].Length)
        {
            var end = text.IndexOf('\n', start);
            lines.Add(end < 0 ? text[start..] : text[start..(end + 1)]);
        }
        WriteArray(json, name, lines);
    }

    private static void WriteArray(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }
        json.WriteEndArray();
    }

    private static void WriteDisplay(Utf8JsonWriter json, CellOutput.Display display, int? executionCount)
    {
        json.WriteStartObject("data");
        foreach (var (mimeType, content) in display.Data)
        {
            WriteContent(json, mimeType, content);
        }
        json.WriteEndObject();
        if (display.IsResult)
        {
            WriteCount(json, executionCount);
        }
        json.WriteStartObject("metadata");
        json.WriteEndObject();
        json.WriteString("output_type", display.IsResult ? "execute_result" : "display_data");
    }

    private static void WriteContent(Utf8JsonWriter json, string mimeType, string content)
    {
        if (!IsJson(mimeType) || !TryParse(content, out var parsed))
        {
            WriteLines(json, mimeType, content);
            return;
        }
        json.WritePropertyName(mimeType);
        parsed.WriteTo(json);
    }

    /// <summary>A formatter of the reader's own may promise JSON and give something else; that must not cost the notebook.</summary>
    private static bool TryParse(string content, out JsonElement parsed)
    {
        try
        {
            parsed = JsonElement.Parse(content);
            return true;
        }
        catch (JsonException)
        {
            parsed = default;
            return false;
        }
    }

    /// <summary>Writes an execution count, null where there is none.</summary>
    public static void WriteCount(Utf8JsonWriter json, int? count)
    {
        if (count is { } number)
        {
            json.WriteNumber("execution_count", number);
        }
        else
        {
            json.WriteNull("execution_count");
        }
    }

    private static CellOutput? Read(JsonElement output) =>
        Text(output, "output_type") switch
        {
            "stream" => new CellOutput.Text(Text(output, "name"), Text(output, "text")),
            "display_data" => new CellOutput.Display(Data(output), IsResult: false),
            "execute_result" => new CellOutput.Display(Data(output), IsResult: true),
            "error" => new CellOutput.Failure(
                Text(output, "ename"),
                Text(output, "evalue"),
                Traceback(output)
            ),
            _ => null,
        };

    private static string Text(JsonElement output, string key) =>
        output.ValueKind == JsonValueKind.Object && output.TryGetProperty(key, out var text)
            ? Lines(text) ?? ""
            : "";

    private static ImmutableArray<string> Traceback(JsonElement output) =>
        output.TryGetProperty("traceback", out var lines) && lines.ValueKind == JsonValueKind.Array
            ? [.. lines.EnumerateArray().Select(l => Lines(l) ?? "")]
            : [];

    private static ImmutableSortedDictionary<string, string> Data(JsonElement output) =>
        output.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object
            ? data.EnumerateObject()
                .DistinctBy(p => p.Name, StringComparer.Ordinal)
                .ToImmutableSortedDictionary(
                    p => p.Name,
                    p => IsJson(p.Name) ? p.Value.GetRawText() : Lines(p.Value) ?? "",
                    StringComparer.Ordinal
                )
            : ImmutableSortedDictionary<string, string>.Empty;
}
