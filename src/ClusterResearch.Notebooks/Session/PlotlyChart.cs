using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using ClusterResearch.Charts.Drawing;
using ClusterResearch.Rendering;
using Plotly.NET;

namespace ClusterResearch.Notebooks.Session;

/// <summary>Shows a chart that a cell made with Plotly.NET itself, without title, words and table of a figure.</summary>
internal static class PlotlyChart
{
    private const string TypeName = "Plotly.NET.GenericChart";

    /// <summary>The chart as a plot, and what it is in words; null for any other value.</summary>
    public static IEnumerable<KeyValuePair<string, string>>? Format(object value) => IsChart(value.GetType()) ? Render(value) : null;

    /// <summary>Asked by name: naming the type itself would load Plotly.NET for every value of every notebook.</summary>
    private static bool IsChart(Type? type) => type is not null && (type.FullName == TypeName || IsChart(type.BaseType));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ImmutableArray<KeyValuePair<string, string>> Render(object chart)
    {
        var plot = PlotlyBridge.ToJson((GenericChart)chart);
        return [new(MimeType.Plotly, PlotJson.Write(plot)), new(MimeType.Text, Words(plot))];
    }

    /// <summary>The title, and of what kinds of traces the chart consists.</summary>
    private static string Words(JsonObject plot)
    {
        var traces = plot["data"]!.AsArray().Select(t => t?["type"]?.ToString() ?? "scatter").Distinct(StringComparer.Ordinal);
        var kinds = $"Chart ({string.Join(", ", traces)})";
        var title = plot["layout"]?["title"] is JsonObject words ? words["text"]?.ToString() : plot["layout"]?["title"]?.ToString();
        return string.IsNullOrWhiteSpace(title) ? kinds : $"{title}. {kinds}";
    }
}
