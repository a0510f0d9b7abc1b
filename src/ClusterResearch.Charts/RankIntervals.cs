using System.Text.Json.Nodes;
using ClusterResearch.Charts.Drawing;
using ClusterResearch.Data;
using ClusterResearch.Indexing.Robustness;

namespace ClusterResearch.Charts;

/// <summary>The ranks of cities under many specifications: a line from 5 % to 95 %, a dot at the median.</summary>
public static class RankIntervals
{
    /// <summary>One row per city that all frames share, by mean rank.</summary>
    /// <param name="all">The specifications.</param>
    /// <param name="highlight">The cities lifted out.</param>
    /// <param name="language">Language of names.</param>
    public static Figure Of(Multiverse all, Highlight highlight, Language language = Language.English)
    {
        ArgumentNullException.ThrowIfNull(all);
        ArgumentNullException.ThrowIfNull(highlight);
        var table = all.ToTable(language);
        var rows = table.Rows.Select((r, i) => (City: all.Cities.First(c => c.Name(language) == (string)r[0]!), Median: r[2] as double?, Low: r[3] as double?, High: r[4] as double?, Best: r[5] as double?, Worst: r[6] as double?, Place: i)).ToArray();
        var title = table.Title;
        var note = ChartNotes.Join(language.Say("Thick: 5 % to 95 % of the specifications; thin: from the best to the worst; dot: median.", "粗线：设定的5%至95%；细线：最好至最差；圆点：中位数。"), all.Notes[0], all.Notes[^1]);
        var traces = rows.Where(r => r.Median is not null).SelectMany(r => new[] { Line(r.Best!.Value, r.Worst!.Value, r.Place, 1.5, r.City, highlight), Line(r.Low!.Value, r.High!.Value, r.Place, 6, r.City, highlight) })
            .Append(new JsonObject
            {
                ["type"] = "scatter", ["mode"] = "markers", ["showlegend"] = false, ["x"] = PlotJson.Numbers(rows.Select(r => r.Median ?? double.NaN)), ["y"] = PlotJson.Numbers(rows.Select(r => r.Place)),
                ["marker"] = new JsonObject { ["size"] = 10, ["color"] = Palette.FilledIn, ["line"] = new JsonObject { ["width"] = 2, ["color"] = Palette.Ink } },
                ["hovertemplate"] = language.Say("%{y}: median %{x}<extra></extra>", "%{y}：中位数%{x}<extra></extra>"),
            });
        var layout = Theme.Layout(130 + 30 * rows.Length);
        layout["yaxis"] = Theme.Labels(rows.Select(r => (double)r.Place), rows.Select(r => highlight.Style(r.City.Key) is { } s ? PlotText.Signed(PlotText.Escape(r.City.Name(language)), s) : PlotText.Escape(r.City.Name(language))));
        layout["yaxis"]!["range"] = PlotJson.Numbers([rows.Length - 0.4, -0.6]);
        layout["xaxis"] = Theme.Axis(language.Say("Rank", "位次"));
        (layout["xaxis"]!["range"], layout["xaxis"]!["dtick"], layout["xaxis"]!["zeroline"]) = (PlotJson.Numbers([0.5, rows.Length + 0.5]), rows.Length > 20 ? 5 : 1, false);
        var widths = rows.Where(r => r.Median is not null).Select(r => (r.City.Name(language), r.High!.Value - r.Low!.Value));
        return new(new(title, note, language.Say($"Interval plot. {title}. Width from 5 % to 95 %: {Words.Extremes(widths, 0, language)}.", $"区间图。{title}。5%至95%的宽度：{Words.Extremes(widths, 0, language)}。")),
            table, PlotJson.Objects(traces), layout);
    }

    private static JsonObject Line(double from, double to, int place, double width, City city, Highlight highlight) =>
        new()
        {
            ["type"] = "scatter", ["mode"] = "lines", ["showlegend"] = false, ["hoverinfo"] = "skip", ["x"] = PlotJson.Numbers([from, to]), ["y"] = PlotJson.Numbers([place, place]),
            ["line"] = new JsonObject { ["color"] = highlight.Style(city.Key)?.Color ?? Palette.Grey, ["width"] = width },
        };
}
