using System.Net;
using System.Text;

namespace ClusterResearch.Tables;

/// <summary>A table as an HTML fragment; everything in it is escaped.</summary>
internal static class TableHtml
{
    public static string Write(Table table)
    {
        var html = new StringBuilder("<table><caption>").Append(Escape(table.Title)).Append("</caption><thead><tr>");
        foreach (var column in table.Columns)
        {
            html.Append("<th scope=\"col\">").Append(Escape(TableCells.Header(column))).Append("</th>");
        }
        html.Append("</tr></thead><tbody>");
        foreach (var row in table.Rows)
        {
            html.Append("<tr>");
            for (var c = 0; c < row.Length; c++)
            {
                html.Append(table.Columns[c].IsNumber ? "<td style=\"text-align:right\">" : "<td style=\"text-align:left\">")
                    .Append(Escape(TableCells.Print(row[c], table.Columns[c])))
                    .Append("</td>");
            }
            html.Append("</tr>");
        }
        html.Append("</tbody></table>");
        foreach (var note in table.Notes)
        {
            html.Append("<p><small>").Append(Escape(note)).Append("</small></p>");
        }
        return html.ToString();
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
