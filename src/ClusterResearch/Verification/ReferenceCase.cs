using System.Text.Json;
using ClusterResearch.Data;
using ClusterResearch.Findings;
using ClusterResearch.Indexing;

namespace ClusterResearch.Verification;

/// <summary>One reference case: what goes in, what must come out, how closely, and who says so.</summary>
internal sealed class ReferenceCase
{
    private readonly Lazy<CsvFile> data;

    public ReferenceCase(SourceFile file, JsonElement json)
    {
        (File, Json) = (file, json);
        data = new(ReadData);
    }

    /// <summary>The file it stands in.</summary>
    public SourceFile File { get; }

    public string Id => Json.GetProperty("id").GetString()!;

    public string Method => Json.GetProperty("method").GetString()!;

    /// <summary>What kind of evidence it is: certified, published, peer and so on.</summary>
    public string Status => Text("status");

    /// <summary>The tool and call that gave the values.</summary>
    public string Source => Text("source");

    public JsonElement Input => Json.GetProperty("input");

    public JsonElement Expected => Json.GetProperty("expected");

    public JsonElement Tolerance => Json.GetProperty("tolerance");

    private JsonElement Json { get; }

    /// <summary>The options in one line, at most 80 characters: which variant of the method is meant.</summary>
    public string Variant
    {
        get
        {
            if (!Json.TryGetProperty("options", out var options) || options.ValueKind != JsonValueKind.Object)
            {
                return "";
            }
            // peer_lre says how well other tools do, not what is computed
            var all = string.Join(", ", options.EnumerateObject().Where(o => o.Name != "peer_lre").Select(o => $"{o.Name} {(o.Value.ValueKind == JsonValueKind.String ? o.Value.GetString() : o.Value.GetRawText())}"));
            return all.Length <= 80 ? all : all[..79] + "…";
        }
    }

    /// <summary>An option, or null where it is not given.</summary>
    public JsonElement? Option(string name) => Json.TryGetProperty("options", out var o) && o.ValueKind == JsonValueKind.Object && o.TryGetProperty(name, out var v) ? v : null;

    /// <summary>A number among the options.</summary>
    public double Number(string option, double otherwise = double.NaN) => Option(option) is { ValueKind: JsonValueKind.Number } v ? v.GetDouble() : otherwise;

    /// <summary>A word among the options.</summary>
    public string? Word(string option) => Option(option) is { ValueKind: JsonValueKind.String } v ? v.GetString() : null;

    /// <summary>A truth value among the options.</summary>
    public bool Flag(string option, bool otherwise = false) => Option(option) is { ValueKind: JsonValueKind.True or JsonValueKind.False } v ? v.GetBoolean() : otherwise;

    /// <summary>Whether the input holds a member.</summary>
    public bool Has(string input) => Input.TryGetProperty(input, out _);

    /// <summary>The names of the input's columns.</summary>
    public string[] Columns => Texts(Input.GetProperty("columns"));

    /// <summary>The input's rows; NaN where a cell is null.</summary>
    public double[][] Rows => Matrix(Input.GetProperty("rows"));

    /// <summary>Column j of the input's rows.</summary>
    public double[] Column(int j) => [.. Rows.Select(r => r[j])];

    /// <summary>A list of numbers of the input: given in place, or the name of a column of the data file, or of one of the lists under <c>data</c>.</summary>
    public double[] Values(string input)
    {
        var value = Input.GetProperty(input);
        return value.ValueKind == JsonValueKind.String ? Named(value.GetString()!) : Numbers(value);
    }

    /// <summary>A column by its name: of the lists under <c>data</c>, or of the data file beside the case.</summary>
    public double[] Named(string column) =>
        Input.TryGetProperty("data", out var inline) && inline.TryGetProperty(column, out var list) ? Numbers(list)
        : [.. NamedTexts(column).Select(v => v is "" or "NA" ? double.NaN : double.Parse(v, Invariant))];

    /// <summary>A column of texts of the data file beside the case.</summary>
    public string[] NamedTexts(string column)
    {
        var at = data.Value.Ordinal(column);
        return at >= 0 ? [.. data.Value.Rows.Select(r => r[at])] : throw new ArgumentException($"The data file of {Id} has no column “{column}”.", nameof(column));
    }

    /// <summary>The direction of column j, from <c>benefit</c>, <c>cost</c>, 1, −1 or a list of these.</summary>
    public static Direction DirectionOf(JsonElement directions, int j) =>
        directions.ValueKind switch
        {
            JsonValueKind.Array => DirectionOf(directions[j], j),
            JsonValueKind.Number => directions.GetDouble() > 0 ? new Direction.Higher() : new Direction.Lower(),
            _ => directions.GetString() == "benefit" ? new Direction.Higher() : new Direction.Lower(),
        };

    /// <summary>A list of numbers; null is missing, true is 1.</summary>
    public static double[] Numbers(JsonElement list) =>
        [.. list.EnumerateArray().Select(v => v.ValueKind switch { JsonValueKind.Null => double.NaN, JsonValueKind.True => 1, JsonValueKind.False => 0, _ => v.GetDouble() })];

    /// <summary>A list of texts.</summary>
    public static string[] Texts(JsonElement list) => [.. list.EnumerateArray().Select(v => v.ValueKind == JsonValueKind.String ? v.GetString()! : v.GetRawText())];

    /// <summary>A list of rows of numbers.</summary>
    public static double[][] Matrix(JsonElement rows) => [.. rows.EnumerateArray().Select(Numbers)];

    private string Text(string member) => Json.TryGetProperty(member, out var v) && v.ValueKind == JsonValueKind.String ? v.GetString()! : "";

    private CsvFile ReadData()
    {
        var name = Input.GetProperty("data_csv").GetString()!;
        var findings = new List<Finding>();
        var csv = CsvFile.Read(SourceFile.Read(Path.Combine(Path.GetDirectoryName(File.Path)!, name), name), findings);
        return findings.Count == 0 ? csv : throw new FindingsException(findings);
    }
}
