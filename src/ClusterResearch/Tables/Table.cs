using System.Collections.Immutable;
using ClusterResearch.Rendering;

namespace ClusterResearch.Tables;

/// <summary>Rows under typed columns: the form in which every result is shown, exported and compared.</summary>
/// <remarks>
/// A cell is a <see cref="string"/> in a text column, a <see cref="double"/> in a number column, or null for
/// missing; NaN counts as missing. Numbers are rounded only when printed.
/// </remarks>
[TypeFormatterSource(typeof(RichFormatterSource), PreferredMimeTypes = [MimeType.Html, MimeType.Text])]
public sealed class Table : IRichOutput
{
    /// <summary>What the table shows, one line.</summary>
    public string Title { get; }

    /// <summary>The columns from left to right.</summary>
    public ImmutableArray<Column> Columns { get; }

    /// <summary>The rows from top to bottom; each has one cell per column.</summary>
    public ImmutableArray<ImmutableArray<object?>> Rows { get; }

    /// <summary>What a reader must know to read the numbers: method and variant, sample, what was left out.</summary>
    public ImmutableArray<string> Notes { get; }

    /// <summary>The cards of the methods behind the numbers, in Markdown: the published page folds them under the table.</summary>
    public ImmutableArray<string> Methods { get; init; } = [];

    /// <summary>Makes a table; integers become doubles, NaN becomes null.</summary>
    /// <param name="title">What the table shows.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="notes">What a reader must know.</param>
    /// <exception cref="ArgumentException">A row has another length than the columns, or a cell another type.</exception>
    public Table(
        string title,
        IEnumerable<Column> columns,
        IEnumerable<IReadOnlyList<object?>> rows,
        IEnumerable<string>? notes = null
    )
    {
        Title = title;
        Columns = [.. columns];
        Rows = [.. rows.Select((row, r) => CheckedRow(row, r))];
        Notes = [.. notes ?? []];
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> MimeTypes => [MimeType.Table, MimeType.Html, MimeType.Text];

    /// <inheritdoc/>
    public string Render(string mimeType) =>
        mimeType switch
        {
            MimeType.Table => TableJson.Write(this),
            MimeType.Html => TableHtml.Write(this),
            MimeType.Text => ToString(),
            _ => throw new ArgumentException($"A table does not render to {mimeType}.", nameof(mimeType)),
        };

    /// <summary>The table as comma-separated values (RFC 4180, UTF-8 without BOM, line feed).</summary>
    /// <remarks>Text that a spreadsheet would run as a formula gets a leading apostrophe.</remarks>
    public string ToCsv() => TableCsv.Write(this);

    /// <summary>The table as an Excel workbook with one sheet; the same table gives the same bytes.</summary>
    public byte[] ToXlsx() => TableXlsx.Write(this);

    /// <summary>The table as aligned text.</summary>
    public override string ToString() => TableText.Write(this);

    private ImmutableArray<object?> CheckedRow(IReadOnlyList<object?> row, int index)
    {
        if (row.Count != Columns.Length)
        {
            throw new ArgumentException(
                string.Create(Invariant, $"Row {index} of “{Title}” has {row.Count} cells, not {Columns.Length}."),
                nameof(row)
            );
        }
        return [.. row.Select((cell, c) => CheckedCell(cell, Columns[c], index))];
    }

    private object? CheckedCell(object? cell, Column column, int row) =>
        (cell, column.IsNumber) switch
        {
            (null or double.NaN, _) => null,
            (double or string, var number) when number == cell is double => cell,
            (int n, true) => (double)n,
            _ => throw new ArgumentException(
                string.Create(
                    Invariant,
                    $"Row {row} of “{Title}”: {cell.GetType().Name} in the {(column.IsNumber ? "number" : "text")} column “{column.Key}”."
                ),
                nameof(cell)
            ),
        };
}
