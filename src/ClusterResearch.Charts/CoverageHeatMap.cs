using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ClusterResearch.Charts.Drawing;
using ClusterResearch.Data;
using ClusterResearch.Indexing;
using ClusterResearch.Tables;

namespace ClusterResearch.Charts;

/// <summary>Which figures there are: variables by years, coloured by the share of cities that have one.</summary>
public static class CoverageHeatMap
{
    private const int LabelWidth = 36;

    /// <summary>Shares from which on a cell has the next colour; the last is "all".</summary>
    private static readonly ImmutableArray<double> Steps = [0, 0.5, 0.8, 1];

    /// <summary>One row per variable, one column per year; a cross in a blank cell: no city has a figure.</summary>
    /// <param name="coverage">The counted panel.</param>
    /// <param name="language">Language of titles.</param>
    public static Figure Of(Coverage coverage, Language language = Language.English)
    {
        var panel = coverage.Panel;
        var cities = panel.Cities.Length.ToString(Invariant);
        var title = Words.Titled(language.Say("How complete the figures are", "数据完整程度"), new Period(panel.Years[0], panel.Years[^1]).ToString(), language);
        var note = language.Say(
            $"Share of the {cities} cities that have a figure in {panel.File.Name}. A cross marks years in which none has.",
            $"{panel.File.Name}中有数据的城市占{cities}个城市的比重。叉号表示该年所有城市均无数据。");
        var labels = panel.Variables.Select(v => PlotText.Wrap(v.Title(language), LabelWidth)).ToArray();
        var layout = Theme.Layout(110 + Theme.RowHeight(labels) * labels.Length);
        layout["xaxis"] = Theme.Years(language.Say("Year", "年份"), panel.Years[0], panel.Years[^1]);
        layout["yaxis"] = Theme.Labels(labels.Select((_, i) => (double)i), labels);
        layout["yaxis"]!["range"] = PlotJson.Numbers([panel.Variables.Length - 0.5, -0.5]);
        layout["legend"]!["itemclick"] = false;
        layout["legend"]!["itemdoubleclick"] = false;
        return new(new(title, note, Describe(coverage, language)), Table(coverage, title, note, language),
            PlotJson.Objects([Map(coverage, language), .. Legend(language), Crosses(coverage, language)]), layout);
    }

    private static double[] Shares(Coverage coverage, Variable variable) => [.. coverage.Panel.Years.Select(y => coverage[variable.Name, y])];

    private static JsonObject Map(Coverage coverage, Language language)
    {
        var shares = coverage.Panel.Variables.Select(v => Shares(coverage, v)).ToArray();
        return new()
        {
            ["type"] = "heatmap", ["x"] = PlotJson.Numbers(coverage.Panel.Years), ["y"] = PlotJson.Numbers(Enumerable.Range(0, shares.Length)),
            ["z"] = new JsonArray([.. shares.Select(r => (JsonNode)PlotJson.Numbers(r.Select(Step)))]),
            ["customdata"] = new JsonArray([.. shares.Select(r => (JsonNode)PlotJson.Numbers(r))]),
            ["colorscale"] = StepScale(), ["zmin"] = 0.5, ["zmax"] = Steps.Length + 0.5, ["xgap"] = 1, ["ygap"] = 1, ["showscale"] = false,
            ["hoverongaps"] = false, ["hovertemplate"] = $"%{{y}}<br>%{{x}}: %{{customdata:.0%}} {language.Say("of the cities", "的城市")}<extra></extra>",
        };
    }

    /// <summary>Traces without points: what each colour stands for.</summary>
    private static IEnumerable<JsonObject> Legend(Language language)
    {
        string[] names =
        [
            language.Say("all cities", "全部城市"), language.Say("80 % and more", "80%以上"), language.Say("50 % and more", "50%以上"), language.Say("fewer", "不足50%"),
        ];
        return names.Select((name, i) => new JsonObject
        {
            ["type"] = "scatter", ["mode"] = "markers", ["name"] = name, ["x"] = new JsonArray((JsonNode?)null), ["y"] = new JsonArray((JsonNode?)null),
            ["marker"] = new JsonObject { ["symbol"] = "square", ["size"] = 10, ["color"] = Palette.Steps[Steps.Length - 1 - i] },
        });
    }

    private static JsonObject Crosses(Coverage coverage, Language language)
    {
        var panel = coverage.Panel;
        var empty = panel.Variables.SelectMany((v, row) => panel.Years.Where(y => coverage[v.Name, y] == 0).Select(y => (Row: row, Year: y))).ToArray();
        return new()
        {
            ["type"] = "scatter", ["mode"] = "markers", ["name"] = language.Say("no city", "无数据"), ["showlegend"] = true,
            ["x"] = PlotJson.Numbers(empty.Select(e => e.Year)), ["y"] = PlotJson.Numbers(empty.Select(e => e.Row)),
            ["marker"] = new JsonObject { ["symbol"] = "x-thin", ["size"] = 5, ["line"] = new JsonObject { ["color"] = Palette.Grey, ["width"] = 1.2 } },
            ["hovertemplate"] = $"%{{y}}<br>%{{x}}: {language.Say("no figure", "无数据")}<extra></extra>",
        };
    }

    /// <summary>The number of the colour, from 1; missing where no city has a figure.</summary>
    private static double Step(double share) => share == 0 ? double.NaN : Steps.Count(s => share >= s);

    /// <summary>Colours that change at once, not gradually.</summary>
    private static JsonArray StepScale()
    {
        JsonNode Stop(int edge, int step) => new JsonArray((double)edge / Steps.Length, Palette.Steps[step]);
        return new([.. Enumerable.Range(0, Steps.Length).SelectMany(i => new[] { Stop(i, i), Stop(i + 1, i) })]);
    }


    private static Table Table(Coverage coverage, string title, string note, Language language) =>
        new(
            title,
            [
                Column.Text("variable", language.Say("Variable", "变量")),
                .. coverage.Panel.Years.Select(y => Column.Number(string.Create(Invariant, $"y{y}"), y.ToString(Invariant), 0, "%")),
            ],
            coverage.Panel.Variables.Select(v => (object?[])[v.Title(language), .. Shares(coverage, v).Select(s => (object?)(100 * s))]),
            [note]
        );

    private static string Describe(Coverage coverage, Language language)
    {
        var shares = coverage.Panel.Variables.Select(v => (v.Title(language), 100 * coverage.Overall(v.Name))).ToArray();
        var whole = shares.Count(s => s.Item2 == 100).ToString(Invariant);
        var extremes = Words.Extremes(shares, 0, language);
        var (variables, years) = (shares.Length.ToString(Invariant), coverage.Panel.Years.Length.ToString(Invariant));
        return language.Say(
            $"Heat map of {variables} variables by {years} years; {whole} variables are complete. Per cent of city-years with a figure: {extremes}.",
            $"{variables}个变量、{years}年的热力图；{whole}个变量数据完整。有数据的城市年份百分比：{extremes}。");
    }
}
