using System.Text;
using System.Text.Json;
using ClusterResearch.Data;
using ClusterResearch.Findings;

namespace ClusterResearch.Notebooks.Documents;

/// <summary>Turns the bytes of one file into a notebook and notes everything that is wrong on the way.</summary>
internal sealed class NotebookReader
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);
    private readonly string file;
    private readonly string id;
    private readonly byte[] utf8;
    private JsonAt? places;

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
        CheckForeign(metadata, ["metadata"]);
        var cells = json.RootElement.GetProperty("cells").EnumerateArray().Select(ReadCell).OfType<Cell>();
        return new Notebook(id, file, [.. cells]) { Metadata = KeptMetadata.OfNotebook(metadata) };
    }

    /// <summary>The place of the value under a path of names and indices, or of the nearest value around it.</summary>
    private (int Line, int Column) At(params ReadOnlySpan<object> path)
    {
        var at = places!;
        foreach (var step in path)
        {
            if ((step is int index ? at.Items[index] : at[(string)step]) is not { } inner)
            {
                break;
            }
            at = inner;
        }
        return (at.Line, at.Column);
    }

    private JsonDocument? Parse()
    {
        if (utf8.Length == 0)
        {
            Findings.Add(NotebookFindings.NotJson(file, (1, 1), "an empty file"));
            return null;
        }
        try
        {
            _ = Strict.GetCharCount(utf8);
        }
        catch (DecoderFallbackException e)
        {
            var at = TextDecoder.Place(utf8, Math.Max(0, e.Index));
            Findings.Add(NotebookFindings.NotJson(file, at, "bytes that are not UTF-8"));
            return null;
        }
        (places, var fault) = JsonAt.Parse(utf8);
        if (fault is not null)
        {
            Findings.Add(NotebookFindings.NotJson(file, (fault.Line, fault.Column), fault.Found.TrimEnd('.')));
            return null;
        }
        return JsonDocument.Parse(utf8);
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
            Findings.Add(NotebookFindings.Kernel(file, At("metadata", "kernelspec", "name"), name));
        }
    }

    private void CheckForeign(JsonElement metadata, params ReadOnlySpan<object> path)
    {
        foreach (var key in KeptMetadata.Keys(metadata).Where(Kernelspec.IsForeign))
        {
            Findings.Add(NotebookFindings.Foreign(file, At([.. path, key]), key));
        }
    }

    private readonly HashSet<string> ids = new(StringComparer.Ordinal);

    private Cell? ReadCell(JsonElement cell, int index)
    {
        var source = SourceText(Child(cell, "source"));
        if (cell.ValueKind != JsonValueKind.Object || source is null)
        {
            Findings.Add(
                NotebookFindings.Shape(file, At("cells", index), "a cell without source", "'source' as text or lines")
            );
            return null;
        }
        CheckForeign(Child(cell, "metadata"), "cells", index, "metadata");
        return ReadKind(cell, index) is not { } kind
            ? null
            : new Cell(ReadId(cell, index), kind, source)
            {
                Outputs = [.. OutputJson.ReadAll(Child(cell, "outputs"))],
                ExecutionCount = Count(Child(cell, "execution_count")),
                Metadata = KeptMetadata.OfCell(Child(cell, "metadata")),
                Attachments = Child(cell, "attachments") is { ValueKind: JsonValueKind.Object } a
                    ? a.GetRawText()
                    : null,
            };
    }

    private CellKind? ReadKind(JsonElement cell, int index)
    {
        var type = Child(cell, "cell_type") is { ValueKind: JsonValueKind.String } t ? t.GetString() : null;
        switch (type)
        {
            case "markdown":
                return CellKind.Markdown;
            case "code":
                return CellKind.Code;
            default:
                Findings.Add(NotebookFindings.CellType(file, At("cells", index, "cell_type"), index + 1, type));
                return null;
        }
    }

    /// <summary>The cell's id; a missing or repeated one is reported and left empty.</summary>
    private string ReadId(JsonElement cell, int index)
    {
        var cellId = Child(cell, "id") is { ValueKind: JsonValueKind.String } i ? i.GetString()! : "";
        if (cellId.Length == 0)
        {
            Findings.Add(NotebookFindings.NoId(file, At("cells", index), index + 1));
        }
        else if (!ids.Add(cellId))
        {
            Findings.Add(NotebookFindings.SameId(file, At("cells", index, "id"), index + 1, cellId));
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
