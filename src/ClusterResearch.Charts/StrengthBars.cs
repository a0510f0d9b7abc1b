using System.Text.Json.Nodes;
using ClusterResearch.Charts.Drawing;
using ClusterResearch.Data;
using ClusterResearch.Indexing;
using ClusterResearch.Tables;

namespace ClusterResearch.Charts;

/// <summary>What one city does better and worse than the others.</summary>
public static class StrengthBars
{
    private const int RowHeight = 34;
    private const int LabelWidth = 22;

    /// <summary>The numbers at the bars' ends take a third of a phone's width.</summary>
    private const double RoomForNumbers = 0.3;

    /// <summary>One bar per dimension: the city's score less the median of all cities, or less that of one other city.</summary>
    /// <param name="result">The index.</param>
    /// <param name="city">The key of the city.</param>
    /// <param name="year">The year.</param>
    /// <param name="against">The key of the city to compare with; null for the median of all.</param>
    /// <param name="language">Language of names.</param>
    /// <exception cref="KeyNotFoundException">No such year or city.</exception>
    public static Figure Of(IndexResult result, string city, int year, string? against = null, Language language = Language.English)
    {
        var one = Names.City(result, city);
        var reference = against is null ? null : Names.City(result, against);
        var count = result.Cities.Length.ToString(Invariant);
        var name = reference?.Name(language) ?? language.Say($"the median of {count} cities", $"{count}市中位数");
        var rows = result.Tree.Dimensions.Select(d => Side.Of(result, d, one, reference, year)).OrderByDescending(s => s.Gap).ToArray();
        var title = language.Say($"{one.Name(language)} against {name}, {year.ToString(Invariant)}", $"{one.Name(language)}与{name}之比较，{year.ToString(Invariant)}年");
        var layout = Theme.Layout(80 + RowHeight * rows.Length);
        var (low, high) = AxisRange.Of(rows.Select(r => r.Gap).Append(0), RoomForNumbers);
        layout["xaxis"] = Theme.Axis(language.Say($"Difference in score to {name}", $"与{name}的得分差"));
        layout["xaxis"]!["range"] = PlotJson.Numbers([low, high]);
        layout["yaxis"] = Theme.Labels(rows.Select((_, i) => (double)i), rows.Select(r => PlotText.Wrap(r.Dimension.Name(language), LabelWidth)));
        layout["yaxis"]!["range"] = PlotJson.Numbers([rows.Length - 0.4, -0.6]);
        layout["showlegend"] = false;
        return new(new(title, ChartNotes.Of(result, year, language), Describe(rows, title, language)), Table(result, rows, title, one.Name(language), name, language),
            new(Bars(rows, name, one, language)), layout);
    }

    /// <summary>One dimension of the city beside the reference; the gap is missing where either is.</summary>
    private sealed record Side(IndexNode Dimension, double Score, double Reference, double? Rank)
    {
        public double Gap => Score - Reference;

        public static Side Of(IndexResult result, IndexNode dimension, City city, City? reference, int year) =>
            new(dimension, result.Score(city.Key, year, dimension.Code),
                reference is null ? result.Median(year, dimension.Code) : result.Score(reference.Key, year, dimension.Code),
                result.Rank(city.Key, year, dimension.Code));
    }

    private static JsonObject Bars(Side[] rows, string reference, City city, Language language) =>
        new()
        {
            ["type"] = "bar", ["orientation"] = "h",
            ["x"] = PlotJson.Numbers(rows.Select(r => r.Gap)), ["y"] = PlotJson.Numbers(Enumerable.Range(0, rows.Length)),
            ["marker"] = new JsonObject { ["color"] = PlotJson.Texts(rows.Select(r => r.Gap < 0 ? Palette.Below : Palette.Above)) },
            ["text"] = PlotJson.Texts(rows.Select(r => Signed(r.Gap, language))), ["textposition"] = "outside", ["cliponaxis"] = false,
            ["customdata"] = new JsonArray([.. rows.Select(r => (JsonNode)PlotJson.Numbers([r.Score, r.Reference, r.Rank ?? double.NaN]))]),
            ["hovertemplate"] = $"<b>%{{y}}</b><br>{PlotText.Escape(city.Name(language))}: %{{customdata[0]:.3f}}, "
                + language.Say("rank %{customdata[2]}", "第%{customdata[2]}位") + $"<br>{PlotText.Escape(reference)}: %{{customdata[1]:.3f}}<extra></extra>",
        };

    private static string Signed(double gap, Language language) =>
        !double.IsFinite(gap) ? language.Say("missing", "缺失") : gap > 0 ? "+" + Words.Print(gap, 2) : Words.Print(gap, 2);

    private static Table Table(IndexResult result, Side[] rows, string title, string city, string reference, Language language) =>
        new(
            title,
            [
                Column.Text("code", language.Say("Code", "编码")), Column.Text("dimension", language.Say("Dimension", "维度")),
                Column.Number("score", city, 3), Column.Number("reference", reference, 3),
                Column.Number("difference", language.Say("Difference", "差"), 3), Column.Number("rank", language.Say("Rank", "位次"), 0),
            ],
            rows.Select(r => (object?[])[r.Dimension.Code, r.Dimension.Name(language), r.Score, r.Reference, r.Gap, r.Rank]),
            result.Notes
        ) { Methods = result.Methods };

    private static string Describe(Side[] rows, string title, Language language)
    {
        var (above, below) = (rows.Count(r => r.Gap > 0).ToString(Invariant), rows.Count(r => r.Gap < 0).ToString(Invariant));
        var extremes = Words.Extremes(rows.Select(r => (r.Dimension.Name(language), r.Gap)), 2, language);
        return language.Say(
            $"Bar chart of differences. {title}. Above in {above} dimensions, below in {below}; {extremes}.",
            $"差值条形图。{title}。{above}个维度较高，{below}个较低；{extremes}。");
    }
}
