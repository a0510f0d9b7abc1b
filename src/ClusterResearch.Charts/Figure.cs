using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ClusterResearch.Charts.Drawing;
using ClusterResearch.Rendering;
using ClusterResearch.Tables;
using Plotly.NET;

namespace ClusterResearch.Charts;

/// <summary>A chart with all that a reader needs beside it: title, note, the same in words, and the numbers behind it.</summary>
/// <remarks>
/// The plot is plotly's figure JSON, written by this library itself: the F# layer of Plotly.NET is loaded only when
/// <see cref="Plot"/> is asked for. Numbers in the plot have 6 significant digits; <see cref="Table"/> keeps them all.
/// </remarks>
/// <example><code>
/// var figure = RankingBars.Of(index, 2016, Highlight.Of(study));
/// figure.Plot.WithXAxisStyle(Title.init("Score"))   // a Plotly.NET chart like any other
/// </code></example>
[TypeFormatterSource(typeof(RichFormatterSource), PreferredMimeTypes = [MimeType.Html, MimeType.Text])]
public sealed class Figure : IRichOutput
{
    private readonly string plot;

    internal Figure(FigureText text, Table table, JsonArray data, JsonObject layout)
        : this(text, table, PlotJson.Write(new JsonObject { ["data"] = data, ["layout"] = layout }), (int)layout["height"]!) { }

    private Figure(FigureText text, Table table, string plot, int height)
    {
        (Title, Note, AltText) = (text.Title, text.Note, text.Alt);
        (Table, this.plot, Height) = (table, plot, height);
    }

    /// <summary>What it shows, one line; stands above or below the plot, not in it.</summary>
    public string Title { get; }

    /// <summary>How to read it: method and variant, breaks in the series, missing figures.</summary>
    public string Note { get; }

    /// <summary>What it shows in words, with the extremes: for those who cannot see it.</summary>
    public string AltText { get; }

    /// <summary>Height in pixels; the width is that of the page.</summary>
    public int Height { get; }

    /// <summary>The numbers that are drawn, unrounded.</summary>
    public Table Table { get; }

    /// <summary>The plot as a Plotly.NET chart, to go on with; the figure itself does not change.</summary>
    public GenericChart Plot => PlotlyBridge.ToChart(plot);

    /// <summary>Puts title, words and table to a chart made with Plotly.NET.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="title">What it shows.</param>
    /// <param name="altText">What it shows in words, with its extremes.</param>
    /// <param name="table">The numbers that are drawn.</param>
    /// <param name="note">How to read it.</param>
    /// <param name="height">Height in pixels.</param>
    public static Figure Of(GenericChart chart, string title, string altText, Table table, string note = "", int height = 420)
    {
        var json = PlotlyBridge.ToJson(chart);
        json["layout"]!["height"] = height;
        return new(new(title, note, altText), table, PlotJson.Write(json), height);
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> MimeTypes => [MimeType.Figure, MimeType.Plotly, MimeType.Html, MimeType.Text];

    /// <inheritdoc/>
    public string Render(string mimeType) =>
        mimeType switch
        {
            MimeType.Figure => ToJson(),
            MimeType.Plotly => plot,
            MimeType.Html => FigureHtml.Write(this, plot, Id),
            MimeType.Text => ToString(),
            _ => throw new ArgumentException($"A figure does not render to {mimeType}.", nameof(mimeType)),
        };

    /// <summary>Title and alternative text.</summary>
    public override string ToString() => $"{Title}\n{AltText}";

    /// <summary>The same content always has the same id.</summary>
    private string Id => "figure-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ToJson())))[..12];

    private string ToJson() =>
        PlotJson.Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("title", Title);
            json.WriteString("note", Note);
            json.WriteString("alt", AltText);
            json.WriteNumber("height", Height);
            json.WritePropertyName("plot");
            json.WriteRawValue(plot, skipInputValidation: true);
            json.WritePropertyName("table");
            TableJson.WriteTo(json, Table);
            json.WriteEndObject();
        });
}

/// <summary>The words of a figure.</summary>
internal sealed record FigureText(string Title, string Note, string Alt);
