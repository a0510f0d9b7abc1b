using System.Text.Json.Nodes;
using ClusterResearch.Charts.Drawing;
using ClusterResearch.Data;
using ClusterResearch.Location;
using ClusterResearch.Tables;

namespace ClusterResearch.Charts;

/// <summary>Where an industry is concentrated, where it gathers or leaves, and where it is large: level, change and size in one plane.</summary>
public static class LocationBubble
{
    private const int Height = 480;
    private const double LargestBubble = 46;

    /// <summary>One bubble per region: location quotient at the end, its change since the begin, area by amount.</summary>
    /// <param name="first">The table at the begin.</param>
    /// <param name="last">The table at the end, with the same regions.</param>
    /// <param name="industry">The industry.</param>
    /// <param name="years">The two years.</param>
    /// <param name="cities">The cities behind the regions' names.</param>
    /// <param name="highlight">The cities to name.</param>
    /// <param name="language">Language of names.</param>
    /// <exception cref="KeyNotFoundException">No such industry, or a region that only one table has.</exception>
    public static Figure Of(IndustryTable first, IndustryTable last, string industry, (int First, int Last) years, IEnumerable<City> cities, Highlight highlight, Language language = Language.English)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(last);
        ArgumentNullException.ThrowIfNull(highlight);
        var rows = cities.Where(c => last.Regions.Contains(c.Key)).Select(c => new Bubble(c, Quotient(last, c.Key, industry), Quotient(last, c.Key, industry) - Quotient(first, c.Key, industry), last[c.Key, industry])).ToArray();
        var (from, to) = (years.First.ToString(Invariant), years.Last.ToString(Invariant));
        var title = language.Say($"{industry}: location quotient {to} and its change since {from}", $"{industry}：{to}年区位商及{from}年以来的变化");
        var note = ChartNotes.Join(
            language.Say("LQ: the industry's share in the city over its share in all cities; 1 is the average. Area of a bubble: amount in the last year.", "区位商：该行业在城市中的比重与在全部城市中的比重之比，1为平均。气泡面积为末年数量。"), string.Join(" ", last.Notes));
        var layout = Theme.Layout(Height);
        layout["xaxis"] = Axis(language.Say($"Location quotient {to}", $"{to}年区位商"), rows.Select(r => r.Level).Append(1));
        layout["yaxis"] = Axis(language.Say($"Change since {from}", $"{from}年以来变化"), rows.Select(r => r.Change).Append(0));
        var (level, change) = (Theme.Line(1, 0, 1, 1, "dash"), Theme.Line(0, 0, 1, 0, "dash"));
        (level["yref"], change["xref"]) = ("paper", "paper");
        layout["shapes"] = PlotJson.Objects([level, change]);
        var named = rows.Where(r => highlight.Style(r.City.Key) is not null).OrderByDescending(r => highlight.All.IndexOf(r.City.Key)).ToArray();
        var largest = rows.Max(r => r.Size);
        return new(new(title, note, Describe(rows, language)), Table(rows, title, note, language),
            PlotJson.Objects([Trace(rows.Except(named).ToArray(), largest, null, language), .. named.Select(r => Trace([r], largest, highlight.Style(r.City.Key), language))]), layout);
    }

    private sealed record Bubble(City City, double Level, double Change, double Size);

    private static double Quotient(IndustryTable table, string region, string industry)
    {
        var (r, i) = (table.Regions.IndexOf(region), table.Industries.IndexOf(industry));
        return r < 0 || i < 0 ? throw new KeyNotFoundException($"A table has no region “{region}” or no industry “{industry}”.") : LocationQuotient.Of(table, r, i);
    }

    private static JsonObject Axis(string title, IEnumerable<double> values)
    {
        var axis = Theme.Axis(title);
        var (low, high) = AxisRange.Of(values, 0.14);
        (axis["range"], axis["zeroline"]) = (PlotJson.Numbers([low, high]), false);
        return axis;
    }

    private static JsonObject Trace(Bubble[] rows, double largest, CityStyle? style, Language language) =>
        new()
        {
            ["type"] = "scatter", ["mode"] = style is null ? "markers" : "markers+text", ["name"] = style is null ? Words.Others(rows.Length, language) : PlotText.Escape(rows[0].City.Name(language)),
            ["x"] = PlotJson.Numbers(rows.Select(r => r.Level)), ["y"] = PlotJson.Numbers(rows.Select(r => r.Change)), ["visible"] = rows.Length > 0,
            ["text"] = PlotJson.Texts(rows.Select(r => style is null ? PlotText.Escape(r.City.Name(language)) : PlotText.Bold(PlotText.Escape(r.City.Name(language))))), ["textposition"] = "top center",
            ["customdata"] = PlotJson.Numbers(rows.Select(r => r.Size)),
            ["marker"] = new JsonObject
            {
                ["size"] = PlotJson.Numbers(rows.Select(r => LargestBubble * Math.Sqrt(r.Size / largest))), ["color"] = style?.Color ?? Palette.Grey, ["opacity"] = style is null ? 0.35 : 0.65,
                ["line"] = new JsonObject { ["color"] = style?.Color ?? Palette.Grey, ["width"] = 1.2 },
            },
            ["hovertemplate"] = "%{text}<br>LQ %{x:.2f}, %{y:+.2f}<br>%{customdata:,.4~r}<extra></extra>",
        };

    private static Table Table(Bubble[] rows, string title, string note, Language language) =>
        new(title, [Column.Text("city", language.Say("City", "城市")), Column.Number("lq", "LQ", 3), Column.Number("change", language.Say("Change", "变化"), 3), Column.Number("size", language.Say("Amount", "数量"), 1)],
            rows.OrderByDescending(r => r.Level).Select(r => (object?[])[r.City.Name(language), r.Level, r.Change, r.Size]), [note]);

    private static string Describe(Bubble[] rows, Language language)
    {
        var (level, change) = (Words.Extremes(rows.Select(r => (r.City.Name(language), r.Level)), 2, language), Words.Extremes(rows.Select(r => (r.City.Name(language), r.Change)), 2, language));
        return language.Say($"Bubble chart. Location quotient: {level}. Change: {change}.", $"气泡图。区位商：{level}。变化：{change}。");
    }
}
