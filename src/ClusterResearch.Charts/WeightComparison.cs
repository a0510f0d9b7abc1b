using System.Text.Json.Nodes;
using ClusterResearch.Charts.Drawing;
using ClusterResearch.Data;
using ClusterResearch.Indexing.Weighing;
using ClusterResearch.Tables;

namespace ClusterResearch.Charts;

/// <summary>The same indicators weighed by several methods.</summary>
public static class WeightComparison
{
    private const int LabelWidth = 38;

    /// <summary>One row per indicator, one sign per method.</summary>
    /// <param name="weights">Weight sets of one tree, each with the name of its method.</param>
    /// <param name="language">Language of names.</param>
    /// <exception cref="ArgumentException">No weight set, or weight sets of different trees.</exception>
    public static Figure Of(IReadOnlyList<(string Label, WeightSet Weights)> weights, Language language = Language.English)
    {
        ArgumentNullException.ThrowIfNull(weights);
        if (weights.Count == 0 || weights.Any(w => !w.Weights.Tree.Indicators.Select(i => i.Code).SequenceEqual(weights[0].Weights.Tree.Indicators.Select(i => i.Code))))
        {
            throw new ArgumentException("A comparison needs weight sets of one index tree; give at least one, all with the same indicators.", nameof(weights));
        }
        var tree = weights[0].Weights.Tree;
        var (count, goal) = (weights.Count.ToString(Invariant), tree.Goal.Name(language));
        var title = language.Say($"Weights under {count} methods: {goal}", $"{count}种方法的权重：{goal}");
        var note = string.Join(" ", weights.Select(w => $"{w.Label}: {w.Weights.Card}."));
        var labels = tree.Indicators.Select(i => PlotText.Wrap($"{i.Code} {i.Name(language)}", LabelWidth)).ToArray();
        var layout = Theme.Layout(110 + Theme.RowHeight(labels) * labels.Length);
        layout["xaxis"] = Theme.Axis(language.Say("Weight in the goal (%)", "在总目标中的权重（%）"));
        layout["xaxis"]!["rangemode"] = "tozero";
        layout["yaxis"] = Theme.Labels(labels.Select((_, i) => (double)i), labels);
        layout["yaxis"]!["range"] = PlotJson.Numbers([tree.Indicators.Length - 0.4, -0.6]);
        layout["yaxis"]!["showgrid"] = true;
        var traces = PlotJson.Objects(weights.Select((w, i) => Dots(w.Label, w.Weights, i)));
        return new(new(title, note, Describe(weights, language)), Table(weights, title, note, language), traces, layout);
    }

    private static JsonObject Dots(string label, WeightSet weights, int place)
    {
        var style = place == 0 ? Palette.Focus : Palette.Others[(place - 1) % Palette.Others.Length];
        return new()
        {
            ["type"] = "scatter", ["mode"] = "markers", ["name"] = PlotText.Escape(label),
            ["x"] = PlotJson.Numbers(weights.Tree.Indicators.Select(i => 100 * weights.Global(i.Code))),
            ["y"] = PlotJson.Numbers(Enumerable.Range(0, weights.Tree.Indicators.Length)),
            ["marker"] = new JsonObject { ["color"] = style.Color, ["symbol"] = style.Symbol, ["size"] = 10, ["opacity"] = 0.85 },
            ["hovertemplate"] = "%{y}<br>%{fullData.name}: %{x:.2f} %<extra></extra>",
        };
    }

    private static Table Table(IReadOnlyList<(string Label, WeightSet Weights)> weights, string title, string note, Language language) =>
        new(
            title,
            [
                Column.Text("code", language.Say("Code", "编码")),
                Column.Text("name", language.Say("Indicator", "指标")),
                .. weights.Select((w, i) => Column.Number(string.Create(Invariant, $"w{i + 1}"), w.Label, 2, "%")),
            ],
            weights[0].Weights.Tree.Indicators.Select(i => (object?[])[i.Code, i.Name(language), .. weights.Select(w => (object?)(100 * w.Weights.Global(i.Code)))]),
            [note]
        );

    private static string Describe(IReadOnlyList<(string Label, WeightSet Weights)> weights, Language language)
    {
        string Extremes(WeightSet set) => Words.Extremes(set.Tree.Indicators.Select(i => (i.Name(language), 100 * set.Global(i.Code))), 1, language);
        var parts = weights.Select(w => $"{w.Label}: {Extremes(w.Weights)}");
        var count = weights[0].Weights.Tree.Indicators.Length.ToString(Invariant);
        return language.Say(
            $"Dot plot of the weights of {count} indicators in per cent. {string.Join("; ", parts)}.",
            $"{count}个指标权重（百分比）的点图。{string.Join("；", parts)}。");
    }
}
