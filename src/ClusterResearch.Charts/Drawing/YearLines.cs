using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ClusterResearch.Data;
using ClusterResearch.Numerics;
using ClusterResearch.Tables;

namespace ClusterResearch.Charts.Drawing;

/// <summary>What a chart of lines over years draws.</summary>
/// <param name="Cities">All cities.</param>
/// <param name="Chosen">The keys of those lifted out.</param>
/// <param name="Years">The years.</param>
/// <param name="Value">A value; NaN where missing.</param>
/// <param name="Rank">A rank, or null where none is stated.</param>
/// <param name="Format">How hover texts print a value, in plotly's notation.</param>
/// <param name="Unit">What stands after a value there, escaped.</param>
internal sealed record YearSeries(
    ImmutableArray<City> Cities,
    ImmutableArray<string> Chosen,
    ImmutableArray<int> Years,
    Func<string, int, double> Value,
    Func<string, int, double?>? Rank,
    string Format,
    string Unit
)
{
    /// <summary>Whether a value was filled in.</summary>
    public Func<string, int, bool> IsFilled { get; init; } = (_, _) => false;

    public double[] Of(City city) => [.. Years.Select(y => Value(city.Key, y))];

    /// <summary>The median of all cities; missing where fewer than half of them have a figure, since that is the median of others.</summary>
    public double[] Median() => [.. Years.Select(y => MedianYear(y) ? Moments.Median([.. Cities.Select(c => Value(c.Key, y)).Where(double.IsFinite)]) : double.NaN)];

    /// <summary>Whether some years have figures, but of too few cities for a median.</summary>
    public bool MedianHasGaps => Years.Any(y => !MedianYear(y) && Cities.Any(c => double.IsFinite(Value(c.Key, y))));

    private bool MedianYear(int year) => 2 * Cities.Count(c => double.IsFinite(Value(c.Key, year))) >= Cities.Length;
}

/// <summary>Lines over years: chosen cities strong, all others thin and grey, the median dashed.</summary>
internal sealed class YearLines(YearSeries series, Highlight highlight, Language language)
{
    private const int Height = 440;

    /// <summary>Room above the lines for the numbers of the breaks.</summary>
    private const double RoomForBreaks = 0.05;

    private const int LabelHeight = 15;
    private const int PlotHeight = Height - 110;

    private ImmutableArray<City> Chosen => [.. series.Chosen.Select(key => series.Cities.First(c => c.Key == key))];

    /// <summary>The traces, what is strongest last.</summary>
    public JsonArray Data()
    {
        var traces = new List<JsonObject> { Others(), MedianLine() };
        traces.AddRange(FilledOthers());
        traces.AddRange(Chosen.Reverse().Select(c => Line(c)));
        if (Chosen.Length > 0)
        {
            traces.Add(Theme.RightAxisHolder(series.Years[^1]));
        }
        return PlotJson.Objects(traces);
    }

    /// <summary>What a reader of the median must know, if anything.</summary>
    public string? Note() => !series.MedianHasGaps ? null
        : language.Say("The median is drawn where at least half of the cities have a figure.", "仅在半数以上城市有数据的年份绘制中位数。");

    public JsonObject Layout(string axisTitle, BreakMarks breaks)
    {
        var (low, high) = AxisRange.Of(series.Cities.SelectMany(series.Of));
        high += (high - low) * RoomForBreaks;
        var layout = Theme.Layout(Height);
        layout["xaxis"] = Theme.Years(language.Say("Year", "年份"), series.Years[0], series.Years[^1]);
        layout["yaxis"] = Theme.Axis(axisTitle);
        layout["yaxis"]!["range"] = PlotJson.Numbers([low, high]);
        layout["yaxis2"] = EndLabels(low, high);
        layout["shapes"] = breaks.Shapes();
        layout["annotations"] = breaks.Annotations();
        return layout;
    }

    /// <summary>One row per chosen city, the median, then the others; one column per year.</summary>
    public Table Table(string title, int decimals, string? unit, IEnumerable<string> notes, ImmutableArray<string> methods = default)
    {
        var others = series.Cities.Where(c => !series.Chosen.Contains(c.Key));
        var marked = series.Cities.Any(c => FilledYears(c) is not null);
        var columns = series.Years.Select(y => Column.Number(string.Create(Invariant, $"y{y}"), y.ToString(Invariant), decimals, unit));
        return new(
            title,
            [Column.Text("city", language.Say("City", "城市")), .. columns, .. marked ? [Column.Text("filled", language.Say("Filled in", "填补年份"))] : Array.Empty<Column>()],
            [.. Chosen.Select(c => Row(c)), Row(null), .. others.Select(c => Row(c))],
            notes
        ) { Methods = methods.IsDefault ? [] : methods };

        IReadOnlyList<object?> Row(City? city) =>
        [
            city?.Name(language) ?? MedianName, .. (city is null ? series.Median() : series.Of(city)).Cast<object?>(),
            .. marked ? [city is null ? null : FilledYears(city)] : Array.Empty<object?>(),
        ];
    }

    private string? FilledYears(City city) =>
        string.Join(", ", series.Years.Where(y => series.IsFilled(city.Key, y)).Select(y => y.ToString(Invariant))) is { Length: > 0 } years ? years : null;

    private string MedianName => Words.MedianOf(series.Cities.Length, language);

