using System.Text.Json.Nodes;
using ClusterResearch.Charts.Drawing;
using ClusterResearch.Data;
using ClusterResearch.Indexing;
using ClusterResearch.Tables;

namespace ClusterResearch.Charts;

/// <summary>Who leads, and by which dimensions.</summary>
public static class RankingBars
{
    private const int LegendHeight = 120;

    private const string FilledSign = " ○";

    /// <summary>The score at a bar's end takes a seventh of a phone's width.</summary>
    private const double RoomForScore = 1.17;

    /// <summary>One bar per city from the best rank down, made of what each dimension adds; the score stands at its end.</summary>
    /// <param name="result">The index.</param>
    /// <param name="year">The year.</param>
    /// <param name="highlight">The cities to mark.</param>
    /// <param name="top">How many of the best to show; null for all. Marked cities are always shown.</param>
    /// <param name="include">Keys of further cities to show whatever their rank.</param>
    /// <param name="language">Language of names.</param>
    /// <exception cref="KeyNotFoundException">No such year or city.</exception>
    public static Figure Of(
        IndexResult result,
        int year,
        Highlight highlight,
        int? top = null,
        IEnumerable<string>? include = null,
        Language language = Language.English
    )
    {
        var rows = new CityRows(result, year, highlight, top, include, language);
        var title = Words.Titled(result.Tree.Goal.Name(language), year, language);
        var note = ChartNotes.Of(result, year, language, rows.Omitted(), Scaled(result, language), Marked(result, year, rows, language));
        var parts = rows.Cities.Select(c => Parts(result, c, year)).ToArray();
        var layout = Theme.Layout(LegendHeight + CityRows.RowHeight * rows.Cities.Length);
        layout["barmode"] = "relative";
        layout["bargap"] = 0.14;
        layout["uniformtext"] = new JsonObject { ["minsize"] = 8, ["mode"] = "hide" };
        layout["xaxis"] = Theme.Axis(Words.Capital(Names.Score(result, language)));
        layout["xaxis"]!["range"] = PlotJson.Numbers([Math.Min(0, Ends(parts, -1)), RoomForScore * Ends(parts, 1)]);
        layout["yaxis"] = rows.Axis();
        layout["legend"]!["traceorder"] = "normal";
        return new(new(title, note, Describe(result, year, rows, language)), Table(result, year, rows, title, parts, language),
            Data(result, year, rows, parts, language), layout);
    }

    /// <summary>What each dimension adds; missing where the city has no score.</summary>
    private static double[] Parts(IndexResult result, City city, int year) =>
        double.IsNaN(result.Score(city.Key, year))
            ? [.. result.Tree.Dimensions.Select(_ => double.NaN)]
            : [.. result.Contributions(city.Key, year, result.Tree.Dimensions.Select(d => d.Code))];

    /// <summary>How far the longest bar reaches to one side.</summary>
    private static double Ends(double[][] parts, int side) =>
        side * parts.Select(p => p.Where(v => v * side > 0).Sum(v => v * side)).DefaultIfEmpty(0).Max();

    private static JsonArray Data(IndexResult result, int year, CityRows rows, double[][] parts, Language language)
    {
        var colors = Palette.OfDimensions(result.Tree);
        var bars = result.Tree.Dimensions.Select((dimension, d) => new JsonObject
        {
            ["type"] = "bar", ["orientation"] = "h", ["name"] = PlotText.Escape($"{dimension.Code} {dimension.Name(language)}"),
            ["x"] = PlotJson.Numbers(parts.Select(p => p[d])), ["y"] = PlotJson.Numbers(rows.Places),
            ["marker"] = new JsonObject { ["color"] = colors[dimension.Code] },
            ["text"] = PlotText.Escape(dimension.Code), ["textposition"] = "inside", ["insidetextanchor"] = "middle", ["textangle"] = 0,
            ["insidetextfont"] = new JsonObject { ["size"] = 10, ["color"] = Palette.TextOn(colors[dimension.Code]) },
            ["hovertemplate"] = $"<b>%{{y}}</b><br>%{{fullData.name}}: %{{x:.3f}}<extra></extra>",
        });
        return PlotJson.Objects(bars.Append(Totals(result, year, rows, parts, language)));
    }

