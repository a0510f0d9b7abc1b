using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using ClusterResearch.Notebooks.Documents;
using ClusterResearch.Notebooks.Publishing.Prose;
using ClusterResearch.Rendering;
using ClusterResearch.Tables;

namespace ClusterResearch.Notebooks.Publishing.Outputs;

/// <summary>A figure or table of a page, for lists of them.</summary>
/// <param name="Kind"><c>Figure</c> or <c>Table</c>.</param>
/// <param name="Number">Its number on the page.</param>
/// <param name="Id">Its anchor.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Words">What a search finds it by.</param>
internal sealed record Exhibit(string Kind, int Number, string Id, string Title, string Words);

/// <summary>What the cells of a notebook gave, as HTML; figures and tables are numbered through the page.</summary>
internal sealed partial class OutputHtml(string notebook, ProseContext prose, Exports exports)
{
    private readonly List<Exhibit> exhibits = [];

    /// <summary>Where the methods of a result were shown first: others with the same refer to it.</summary>
    private readonly Dictionary<string, (string Id, string Name)> methods = new(StringComparer.Ordinal);

    public IReadOnlyList<Exhibit> Exhibits => exhibits;

    public int Plots { get; private set; }

    /// <summary>The outputs of one cell in order.</summary>
    public Html Render(Cell cell, CellPlace place) =>
        Html.Join(cell.Outputs.Select((output, n) => Render(output, place, Id(cell, n))).ToList());

    private string Id(Cell cell, int n) =>
        prose.Anchor(string.Create(Invariant, $"{notebook}-{cell.Id}-{n + 1}"));

    private Html Render(CellOutput output, CellPlace place, string id)
    {
        switch (output)
        {
            case CellOutput.Text text:
                return Html.Of($"<pre class=\"{(text.Name == "stderr" ? "stderr" : "stdout")}\">{Plain(text.Content)}</pre>");
            case CellOutput.Failure failure:
                prose.Findings.Add(PublishingFindings.Failed(place, failure));
                return Html.Empty;
            default:
                return Render(((CellOutput.Display)output).Data, place, id);
        }
    }

    /// <summary>The richest form that a page can show.</summary>
    private Html Render(ImmutableSortedDictionary<string, string> bundle, CellPlace place, string id)
    {
        if (bundle.TryGetValue(MimeType.Figure, out var figure))
        {
            return Reading(MimeType.Figure, place, () => Figure(FigureData.Read(figure), id, place));
        }
        if (bundle.TryGetValue(MimeType.Table, out var table))
        {
            return Reading(MimeType.Table, place, () => Table(table, id, place));
        }
        if (bundle.TryGetValue(MimeType.Plotly, out var plot))
        {
            var alt = bundle.GetValueOrDefault(MimeType.Text, "A chart");
            return Reading(MimeType.Plotly, place, () => Figure(FigureData.ReadPlot(plot, alt), id, place));
        }
        if (bundle.TryGetValue(MimeType.Markdown, out var markdown))
        {
            return Html.Of($"<div class=\"reading\">{ProseCell.Render(markdown, place, prose)}</div>");
        }
        if (bundle.TryGetValue(MimeType.Html, out var html))
        {
            return Own(html, place);
        }
        return Picture(bundle)
            ?? (
                bundle.TryGetValue(MimeType.Text, out var text)
                    ? Html.Of($"<pre class=\"result\">{Plain(text)}</pre>")
                    : Html.Of($"<p class=\"stderr\">No form that a page can show: {string.Join(", ", bundle.Keys)}</p>")
            );
    }

    private static Html? Picture(ImmutableSortedDictionary<string, string> bundle)
    {
        var type = bundle.Keys.FirstOrDefault(k => k is "image/png" or "image/jpeg" or "image/svg+xml");
        if (type is null)
        {
            return null;
        }
        var data = type == "image/svg+xml"
            ? "data:image/svg+xml," + Uri.EscapeDataString(bundle[type])
            : $"data:{type};base64,{string.Concat(bundle[type].Where(c => !char.IsWhiteSpace(c)))}";
        return Html.Of($"<img src=\"{data}\" alt=\"{bundle.GetValueOrDefault(MimeType.Text, "Picture")}\">");
    }

    private Html Reading(string mimeType, CellPlace place, Func<Html> render)
    {
        try
        {
            return render();
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException or FormatException)
        {
            prose.Findings.Add(PublishingFindings.Broken(place, mimeType, fault.Message));
            return Html.Empty;
        }
    }

