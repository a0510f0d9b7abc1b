using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using ClusterResearch.Findings;

namespace ClusterResearch.Notebooks.Documents;

/// <summary>Turns the bytes of one file into a notebook and notes everything that is wrong on the way.</summary>
internal sealed class NotebookReader
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);
    private readonly string file;
    private readonly string id;
    private readonly byte[] utf8;
    private JsonPlaces? places;

    public NotebookReader(string file, string id, byte[] bytes)
    {
        this.file = file;
        this.id = id;
        utf8 = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes[3..] : bytes;
    }

    public List<Finding> Findings { get; } = [];

    /// <summary>The notebook, or null where the file is too broken to be one.</summary>
    public Notebook? Read()
    {
        using var json = Parse();
        if (json is null || !IsNotebook(json.RootElement))
        {
            return null;
        }
        var metadata = json.RootElement.TryGetProperty("metadata", out var m) ? m : default;
        CheckKernel(metadata);
        CheckForeign(metadata, "metadata");
        var cells = json.RootElement.GetProperty("cells").EnumerateArray().Select(ReadCell).OfType<Cell>();
        return new Notebook(id, file, [.. cells]) { Metadata = KeptMetadata.OfNotebook(metadata) };
    }

    private (int Line, int Column) At(string path) => (places ??= new JsonPlaces(utf8))[path];

    private JsonDocument? Parse()
    {
        try
        {
            _ = Strict.GetCharCount(utf8);
            return JsonDocument.Parse(utf8);
        }
        catch (DecoderFallbackException e)
        {
            var at = JsonPlaces.At(utf8, e.Index);
            Findings.Add(NotebookFindings.NotJson(file, at, "bytes that are not UTF-8"));
        }
        catch (JsonException e)
        {
            var line = (int)(e.LineNumber ?? 0);
            var offset = utf8.Length == 0 ? 0 : LineStart(line) + (int)(e.BytePositionInLine ?? 0);
            var found = utf8.Length == 0 ? "an empty file" : e.Message.Split(" LineNumber:")[0].TrimEnd('.');
            Findings.Add(NotebookFindings.NotJson(file, JsonPlaces.At(utf8, offset), found));
        }
        return null;
    }

    private int LineStart(int line)
    {
        var start = 0;
        for (var i = 0; i < line; i++)
        {
            start += utf8.AsSpan(start).IndexOf((byte)'\n') + 1;
        }
        return start;
    }

    private bool IsNotebook(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("nbformat", out var format))
        {
            Findings.Add(
                NotebookFindings.Shape(file, (1, 1), "JSON without 'nbformat'", "a Jupyter notebook")
            );
            return false;
        }
        if (format.ValueKind != JsonValueKind.Number || !format.TryGetInt32(out var version) || version != 4)
        {
            Findings.Add(NotebookFindings.Shape(file, At("nbformat"), $"nbformat {format}", "nbformat 4"));
            return false;
        }
        if (!root.TryGetProperty("cells", out var cells) || cells.ValueKind != JsonValueKind.Array)
        {
            Findings.Add(NotebookFindings.Shape(file, At("cells"), "no list of cells", "a list 'cells'"));
            return false;
        }
        return true;
    }

    private void CheckKernel(JsonElement metadata)
    {
        var name = Child(Child(metadata, "kernelspec"), "name") is { ValueKind: JsonValueKind.String } n
            ? n.GetString()
            : null;
        if (name is not (Kernelspec.Name or Kernelspec.OwnName))
        {
            Findings.Add(NotebookFindings.Kernel(file, At("metadata.kernelspec.name"), name));
        }
    }

    private void CheckForeign(JsonElement metadata, string path)
    {
        foreach (var key in KeptMetadata.Keys(metadata).Where(Kernelspec.IsForeign))
        {
            Findings.Add(NotebookFindings.Foreign(file, At($"{path}.{key}"), key));
        }
    }

    private readonly HashSet<string> ids = new(StringComparer.Ordinal);

    private Cell? ReadCell(JsonElement cell, int index)
    {
        var path = string.Create(Invariant, $"cells[{index}]");
        var source = SourceText(Child(cell, "source"));
        if (cell.ValueKind != JsonValueKind.Object || source is null)
        {
            Findings.Add(
                NotebookFindings.Shape(file, At(path), "a cell without source", "'source' as text or lines")
            );
            return null;
        }
        CheckForeign(Child(cell, "metadata"), path + ".metadata");
        return ReadKind(cell, index, path) is not { } kind
            ? null
            : new Cell(ReadId(cell, index, path), kind, source)
            {
                Outputs = [.. OutputJson.ReadAll(Child(cell, "outputs"))],
                ExecutionCount = Count(Child(cell, "execution_count")),
                Metadata = KeptMetadata.OfCell(Child(cell, "metadata")),
                Attachments = Child(cell, "attachments") is { ValueKind: JsonValueKind.Object } a
                    ? a.GetRawText()
                    : null,
            };
    }

    private CellKind? ReadKind(JsonElement cell, int index, string path)
    {
        var type = Child(cell, "cell_type") is { ValueKind: JsonValueKind.String } t ? t.GetString() : null;
        switch (type)
        {
            case "markdown":
                return CellKind.Markdown;
            case "code":
                return CellKind.Code;
            default:
                Findings.Add(NotebookFindings.CellType(file, At(path + ".cell_type"), index + 1, type));
                return null;
        }
    }

    /// <summary>The cell's id; a missing or repeated one is reported and left empty.</summary>
    private string ReadId(JsonElement cell, int index, string path)
    {
        var cellId = Child(cell, "id") is { ValueKind: JsonValueKind.String } i ? i.GetString()! : "";
        if (cellId.Length == 0)
        {
            Findings.Add(NotebookFindings.NoId(file, At(path), index + 1));
        }
        else if (!ids.Add(cellId))
        {
            Findings.Add(NotebookFindings.SameId(file, At(path + ".id"), index + 1, cellId));
            return "";
        }
        return cellId;
    }

    private static int? Count(JsonElement count) =>
        count.ValueKind == JsonValueKind.Number && count.TryGetInt32(out var number) ? number : null;

    private static JsonElement Child(JsonElement parent, string key) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(key, out var child)
            ? child
            : default;

    private static string? SourceText(JsonElement source) =>
        OutputJson.Lines(source)?.ReplaceLineEndings("\n");
}
