using System.Text.Json.Nodes;
using ClusterResearch.Charts.Drawing;
using ClusterResearch.Data;
using ClusterResearch.Indexing.Robustness;

namespace ClusterResearch.Charts;

/// <summary>How often each city has each rank when weights vary.</summary>
public static class RankFrequencies
{
    /// <summary>A heat map: a row per city, a column per rank, the colour says in which share of the draws; a ring marks the rank of the index.</summary>
    /// <param name="ranks">The draws.</param>
    /// <param name="year">The year.</param>
    /// <param name="highlight">The cities lifted out.</param>
    /// <param name="language">Language of names.</param>
    public static Figure Of(RankUncertainty ranks, int year, Highlight highlight, Language language = Language.English)
    {
        ArgumentNullException.ThrowIfNull(ranks);
        ArgumentNullException.ThrowIfNull(highlight);
        var result = ranks.Index;
        var rows = new CityRows(result, year, highlight, null, null, language);
        var n = result.Cities.Length;
        var title = Words.Titled(language.Say("Ranks when weights vary", "权重变动下的位次"), year, language);
        var note = ChartNotes.Of(result, year, language, ranks.Notes[0], language.Say("A ring marks the rank of the index.", "圆圈表示指数的位次。"));
        var map = new JsonObject
        {
            ["type"] = "heatmap", ["x"] = PlotJson.Numbers(Enumerable.Range(1, n)), ["y"] = PlotJson.Numbers(rows.Places), ["coloraxis"] = "coloraxis", ["xgap"] = 1, ["ygap"] = 1,
            ["z"] = new JsonArray([.. rows.Cities.Select(c => (JsonNode)PlotJson.Numbers(Enumerable.Range(1, n).Select(r => ranks.Frequency(c.Key, year, r) is > 0 and var f ? 100 * f : double.NaN)))]),
            ["hovertemplate"] = language.Say("%{y}<br>rank %{x}: %{z:.1f} % of the draws<extra></extra>", "%{y}<br>第%{x}位：%{z:.1f} %<extra></extra>"), ["hoverongaps"] = false,
        };
        var placed = rows.Cities.Select((c, i) => (Rank: result.Rank(c.Key, year), i)).Where(p => p.Rank is not null).ToArray();
        var own = new JsonObject
        {
            ["type"] = "scatter", ["mode"] = "markers", ["showlegend"] = false, ["hoverinfo"] = "skip", ["x"] = PlotJson.Numbers(placed.Select(p => p.Rank!.Value)), ["y"] = PlotJson.Numbers(placed.Select(p => p.i)),
            ["marker"] = new JsonObject { ["symbol"] = "circle-open", ["size"] = 11, ["color"] = Palette.Focus.Color, ["line"] = new JsonObject { ["width"] = 2 } },
        };
        var layout = Theme.Layout(150 + CityRows.RowHeight * rows.Cities.Length);
        layout["yaxis"] = rows.Axis();
        layout["xaxis"] = Theme.Axis(language.Say("Rank", "位次"));
        (layout["xaxis"]!["dtick"], layout["xaxis"]!["range"], layout["xaxis"]!["showgrid"], layout["xaxis"]!["zeroline"]) = (n > 20 ? 5 : 1, PlotJson.Numbers([0.5, n + 0.5]), false, false);
        layout["coloraxis"] = new JsonObject { ["colorscale"] = Theme.ColorScale(), ["cmin"] = 0, ["cmax"] = 100, ["colorbar"] = Theme.ColorBar(language.Say("Share of draws (%)", "占抽样的百分比")) };
        return new(new(title, note, Describe(ranks, year, rows, language)), ranks.ToTable(year, language), PlotJson.Objects([map, own]), layout);
    }

    private static string Describe(RankUncertainty ranks, int year, CityRows rows, Language language)
    {
        var widths = rows.Cities.Select(c => (c.Name(language), ranks.RankQuantile(c.Key, year, 0.95) - ranks.RankQuantile(c.Key, year, 0.05)));
        return language.Say($"Heat map of rank frequencies of {rows.Cities.Length.ToString(Invariant)} cities. Places between 5 % and 95 % of the draws: {Words.Extremes(widths, 0, language)}.",
            $"{rows.Cities.Length.ToString(Invariant)}个城市位次频率的热力图。5%至95%之间的位次宽度：{Words.Extremes(widths, 0, language)}。");
    }
}
