using System.Text.Encodings.Web;
using System.Text.Json;

namespace ClusterResearch.Notebooks.Documents;

/// <summary>Writes a notebook as Jupyter itself would: the same notebook always gives the same bytes.</summary>
internal static class NotebookWriter
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        IndentSize = 1,
        NewLine = "\n",
        // Chinese stays readable in the file and in differences; the file is never part of a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static byte[] Write(Notebook notebook)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteStartArray("cells");
            foreach (var cell in notebook.Cells)
            {
                WriteCell(json, cell);
            }
            json.WriteEndArray();
            WriteMetadata(json, notebook);
            json.WriteNumber("nbformat", 4);
            json.WriteNumber("nbformat_minor", 5);
            json.WriteEndObject();
        }
        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }

    private static void WriteCell(Utf8JsonWriter json, Cell cell)
    {
        var isCode = cell.Kind == CellKind.Code;
        json.WriteStartObject();
        if (cell.Attachments is { } attachments)
        {
            json.WritePropertyName("attachments");
            WriteJson(json, attachments);
        }
        json.WriteString("cell_type", isCode ? "code" : "markdown");
        if (isCode)
        {
            OutputJson.WriteCount(json, cell.ExecutionCount);
        }
        json.WriteString("id", cell.Id);
        json.WritePropertyName("metadata");
        WriteJson(json, cell.Metadata);
        if (isCode)
        {
            json.WriteStartArray("outputs");
            foreach (var output in cell.Outputs)
            {
                OutputJson.Write(json, output, cell.ExecutionCount);
            }
            json.WriteEndArray();
        }
        OutputJson.WriteLines(json, "source", cell.Source);
        json.WriteEndObject();
    }

    private static void WriteMetadata(Utf8JsonWriter json, Notebook notebook)
    {
        json.WriteStartObject("metadata");
        json.WriteStartObject("kernelspec");
        json.WriteString("display_name", Kernelspec.DisplayName);
        json.WriteString("language", "C#");
        json.WriteString("name", Kernelspec.Name);
        json.WriteEndObject();
        json.WriteStartObject("language_info");
        json.WriteString("name", "C#");
        json.WriteEndObject();
        using var others = JsonDocument.Parse(notebook.Metadata);
        foreach (var property in others.RootElement.EnumerateObject())
        {
            property.WriteTo(json);
        }
        json.WriteEndObject();
    }

    private static void WriteJson(Utf8JsonWriter json, string text)
    {
        using var parsed = JsonDocument.Parse(text);
        parsed.WriteTo(json);
    }
}
