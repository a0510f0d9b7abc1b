using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ClusterResearch.Charts.Drawing;

/// <summary>The pieces that plots are written with; a missing number is null.</summary>
internal static class PlotJson
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Six significant digits are more than a screen can show, and keep pages small.</summary>
    public static JsonNode? Number(double value) =>
        double.IsFinite(value) ? JsonValue.Create(Rounded(value)) : null;

    public static JsonArray Numbers(IEnumerable<double> values) => new([.. values.Select(Number)]);

    public static JsonArray Numbers(IEnumerable<int> values) => new([.. values.Select(v => (JsonNode?)v)]);

    public static JsonArray Texts(IEnumerable<string?> texts) => new([.. texts.Select(t => (JsonNode?)t)]);

    public static JsonArray Objects(IEnumerable<JsonObject> objects) => new([.. objects]);

    public static double Rounded(double value) =>
        value == 0 ? 0 : double.Parse(value.ToString("G6", Invariant), NumberStyles.Float, Invariant);

    public static string Write(JsonNode node) => Write(json => node.WriteTo(json));

    public static string Write(Action<Utf8JsonWriter> content)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Readable))
        {
            content(json);
        }
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }
}
