using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ClusterResearch.Charts.Drawing;
using ClusterResearch.Data;
using ClusterResearch.Dynamics;

namespace ClusterResearch.Charts;

/// <summary>Rising, falling, or broken? One small panel per city: the series, Sen's line, the change point.</summary>
public static class TrendMultiples
{
    private const int Columns = 3;
    private const int PanelHeight = 150;
    private const double Significant = 0.05;

    /// <summary>Small panels on one scale; Sen's line solid where the trend is significant (Mann–Kendall, corrected for autocorrelation), a dashed line at a significant change point (Pettitt).</summary>
    /// <param name="cities">The cities, in the order of the panels.</param>
    /// <param name="years">The years.</param>
    /// <param name="value">The series; NaN is missing.</param>
    /// <param name="measure">What it measures.</param>
    /// <param name="highlight">The cities to mark.</param>
    /// <param name="language">Language of names.</param>
    public static Figure Of(ImmutableArray<City> cities, ImmutableArray<int> years, Func<string, int, double> value, string measure, Highlight highlight, Language language = Language.English)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(highlight);
        var trends = CityTrends.Of(cities, years, value);
        var rows = (cities.Length + Columns - 1) / Columns;
        var layout = Theme.Layout(70 + PanelHeight * rows);
        layout["showlegend"] = false;
        var (low, high) = AxisRange.Of(cities.SelectMany(c => years.Select(y => value(c.Key, y))));
        var (data, annotations, shapes) = (new List<JsonObject>(), new List<JsonObject>(), new List<JsonObject>());
        foreach (var (i, city) in cities.Index())
        {
            var trend = trends[city.Key];
            var (axis, left, top) = (i == 0 ? "" : (i + 1).ToString(Invariant), i % Columns / (double)Columns, 1 - i / Columns / (double)rows);
            var x = Theme.Years("", years[0], years[^1]);
            (x["domain"], x["anchor"], x["tickfont"], x["nticks"]) = (PlotJson.Numbers([left + 0.02, left + 1.0 / Columns - 0.01]), "y" + axis, new JsonObject { ["size"] = 9 }, 3);
            x.Remove("title");
            x.Remove("dtick");
            layout["xaxis" + axis] = x;
            layout["yaxis" + axis] = new JsonObject
            {
                ["domain"] = PlotJson.Numbers([top - 0.74 / rows, top - 0.12 / rows]), ["anchor"] = "x" + axis, ["range"] = PlotJson.Numbers([low, high]), ["tickfont"] = new JsonObject { ["size"] = 9 }, ["nticks"] = 4,
                ["zeroline"] = false, ["showticklabels"] = i % Columns == 0, ["automargin"] = true,
            };
            data.AddRange(Panel(city, axis, years, value, trend, highlight, language));
            annotations.Add(Heading(city, trend, left, top, highlight, language));
            if (trend.Change.P < Significant)
            {
                var line = Theme.Line(trend.ChangeAfter!.Value + 0.5, 0, trend.ChangeAfter.Value + 0.5, 1, "dash");
                (line["xref"], line["yref"]) = ("x" + axis, $"y{axis} domain");
                shapes.Add(line);
            }
        }
        layout["annotations"] = PlotJson.Objects(annotations);
        layout["shapes"] = PlotJson.Objects(shapes);
        var title = Words.Titled(language.Say($"{measure}: trends", $"{measure}：趋势"), new Indexing.Period(years[0], years[^1]).ToString(), language);
        var note = language.Say(
            $"Line: Sen's slope per year, solid where Mann–Kendall (Hamed–Rao, three lags) gives p < {Significant.ToString(Invariant)}, dotted otherwise. Dashed upright: Pettitt's change point with p < {Significant.ToString(Invariant)}; a steady trend has one as well, in its middle.",
            $"直线：Sen斜率（每年），Mann–Kendall检验（Hamed–Rao，三阶滞后）p<{Significant.ToString(Invariant)}为实线，否则为点线。竖虚线：Pettitt突变点（p<{Significant.ToString(Invariant)}）；持续趋势也会在中部出现突变点。");
        return new(new(title, note, Describe(trends, language)), trends.ToTable(measure, language), PlotJson.Objects(data), layout);
    }

    private static IEnumerable<JsonObject> Panel(City city, string axis, ImmutableArray<int> years, Func<string, int, double> value, CityTrend trend, Highlight highlight, Language language)
    {
        var style = highlight.Style(city.Key);
        JsonObject On(JsonObject trace)
        {
            (trace["type"], trace["xaxis"], trace["yaxis"], trace["x"]) = ("scatter", "x" + axis, "y" + axis, PlotJson.Numbers(years));
            return trace;
        }
        yield return On(new()
        {
            ["mode"] = "lines+markers", ["name"] = PlotText.Escape(city.Name(language)), ["y"] = PlotJson.Numbers(years.Select(y => value(city.Key, y))),
            ["line"] = new JsonObject { ["color"] = style?.Color ?? Palette.Grey, ["width"] = 1.5 }, ["marker"] = new JsonObject { ["size"] = 4, ["symbol"] = style?.Symbol ?? "circle" },
            ["hovertemplate"] = "%{x}: %{y:.4~r}<extra>%{fullData.name}</extra>",
        });
        yield return On(new()
        {
            ["mode"] = "lines", ["hoverinfo"] = "skip", ["y"] = PlotJson.Numbers(years.Select((_, t) => trend.Sen.Intercept + trend.Sen.Slope * t)),
            ["line"] = new JsonObject { ["color"] = Palette.Ink, ["width"] = 1.2, ["dash"] = trend.Test.P < Significant ? "solid" : "dot" },
        });
    }

    private static JsonObject Heading(City city, CityTrend trend, double left, double top, Highlight highlight, Language language)
    {
        var name = PlotText.Escape(city.Name(language));
        var slope = language.Say(string.Create(Invariant, $"{trend.Sen.Slope:+0.000;−0.000} a year"), string.Create(Invariant, $"每年{trend.Sen.Slope:+0.000;−0.000}"));
        return new()
        {
            ["xref"] = "paper", ["yref"] = "paper", ["x"] = PlotJson.Number(left + 0.02), ["y"] = PlotJson.Number(top), ["xanchor"] = "left", ["yanchor"] = "top", ["showarrow"] = false, ["font"] = new JsonObject { ["size"] = Theme.SmallText },
            ["text"] = $"{(highlight.Style(city.Key) is { } s ? PlotText.Signed(name, s) : PlotText.Bold(name))} {slope}",
        };
    }

    private static string Describe(CityTrends trends, Language language)
    {
        var (up, down) = (trends.All.Count(t => t.Trend.Test.P < Significant && t.Trend.Sen.Slope > 0).ToString(Invariant), trends.All.Count(t => t.Trend.Test.P < Significant && t.Trend.Sen.Slope < 0).ToString(Invariant));
        var count = trends.All.Count.ToString(Invariant);
        var extremes = Words.Extremes(trends.All.Select(t => (t.City.Name(language), t.Trend.Sen.Slope)), 3, language);
        return language.Say($"Small line charts of {count} cities; {up} rise and {down} fall significantly. Sen's slope per year: {extremes}.", $"{count}个城市的小型折线图；{up}个显著上升，{down}个显著下降。Sen斜率：{extremes}。");
    }
}
