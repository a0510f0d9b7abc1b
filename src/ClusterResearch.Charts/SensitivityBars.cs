using System.Text.Json.Nodes;
using ClusterResearch.Charts.Drawing;
using ClusterResearch.Data;
using ClusterResearch.Indexing.Robustness;

namespace ClusterResearch.Charts;

/// <summary>Which choice moves the ranking: Sobol' indices with their intervals.</summary>
public static class SensitivityBars
{
    /// <summary>Two bars per choice, first order and total, with 95 % bootstrap intervals.</summary>
    /// <param name="sensitivity">The indices.</param>
    /// <param name="language">Language of names.</param>
    public static Figure Of(ChoiceSensitivity sensitivity, Language language = Language.English)
    {
        ArgumentNullException.ThrowIfNull(sensitivity);
        var indices = sensitivity.Indices;
        var table = sensitivity.ToTable(language);
        var (first, total) = (language.Say("First order: known alone", "一阶：单独确定"), language.Say("Total: with its interplay", "总效应：含交互"));
        var layout = Theme.Layout(130 + 46 * indices.Length);
        layout["barmode"] = "group";
        layout["xaxis"] = Theme.Axis(language.Say("Share of the variance of ranks", "占位次方差的比重"));
        layout["yaxis"] = Theme.Labels(indices.Select((_, i) => (double)i), indices.Select(i => PlotText.Wrap(i.Input)));
        layout["yaxis"]!["range"] = PlotJson.Numbers([indices.Length - 0.4, -0.6]);
        var totals = indices.Select(i => (i.Input, i.Total));
        return new(new(table.Title, ChartNotes.Join(sensitivity.Notes[0], sensitivity.Notes[1]), language.Say($"Bars of Sobol' indices. Total: {Words.Extremes(totals, 2, language)}.", $"Sobol指数条形图。总效应：{Words.Extremes(totals, 2, language)}。")),
            table, PlotJson.Objects([Bars(first, Palette.Above, indices.Select(i => (i.First, i.FirstInterval))), Bars(total, Palette.Below, indices.Select(i => (i.Total, i.TotalInterval)))]), layout);
    }

    private static JsonObject Bars(string name, string color, IEnumerable<(double Value, (double Low, double High) Interval)> values)
    {
        var all = values.ToArray();
        return new()
        {
            ["type"] = "bar", ["orientation"] = "h", ["name"] = name, ["y"] = PlotJson.Numbers(Enumerable.Range(0, all.Length)), ["x"] = PlotJson.Numbers(all.Select(v => v.Value)),
            ["marker"] = new JsonObject { ["color"] = color },
            ["error_x"] = new JsonObject
            {
                ["type"] = "data", ["symmetric"] = false, ["thickness"] = 1.2, ["color"] = Palette.Ink,
                ["array"] = PlotJson.Numbers(all.Select(v => Math.Max(0, v.Interval.High - v.Value))), ["arrayminus"] = PlotJson.Numbers(all.Select(v => Math.Max(0, v.Value - v.Interval.Low))),
            },
            ["hovertemplate"] = "%{y}<br>%{fullData.name}: %{x:.3f}<extra></extra>",
        };
    }
}