    /// <summary>All other cities in one trace, with a gap after each.</summary>
    private JsonObject Others()
    {
        var others = series.Cities.Where(c => !series.Chosen.Contains(c.Key)).ToArray();
        return new()
        {
            ["type"] = "scatter", ["mode"] = "lines",
            ["name"] = Words.Others(others.Length, language),
            ["x"] = PlotJson.Numbers(others.SelectMany(_ => series.Years.Select(y => (double)y).Append(double.NaN))),
            ["y"] = PlotJson.Numbers(others.SelectMany(c => series.Of(c).Append(double.NaN))),
            ["text"] = PlotJson.Texts(others.SelectMany(c => Enumerable.Repeat(PlotText.Escape(c.Name(language)), series.Years.Length + 1))),
            ["line"] = new JsonObject { ["color"] = Palette.Grey, ["width"] = 0.9 },
            ["hovertemplate"] = $"%{{text}}<br>%{{x}}: %{{y:{series.Format}}}{series.Unit}<extra></extra>",
            ["visible"] = others.Length > 0,
        };
    }

    /// <summary>The filled-in values of all other cities: small white markers on their lines.</summary>
    private IEnumerable<JsonObject> FilledOthers()
    {
        var cells = series.Cities.Where(c => !series.Chosen.Contains(c.Key)).SelectMany(c => series.Years.Where(y => series.IsFilled(c.Key, y)).Select(y => (City: c, Year: y))).ToArray();
        return cells.Length == 0 ? [] :
        [
            new()
            {
                ["type"] = "scatter", ["mode"] = "markers", ["name"] = FilledIn, ["showlegend"] = false,
                ["x"] = PlotJson.Numbers(cells.Select(c => c.Year)), ["y"] = PlotJson.Numbers(cells.Select(c => series.Value(c.City.Key, c.Year))),
                ["text"] = PlotJson.Texts(cells.Select(c => PlotText.Escape(c.City.Name(language)))),
                ["marker"] = new JsonObject { ["symbol"] = "circle", ["size"] = 5, ["color"] = Palette.FilledIn, ["line"] = new JsonObject { ["color"] = Palette.Grey, ["width"] = 1 } },
                ["hovertemplate"] = $"%{{text}}<br>%{{x}}: %{{y:{series.Format}}}{series.Unit} {FilledIn}<extra></extra>",
            },
        ];
    }

    private string FilledIn => language.Say("filled in", "填补");

    private JsonObject MedianLine() =>
        new()
        {
            ["type"] = "scatter", ["mode"] = "lines", ["name"] = MedianName,
            ["x"] = PlotJson.Numbers(series.Years), ["y"] = PlotJson.Numbers(series.Median()),
            ["line"] = new JsonObject { ["color"] = Palette.Ink, ["width"] = 2.5, ["dash"] = "dash" },
            ["hovertemplate"] = $"%{{fullData.name}}<br>%{{x}}: %{{y:{series.Format}}}{series.Unit}<extra></extra>",
        };

    private JsonObject Line(City city)
    {
        var style = highlight.Style(city.Key, series.Chosen);
        var rank = series.Rank is null ? "" : language.Say("<br>rank %{customdata}", "<br>第%{customdata}位");
        var trace = new JsonObject
        {
            ["type"] = "scatter", ["mode"] = "lines+markers", ["name"] = PlotText.Escape(city.Name(language)), ["showlegend"] = false,
            ["x"] = PlotJson.Numbers(series.Years), ["y"] = PlotJson.Numbers(series.Of(city)),
            ["line"] = new JsonObject { ["color"] = style.Color, ["width"] = style.Width },
            ["marker"] = new JsonObject { ["symbol"] = style.Symbol, ["size"] = 7 },
            ["hovertemplate"] = $"<b>%{{fullData.name}}</b><br>%{{x}}: %{{y:{series.Format}}}{series.Unit}{rank}<extra></extra>",
        };
        if (series.Years.Any(y => series.IsFilled(city.Key, y)))
        {
            trace["marker"] = new JsonObject
            {
                ["symbol"] = style.Symbol, ["opacity"] = 1, ["size"] = PlotJson.Numbers(series.Years.Select(y => series.IsFilled(city.Key, y) ? 9 : 7)),
                ["color"] = PlotJson.Texts(series.Years.Select(y => series.IsFilled(city.Key, y) ? Palette.FilledIn : style.Color)),
                ["line"] = new JsonObject { ["color"] = style.Color, ["width"] = PlotJson.Numbers(series.Years.Select(y => series.IsFilled(city.Key, y) ? 2 : 0)) },
            };
            trace["text"] = PlotJson.Texts(series.Years.Select(y => series.IsFilled(city.Key, y) ? FilledIn : ""));
            trace["hovertemplate"] = ((string)trace["hovertemplate"]!).Replace("<extra>", " %{text}<extra>", StringComparison.Ordinal);
        }
        if (series.Rank is { } ranks)
        {
            trace["customdata"] = PlotJson.Numbers(series.Years.Select(y => ranks(city.Key, y) ?? double.NaN));
        }
        return trace;
    }

    /// <summary>Names at the ends of the lines, instead of a legend: ticks of an axis at the right, so that the margin makes room for them.</summary>
    private JsonObject EndLabels(double low, double high)
    {
        var ends = Chosen.Select(c => (City: c, End: series.Of(c).LastOrDefault(double.IsFinite, double.NaN))).Where(e => double.IsFinite(e.End)).ToArray();
        var places = SpreadLabels.Of([.. ends.Select(e => e.End)], (high - low) * LabelHeight / PlotHeight, low, high);
        var axis = Theme.Labels(places, ends.Select(e => Label(e.City)));
        axis["overlaying"] = "y";
        axis["side"] = "right";
        axis["matches"] = "y";
        return axis;
    }

    private string Label(City city)
    {
        var name = PlotText.Escape(city.Name(language));
        return highlight.Style(city.Key) is { } style ? PlotText.Signed(name, style) : name;
    }
}
