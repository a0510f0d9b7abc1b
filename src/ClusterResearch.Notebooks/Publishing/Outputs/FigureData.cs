using System.Text.Encodings.Web;
using System.Text.Json;
using ClusterResearch.Tables;

namespace ClusterResearch.Notebooks.Publishing.Outputs;

/// <summary>A figure as it travels in a notebook.</summary>
/// <param name="Title">What it shows; empty for a bare plot.</param>
/// <param name="Note">What a reader must know.</param>
/// <param name="Alt">What it shows, in words.</param>
/// <param name="Height">Its height in pixels.</param>
/// <param name="Plot">Data and layout as compact JSON.</param>
/// <param name="Table">The table behind it; null for a bare plot.</param>
internal sealed record FigureData(string Title, string Note, string Alt, int Height, string Plot, Table? Table)
{
    private const int UsualHeight = 420;

    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads the figure type of this project.</summary>
    /// <exception cref="JsonException">The text is no JSON.</exception>
    public static FigureData Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        return new(
            Text(root, "title"),
            Text(root, "note"),
            Text(root, "alt"),
            root.TryGetProperty("height", out var height) ? height.GetInt32() : UsualHeight,
            Plotted(root.GetProperty("plot")),
            root.TryGetProperty("table", out var table) && table.ValueKind == JsonValueKind.Object ? TableJson.Read(table) : null
        );
    }

    /// <summary>Reads a plot that an author made without this project's figures.</summary>
    /// <exception cref="JsonException">The text is no JSON.</exception>
    public static FigureData ReadPlot(string json, string alt)
    {
        using var document = JsonDocument.Parse(json);
        var height =
            document.RootElement.TryGetProperty("layout", out var layout)
            && layout.TryGetProperty("height", out var value)
            && value.ValueKind == JsonValueKind.Number
                ? (int)value.GetDouble()
                : UsualHeight;
        return new("", "", alt, height, Plotted(document.RootElement), null);
    }

    private static string Plotted(JsonElement plot) => JsonSerializer.Serialize(plot, Compact);

    private static string Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
