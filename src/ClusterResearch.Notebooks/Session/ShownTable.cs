using ClusterResearch.Rendering;
using ClusterResearch.Tables;

namespace ClusterResearch.Notebooks.Session;

/// <summary>The first rows of a reader's own data as a small table; what is not shown is counted in a note.</summary>
internal static class ShownTable
{
    /// <summary>How many rows are shown; whole data would make notebooks of megabytes.</summary>
    public const int Rows = 20;

    private const int Columns = 20;
    private const int CellLength = 80;
    private const int Decimals = 4;

    /// <summary>The table's representations.</summary>
    /// <param name="title">What it is, with its size.</param>
    /// <param name="headers">The columns' names.</param>
    /// <param name="rows">The rows that are shown.</param>
    /// <param name="notes">What else to know.</param>
    public static IEnumerable<KeyValuePair<string, string>> Render(string title, IReadOnlyList<string> headers, IReadOnlyList<IReadOnlyList<object?>> rows, IEnumerable<string> notes)
    {
        var shown = Math.Min(headers.Count, Columns);
        var columns = headers.Take(shown).Select((h, c) => ColumnOf(h, c, [.. rows.Select(r => r[c])])).ToArray();
        var more = headers.Count > shown ? (string[])[string.Create(Invariant, $"{headers.Count - shown} more columns are not shown.")] : [];
        var table = new Table(title, columns, rows.Select(r => (IReadOnlyList<object?>)[.. columns.Select((c, i) => Cell(r[i], c.IsNumber))]), notes.Concat(more));
        // Not as a table to be exported: it would pass for the whole.
        return ((string[])[MimeType.Html, MimeType.Text]).Select(m => KeyValuePair.Create(m, table.Render(m)));
    }

    private static Column ColumnOf(string header, int index, object?[] cells)
    {
        var key = string.Create(Invariant, $"c{index + 1}");
        var numbers = cells.Where(c => c is not null).ToArray();
        return numbers.Length > 0 && numbers.All(IsFraction) ? Column.Number(key, header, numbers.Max(DecimalsOf)) : Column.Text(key, header);
    }

    private static object? Cell(object? value, bool isNumber) => value is null ? null : isNumber ? Convert.ToDouble(value, Invariant) : Shorten(ValueFormatter.FormatAny(value)[MimeType.Text]);

    private static string Shorten(string text) => text.Length <= CellLength ? text : text[..(char.IsHighSurrogate(text[CellLength - 2]) ? CellLength - 2 : CellLength - 1)] + "…";

    /// <summary>Whole numbers stand as text: most are years, codes and counts, and a year has no thousands.</summary>
    private static bool IsFraction(object? value) => value is double or float or decimal;

    /// <summary>As few decimals as say the value, four at most.</summary>
    private static int DecimalsOf(object? value)
    {
        var number = Math.Abs(Convert.ToDouble(value, Invariant));
        return Enumerable.Range(0, Decimals).FirstOrDefault(d => number < 1e9 && Math.Round(number, d) == number, number < 1e9 && double.IsFinite(number) ? Decimals : 0);
    }
}
