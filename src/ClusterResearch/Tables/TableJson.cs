using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ClusterResearch.Tables;

/// <summary>A table as JSON and back: what travels in notebooks and into the published page.</summary>
public static class TableJson
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The table as JSON: title, columns, rows, notes, methods. Numbers keep full precision.</summary>
    public static string Write(Table table)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Readable))
        {
            WriteTo(json, table);
        }
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>Writes the table as one JSON object.</summary>
    public static void WriteTo(Utf8JsonWriter json, Table table)
    {
        json.WriteStartObject();
        json.WriteString("title", table.Title);
        json.WriteStartArray("columns");
        foreach (var column in table.Columns)
        {
            json.WriteStartObject();
            json.WriteString("key", column.Key);
            json.WriteString("title", column.Title);
            if (column.Unit is not null)
            {
                json.WriteString("unit", column.Unit);
            }
            if (column.Decimals is { } decimals)
            {
                json.WriteNumber("decimals", decimals);
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("rows");
        foreach (var row in table.Rows)
        {
            json.WriteStartArray();
            foreach (var cell in row)
            {
                WriteCell(json, cell);
            }
            json.WriteEndArray();
        }
        json.WriteEndArray();
        json.WriteStartArray("notes");
        foreach (var note in table.Notes)
        {
            json.WriteStringValue(note);
        }
        json.WriteEndArray();
        if (!table.Methods.IsEmpty)
        {
            json.WriteStartArray("methods");
            foreach (var method in table.Methods)
            {
                json.WriteStringValue(method);
            }
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="JsonException">The text is not such a table.</exception>
    public static Table Read(JsonElement json)
    {
        var columns = json.GetProperty("columns").EnumerateArray().Select(c => new Column(
            c.GetProperty("key").GetString()!,
            c.GetProperty("title").GetString()!,
            c.TryGetProperty("unit", out var unit) ? unit.GetString() : null,
            c.TryGetProperty("decimals", out var decimals) ? decimals.GetInt32() : null
        ));
        var rows = json.GetProperty("rows").EnumerateArray().Select(r => r.EnumerateArray().Select(ReadCell).ToArray());
        var notes = json.GetProperty("notes").EnumerateArray().Select(n => n.GetString()!);
        var methods = json.TryGetProperty("methods", out var cards) ? cards.EnumerateArray().Select(m => m.GetString()!) : [];
        return new Table(json.GetProperty("title").GetString()!, columns, rows, notes) { Methods = [.. methods] };
    }

    private static void WriteCell(Utf8JsonWriter json, object? cell)
    {
        switch (cell)
        {
            case double number when double.IsFinite(number):
                json.WriteNumberValue(number);
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            default:
                json.WriteNullValue();
                break;
        }
    }

    private static object? ReadCell(JsonElement cell) =>
        cell.ValueKind switch
        {
            JsonValueKind.Number => cell.GetDouble(),
            JsonValueKind.String => cell.GetString(),
            _ => null,
        };
}
