using ClusterResearch.Tables;

namespace ClusterResearch.Notebooks.Publishing.Outputs;

/// <summary>A table as a page shows it: scrolling inside itself, sortable and filterable where scripts run.</summary>
internal static class TableMarkup
{
    /// <summary>The deepest indentation that the style sheet knows.</summary>
    private const int DeepestHanging = 3;

    /// <summary>The table with its notes; what <paramref name="caption"/> names stands before it and says what it shows.</summary>
    /// <param name="table">The table.</param>
    /// <param name="caption">The id of the caption, which does not scroll with the table.</param>
    public static Html Render(Table table, string caption)
    {
        var widths = table.Columns.Select((_, c) => Width(table, c)).ToArray();
        var head = table.Columns.Select(Header);
        var body = table.Rows.Select(row => Html.Of($"<tr>{row.Select((cell, c) => Cell(cell, table.Columns[c], c == 0, widths[c]))}</tr>\n"));
        return Html.Of(
            $"""
            <div class="scroll" role="group" aria-labelledby="{caption}"><table class="data" aria-labelledby="{caption}"><thead><tr>{head}</tr></thead>
            <tbody>{body}</tbody></table></div>
            {Notes(table)}
            """
        );
    }

    /// <summary>Everything a reader can look for in the table: columns and texts, not numbers.</summary>
    public static string Words(Table table) =>
        string.Join(
            ' ',
            table.Columns.Select(c => c.Title)
                .Concat(table.Rows.SelectMany(row => row.OfType<string>()))
                .Concat(table.Notes)
                .Distinct(StringComparer.Ordinal)
        );

    private static Html Header(Column column)
    {
        var unit = column.Unit is null ? Html.Empty : Html.Of($" <span class=\"unit\">({column.Unit})</span>");
        return column.IsNumber
            ? Html.Of($"<th scope=\"col\" class=\"number\">{column.Title}{unit}</th>")
            : Html.Of($"<th scope=\"col\">{column.Title}{unit}</th>");
    }

    /// <summary>Columns of sentences need room: squeezed into a narrow column they would make their rows a screen high.</summary>
    private static string Width(Table table, int column) =>
        table.Rows.Select(row => (row[column] as string)?.Length ?? 0).Append(0).Max() switch { > 100 => "longer", > 40 => "long", _ => "" };

    /// <summary>Names of a tree are indented by em spaces; the class makes their second line hang where the first begins.</summary>
    private static string Depth(string cell) =>
        cell.Length - cell.TrimStart('\u2003').Length is > 0 and <= DeepestHanging and var depth ? string.Create(Invariant, $" deep-{depth}") : "";

    /// <summary>Numbers carry their unrounded value, so that sorting never ranks rounded numbers.</summary>
    private static Html Cell(object? cell, Column column, bool first, string width) =>
        (cell, column.IsNumber) switch
        {
            (double number, _) => Html.Of(
                $"<td class=\"number\" data-value=\"{number.ToString("R", Invariant)}\">{Fixed(number, column.Decimals ?? 0)}</td>"
            ),
            (null, true) => Html.Raw("<td class=\"number\">–</td>"),
            (null, false) => Html.Raw("<td>–</td>"),
            (_, _) when first => Html.Of($"<th scope=\"row\">{(string)cell}</th>"),
            _ when width + Depth((string)cell) is { Length: > 0 } classes => Html.Of($"<td class=\"{classes.Trim()}\">{(string)cell}</td>"),
            _ => Html.Of($"<td>{(string)cell}</td>"),
        };

    private static Html Notes(Table table) =>
        Html.If(
            !table.Notes.IsEmpty,
            () => Html.Of($"<ul class=\"table-notes\">{table.Notes.Select(note => Html.Of($"<li>{note}</li>"))}</ul>")
        );
}
