using System.Text;

namespace ClusterResearch.Tables;

/// <summary>A table as aligned text, for terminals and plain notebooks.</summary>
internal static class TableText
{
    public static string Write(Table table)
    {
        var header = table.Columns.Select(TableCells.Header).ToArray();
        var body = table.Rows.Select(row => row.Select((c, i) => TableCells.Print(c, table.Columns[i])).ToArray()).ToArray();
        var widths = header.Select((h, i) => body.Select(r => Width(r[i])).Append(Width(h)).Max()).ToArray();
        var text = new StringBuilder(table.Title).Append('\n');
        Line(header);
        text.AppendJoin("  ", widths.Select(w => new string('-', w))).Append('\n');
        foreach (var row in body)
        {
            Line(row);
        }
        foreach (var note in table.Notes)
        {
            text.Append("Note: ").Append(note).Append('\n');
        }
        return text.ToString();

        void Line(string[] cells)
        {
            var parts = cells.Select((c, i) =>
            {
                var pad = new string(' ', widths[i] - Width(c));
                return table.Columns[i].IsNumber ? pad + c : c + pad;
            });
            text.Append(string.Join("  ", parts).TrimEnd()).Append('\n');
        }
    }

    /// <summary>Chinese characters, full-width signs and rare characters of the supplementary planes take two places on a terminal.</summary>
    private static int Width(string s) => s.EnumerateRunes().Sum(r => IsWide(r.Value) ? 2 : 1);

    private static bool IsWide(int rune) => rune is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x1F300 and <= 0x1FAFF) or (>= 0x20000 and <= 0x3FFFD);
}
