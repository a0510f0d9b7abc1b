using System.Text.Json;
using ClusterResearch.Tables;
using CsCheck;

namespace ClusterResearch.Tests.Tables;

public sealed class TableJsonTests
{
    [Fact]
    public void What_is_written_is_read_back()
    {
        var table = new Table("标题 </script>", [Column.Text("c", "City \"x\""), Column.Number("g", "GDP", 2, "1e8 CNY")], [["a\nb", 0.1 + 0.2], [null, null]], ["n1", "n2"]);
        var json = TableJson.Write(table);
        var back = TableJson.Read(JsonDocument.Parse(json).RootElement);
        Assert.Equal(json, TableJson.Write(back));
        Assert.Equal(table.Columns, back.Columns);
        Assert.Equal(0.1 + 0.2, back.Rows[0][1]);
        Assert.Equal((table.Title, "n2"), (back.Title, back.Notes[1]));
        Assert.Null(back.Rows[1][0]);
        Assert.Contains("标题", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_number_keeps_its_bits() =>
        Gen.Double.Where(double.IsFinite).Sample(x =>
            Assert.Equal(x, TableJson.Read(JsonDocument.Parse(TableJson.Write(new Table("t", [Column.Number("n", "N", 0)], [[x]]))).RootElement).Rows[0][0]));
}
