using System.IO.Compression;
using ClusterResearch.Tables;
using MiniExcelLibs;

namespace ClusterResearch.Tests.Tables;

public sealed class TableXlsxTests
{
    private static readonly Table Table = new(
        "t",
        [Column.Text("city", "City"), Column.Number("gdp", "GDP", 1)],
        [["新乡", 1189.94], ["=1+1", -1], ["@x", null], [null, 0.1 + 0.2], ["00123", 1e300], ["a & <b> \"c\"", 0]]);

    [Fact]
    public void Two_writes_give_the_same_bytes_and_no_day_stands_in_them()
    {
        Assert.Equal(Table.ToXlsx(), Table.ToXlsx());
        using var archive = new ZipArchive(new MemoryStream(Table.ToXlsx()));
        Assert.All(archive.Entries, e => Assert.Equal(1980, e.LastWriteTime.Year));
        foreach (var entry in archive.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            Assert.DoesNotMatch("20[0-9]{2}-[0-9]{2}-[0-9]{2}T", reader.ReadToEnd());
        }
    }

    [Fact]
    public void Cells_are_read_back_as_they_were_and_formulas_as_text()
    {
        var rows = Read(Table);
        Assert.Equal(["city", "gdp"], rows[0].Keys);
        Assert.Equal(["新乡", "'=1+1", "'@x", null, "00123", "a & <b> \"c\""], rows.Select(r => r["city"]));
        Assert.Equal([1189.94, -1.0, null, 0.1 + 0.2, 1e300, 0.0], rows.Select(r => r["gdp"]));
    }

    [Fact]
    public void A_table_without_rows_keeps_its_header()
    {
        using var stream = new MemoryStream(new Table("t", Table.Columns, []).ToXlsx());
        var header = ((IDictionary<string, object?>)stream.Query(useHeaderRow: false).Single()).Values;
        Assert.Equal(["city", "gdp"], header);
    }

    [Fact]
    public void Columns_of_one_key_are_both_kept()
    {
        using var stream = new MemoryStream(new Table("t", [Column.Text("a", "A"), Column.Text("a", "B"), Column.Number("a", "C", 0)], [["x", "y", 3]]).ToXlsx());
        var rows = stream.Query(useHeaderRow: false).Select(r => ((IDictionary<string, object?>)r).Values.ToArray()).ToArray();
        Assert.Equal(["a", "a", "a"], rows[0]);
        Assert.Equal(["x", "y", 3.0], rows[1]);
    }

    [Fact]
    public void Characters_that_XML_forbids_do_not_break_the_file()
    {
        var rows = Read(new Table("t", [Column.Text("a", "A")], [["x\u0001y\u000b"], ["line\nbreak"]]));
        Assert.StartsWith("x", (string?)rows[0]["a"], StringComparison.Ordinal);
        Assert.Equal("line\nbreak", rows[1]["a"]);
    }

    private static IDictionary<string, object?>[] Read(Table table)
    {
        using var stream = new MemoryStream(table.ToXlsx());
        return [.. stream.Query(useHeaderRow: true).Select(r => (IDictionary<string, object?>)r)];
    }
}
