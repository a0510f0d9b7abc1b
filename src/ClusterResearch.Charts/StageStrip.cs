using System.Text.Json.Nodes;
using ClusterResearch.Charts.Drawing;
using ClusterResearch.Data;
using ClusterResearch.Stages;
using ClusterResearch.Tables;

namespace ClusterResearch.Charts;

/// <summary>In which stage is each city in each year, and where do methods disagree?</summary>
public static class StageStrip
{
    private const int LegendHeight = 110;
    private const int RowHeight = 26;

    /// <summary>One strip per city: the stage of most methods; hatched where methods disagree, empty where there is none.</summary>
    /// <param name="agreement">The methods.</param>
    /// <param name="highlight">The cities to mark.</param>
    /// <param name="language">Language of names.</param>
    public static Figure Of(StageAgreement agreement, Highlight highlight, Language language = Language.English)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        ArgumentNullException.ThrowIfNull(highlight);
        var cities = agreement.Cities.OrderBy(c => highlight.All.IndexOf(c.Key) is >= 0 and var i ? i : int.MaxValue).ToArray();
        var rows = cities.Select(c => new Strip(c.Name(language), highlight.Style(c.Key) is { } s ? PlotText.Signed(PlotText.Escape(c.Name(language)), s) : PlotText.Escape(c.Name(language)),
            y => agreement.Majority[c.Key, y], y => agreement.IsDisputed(c.Key, y))).ToArray();
        var note = ChartNotes.Join(
            language.Say("Colour and letter: the stage that most methods give. Hatched: methods disagree. Empty: no stage, or a tie.", "颜色与字母：多数方法给出的阶段。斜线：方法不一致。空白：无阶段或票数相等。"),
            language.Say($"Methods: {string.Join("; ", agreement.Methods.Select(m => m.Method))}.", $"方法：{string.Join("；", agreement.Methods.Select(m => m.Method))}。"));
        return Draw(rows, [.. agreement.Years], Title(language.Say("Stages of the cities", "各城市所处阶段"), [.. agreement.Years], language), note, language);
    }

    /// <summary>One city: a strip per method and one for most of them, with how sure a method is in per cent.</summary>
    /// <param name="agreement">The methods.</param>
    /// <param name="city">The key of the city.</param>
    /// <param name="language">Language of names.</param>
    /// <exception cref="KeyNotFoundException">No such city.</exception>
    public static Figure Of(StageAgreement agreement, string city, Language language = Language.English)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        var own = agreement.Cities.FirstOrDefault(c => c.Key == city) ?? throw new KeyNotFoundException($"The methods judge no city “{city}”.");
        var majority = language.Say("Most methods", "多数方法");
        var rows = agreement.Methods.Select(m => new Strip(m.Method, PlotText.Wrap(m.Method), y => m[city, y], _ => false) { ShowsConfidence = true })
            .Append(new(majority, PlotText.Bold(PlotText.Escape(majority)), y => agreement.Majority[city, y], y => agreement.IsDisputed(city, y))).ToArray();
        var reasons = agreement.Methods.Where(m => m.Years.All(y => m[city, y].Stage is null)).Select(m => $"{m.Method}: {m[city, m.Years[^1]].Reason}.");
        var note = ChartNotes.Join([
            language.Say("Numbers: how sure the method is, in per cent (growth curve: probability of the stage; trajectories: silhouette, 50 is between two groups). Hatched: methods disagree. Empty: no stage.",
                "数字：该方法的把握（%）（增长曲线为阶段概率；轨迹聚类为轮廓系数，50表示介于两类之间）。斜线：方法不一致。空白：无阶段。"), .. reasons]);
        return Draw(rows, [.. agreement.Years], Title(language.Say($"{own.NameEn}: stage by method", $"{own.NameZh}：各方法判定的阶段"), [.. agreement.Years], language), note, language);
    }

    /// <summary>A row of the chart.</summary>
    private sealed record Strip(string Name, string Label, Func<int, StageVerdict> Verdict, Func<int, bool> IsDisputed)
    {
        public bool ShowsConfidence { get; init; }
    }

    private static string Title(string what, int[] years, Language language) => Words.Titled(what, new Indexing.Period(years[0], years[^1]).ToString(), language);

    private static Figure Draw(Strip[] rows, int[] years, string title, string note, Language language)
    {
        var layout = Theme.Layout(LegendHeight + rows.Sum(r => Math.Max(RowHeight, Theme.RowHeight([r.Label]))));
        (layout["barmode"], layout["bargap"]) = ("overlay", 0.12);
        layout["xaxis"] = Theme.Years(language.Say("Year", "年份"), years[0], years[^1]);
        layout["yaxis"] = Theme.Labels(rows.Select((_, i) => (double)i), rows.Select(r => r.Label));
        layout["yaxis"]!["range"] = PlotJson.Numbers([rows.Length - 0.4, -0.6]);
        layout["legend"]!["itemclick"] = false;
        layout["legend"]!["itemdoubleclick"] = false;
        return new(new(title, note, Describe(rows, years, language)), Table(rows, years, title, note, language), PlotJson.Objects(Traces(rows, years, language)), layout);
    }

    private static IEnumerable<JsonObject> Traces(Strip[] rows, int[] years, Language language)
    {
        var cells = rows.SelectMany((r, i) => years.Select(y => (Row: i, Strip: r, Year: y, Verdict: r.Verdict(y), Disputed: r.IsDisputed(y)))).ToArray();
        foreach (var stage in StageNames.All)
        {
            foreach (var disputed in new[] { false, true })
            {
                var own = cells.Where(c => c.Verdict.Stage == stage && c.Disputed == disputed).ToArray();
                yield return Bar(own.Select(c => c.Year), own.Select(c => c.Row), StageColors.Of(stage), disputed, new()
                {
                    ["name"] = $"{StageColors.Letter(stage, language)} {stage.Name(language)}", ["showlegend"] = !disputed,
                    ["text"] = PlotJson.Texts(own.Select(c => c.Strip.ShowsConfidence && double.IsFinite(c.Verdict.Confidence) ? Words.Print(100 * c.Verdict.Confidence, 0) : StageColors.Letter(stage, language))),
                    ["customdata"] = PlotJson.Texts(own.Select(c => PlotText.Escape(string.Create(Invariant, $"{c.Strip.Name} {c.Year}: {stage.Name(language)}")) + "<br>" + PlotText.Wrap(c.Verdict.Reason, 60))),
                });
            }
        }
        yield return Bar([], [], Palette.Grey, hatched: true, new() { ["name"] = language.Say("methods disagree", "方法不一致"), ["showlegend"] = true });
    }

    private static JsonObject Bar(IEnumerable<int> years, IEnumerable<int> rows, string color, bool hatched, JsonObject more)
    {
        var begin = years.Select(y => y - 0.47).ToArray();
        more["type"] = "bar";
        more["orientation"] = "h";
        more["base"] = PlotJson.Numbers(begin);
        more["x"] = begin.Length == 0 ? new JsonArray((JsonNode?)null) : PlotJson.Numbers(begin.Select(_ => 0.94));
        more["y"] = begin.Length == 0 ? new JsonArray((JsonNode?)null) : PlotJson.Numbers(rows);
        more["marker"] = new JsonObject
        {
            ["color"] = color,
            ["pattern"] = new JsonObject { ["shape"] = hatched ? "/" : "", ["bgcolor"] = color, ["fgcolor"] = "#ffffff", ["size"] = 6, ["solidity"] = 0.25 },
        };
        (more["textposition"], more["insidetextanchor"], more["textangle"]) = ("inside", "middle", 0);
        more["insidetextfont"] = new JsonObject { ["size"] = 10, ["color"] = "#ffffff" };
        more["hovertemplate"] = "%{customdata}<extra></extra>";
        return more;
    }

    private static Table Table(Strip[] rows, int[] years, string title, string note, Language language) =>
        new(title, [Column.Text("row", language.Say("Strip", "行")), .. years.Select(y => Column.Text(string.Create(Invariant, $"y{y}"), y.ToString(Invariant)))],
            rows.Select(r => (object?[])[r.Name, .. years.Select(y => r.Verdict(y).Stage is { } s ? s.Name(language) + (r.IsDisputed(y) ? " *" : "") : null)]), [note, language.Say("* methods disagree.", "* 方法不一致。")]);

    private static string Describe(Strip[] rows, int[] years, Language language)
    {
        var last = years[^1];
        var ends = string.Join("; ", rows.Select(r => $"{r.Name}: {r.Verdict(last).Stage?.Name(language) ?? language.Say("none", "无")}"));
        var (n, when) = (rows.Length.ToString(Invariant), last.ToString(Invariant));
        return language.Say($"Strips of {n} rows over years, coloured by stage. In {when}: {ends}.", $"{n}行按年份着色的阶段条带图。{when}年：{ends}。");
    }
}