    private Html Table(string json, string id, CellPlace place)
    {
        using var document = JsonDocument.Parse(json);
        var table = TableJson.Read(document.RootElement);
        var number = Number("Table", id, table.Title, TableMarkup.Words(table));
        return Html.Of(
            $"""
            <figure class="exhibit table" id="{id}">
            <figcaption id="{id}-caption"><b>Table {number}.</b> {table.Title}</figcaption>
            {TableMarkup.Render(table, id + "-caption")}
            <div class="tools">{exports.Offer(table)}</div>
            {Methods(table, id, string.Create(Invariant, $"table {number}"), place)}
            </figure>

            """
        );
    }

    private Html Figure(FigureData figure, string id, CellPlace place)
    {
        Plots++;
        var number = Number("Figure", id, figure.Title, Words(figure));
        var title = Html.If(figure.Title.Length > 0, () => Html.Of($"{figure.Title}. "));
        var note = Html.If(figure.Note.Length > 0, () => Html.Of($"<span class=\"note\">{figure.Note}</span>"));
        return Html.Of(
            $"""
            <div class="exhibit chart" id="{id}">
            <figure>
            <div class="plot" id="{id}-plot" role="img" aria-label="{Alt(figure)}" style="height:{figure.Height}px" data-title="{figure.Title}"></div>
            <script type="application/json" id="{id}-data">{Html.Json(figure.Plot)}</script>
            <figcaption><b>Figure {number}.</b> {title}{note}</figcaption>
            </figure>
            {Behind(figure, id, number)}{Html.If(figure.Table is not null, () => Methods(figure.Table!, id, string.Create(Invariant, $"figure {number}"), place))}</div>

            """
        );
    }

    /// <summary>The cards of the methods behind the numbers, folded; where the page has shown the same ones, the way there.</summary>
    private Html Methods(Table table, string id, string name, CellPlace place)
    {
        if (table.Methods.IsEmpty)
        {
            return Html.Empty;
        }
        var key = string.Join('\n', table.Methods);
        if (methods.TryGetValue(key, out var first))
        {
            return Html.Of($"<p class=\"methods\">Methods: as under <a href=\"#{first.Id}\">{first.Name}</a>.</p>\n");
        }
        methods.Add(key, (id, name));
        var cards = table.Methods.Select(m => ProseCell.Render(m, place, prose)).ToList();
        return Html.Of($"<details class=\"methods\"><summary>How these numbers were made</summary>{Html.Join(cards)}</details>\n");
    }

    private Html Behind(FigureData figure, string id, int number) =>
        figure.Table is not { } table
            ? Html.Empty
            : Html.Of(
                $"""
                <div class="tools"><button type="button" class="tool" aria-expanded="false" aria-controls="{id}-behind" aria-label="Table: {figure.Title}">Table</button>{exports.Offer(table)}</div>
                <div class="behind" id="{id}-behind" hidden>
                <p class="caption" id="{id}-caption"><b>Data of figure {number}.</b> {table.Title}</p>
                {TableMarkup.Render(table, id + "-caption")}
                </div>

                """
            );

    private static string Words(FigureData figure) =>
        figure.Table is { } table ? $"{figure.Alt} {figure.Note} {TableMarkup.Words(table)}" : figure.Alt;

    private static string Alt(FigureData figure) =>
        figure.Alt.Length > 0 ? figure.Alt
        : figure.Title.Length > 0 ? figure.Title
        : "A chart";

    /// <summary>An author's own HTML is kept as it is, for controls that compute; only the network is closed to it.</summary>
    private Html Own(string html, CellPlace place)
    {
        foreach (Match match in Loads().Matches(html))
        {
            prose.Findings.Add(PublishingFindings.External(place, match.Groups["address"].Value));
        }
        return Html.Of($"<div class=\"own\">{Html.Raw(html)}</div>\n");
    }

    private int Number(string kind, string id, string title, string words)
    {
        var number = exhibits.Count(e => e.Kind == kind) + 1;
        exhibits.Add(new(kind, number, id, title, words));
        return number;
    }

    /// <summary>Console text without the sequences that colour terminals.</summary>
    private static string Plain(string text) => TerminalCodes().Replace(text, "").TrimEnd('\n');

    [GeneratedRegex("\u001b\\[[0-9;?]*[A-Za-z]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TerminalCodes();

    [GeneratedRegex(
        """(?:\b(?:src|srcset|poster)\s*=\s*["']?|<link\b[^>]*\bhref\s*=\s*["']?|url\(\s*["']?|@import\s+["']?|\b(?:fetch|import)\(\s*["'`])(?<address>(?:https?:)?//[^\s"'>)`]+)""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Loads();
}
