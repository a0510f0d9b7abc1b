using System.Text.Json.Nodes;
using ClusterResearch.Charts.Drawing;
using ClusterResearch.Data;
using ClusterResearch.Indexing;
using ClusterResearch.Indexing.Weighing;

namespace ClusterResearch.Charts;

/// <summary>What carries the index: areas as large as the weights, nested like the tree.</summary>
public static class WeightTree
{
    /// <summary>A weight below which an area has no room for a name in letters that can be read on a phone.</summary>
    private const double SmallArea = 0.05;

    /// <summary>A weight below which it has no room for any letter.</summary>
    private const double TinyArea = 0.01;

    /// <summary>Letters in a line of a name: areas are often taller than wide.</summary>
    private const int LineWidth = 16;

    /// <summary>One area per indicator, in the colour of its dimension, with its weight in the goal.</summary>
    /// <param name="weights">The weights.</param>
    /// <param name="language">Language of names.</param>
    public static Figure Of(WeightSet weights, Language language = Language.English)
    {
        var tree = weights.Tree;
        var title = language.Say($"Weights: {tree.Goal.Name(language)}", $"权重：{tree.Goal.Name(language)}");
        var note = language.Say($"Areas are weights in the goal, in per cent; small ones bear a code or nothing, the table has all names. Method: {weights.Card}.", $"面积为各指标在总目标中的权重（百分比）；较小的只标代码或不标，名称均见表格。方法：{weights.Card}。");
        var layout = Theme.Layout(560);
        layout["margin"] = new JsonObject { ["l"] = 0, ["r"] = 0, ["t"] = 0, ["b"] = 0 };
        return new(new(title, note, Describe(weights, language)), weights.ToTable(language), new(Map(weights, language)), layout);
    }

    private static JsonObject Map(WeightSet weights, Language language)
    {
        var tree = weights.Tree;
        var dimensions = tree.Dimensions;
        var colors = Palette.OfDimensions(tree);
        var nodes = tree.Nodes.Skip(1).ToArray(); // the goal is the whole area
        var areas = nodes.Select(n => Branches.Dimension(tree, dimensions, n) is { } d ? colors[d] : colors[Branches.First(tree, n)]).ToArray();
        return new()
        {
            ["type"] = "treemap", ["branchvalues"] = "remainder", ["sort"] = false,
            ["ids"] = PlotJson.Texts(nodes.Select(n => n.Code)),
            ["parents"] = PlotJson.Texts(nodes.Select(n => n.Parent == tree.Goal.Code ? "" : n.Parent)),
            ["labels"] = PlotJson.Texts(nodes.Select(n => Label(n, language))),
            // a parent's area is the sum of its children's: a rounded sum of its own would not fit
            ["values"] = PlotJson.Numbers(nodes.Select(n => n.Indicator is null ? 0 : weights.Global(n.Code))),
            ["customdata"] = PlotJson.Numbers(nodes.Select(n => weights.Global(n.Code))),
            ["marker"] = new JsonObject
            {
                ["colors"] = PlotJson.Texts(areas),
                ["line"] = new JsonObject { ["width"] = 1, ["color"] = "rgba(255,255,255,0.8)" },
                ["pad"] = new JsonObject { ["t"] = 18, ["l"] = 2, ["r"] = 2, ["b"] = 2 },
            },
            ["tiling"] = new JsonObject { ["pad"] = 2 }, ["pathbar"] = new JsonObject { ["visible"] = false },
            ["textposition"] = "middle center", ["textfont"] = new JsonObject { ["color"] = PlotJson.Texts(areas.Select(Palette.TextOn)) },
            ["texttemplate"] = PlotJson.Texts(nodes.Select(n => Template(n, weights))),
            ["hovertemplate"] = language.Say("%{label}<br>%{customdata:.2%} of the goal", "%{label}<br>占总目标%{customdata:.2%}") + "<extra></extra>",
        };
    }

    private static string Template(IndexNode node, WeightSet weights) =>
        node.Indicator is null ? "%{label} %{customdata:.1%}"
        : weights.Global(node.Code) < TinyArea ? "\u00a0" // an empty template would mean the default text
        : weights.Global(node.Code) < SmallArea ? PlotText.Escape(node.Code) + "<br>%{customdata:.1%}"
        : "%{label}<br>%{customdata:.1%}";

    private static string Label(IndexNode node, Language language) =>
        PlotText.Escape(node.Code) + " " + (node.Indicator is null ? PlotText.Escape(node.Name(language)) : PlotText.Wrap(node.Name(language), LineWidth));

    private static string Describe(WeightSet weights, Language language)
    {
        var tree = weights.Tree;
        var dimensions = tree.Dimensions.Where(d => d.Indicator is null).Select(d => $"{d.Name(language)} {Words.Print(100 * weights.Global(d.Code), 1)} %");
        var extremes = Words.Extremes(tree.Indicators.Select(i => (i.Name(language), 100 * weights.Global(i.Code))), 1, language);
        var count = tree.Indicators.Length.ToString(Invariant);
        return language.Say(
            $"Tree map of the weights of {count} indicators. Dimensions: {string.Join(", ", dimensions)}. Indicators in per cent: {extremes}.",
            $"{count}个指标权重的矩形树图。维度：{string.Join("，", dimensions)}。指标（百分比）：{extremes}。");
    }
}
