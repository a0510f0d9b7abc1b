using System.Text.Json.Nodes;
using ClusterResearch.Charts.Drawing;
using ClusterResearch.Data;
using ClusterResearch.Indexing;
using ClusterResearch.Indexing.Weighing;
using ClusterResearch.Rendering;
using ClusterResearch.Tables;

namespace ClusterResearch.Charts;

/// <summary>The same indicators weighed by several methods: one small panel each, all on one scale.</summary>
public static class WeightComparison
{
    private const int Columns = 3;
    private const int BarHeight = 13;
    private const int TitleHeight = 46;
    private const int AxisHeight = 46;
    private const int TitleWidth = 30;

    /// <summary>Share of the width between panels.</summary>
    private const double Gap = 0.03;

    /// <summary>One panel per method, one bar per indicator in the colour of its dimension; a tick marks the weight by the first method.</summary>
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
        var note = language.Say($"Colours are dimensions; the upright tick in each panel is the weight by {weights[0].Label}.", $"颜色表示维度；各图中的竖线为“{weights[0].Label}”的权重。");
        var panels = new Panels(weights, tree);
        return new(new(title, note, Describe(weights, language)), Table(weights, title, note, language), PlotJson.Objects(panels.Traces()), panels.Layout(language));
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
            [note, .. weights.Select(w => $"{w.Label}: {w.Weights.Card}.")]
        ) { Methods = [.. weights.Select(w => w.Weights.Card.Render(MimeType.Markdown)).Distinct()] };

    private static string Describe(IReadOnlyList<(string Label, WeightSet Weights)> weights, Language language)
    {
        string Extremes(WeightSet set) => Words.Extremes(set.Tree.Indicators.Select(i => (i.Name(language), 100 * set.Global(i.Code))), 1, language);
        var parts = weights.Select(w => $"{w.Label}: {Extremes(w.Weights)}");
        var count = weights[0].Weights.Tree.Indicators.Length.ToString(Invariant);
        return language.Say(
            $"Bars of the weights of {count} indicators in per cent, one panel per method. {string.Join("; ", parts)}.",
            $"{count}个指标权重（百分比）的条形图，每种方法一幅。{string.Join("；", parts)}。");
    }

    /// <summary>The panels in rows of three; a panel has axes of its own on one common scale.</summary>
    private sealed class Panels(IReadOnlyList<(string Label, WeightSet Weights)> weights, IndexTree tree)
    {
        private readonly int rows = (weights.Count + Columns - 1) / Columns;
        private readonly Dictionary<string, string> colors = Palette.OfDimensions(tree);

        private int PanelHeight => BarHeight * tree.Indicators.Length;

        private double Height => rows * (PanelHeight + TitleHeight) + AxisHeight;

        public IEnumerable<JsonObject> Traces() => weights.SelectMany((w, p) => p == 0 ? new[] { Bars(w, p) } : [Bars(w, p), Ticks(p)]);

        public JsonObject Layout(Language language)
        {
            var layout = Theme.Layout((int)Height + 40);
            layout["showlegend"] = false;
            layout["bargap"] = 0.25;
            var largest = weights.Max(w => tree.Indicators.Max(i => 100 * w.Weights.Global(i.Code)));
            var titles = new JsonArray();
            for (var p = 0; p < weights.Count; p++)
            {
                var (left, right, bottom, top) = Place(p);
                var lowest = p + Columns >= weights.Count;
                layout[Axis("xaxis", p)] = new JsonObject
                {
                    ["domain"] = PlotJson.Numbers([left, right]), ["anchor"] = Axis("y", p), ["range"] = PlotJson.Numbers([0, 1.05 * largest]), ["nticks"] = 4,
                    ["showticklabels"] = lowest, ["tickfont"] = new JsonObject { ["size"] = Theme.SmallText }, ["ticksuffix"] = "%", ["fixedrange"] = true,
                };
                var y = p % Columns == 0 ? Theme.Labels(Enumerable.Range(0, tree.Indicators.Length).Select(i => (double)i), tree.Indicators.Select(i => PlotText.Escape(i.Code))) : new JsonObject { ["showticklabels"] = false, ["showgrid"] = false };
                (y["domain"], y["anchor"], y["range"], y["zeroline"], y["fixedrange"]) = (PlotJson.Numbers([bottom, top]), Axis("x", p), PlotJson.Numbers([tree.Indicators.Length - 0.4, -0.6]), false, true);
                layout[Axis("yaxis", p)] = y;
                titles.Add(new JsonObject
                {
                    ["text"] = PlotText.Wrap(weights[p].Label, TitleWidth), ["x"] = left, ["y"] = top, ["xref"] = "paper", ["yref"] = "paper", ["xanchor"] = "left", ["yanchor"] = "bottom",
                    ["align"] = "left", ["showarrow"] = false, ["font"] = new JsonObject { ["size"] = Theme.SmallText + 1 },
                });
            }
            layout["annotations"] = titles;
            layout["xaxis"]!["title"] = new JsonObject { ["text"] = rows == 1 ? language.Say("Weight in the goal", "在总目标中的权重") : "" };
            return layout;
        }

        private JsonObject Bars((string Label, WeightSet Weights) w, int panel) =>
            new()
            {
                ["type"] = "bar", ["orientation"] = "h", ["name"] = PlotText.Escape(w.Label), ["xaxis"] = Axis("x", panel), ["yaxis"] = Axis("y", panel),
                ["x"] = PlotJson.Numbers(tree.Indicators.Select(i => 100 * w.Weights.Global(i.Code))),
                ["y"] = PlotJson.Numbers(Enumerable.Range(0, tree.Indicators.Length)),
                ["customdata"] = PlotJson.Texts(tree.Indicators.Select(i => PlotText.Escape(i.NameEn))),
                ["marker"] = new JsonObject { ["color"] = PlotJson.Texts(tree.Indicators.Select(Color)) },
                ["hovertemplate"] = "%{customdata}<br>%{fullData.name}: %{x:.2f} %<extra></extra>",
            };

        private JsonObject Ticks(int panel) =>
            new()
            {
                ["type"] = "scatter", ["mode"] = "markers", ["name"] = PlotText.Escape(weights[0].Label), ["xaxis"] = Axis("x", panel), ["yaxis"] = Axis("y", panel),
                ["x"] = PlotJson.Numbers(tree.Indicators.Select(i => 100 * weights[0].Weights.Global(i.Code))),
                ["y"] = PlotJson.Numbers(Enumerable.Range(0, tree.Indicators.Length)),
                ["marker"] = new JsonObject { ["symbol"] = "line-ns-open", ["size"] = 8, ["color"] = Palette.Ink, ["line"] = new JsonObject { ["width"] = 1.5, ["color"] = Palette.Ink } },
                ["hovertemplate"] = "%{fullData.name}: %{x:.2f} %<extra></extra>",
            };

        private string Color(IndexNode indicator) => colors[Branches.Dimension(tree, tree.Dimensions, indicator)!];

        /// <summary>Where a panel stands, in shares of the plot.</summary>
        private (double Left, double Right, double Bottom, double Top) Place(int panel)
        {
            var columns = Math.Min(Columns, weights.Count);
            var (column, row) = (panel % Columns, panel / Columns);
            var width = (1 - Gap * (columns - 1)) / columns;
            var top = 1 - (row * (PanelHeight + TitleHeight) + TitleHeight) / Height;
            return (column * (width + Gap), column * (width + Gap) + width, top - PanelHeight / Height, top);
        }

        private static string Axis(string name, int panel) => panel == 0 ? name : string.Create(Invariant, $"{name}{panel + 1}");
    }
}
