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
        var shares = panel.Variables.Select(v => panel.Years.Select(y => coverage[v.Name, y]).ToImmutableArray());
        return Draw(new(panel.File.Name, panel.Cities.Length, panel.Years, [.. panel.Variables.Select(v => v.Title(language))], [.. shares], null), language);
    }

    /// <summary>One row per indicator: the share of cities whose value is measured; a dot where values of others were filled in.</summary>
    /// <param name="indicators">The indicators: measured, or prepared.</param>
    /// <param name="language">Language of names.</param>
    public static Figure Of(IndicatorTable indicators, Language language = Language.English)
    {
        var (nodes, period) = (indicators.Design.Tree.Indicators, indicators.Period);
        ImmutableArray<int> years = [.. Enumerable.Range(period.First, period.Count)];
        double Count(Func<City, bool> holds) => indicators.Cities.Count(holds) / (double)indicators.Cities.Length;
        bool Filled(IndexNode n, City c, int y) => indicators.IsFilled(n.Code, c.Key, y);
        var measured = nodes.Select(n => years.Select(y => Count(c => !double.IsNaN(indicators[n.Code, c.Key, y]) && !Filled(n, c, y))).ToImmutableArray());
        var filled = nodes.Select(n => years.Select(y => Count(c => Filled(n, c, y))).ToImmutableArray());
        return Draw(new(indicators.Design.Panel.File.Name, indicators.Cities.Length, years, [.. nodes.Select(n => $"{n.Code} {n.Name(language)}")], [.. measured], [.. filled]), language);
    }

    /// <summary>What is drawn: rows of names, columns of years, shares of cities.</summary>
    /// <param name="From">The file.</param>
    /// <param name="Cities">How many cities.</param>
    /// <param name="Years">The years.</param>
    /// <param name="Names">What stands at the rows.</param>
    /// <param name="Shares">The share of cities with a figure, by row and year.</param>
    /// <param name="Filled">The share of cities whose value was filled in; null for figures of a panel.</param>
    private sealed record Grid(string From, int Cities, ImmutableArray<int> Years, ImmutableArray<string> Names, ImmutableArray<ImmutableArray<double>> Shares, ImmutableArray<ImmutableArray<double>>? Filled)
    {
        public bool HasFilled => Filled is { } f && f.Any(r => r.Any(s => s > 0));

        /// <summary>The places whose share is of a kind.</summary>
        public (int Row, int Year)[] Where(ImmutableArray<ImmutableArray<double>> shares, Predicate<double> holds) =>
            [.. shares.SelectMany((r, row) => r.Select((s, t) => (s, t)).Where(c => holds(c.s)).Select(c => (row, Years[c.t])))];
    }

    private static Figure Draw(Grid grid, Language language)
    {
        var cities = grid.Cities.ToString(Invariant);
        var title = Words.Titled(language.Say("How complete the figures are", "数据完整程度"), new Period(grid.Years[0], grid.Years[^1]).ToString(), language);
        var note = ChartNotes.Join(
            language.Say(
                $"Share of the {cities} cities that have a figure in {grid.From}. A cross marks years in which none has.",
                $"{grid.From}中有数据的城市占{cities}个城市的比重。叉号表示该年所有城市均无数据。"),
            grid.HasFilled ? language.Say("A white dot marks years in which missing values were filled in; the share counts measured ones only.", "白点表示该年有填补数据；比重只计实测数据。") : null);
        var labels = grid.Names.Select(n => PlotText.Wrap(n, LabelWidth)).ToArray();
        var layout = Theme.Layout(110 + Theme.RowHeight(labels) * labels.Length);
        layout["xaxis"] = Theme.Years(language.Say("Year", "年份"), grid.Years[0], grid.Years[^1]);
        layout["yaxis"] = Theme.Labels(labels.Select((_, i) => (double)i), labels);
        layout["yaxis"]!["range"] = PlotJson.Numbers([labels.Length - 0.5, -0.5]);
        layout["legend"]!["itemclick"] = false;
        layout["legend"]!["itemdoubleclick"] = false;
        return new(new(title, note, Describe(grid, language)), Table(grid, title, note, language),
            PlotJson.Objects([Map(grid, language), .. Legend(language), Crosses(grid, language), .. Dots(grid, language)]), layout);
    }

    private static JsonObject Map(Grid grid, Language language) =>
        new()
        {
            ["type"] = "heatmap", ["x"] = PlotJson.Numbers(grid.Years), ["y"] = PlotJson.Numbers(Enumerable.Range(0, grid.Shares.Length)),
            ["z"] = new JsonArray([.. grid.Shares.Select(r => (JsonNode)PlotJson.Numbers(r.Select(Step)))]),
            ["customdata"] = new JsonArray([.. grid.Shares.Select(r => (JsonNode)PlotJson.Numbers(r))]),
            ["colorscale"] = StepScale(), ["zmin"] = 0.5, ["zmax"] = Steps.Length + 0.5, ["xgap"] = 1, ["ygap"] = 1, ["showscale"] = false,
            ["hoverongaps"] = false, ["hovertemplate"] = $"%{{y}}<br>%{{x}}: %{{customdata:.0%}} {language.Say("of the cities", "的城市")}<extra></extra>",
        };

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

    private static JsonObject Crosses(Grid grid, Language language)
    {
        var empty = grid.Where(grid.Shares, s => s == 0);
        return new()
        {
            ["type"] = "scatter", ["mode"] = "markers", ["name"] = language.Say("no city", "无数据"), ["showlegend"] = true,
            ["x"] = PlotJson.Numbers(empty.Select(e => e.Year)), ["y"] = PlotJson.Numbers(empty.Select(e => e.Row)),
            ["marker"] = new JsonObject { ["symbol"] = "x-thin", ["size"] = 5, ["line"] = new JsonObject { ["color"] = Palette.Grey, ["width"] = 1.2 } },
            ["hovertemplate"] = $"%{{y}}<br>%{{x}}: {language.Say("no figure", "无数据")}<extra></extra>",
        };
    }

    private static IEnumerable<JsonObject> Dots(Grid grid, Language language)
    {
        var places = grid.HasFilled ? grid.Where(grid.Filled!.Value, s => s > 0) : [];
        return places.Length == 0 ? [] :
        [
            new()
            {
                ["type"] = "scatter", ["mode"] = "markers", ["name"] = language.Say("some filled in", "有填补数据"), ["showlegend"] = true,
                ["x"] = PlotJson.Numbers(places.Select(e => e.Year)), ["y"] = PlotJson.Numbers(places.Select(e => e.Row)),
                ["customdata"] = PlotJson.Numbers(places.Select(e => grid.Filled!.Value[e.Row][grid.Years.IndexOf(e.Year)])), ["marker"] = Theme.FilledDot(),
                ["hovertemplate"] = $"%{{y}}<br>%{{x}}: %{{customdata:.0%}} {language.Say("of the cities filled in", "的城市为填补数据")}<extra></extra>",
            },
        ];
    }

    /// <summary>The number of the colour, from 1; missing where no city has a figure.</summary>
    private static double Step(double share) => share == 0 ? double.NaN : Steps.Count(s => share >= s);

    /// <summary>Colours that change at once, not gradually.</summary>
    private static JsonArray StepScale()
    {
        JsonNode Stop(int edge, int step) => new JsonArray((double)edge / Steps.Length, Palette.Steps[step]);
        return new([.. Enumerable.Range(0, Steps.Length).SelectMany(i => new[] { Stop(i, i), Stop(i + 1, i) })]);
    }

    private static Table Table(Grid grid, string title, string note, Language language)
    {
        var filled = grid.HasFilled ? grid.Years : [];
        return new(
            title,
            [
                Column.Text("variable", language.Say("Variable", "变量")),
                .. grid.Years.Select(y => Column.Number(string.Create(Invariant, $"y{y}"), y.ToString(Invariant), 0, "%")),
                .. filled.Select(y => Column.Number(string.Create(Invariant, $"filled{y}"), language.Say($"{y.ToString(Invariant)} filled in", $"{y.ToString(Invariant)}填补"), 0, "%")),
            ],
            grid.Names.Select((n, i) => (object?[])[n, .. grid.Shares[i].Select(s => (object?)(100 * s)), .. filled.Select((_, t) => (object?)(100 * grid.Filled!.Value[i][t]))]),
            [note]
        );
    }

    private static string Describe(Grid grid, Language language)
    {
        var shares = grid.Names.Select((n, i) => (n, 100 * grid.Shares[i].Average())).ToArray();
        var whole = shares.Count(s => s.Item2 == 100).ToString(Invariant);
        var extremes = Words.Extremes(shares, 0, language);
        var (variables, years) = (shares.Length.ToString(Invariant), grid.Years.Length.ToString(Invariant));
        return language.Say(
            $"Heat map of {variables} variables by {years} years; {whole} variables are complete. Per cent of city-years with a figure: {extremes}.",
            $"{variables}个变量、{years}年的热力图；{whole}个变量数据完整。有数据的城市年份百分比：{extremes}。");
    }
}