    private static JsonObject Totals(IndexResult result, int year, CityRows rows, double[][] parts, Language language) =>
        new()
        {
            ["type"] = "scatter", ["mode"] = "text", ["showlegend"] = false, ["hoverinfo"] = "skip", ["cliponaxis"] = false,
            ["x"] = PlotJson.Numbers(parts.Select(p => p.Where(v => v > 0).Sum())), ["y"] = PlotJson.Numbers(rows.Places),
            ["text"] = PlotJson.Texts(rows.Cities.Select(c => Total(result.Score(c.Key, year), language) + (FilledShare(result, c, year) > 0 ? FilledSign : ""))),
            ["textposition"] = "middle right",
        };

    private static string Total(double score, Language language) =>
        double.IsNaN(score) ? language.Say("missing", "缺失") : " " + Words.Print(score, 3);

    /// <summary>The weight of filled-in values in a city's score, from 0 to 1.</summary>
    private static double FilledShare(IndexResult result, City city, int year) =>
        result.Indicators.Filled.Any(f => f.Year == year && f.City.Key == city.Key)
            ? result.Explain(city.Key, year).Nodes.Where(n => n.Node.Indicator is not null && result.Indicators.IsFilled(n.Node.Code, city.Key, year)).Sum(n => n.Weight)
            : 0;

    private static string? Marked(IndexResult result, int year, CityRows rows, Language language) =>
        rows.Cities.Any(c => FilledShare(result, c, year) > 0)
            ? language.Say($"{FilledSign.Trim()} marks scores that rest in part on filled-in values.", $"{FilledSign.Trim()}表示得分部分依据填补数据。") : null;

    private static string? Scaled(IndexResult result, Language language) =>
        result.Recipe.Aggregation.AddsUp ? null
            : language.Say("This mean does not add up: parts are weight times score, scaled to the city's score.", "该平均方法不可加：各部分为权重乘得分，并按城市总分缩放。");

    private static Table Table(IndexResult result, int year, CityRows rows, string title, double[][] parts, Language language) =>
        new(
            title,
            [
                Column.Number("rank", language.Say("Rank", "位次"), 0), Column.Text("city", language.Say("City", "城市")),
                Column.Number(result.Tree.Goal.Code, language.Say("Score", "得分"), 3),
                .. result.Tree.Dimensions.Select(d => Column.Number(d.Code, d.Name(language), 3)),
                .. FilledColumn(result, language),
            ],
            rows.Cities.Select((c, i) => (object?[])
                [result.Rank(c.Key, year), c.Name(language), result.Score(c.Key, year), .. parts[i].Cast<object?>(), .. FilledColumn(result, language).Select(_ => (object?)(100 * FilledShare(result, c, year)))]),
            [language.Say("Dimensions: what each adds to the score.", "各维度：对总分的贡献。"), .. result.Notes]
        ) { Methods = result.Methods };

    /// <summary>A column for the weight of filled-in values, where there are any.</summary>
    private static Column[] FilledColumn(IndexResult result, Language language) =>
        result.Indicators.Filled.IsEmpty ? [] : [Column.Number("filled", language.Say("Weight of filled-in values", "填补数据的权重"), 1, "%")];

    private static string Describe(IndexResult result, int year, CityRows rows, Language language)
    {
        var extremes = Words.Extremes(rows.Cities.Select(c => (c.Name(language), result.Score(c.Key, year))), 3, language);
        var (cities, dimensions, y) = (rows.Cities.Length.ToString(Invariant), result.Tree.Dimensions.Length.ToString(Invariant), year.ToString(Invariant));
        return language.Say(
            $"Bar chart of {cities} cities in {y}, bars made of {dimensions} dimensions; {extremes}.",
            $"{y}年{cities}个城市的条形图，由{dimensions}个维度构成；{extremes}。");
    }
}
