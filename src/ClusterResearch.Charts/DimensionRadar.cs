using System.Text.Json.Nodes;
using ClusterResearch.Charts.Drawing;
using ClusterResearch.Data;
using ClusterResearch.Indexing;
using ClusterResearch.Tables;

namespace ClusterResearch.Charts;

/// <summary>Strong and weak sides: the dimensions of a few cities on one web.</summary>
public static class DimensionRadar
{
    private const int Height = 480;
    private const int LabelWidth = 13;

    /// <summary>One web per city and a dashed one for the median of all.</summary>
    /// <param name="result">The index.</param>
    /// <param name="year">The year.</param>
    /// <param name="highlight">The cities to draw, and their colours.</param>
    /// <param name="cities">Keys of the cities to draw; null for those of <paramref name="highlight"/>.</param>
    /// <param name="language">Language of names.</param>
    /// <exception cref="KeyNotFoundException">No such year or city.</exception>
    public static Figure Of(IndexResult result, int year, Highlight highlight, IReadOnlyList<string>? cities = null, Language language = Language.English)
    {
        var keys = ScoreLines.Chosen(result, highlight, cities);
        var chosen = keys.Select(c => Names.City(result, c)).ToArray();
        var dimensions = result.Tree.Dimensions.ToArray();
        var title = Words.Titled(language.Say($"Dimensions: {result.Tree.Goal.Name(language)}", $"{result.Tree.Goal.Name(language)}各维度"), year, language);
        double[] Scores(City city) => [.. dimensions.Select(d => result.Score(city.Key, year, d.Code))];
        double[] median = [.. dimensions.Select(d => result.Median(year, d.Code))];
        var middle = Words.MedianOf(result.Cities.Length, language);
        var webs = chosen.Reverse().Select(c => Web(c.Name(language), Scores(c), highlight.Style(c.Key, keys)));
        var table = new Table(title,
            [Column.Text("code", language.Say("Code", "编码")), Column.Text("dimension", language.Say("Dimension", "维度")),
                .. chosen.Select((c, i) => Column.Number(string.Create(Invariant, $"c{i + 1}"), c.Name(language), 3)), Column.Number("median", middle, 3)],
            dimensions.Select((d, i) => (object?[])[d.Code, d.Name(language), .. chosen.Select(c => (object?)result.Score(c.Key, year, d.Code)), median[i]]),
            result.Notes) { Methods = result.Methods };
        var layout = Layout(dimensions, [.. chosen.SelectMany(Scores), .. median], language);
        return new(new(title, ChartNotes.Of(result, year, language), Describe(result, year, chosen, language)), table,
            PlotJson.Objects(webs.Prepend(Web(middle, median, null))), layout);
    }

    /// <summary>A closed line; gaps where a dimension has no score.</summary>
    private static JsonObject Web(string name, double[] scores, CityStyle? style) =>
        new()
        {
            ["type"] = "scatterpolar", ["mode"] = style is null ? "lines" : "lines+markers", ["name"] = PlotText.Escape(name),
            ["r"] = PlotJson.Numbers(scores.Append(scores[0])), ["theta"] = PlotJson.Numbers(scores.Append(0).Select((_, i) => Angle(i, scores.Length))),
            ["line"] = new JsonObject { ["color"] = style?.Color ?? Palette.Ink, ["width"] = style?.Width ?? 2.5, ["dash"] = style is null ? "dash" : "solid" },
            ["marker"] = new JsonObject { ["symbol"] = style?.Symbol ?? "circle", ["size"] = 7 },
            ["hovertemplate"] = "<b>%{fullData.name}</b><br>%{theta}: %{r:.3f}<extra></extra>",
        };

    private static double Angle(int place, int count) => 360.0 * (place % count) / count;

    private static JsonObject Layout(IndexNode[] dimensions, double[] scores, Language language)
    {
        var layout = Theme.Layout(Height);
        layout["margin"]!["b"] = 30;
        layout["polar"] = new JsonObject
        {
            ["domain"] = new JsonObject { ["x"] = PlotJson.Numbers([0.18, 0.82]), ["y"] = PlotJson.Numbers([0, 0.84]) },
            ["radialaxis"] = Scale(90 - 180.0 / dimensions.Length, scores),
            ["angularaxis"] = new JsonObject
            {
                ["direction"] = "clockwise", ["rotation"] = 90, ["tickmode"] = "array",
                ["tickvals"] = PlotJson.Numbers(dimensions.Select((_, i) => Angle(i, dimensions.Length))),
                ["ticktext"] = PlotJson.Texts(dimensions.Select(d => PlotText.Wrap(d.Name(language), LabelWidth))),
                ["tickfont"] = new JsonObject { ["size"] = Theme.SmallText },
            },
        };
        layout["legend"]!["y"] = 1.06;
        layout["legend"]!["yanchor"] = "top";
        layout["legend"]!["traceorder"] = "reversed";
        return layout;
    }

    /// <summary>The scale, between two spokes so that no line covers its numbers; from 0 to 1 where the scores are.</summary>
    private static JsonObject Scale(double angle, double[] scores)
    {
        var scale = new JsonObject { ["angle"] = PlotJson.Number(angle), ["tickangle"] = PlotJson.Number(angle), ["tickfont"] = new JsonObject { ["size"] = 10 } };
        if (scores.Any(s => s is < 0 or > 1))
        {
            var (low, high) = AxisRange.Of(scores);
            scale["range"] = PlotJson.Numbers([low, high]);
            return scale;
        }
        scale["range"] = PlotJson.Numbers([0, 1]);
        scale["tickvals"] = PlotJson.Numbers([0.25, 0.5, 0.75, 1]);
        scale["ticktext"] = PlotJson.Texts(["", "0.5", "", "1"]);
        return scale;
    }

    private static string Describe(IndexResult result, int year, City[] cities, Language language)
    {
        string Extremes(City city) => Words.Extremes(result.Tree.Dimensions.Select(d => (d.Name(language), result.Score(city.Key, year, d.Code))), 2, language);
        var parts = cities.Select(c => $"{c.Name(language)}: {Extremes(c)}");
        var (count, y) = (result.Tree.Dimensions.Length.ToString(Invariant), year.ToString(Invariant));
        return language.Say($"Radar chart of {count} dimensions in {y}. {string.Join("; ", parts)}.", $"{y}年{count}个维度的雷达图。{string.Join("；", parts)}。");
    }
}
