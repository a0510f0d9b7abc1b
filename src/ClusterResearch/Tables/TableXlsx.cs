using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using MiniExcelLibs;

namespace ClusterResearch.Tables;

/// <summary>A table as an Excel workbook.</summary>
internal static partial class TableXlsx
{
    /// <summary>The zip format's first day: a workbook must not depend on the clock.</summary>
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static byte[] Write(Table table)
    {
        // the header is a row like the others, so that an empty table has one and no two columns need different keys
        var header = table.Columns.Select(c => (object?)c.Key);
        var rows = table.Rows.Select(r => (IEnumerable<object?>)r).Prepend(header)
            .Select(cells => cells.Select((cell, c) => (Key: c.ToString(Invariant), Cell: cell is string text ? TableCells.Neutral(text) : cell)).ToDictionary(c => c.Key, c => c.Cell));
        using var workbook = new MemoryStream();
        workbook.SaveAs(rows, printHeader: false, sheetName: "table");
        return WithoutClock(workbook);
    }

    private static byte[] WithoutClock(MemoryStream workbook)
    {
        workbook.Position = 0;
        using var source = new ZipArchive(workbook, ZipArchiveMode.Read);
        using var target = new MemoryStream();
        using (var archive = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in source.Entries.OrderBy(e => e.FullName, StringComparer.Ordinal))
            {
                var copy = archive.CreateEntry(entry.FullName, CompressionLevel.Optimal);
                copy.LastWriteTime = Epoch;
                using var from = new StreamReader(entry.Open(), Encoding.UTF8);
                using var to = new StreamWriter(copy.Open(), Utf8);
                var part = from.ReadToEnd();
                to.Write(entry.Name.StartsWith("workbook.xml", StringComparison.Ordinal) ? RandomId().Replace(part, "\"rIdSheet\"") : part);
            }
        }
        return target.ToArray();
    }

    /// <summary>The id that ties the one sheet to its workbook; the writer draws it anew every time.</summary>
    [GeneratedRegex("\"R[0-9a-f]{32}\"", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex RandomId();
}
