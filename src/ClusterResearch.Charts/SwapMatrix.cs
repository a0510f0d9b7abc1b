using System.Text.Json.Nodes;
using ClusterResearch.Charts.Drawing;
using ClusterResearch.Data;
using ClusterResearch.Indexing.Robustness;

namespace ClusterResearch.Charts;

/// <summary>How much weight must move for one city to draw level with another.</summary>
public static class SwapMatrix
{
    /// <summary>A matrix: the city of the row draws level with that of the column; dark is little. A cross says that no weights do it.</summary>
    /// <param name="swaps">The smallest changes.</param>
    /// <param name="highlight">The cities lifted out.</param>
    /// <param name="language">Language of names.</param>
    public static Figure Of(SmallestSwap swaps, Highlight highlight, Language language = Language.English)
    {
        ArgumentNullException.ThrowIfNull(swaps);
        ArgumentNullException.ThrowIfNull(highlight);
        var result = swaps.Index;
        var rows = new CityRows(result, swaps.Year, highlight, null, null, language);
        var cities = rows.Cities.Where(c => result.Rank(c.Key, swaps.Year) is not null).ToArray();
        var cells = cities.SelectMany((low, y) => cities.Take(y).Select((high, x) => (X: x, Y: y, Swap: swaps.Between(low.Key, high.Key)))).ToArray();
        var factor = swaps.Measure == SwapMeasure.L2 ? 1 : 100;
        double At(int x, int y) => cells.FirstOrDefault(c => c.X == x && c.Y == y).Swap is { } swap && double.IsFinite(swap.Size) ? factor * swap.Size : double.NaN;
        var unit = swaps.Measure == SwapMeasure.L2 ? "" : " %";
        var title = Words.Titled(language.Say("Weight to move for the row to draw level with the column", "行城市追平列城市所需变动的权重"), swaps.Year, language);
        var never = cells.Where(c => double.IsPositiveInfinity(c.Swap.Size)).ToArray();
        var note = ChartNotes.Of(result, swaps.Year, language, swaps.ToTable(language).Notes[0], never.Length > 0 ? language.Say("A cross: no weights do it.", "叉号：任何权重都不能实现。") : null);
        var map = new JsonObject
        {
            ["type"] = "heatmap", ["x"] = PlotJson.Numbers(Enumerable.Range(0, cities.Length)), ["y"] = PlotJson.Numbers(Enumerable.Range(0, cities.Length)), ["coloraxis"] = "coloraxis", ["xgap"] = 1, ["ygap"] = 1,
            ["z"] = new JsonArray([.. cities.Select((_, y) => (JsonNode)PlotJson.Numbers(cities.Select((_, x) => At(x, y))))]),
            ["customdata"] = new JsonArray([.. cities.Select((_, y) => (JsonNode)PlotJson.Texts(cities.Select((_, x) => cells.FirstOrDefault(c => c.X == x && c.Y == y).Swap is { } s ? PlotText.Escape(s.Words) : "")))]),
            ["hovertemplate"] = $"%{{y}} → %{{x}}<br><b>%{{z:.1f}}{unit}</b><br>%{{customdata}}<extra></extra>", ["hoverongaps"] = false,
        };
        var crosses = new JsonObject
        {
            ["type"] = "scatter", ["mode"] = "markers", ["showlegend"] = false, ["hoverinfo"] = "skip", ["x"] = PlotJson.Numbers(never.Select(c => c.X)), ["y"] = PlotJson.Numbers(never.Select(c => c.Y)),
            ["marker"] = new JsonObject { ["symbol"] = "x-thin", ["size"] = 7, ["line"] = new JsonObject { ["color"] = Palette.Grey, ["width"] = 1.5 } },
        };
        var layout = Theme.Layout(210 + CityRows.RowHeight * cities.Length);
        layout["yaxis"] = rows.Axis();
        layout["xaxis"] = Theme.Labels(Enumerable.Range(0, cities.Length).Select(i => (double)i), cities.Select(c => PlotText.Escape(c.Name(language))));
        (layout["xaxis"]!["tickangle"], layout["xaxis"]!["range"]) = (-90, PlotJson.Numbers([-0.5, cities.Length - 0.5]));
        layout["coloraxis"] = new JsonObject { ["colorscale"] = Theme.ColorScale(), ["cmin"] = 0, ["colorbar"] = Theme.ColorBar(language.Say($"Weight moved{unit}", $"变动的权重{unit}")) };
        var neighbours = cells.Where(c => c.Y == c.X + 1 && double.IsFinite(c.Swap.Size)).Select(c => ($"{c.Swap.Behind.Name(language)} → {c.Swap.Ahead.Name(language)}", factor * c.Swap.Size));
        return new(new(title, note, language.Say($"Matrix of {cities.Length.ToString(Invariant)} cities. Neighbours in the ranking: {Words.Extremes(neighbours, 1, language)}.", $"{cities.Length.ToString(Invariant)}个城市的矩阵。相邻位次：{Words.Extremes(neighbours, 1, language)}。")),
            swaps.ToTable(language), PlotJson.Objects([map, crosses]), layout);
    }
}
