using System.Text.Json.Nodes;

namespace ClusterResearch.Charts.Drawing;

/// <summary>What all plots have in common. Fonts, colours of text and of grids are the page's: none is set here.</summary>
internal static class Theme
{
    /// <summary>Plotly sets at most ten ticks.</summary>
    private const int FewYears = 10;

    /// <summary>Letters of an axis title that fit beside a plot of usual height.</summary>
    private const int TitleWidth = 40;

    /// <summary>Height of one line of <see cref="SmallText"/>.</summary>
    private const int SmallLine = 14;

    /// <summary>Size of tick labels that must not take a phone's width.</summary>
    public const int SmallText = 11;

    /// <summary>Buttons that nobody misses; what is left saves the picture, zooms and goes back.</summary>
    private static readonly string[] Clutter =
        ["pan2d", "select2d", "lasso2d", "zoomIn2d", "zoomOut2d", "autoScale2d", "hoverClosestCartesian", "hoverCompareCartesian", "toggleSpikelines"];

    /// <summary>A layout of a height; margins grow with the labels. Dragging scrolls, as a finger expects.</summary>
    public static JsonObject Layout(int height) =>
        new()
        {
            ["height"] = height,
            ["margin"] = new JsonObject { ["l"] = 8, ["r"] = 8, ["t"] = 30, ["b"] = 8 },
            ["dragmode"] = false,
            ["hovermode"] = "closest",
            ["hoverlabel"] = new JsonObject { ["align"] = "left" },
            ["modebar"] = new JsonObject { ["remove"] = PlotJson.Texts(Clutter) },
            ["legend"] = new JsonObject
            {
                ["orientation"] = "h", ["x"] = 0, ["xanchor"] = "left", ["y"] = 1.01, ["yanchor"] = "bottom",
                ["font"] = new JsonObject { ["size"] = SmallText },
            },
        };

    /// <summary>An axis with a title.</summary>
    public static JsonObject Axis(string title) =>
        new() { ["title"] = new JsonObject { ["text"] = PlotText.Wrap(title, TitleWidth), ["standoff"] = 8 }, ["automargin"] = true };

    /// <summary>An axis of years: whole ones, few enough for a phone.</summary>
    public static JsonObject Years(string title, int first, int last)
    {
        var axis = Axis(title);
        axis["tickformat"] = "d";
        if (last - first < FewYears)
        {
            axis["dtick"] = 1; // plotly would set ticks between years
        }
        axis["range"] = PlotJson.Numbers([first - 0.5, last + 0.5]);
        axis["showgrid"] = false;
        axis["zeroline"] = false;
        return axis;
    }

    /// <summary>An axis whose places carry texts; the texts are escaped already.</summary>
    public static JsonObject Labels(IEnumerable<double> places, IEnumerable<string> texts, string? title = null)
    {
        var axis = title is null ? new JsonObject { ["automargin"] = true } : Axis(title);
        axis["tickmode"] = "array";
        axis["tickvals"] = PlotJson.Numbers(places);
        axis["ticktext"] = PlotJson.Texts(texts);
        axis["tickfont"] = new JsonObject { ["size"] = SmallText };
        axis["showgrid"] = false;
        axis["zeroline"] = false;
        return axis;
    }

    /// <summary>A trace without points: an axis is drawn only where a trace uses it.</summary>
    public static JsonObject RightAxisHolder(int year) =>
        new()
        {
            ["type"] = "scatter", ["x"] = PlotJson.Numbers([year]), ["y"] = new JsonArray((JsonNode?)null), ["yaxis"] = "y2",
            ["showlegend"] = false, ["hoverinfo"] = "skip",
        };

    /// <summary>Height of rows whose wrapped labels do not touch.</summary>
    public static int RowHeight(IEnumerable<string> wrapped) => 6 + SmallLine * wrapped.Select(PlotText.LineCount).DefaultIfEmpty(1).Max();

    /// <summary>The sequence of colours from low to high.</summary>
    public static JsonArray ColorScale() =>
        new([.. Palette.Sequence.Select(s => (JsonNode)new JsonArray(s.At, s.Color))]);

    /// <summary>A bar that explains colours, above the plot so that it takes no width.</summary>
    public static JsonObject ColorBar(string title) =>
        new()
        {
            ["orientation"] = "h", ["x"] = 0, ["xanchor"] = "left", ["y"] = 1.01, ["yanchor"] = "bottom",
            ["thickness"] = 10, ["len"] = 0.6, ["outlinewidth"] = 0,
            ["title"] = new JsonObject { ["text"] = PlotText.Escape(title), ["side"] = "top", ["font"] = new JsonObject { ["size"] = SmallText } },
            ["tickfont"] = new JsonObject { ["size"] = SmallText },
        };

    /// <summary>The mark of a value that was filled in, on any colour of a heat map.</summary>
    public static JsonObject FilledDot(int size = 6) =>
        new() { ["symbol"] = "circle", ["size"] = size, ["color"] = Palette.FilledIn, ["line"] = new JsonObject { ["color"] = "#111111", ["width"] = 1 } };

    /// <summary>A line across the plot.</summary>
    public static JsonObject Line(double x0, double y0, double x1, double y1, string dash, double width = 1.2) =>
        new()
        {
            ["type"] = "line", ["x0"] = x0, ["x1"] = x1, ["y0"] = y0, ["y1"] = y1, ["layer"] = "below",
            ["line"] = new JsonObject { ["color"] = Palette.Grey, ["width"] = width, ["dash"] = dash },
        };
}
