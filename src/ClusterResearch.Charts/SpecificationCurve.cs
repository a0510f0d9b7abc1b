using System.Text.Json.Nodes;
using ClusterResearch.Charts.Drawing;
using ClusterResearch.Data;
using ClusterResearch.Indexing.Robustness;
using ClusterResearch.Tables;

namespace ClusterResearch.Charts;

/// <summary>A city's rank under every specification, sorted, with the choices behind each below.</summary>
public static class SpecificationCurve
{
    /// <summary>More marks than this cannot be told apart; of longer curves every so-manieth specification is drawn, all are in the table.</summary>
    private const int MostMarks = 600;

    private const int RowHeight = 17;
    private const int CurveHeight = 230;

    /// <summary>The curve of one city.</summary>
    /// <param name="all">The specifications.</param>
    /// <param name="city">The key of a city that all frames share.</param>
    /// <param name="language">Language of names.</param>
    /// <exception cref="ArgumentException">The city is not in every frame.</exception>
    public static Figure Of(Multiverse all, string city, Language language = Language.English)
    {
        ArgumentNullException.ThrowIfNull(all);
        var named = all.Cities.FirstOrDefault(c => c.Key == city) ?? throw new ArgumentException($"{city} is not in every frame of cities: {string.Join(", ", all.Cities.Select(c => c.Key))}.", nameof(city));
        var sorted = all.Specifications.Where(s => s.Rank(city) is not null).OrderBy(s => s.Rank(city)).ThenBy(s => s.ToString(), StringComparer.Ordinal).ToArray();
        var step = Math.Max(1, (sorted.Length + MostMarks - 1) / MostMarks);
        var drawn = sorted.Select((s, i) => (s, i)).Where(p => p.i % step == step / 2 || sorted.Length <= MostMarks).ToArray();
        // too many indicators to give each a row: something or nothing is left out
        var rows = all.Specifications[0].Choices.SelectMany(c => c.Axis == "left out"
            ? [(c.Axis, "nothing", (Func<Specification, bool>)(s => s[c.Axis] == "nothing")), (c.Axis, "an indicator", s => s[c.Axis] != "nothing")]
            : all.Specifications.Select(s => s[c.Axis]).Distinct().Select(v => (c.Axis, v, (Func<Specification, bool>)(s => s[c.Axis] == v)))).ToArray();
        var title = language.Say($"Rank of {named.NameEn} under {sorted.Length.ToString(Invariant)} specifications, {all.Year.ToString(Invariant)}", $"{named.NameZh}在{sorted.Length.ToString(Invariant)}种设定下的位次，{all.Year.ToString(Invariant)}年");
        var note = ChartNotes.Join(language.Say("Above: rank, best first. Below: a mark where the specification makes that choice.", "上：位次，由好到差。下：标记表示该设定的选择。"),
            step > 1 ? language.Say($"Every {step.ToString(Invariant)}th specification is drawn; the table has all.", $"每{step.ToString(Invariant)}个设定绘制一个，表中为全部。") : null, all.Notes[0]);
        var curve = new JsonObject
        {
            ["type"] = "scatter", ["mode"] = "markers", ["showlegend"] = false, ["x"] = PlotJson.Numbers(drawn.Select(p => p.i)), ["y"] = PlotJson.Numbers(drawn.Select(p => p.s.Rank(city)!.Value)),
            ["text"] = PlotJson.Texts(drawn.Select(p => PlotText.Escape(p.s.ToString()))), ["marker"] = new JsonObject { ["size"] = 4, ["color"] = Palette.Focus.Color },
            ["hovertemplate"] = language.Say("rank %{y}<br>%{text}<extra></extra>", "第%{y}位<br>%{text}<extra></extra>"),
        };
        var panel = rows.Select((row, place) => (row, place)).Select(r => (r.place, Marks: drawn.Where(p => r.row.Item3(p.s)).ToArray())).Select(r => new JsonObject
        {
            ["type"] = "scatter", ["mode"] = "markers", ["showlegend"] = false, ["hoverinfo"] = "skip", ["yaxis"] = "y2", ["x"] = PlotJson.Numbers(r.Marks.Select(p => p.i)), ["y"] = PlotJson.Numbers(r.Marks.Select(_ => r.place)),
            ["marker"] = new JsonObject { ["symbol"] = "line-ns-open", ["size"] = 8, ["color"] = Palette.Above, ["line"] = new JsonObject { ["width"] = 1 } },
        });
        return new(new(title, note, Describe(all, city, named, language)), Table(sorted, city, title, all, language), PlotJson.Objects(panel.Prepend(curve)), Layout(all, rows.Select(r => $"{r.Axis}: {r.Item2}").ToArray(), sorted.Length, language));
    }

    private static JsonObject Layout(Multiverse all, string[] labels, int count, Language language)
    {
        var panel = RowHeight * labels.Length;
        var share = (double)panel / (panel + CurveHeight);
        var layout = Theme.Layout(panel + CurveHeight + 90);
        layout["xaxis"] = Theme.Axis(language.Say("Specification, by rank", "设定（按位次排序）"));
        (layout["xaxis"]!["anchor"], layout["xaxis"]!["range"], layout["xaxis"]!["showgrid"], layout["xaxis"]!["zeroline"]) = ("y2", PlotJson.Numbers([-0.01 * count, 1.01 * count]), false, false);
        layout["yaxis"] = Theme.Axis(language.Say("Rank", "位次"));
        (layout["yaxis"]!["domain"], layout["yaxis"]!["range"], layout["yaxis"]!["dtick"], layout["yaxis"]!["zeroline"]) = (PlotJson.Numbers([share + 0.04, 1]), PlotJson.Numbers([all.Cities.Length + 0.5, 0.5]), all.Cities.Length > 10 ? 4 : 1, false);
        layout["yaxis2"] = Theme.Labels(labels.Select((_, i) => (double)i), labels.Select(PlotText.Escape));
        (layout["yaxis2"]!["domain"], layout["yaxis2"]!["range"]) = (PlotJson.Numbers([0, share]), PlotJson.Numbers([labels.Length - 0.4, -0.6]));
        return layout;
    }

    private static Table Table(Specification[] sorted, string city, string title, Multiverse all, Language language) =>
        new(title,
            [Column.Number("rank", language.Say("Rank", "位次"), 1), Column.Number("score", language.Say("Score", "得分"), 4), .. sorted[0].Choices.Select(c => Column.Text(c.Axis.Replace(' ', '_'), c.Axis))],
            sorted.Select(s => (object?[])[s.Rank(city), s.Score(city), .. s.Choices.Select(c => (object?)c.Choice)]), all.Notes);

    private static string Describe(Multiverse all, string city, City named, Language language)
    {
        var ranks = all.Specifications.Select(s => s.Rank(city)).OfType<double>().Order().ToArray();
        var (low, middle, high) = (ranks[0].ToString("0.#", Invariant), ranks[ranks.Length / 2].ToString("0.#", Invariant), ranks[^1].ToString("0.#", Invariant));
        return language.Say($"Specification curve of {named.NameEn}: ranks from {low} to {high}, median {middle}.", $"{named.NameZh}的设定曲线：位次从{low}到{high}，中位数{middle}。");
    }
}
