using System.Text.Json.Nodes;
using ClusterResearch.Charts.Drawing;
using ClusterResearch.Data;
using ClusterResearch.Indexing;
using ClusterResearch.Tables;

namespace ClusterResearch.Charts;

/// <summary>Two statements of an index against each other: what is done, and what comes of it.</summary>
public static class HalvesScatter
{
    private const int Height = 460;

    /// <summary>One point per city; dashed lines at the medians make four fields.</summary>
    /// <param name="result">The index.</param>
    /// <param name="year">The year.</param>
    /// <param name="highlight">The cities to name, and their colours.</param>
    /// <param name="language">Language of names.</param>
    /// <exception cref="ArgumentException">There are not two nodes directly under the goal.</exception>
    /// <exception cref="KeyNotFoundException">No such year or city.</exception>
    public static Figure Of(IndexResult result, int year, Highlight highlight, Language language = Language.English)
    {
        if (result.Tree.Children(result.Tree.Goal.Code).ToArray() is not [var x, var y])
        {
            throw new ArgumentException($"“{result.Tree.Name}” has not two nodes directly under its goal, so there are no halves to compare.", nameof(result));
        }
        var named = ScoreLines.Chosen(result, highlight, null).Select(c => Names.City(result, c)).ToArray();
        var others = result.Cities.Where(c => !named.Contains(c)).ToArray();
        double Score(City city, IndexNode node) => result.Score(city.Key, year, node.Code);
        var (middleX, middleY) = (result.Median(year, x.Code), result.Median(year, y.Code));
        var (nameX, nameY) = (x.Name(language), y.Name(language));
        var title = Words.Titled(language.Say($"{nameX} and {nameY}", $"{nameX}与{nameY}"), year, language);
        var points = new CityPoints(c => Score(c, x), c => Score(c, y), highlight, language);
        var note = ChartNotes.Of(result, year, language, language.Say("Dashed: medians of all cities.", "虚线为全部城市的中位数。"), Missing(result, year, x, y, language));
        return new(new(title, note, Describe(result, year, x, y, language)), Table(result, year, x, y, title, language),
            PlotJson.Objects(points.Traces(named, others)), Layout(result, year, x, y, (middleX, middleY), language));
    }

    private static JsonObject Layout(IndexResult result, int year, IndexNode x, IndexNode y, (double X, double Y) middle, Language language)
    {
        var layout = Theme.Layout(Height);
        layout["xaxis"] = Axis(x);
        layout["yaxis"] = Axis(y);
        var (vertical, horizontal) = (Theme.Line(middle.X, 0, middle.X, 1, "dash"), Theme.Line(0, middle.Y, 1, middle.Y, "dash"));
        (vertical["yref"], horizontal["xref"]) = ("paper", "paper");
        layout["shapes"] = new JsonArray(vertical, horizontal);
        layout["legend"]!["traceorder"] = "reversed";
        return layout;

        JsonObject Axis(IndexNode node)
        {
            var axis = Theme.Axis(Names.Scored(result, node, language));
            var (low, high) = AxisRange.Of(result.Scores(node.Code).ToArray().Where((_, i) => result.Indicators.At(i).Year == year), 0.12);
            axis["range"] = PlotJson.Numbers([low, high]);
            axis["zeroline"] = false;
            return axis;
        }
    }

    private static string? Missing(IndexResult result, int year, IndexNode x, IndexNode y, Language language)
    {
        bool IsMissing(City city) => double.IsNaN(result.Score(city.Key, year, x.Code) + result.Score(city.Key, year, y.Code));
        var missing = result.Cities.Where(IsMissing).Select(c => c.Name(language)).ToArray();
        return missing.Length == 0 ? null : language.Say($"Without a score: {string.Join(", ", missing)}.", $"无得分：{string.Join("、", missing)}。");
    }

    private static Table Table(IndexResult result, int year, IndexNode x, IndexNode y, string title, Language language) =>
        new(
            title,
            [Column.Text("city", language.Say("City", "城市")), Column.Number(x.Code, x.Name(language), 3), Column.Number(y.Code, y.Name(language), 3)],
            result.Cities.Select(c => (object?[])[c.Name(language), result.Score(c.Key, year, x.Code), result.Score(c.Key, year, y.Code)]),
            result.Notes
        ) { Methods = result.Methods };

    private static string Describe(IndexResult result, int year, IndexNode x, IndexNode y, Language language)
    {
        var (count, when) = (result.Cities.Length.ToString(Invariant), year.ToString(Invariant));
        string Extremes(IndexNode node) => Words.Extremes(result.Cities.Select(c => (c.Name(language), result.Score(c.Key, year, node.Code))), 3, language);
        var ends = new[] { x, y }.Select(n => $"{n.Name(language)}: {Extremes(n)}");
        return language.Say($"Scatter plot of {count} cities in {when}. {string.Join("; ", ends)}.", $"{when}年{count}个城市的散点图。{string.Join("；", ends)}。");
    }
}
