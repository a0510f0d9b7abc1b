using System.Text.Json.Nodes;
using ClusterResearch.Charts.Drawing;
using ClusterResearch.Data;
using ClusterResearch.Stages;
using ClusterResearch.Tables;

namespace ClusterResearch.Charts;

/// <summary>The growth curve of a city with its band, its cut points and the stages between them.</summary>
public static class GrowthCurveChart
{
    private const int Height = 430;

    /// <summary>Points, curve and 95 % band; the cuts with their intervals. Where the curve is not identified, the points and the reason.</summary>
    /// <param name="stages">The curves.</param>
    /// <param name="city">The key of the city.</param>
    /// <param name="measure">What the series measures, with unit.</param>
    /// <param name="language">Language of names.</param>
    /// <exception cref="KeyNotFoundException">No such city.</exception>
    public static Figure Of(GrowthStages stages, string city, string measure, Language language = Language.English)
    {
        ArgumentNullException.ThrowIfNull(stages);
        ArgumentNullException.ThrowIfNull(measure);
        var (curve, reason) = (stages.Curve(city), stages.Reason(city));
        var own = stages.Assignment.Cities.First(c => c.Key == city);
        var years = stages.Assignment.Years;
        var title = Words.Titled(language.Say($"{own.NameEn}: growth curve", $"{own.NameZh}：增长曲线"), new Indexing.Period(years[0], years[^1]).ToString(), language);
        var note = ChartNotes.Join(
            reason is null
                ? language.Say("Curve with its 95 % band; vertical lines: cuts and inflection, shaded their 95 % intervals (delta method).", "曲线及95%置信带；竖线为分界点与拐点，阴影为其95%区间（Delta法）。")
                : language.Say($"No stages: {reason}.", $"未识别阶段：{reason}。"),
            curve is null ? null : string.Create(Invariant, $"{curve.Form}; n = {curve.Values.Length}, R² = {curve.RSquared:0.####}."), string.Join(" ", stages.Assignment.Notes.Skip(1).Where(n => !n.StartsWith("Not identified", StringComparison.Ordinal))));
        var grid = Enumerable.Range(0, (years.Length - 1) * 4 + 1).Select(i => years[0] + i / 4.0).ToArray();
        var layout = Theme.Layout(Height);
        layout["xaxis"] = Theme.Years(language.Say("Year", "年份"), years[0], years[^1]);
        layout["yaxis"] = Theme.Axis(measure);
        layout["yaxis"]!["rangemode"] = "tozero";
        var points = years.Select(y => curve is null ? double.NaN : curve.Times.IndexOf(y) is >= 0 and var i ? curve.Values[i] : double.NaN).ToArray();
        if (curve is not null && reason is null)
        {
            layout["shapes"] = PlotJson.Objects(Cuts(curve, years[0], years[^1]));
            layout["annotations"] = PlotJson.Objects(StageLabels(curve, years[0], years[^1], language));
        }
        return new(new(title, note, Describe(own, curve, reason, language)), Table(title, note, curve, points, [.. years], language), PlotJson.Objects(Traces(curve, reason, grid, [.. years], points, language)), layout);
    }

    private static IEnumerable<JsonObject> Traces(GrowthCurve? curve, string? reason, double[] grid, int[] years, double[] points, Language language)
    {
        if (curve is not null && reason is null)
        {
            var band = grid.Select(curve.Band).ToArray();
            yield return Line(grid, band.Select(b => b.Low), "", 0, showLegend: false);
            var upper = Line(grid, band.Select(b => b.High), language.Say("95 % band", "95%置信带"), 0, showLegend: true);
            (upper["fill"], upper["fillcolor"]) = ("tonexty", "rgba(0,114,178,0.18)");
            yield return upper;
        }
        if (curve is not null)
        {
            var line = Line(grid, grid.Select(curve.At), language.Say("fitted", "拟合"), 2, showLegend: true);
            line["line"]!["dash"] = reason is null ? "solid" : "dot";
            yield return line;
        }
        yield return new()
        {
            ["type"] = "scatter", ["mode"] = "markers", ["name"] = language.Say("observed", "观测值"), ["x"] = PlotJson.Numbers(years), ["y"] = PlotJson.Numbers(points),
            ["marker"] = new JsonObject { ["color"] = Palette.Focus.Color, ["size"] = 7 }, ["hovertemplate"] = "%{x}: %{y:,.4~r}<extra></extra>",
        };
    }

