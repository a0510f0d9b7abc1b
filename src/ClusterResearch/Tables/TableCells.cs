namespace ClusterResearch.Tables;

/// <summary>How one cell or header is printed; shared by all renderings.</summary>
internal static class TableCells
{
    public static string Header(Column column) => column.Unit is null ? column.Title : $"{column.Title} ({column.Unit})";

    public static string Print(object? cell, Column column) =>
        cell switch
        {
            null => "–",
            double number => Fixed(number, column.Decimals!.Value),
            _ => (string)cell,
        };

    /// <summary>Text that a spreadsheet would run as a formula, made harmless by a leading apostrophe.</summary>
    /// <remarks>Source: OWASP, “CSV Injection”; full-width signs, because East Asian versions read them as plain ones. Numbers are never touched, so −1 stays a number.</remarks>
    public static string Neutral(string text) =>
        text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠' ? "'" + text : text;
}
