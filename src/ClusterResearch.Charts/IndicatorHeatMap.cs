using System.Text.Json.Nodes;
using ClusterResearch.Charts.Drawing;
using ClusterResearch.Data;
using ClusterResearch.Indexing;
using ClusterResearch.Numerics;
using ClusterResearch.Tables;

namespace ClusterResearch.Charts;

/// <summary>Every city and every indicator of a year at a glance.</summary>
public static class IndicatorHeatMap
{
    /// <summary>Cities from the best rank down, indicators by dimension; the colour is the normalised value, a dot one that was filled in, a cross a missing one.</summary>
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
        var goal = result.Tree.Goal.Name(language);
        var title = Words.Titled(language.Say($"Indicators: {goal}", $"{goal}各指标"), year, language);
        var note = ChartNotes.Of(result, year, language, rows.Omitted(), Cross(result, rows, year, language), Dot(result, rows, year, language), Legend(result, language));
        var traces = result.Tree.Indicators.Select((n, i) => Column(result, n, i, rows, year, language)).Concat(Dots(result, rows, year, language)).Append(Crosses(result, rows, year, language));
        var text = new FigureText(title, note, Describe(result, rows, year, language));
        return new(text, Table(result, rows, year, title, language), PlotJson.Objects(traces), Layout(result, rows, language));
    }

    private static double Normal(IndexResult result, IndexNode node, City city, int year) =>
        result.Normalised.Column(node.Code).Values.Span[result.Indicators.Row(city.Key, year)];

    /// <summary>One trace per indicator, so that its name and unit stand once for all cities.</summary>
    private static JsonObject Column(IndexResult result, IndexNode node, int place, CityRows rows, int year, Language language) =>
        new()
        {
            ["type"] = "heatmap", ["x0"] = place, ["dx"] = 1, ["y"] = PlotJson.Numbers(rows.Places),
            ["coloraxis"] = "coloraxis", ["xgap"] = 1, ["ygap"] = 1, ["hoverongaps"] = false,
            ["z"] = new JsonArray([.. rows.Cities.Select(c => (JsonNode)PlotJson.Numbers([Normal(result, node, c, year)]))]),
            ["customdata"] = new JsonArray([.. rows.Cities.Select(c => (JsonNode)PlotJson.Numbers([result.Indicators[node.Code, c.Key, year]]))]),
            ["hovertemplate"] = $"%{{y}}<br>{PlotText.Escape($"{node.Code} {node.Name(language)}")}<br>"
                + $"<b>%{{customdata:,.4~r}} {PlotText.Escape(Unit(node, language))}</b>" + language.Say("<br>normalised %{z:.3f}", "<br>标准化值%{z:.3f}") + "<extra></extra>",
        };

    private static string Unit(IndexNode node, Language language) => node.Indicator!.Unit is "1" or "ratio" ? "" : Names.Unit(node.Indicator.Unit, language);

    private static (IndexNode Node, City City, int X, int Y)[] Missing(IndexResult result, CityRows rows, int year) =>
        [.. result.Tree.Indicators.SelectMany((n, x) => rows.Cities.Select((c, y) => (n, c, x, y))).Where(p => double.IsNaN(Normal(result, p.n, p.c, year)))];

    private static string? Cross(IndexResult result, CityRows rows, int year, Language language) =>
        Missing(result, rows, year).Length == 0 ? null : language.Say("A cross marks a missing figure.", "叉号表示数据缺失。");

    private static (IndexNode Node, City City, int X, int Y)[] Filled(IndexResult result, CityRows rows, int year) =>
        [.. result.Tree.Indicators.SelectMany((n, x) => rows.Cities.Select((c, y) => (n, c, x, y))).Where(p => result.Indicators.IsFilled(p.n.Code, p.c.Key, year))];

    private static string? Dot(IndexResult result, CityRows rows, int year, Language language) =>
        Filled(result, rows, year).Length == 0 ? null : language.Say("A white dot marks a value that was filled in.", "白点表示填补的数据。");

    private static IEnumerable<JsonObject> Dots(IndexResult result, CityRows rows, int year, Language language)
    {
        var filled = Filled(result, rows, year);
        return filled.Length == 0 ? [] :
        [
            new()
            {
                ["type"] = "scatter", ["mode"] = "markers", ["showlegend"] = false, ["hoverinfo"] = "skip", ["name"] = language.Say("filled in", "填补"),
                ["x"] = PlotJson.Numbers(filled.Select(m => m.X)), ["y"] = PlotJson.Numbers(filled.Select(m => m.Y)), ["marker"] = Theme.FilledDot(),
            },
        ];
    }

    private static JsonObject Crosses(IndexResult result, CityRows rows, int year, Language language)
    {
        var missing = Missing(result, rows, year);
        return new()
        {
            ["type"] = "scatter", ["mode"] = "markers", ["showlegend"] = false,
            ["x"] = PlotJson.Numbers(missing.Select(m => m.X)), ["y"] = PlotJson.Numbers(missing.Select(m => m.Y)),
            ["text"] = PlotJson.Texts(missing.Select(m => PlotText.Escape($"{m.Node.Code} {m.Node.Name(language)}"))),
            ["marker"] = new JsonObject { ["symbol"] = "x-thin", ["size"] = 7, ["line"] = new JsonObject { ["color"] = Palette.Grey, ["width"] = 1.5 } },
            ["hovertemplate"] = $"%{{y}}<br>%{{text}}<br><b>{language.Say("missing", "缺失")}</b><extra></extra>",
        };
    }

    private static JsonObject Layout(IndexResult result, CityRows rows, Language language)
    {
        var (indicators, dimensions) = (result.Tree.Indicators, result.Tree.Dimensions);
        var groups = indicators.Select((n, i) => (Dimension: Branches.Dimension(result.Tree, dimensions, n)!, Place: i)).GroupBy(g => g.Dimension).ToArray();
        var layout = Theme.Layout(170 + CityRows.RowHeight * rows.Cities.Length);
        layout["xaxis"] = Theme.Labels(indicators.Select((_, i) => (double)i), indicators.Select(n => PlotText.Escape(n.Code)), language.Say("Indicator", "指标"));
        layout["xaxis"]!["range"] = PlotJson.Numbers([-0.5, indicators.Length - 0.5]);
        layout["xaxis"]!["tickangle"] = -90;
        layout["yaxis"] = rows.Axis();
        layout["shapes"] = PlotJson.Objects(groups.Skip(1).Select(g =>
        {
            var line = Theme.Line(g.First().Place - 0.5, 0, g.First().Place - 0.5, 1, "solid", 2);
            (line["yref"], line["layer"]) = ("paper", "above");
            return line;
        }));
        var bar = Theme.ColorBar(language.Say("Normalised value", "标准化值"));
        layout["coloraxis"] = new JsonObject { ["colorscale"] = Theme.ColorScale(), ["colorbar"] = bar };
        return layout;
    }

    private static string Legend(IndexResult result, Language language)
    {
        var dimensions = result.Tree.Dimensions.Select(d => $"{d.Code} {d.Name(language)}");
        return language.Say($"Dimensions: {string.Join(", ", dimensions)}.", $"维度：{string.Join("，", dimensions)}。");
    }

    private static Table Table(IndexResult result, CityRows rows, int year, string title, Language language) =>
        new(
            title,
            [
                Tables.Column.Number("rank", language.Say("Rank", "位次"), 0), Tables.Column.Text("city", language.Say("City", "城市")),
                .. result.Tree.Indicators.Select(n => Tables.Column.Number(n.Code, $"{n.Code} {n.Name(language)}", 3)),
                .. FilledColumn(result, language),
            ],
            rows.Cities.Select(c => (object?[])
                [result.Rank(c.Key, year), c.Name(language), .. result.Tree.Indicators.Select(n => (object?)Normal(result, n, c, year)), .. FilledColumn(result, language).Select(_ => FilledCodes(result, c, year))]),
            [language.Say("Values are normalised.", "数值已标准化。"), .. result.Notes]
        ) { Methods = result.Methods };

    /// <summary>A column that names what was filled in, where anything was.</summary>
    private static Column[] FilledColumn(IndexResult result, Language language) =>
        result.Indicators.Filled.IsEmpty ? [] : [Tables.Column.Text("filled", language.Say("Filled in", "填补的指标"))];

    private static string? FilledCodes(IndexResult result, City city, int year) =>
        string.Join(", ", result.Tree.Indicators.Where(n => result.Indicators.IsFilled(n.Code, city.Key, year)).Select(n => n.Code)) is { Length: > 0 } codes ? codes : null;

    private static string Describe(IndexResult result, CityRows rows, int year, Language language)
    {
        var missing = Words.Count(Missing(result, rows, year).Length, language, "1 figure is missing.", "{0} figures are missing.", "缺失{0}个数据。");
        var filled = Words.Count(Filled(result, rows, year).Length, language, "1 value is filled in.", "{0} values are filled in.", "填补{0}个数据。");
        double MedianOf(IndexNode node) => Moments.Median([.. rows.Cities.Select(c => Normal(result, node, c, year)).Where(double.IsFinite)]);
        var means = Words.Extremes(result.Tree.Indicators.Select(n => (n.Name(language), MedianOf(n))), 2, language);
        var (cities, indicators, y) = (rows.Cities.Length.ToString(Invariant), result.Tree.Indicators.Length.ToString(Invariant), year.ToString(Invariant));
        return language.Say(
            $"Heat map of {cities} cities by {indicators} indicators in {y}. {ChartNotes.Join(missing, filled, "Median of the normalised values:")} {means}.",
            $"{y}年{cities}个城市、{indicators}个指标的热力图。{missing}{filled}标准化值的中位数：{means}。");
    }
}
