using System.Text.Json.Nodes;
using ClusterResearch.Charts.Drawing;
using ClusterResearch.Data;
using ClusterResearch.Indexing;
using ClusterResearch.Indexing.Evaluating;
using ClusterResearch.Tables;

namespace ClusterResearch.Charts;

/// <summary>What holds each city back: the shares of the dimensions in its shortfall.</summary>
public static class ObstacleBars
{
    private const int LegendHeight = 120;

    /// <summary>The largest obstacle at a bar's end takes a quarter of a phone's width.</summary>
    private const double RoomForLargest = 128;

    /// <summary>One bar per city from the best rank down, 100 % long, made of the obstacle degrees of the dimensions; the largest single indicator stands at its end.</summary>
    /// <param name="obstacles">The obstacle degrees.</param>
    /// <param name="year">The year.</param>
    /// <param name="highlight">The cities to mark.</param>
    /// <param name="top">How many of the best to show; null for all. Marked cities are always shown.</param>
    /// <param name="include">Keys of further cities to show whatever their rank.</param>
    /// <param name="language">Language of names.</param>
    /// <exception cref="KeyNotFoundException">No such year or city.</exception>
    public static Figure Of(ObstacleDegree obstacles, int year, Highlight highlight, int? top = null, IEnumerable<string>? include = null, Language language = Language.English)
    {
        ArgumentNullException.ThrowIfNull(obstacles);
        var result = obstacles.Index;
        var rows = new CityRows(result, year, highlight, top, include, language);
        var title = Words.Titled(language.Say("What holds the cities back", "各城市的障碍度"), year, language);
        var how = language.Say(
            "Obstacle degree: share of weight × (1 − normalised value) in the city's sum. At the end: the largest single indicator.",
            "障碍度：权重×（1−标准化值）占该市合计的比重。条末为首要障碍指标。");
        var layout = Theme.Layout(LegendHeight + CityRows.RowHeight * rows.Cities.Length);
        layout["barmode"] = "stack";
        layout["bargap"] = 0.14;
        layout["uniformtext"] = new JsonObject { ["minsize"] = 8, ["mode"] = "hide" };
        layout["xaxis"] = Theme.Axis(language.Say("Share of the shortfall (%)", "占差距的比重（%）"));
        layout["xaxis"]!["range"] = PlotJson.Numbers([0, RoomForLargest]);
        layout["xaxis"]!["tickvals"] = PlotJson.Numbers([0, 20, 40, 60, 80, 100]);
        layout["yaxis"] = rows.Axis();
        layout["legend"]!["traceorder"] = "normal";
        return new(new(title, ChartNotes.Of(result, year, language, how, rows.Omitted()), Describe(obstacles, year, rows, language)),
            Table(obstacles, year, rows, title, language), Data(obstacles, year, rows, language), layout);
    }

    private static JsonArray Data(ObstacleDegree obstacles, int year, CityRows rows, Language language)
    {
        var tree = obstacles.Index.Tree;
        var colors = Palette.OfDimensions(tree);
        var bars = tree.Dimensions.Select(d => new JsonObject
        {
            ["type"] = "bar", ["orientation"] = "h", ["name"] = PlotText.Escape($"{d.Code} {d.Name(language)}"),
            ["x"] = PlotJson.Numbers(rows.Cities.Select(c => 100 * obstacles[c.Key, year, d.Code])), ["y"] = PlotJson.Numbers(rows.Places),
            ["marker"] = new JsonObject { ["color"] = colors[d.Code] },
            ["text"] = PlotText.Escape(d.Code), ["textposition"] = "inside", ["insidetextanchor"] = "middle", ["textangle"] = 0,
            ["insidetextfont"] = new JsonObject { ["size"] = 10, ["color"] = Palette.TextOn(colors[d.Code]) },
            ["hovertemplate"] = "<b>%{y}</b><br>%{fullData.name}: %{x:.1f} %<extra></extra>",
        });
        return PlotJson.Objects(bars.Append(new JsonObject
        {
            ["type"] = "scatter", ["mode"] = "text", ["showlegend"] = false, ["hoverinfo"] = "skip", ["cliponaxis"] = false,
            ["x"] = PlotJson.Numbers(rows.Cities.Select(c => double.IsNaN(obstacles[c.Key, year, tree.Goal.Code]) ? 0.0 : 100)), ["y"] = PlotJson.Numbers(rows.Places),
            ["text"] = PlotJson.Texts(rows.Cities.Select(c => " " + Largest(obstacles, c, year, n => PlotText.Escape(n.Code), 0, language))),
            ["textposition"] = "middle right", ["textfont"] = new JsonObject { ["size"] = Theme.SmallText },
        }));
    }

    private static string Largest(ObstacleDegree obstacles, City city, int year, Func<IndexNode, string> name, int decimals, Language language) =>
        obstacles.Largest(city.Key, year, 1) is [var top] ? $"{name(top.Indicator)} {Words.Print(100 * top.Share, decimals)} %" : language.Say("none", "无");

    private static Table Table(ObstacleDegree obstacles, int year, CityRows rows, string title, Language language)
    {
        var (result, dimensions) = (obstacles.Index, obstacles.Index.Tree.Dimensions);
        return new(
            title,
            [
                Column.Number("rank", language.Say("Rank", "位次"), 0), Column.Text("city", language.Say("City", "城市")),
                .. dimensions.Select(d => Column.Number(d.Code, d.Name(language), 1, "%")), Column.Text("largest", language.Say("Largest obstacle", "首要障碍因子")),
            ],
            rows.Cities.Select(c => (object?[])
            [
                result.Rank(c.Key, year), c.Name(language), .. dimensions.Select(d => (object?)(100 * obstacles[c.Key, year, d.Code])),
                Largest(obstacles, c, year, n => n.Name(language), 1, language),
            ]),
            [.. obstacles.Notes, .. result.Notes]) { Methods = result.Methods };
    }

    private static string Describe(ObstacleDegree obstacles, int year, CityRows rows, Language language)
    {
        var (cities, y) = (rows.Cities.Length.ToString(Invariant), year.ToString(Invariant));
        var dimensions = obstacles.Index.Tree.Dimensions.Select(d =>
            $"{d.Name(language)}{language.Say(": ", "：")}{Words.Extremes(rows.Cities.Select(c => (c.Name(language), 100 * obstacles[c.Key, year, d.Code])), 1, language)}");
        return language.Say(
            $"Bar chart of the obstacle degrees of {cities} cities in {y}, in per cent. {string.Join("; ", dimensions)}.",
            $"{y}年{cities}个城市障碍度的条形图（%）。{string.Join("；", dimensions)}。");
    }
}