    private static JsonObject Line(double[] x, IEnumerable<double> y, string name, double width, bool showLegend) =>
        new()
        {
            ["type"] = "scatter", ["mode"] = "lines", ["name"] = name, ["showlegend"] = showLegend, ["x"] = PlotJson.Numbers(x), ["y"] = PlotJson.Numbers(y), ["hoverinfo"] = "skip",
            ["line"] = new JsonObject { ["color"] = Palette.Above, ["width"] = width },
        };

    private static IEnumerable<JsonObject> Cuts(GrowthCurve curve, int first, int last)
    {
        foreach (var (cut, dash) in new[] { (curve.FirstCut, "solid"), (curve.Inflection, "dot"), (curve.SecondCut, "solid") }.Where(c => c.Item1.High > first && c.Item1.Low < last))
        {
            if (cut.Value > first - 0.5 && cut.Value < last + 0.5)
            {
                var line = Theme.Line(cut.Value, 0, cut.Value, 1, dash, 1.5);
                line["yref"] = "paper";
                yield return line;
            }
            yield return new()
            {
                ["type"] = "rect", ["yref"] = "paper", ["y0"] = 0, ["y1"] = 1, ["x0"] = PlotJson.Number(Math.Max(cut.Low, first - 0.5)), ["x1"] = PlotJson.Number(Math.Min(cut.High, last + 0.5)),
                ["fillcolor"] = "rgba(138,138,138,0.18)", ["line"] = new JsonObject { ["width"] = 0 }, ["layer"] = "below",
            };
        }
    }

    private static IEnumerable<JsonObject> StageLabels(GrowthCurve curve, int first, int last, Language language)
    {
        (Stage Stage, double From, double To)[] parts =
        [
            (Stage.Formation, first - 0.5, curve.FirstCut.Value), (Stage.Growth, curve.FirstCut.Value, curve.SecondCut.Value), (Stage.Maturity, curve.SecondCut.Value, last + 0.5),
        ];
        return parts.Select(p => (p.Stage, From: Math.Max(p.From, first - 0.5), To: Math.Min(p.To, last + 0.5))).Where(p => p.To - p.From > (last - first) / 10.0).Select(p => new JsonObject
        {
            ["x"] = PlotJson.Number((p.From + p.To) / 2), ["yref"] = "paper", ["y"] = 0.98, ["yanchor"] = "top", ["showarrow"] = false, ["text"] = PlotText.Bold(p.Stage.Name(language)),
        });
    }

    private static Table Table(string title, string note, GrowthCurve? curve, double[] points, int[] years, Language language) =>
        new(title,
            [
                Column.Number("year", language.Say("Year", "年份"), 0), Column.Number("observed", language.Say("Observed", "观测值"), 2), Column.Number("fitted", language.Say("Fitted", "拟合值"), 2),
                Column.Number("low", language.Say("95 % from", "95%下限"), 2), Column.Number("high", language.Say("to", "上限"), 2),
            ],
            years.Select((y, i) => curve?.Band(y) is { } b ? (object?[])[y, points[i], b.Value, b.Low, b.High] : [y, points[i], null, null, null]), [note]);

    private static string Describe(City city, GrowthCurve? curve, string? reason, Language language) =>
        curve is not null && reason is null
            ? language.Say(
                string.Create(Invariant, $"S-curve of {city.NameEn}: inflection {curve.Inflection.Value:F1}, cuts {curve.FirstCut.Value:F1} and {curve.SecondCut.Value:F1}, ceiling {curve.Ceiling.Value:G4}."),
                string.Create(Invariant, $"{city.NameZh}的S形曲线：拐点{curve.Inflection.Value:F1}，分界点{curve.FirstCut.Value:F1}与{curve.SecondCut.Value:F1}，上限{curve.Ceiling.Value:G4}。"))
            : language.Say($"Series of {city.NameEn}; no stages are identified: {reason}.", $"{city.NameZh}的序列；未识别阶段：{reason}。");
}
