using System.Text.Json;
using ClusterResearch.Indexing;
using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests.Reference;

/// <summary>One reference case: what goes in, what must come out, how closely.</summary>
internal sealed record ReferenceCase(string Id, string Method, JsonElement Input, JsonElement Options, JsonElement Expected, JsonElement Tolerance)
{
    /// <summary>The cases that are committed.</summary>
    public static IReadOnlyList<ReferenceCase> Committed { get; } = ReadFolder(Path.Combine(Repository.Root, "tests", "reference"));

    public static IReadOnlyList<ReferenceCase> ReadFolder(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).SelectMany(ReadFile)];

    private static IEnumerable<ReferenceCase> ReadFile(string path)
    {
        var json = JsonDocument.Parse(File.ReadAllText(path)).RootElement;
        return json.GetProperty("cases").EnumerateArray().Select(c => new ReferenceCase(
            c.GetProperty("id").GetString()!,
            c.GetProperty("method").GetString()!,
            c.GetProperty("input"),
            c.GetProperty("options"),
            c.GetProperty("expected"),
            c.GetProperty("tolerance")
        ));
    }

    public double Number(string option) => Options.GetProperty(option).GetDouble();

    public string? Word(string option) => Options.TryGetProperty(option, out var value) ? value.GetString() : null;

    public string[] Columns => [.. Input.GetProperty("columns").EnumerateArray().Select(c => c.GetString()!)];

    public double[][] Rows => [.. Input.GetProperty("rows").EnumerateArray().Select(Numbers)];

    /// <summary>Column j of the input's rows.</summary>
    public double[] Column(int j) => [.. Rows.Select(r => r[j])];

    /// <summary>Null is missing.</summary>
    public static double[] Numbers(JsonElement list) =>
        [.. list.EnumerateArray().Select(v => v.ValueKind == JsonValueKind.Null ? double.NaN : v.GetDouble())];

    /// <summary>The direction of column j, from <c>benefit</c>, <c>cost</c>, 1, -1 or a list of these.</summary>
    public static Direction DirectionOf(JsonElement directions, int j) =>
        directions.ValueKind switch
        {
            JsonValueKind.Array => DirectionOf(directions[j], j),
            JsonValueKind.Number => directions.GetDouble() > 0 ? new Direction.Higher() : new Direction.Lower(),
            _ => directions.GetString() == "benefit" ? new Direction.Higher() : new Direction.Lower(),
        };
}
