using System.Text;

namespace ClusterResearch.Tables;

/// <summary>A table as comma-separated values.</summary>
internal static class TableCsv
{
    public static string Write(Table table)
    {
        var csv = new StringBuilder();
        Line(table.Columns.Select(c => Quote(TableCells.Neutral(c.Key))));
        foreach (var row in table.Rows)
        {
            Line(row.Select(Cell));
        }
        return csv.ToString();

        void Line(IEnumerable<string> cells) => csv.AppendJoin(',', cells).Append('\n');
    }

    private static string Cell(object? cell) =>
        cell switch
        {
            null => "",
            double number => number.ToString("R", Invariant),
            _ => Quote(TableCells.Neutral((string)cell)),
        };

    private static string Quote(string text) =>
        text.AsSpan().IndexOfAny(",\"\n\r") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
