using System.Text.Json;
using ClusterResearch.Rendering;
using ClusterResearch.Tables;

namespace ClusterResearch.Tests.Tables;

public sealed class TableTests
{
    [Fact]
    public void Integers_become_numbers_and_NaN_becomes_missing()
    {
        var table = new Table("t", [Column.Number("n", "N", 1), Column.Text("s", "S")], [[1, "a"], [double.NaN, null], [null, ""]]);
        Assert.Equal([1.0, null, null], table.Rows.Select(r => r[0]));
        Assert.Equal(["a", null, ""], table.Rows.Select(r => r[1]));
    }

    [Fact]
    public void Rows_of_another_length_or_type_are_refused()
    {
        Column[] columns = [Column.Number("n", "N", 1), Column.Text("s", "S")];
        Assert.StartsWith("Row 1 of “t” has 1 cells, not 2.", Assert.Throws<ArgumentException>(() => new Table("t", columns, [[1, "a"], [2]])).Message, StringComparison.Ordinal);
        Assert.StartsWith("Row 0 of “t”: String in the number column “n”.", Assert.Throws<ArgumentException>(() => new Table("t", columns, [["1", "a"]])).Message, StringComparison.Ordinal);
        Assert.StartsWith("Row 0 of “t”: Double in the text column “s”.", Assert.Throws<ArgumentException>(() => new Table("t", columns, [[1, 2.0]])).Message, StringComparison.Ordinal);
        Assert.StartsWith("Row 0 of “t”: DateTime in the text column “s”.", Assert.Throws<ArgumentException>(() => new Table("t", columns, [[1, DateTime.UnixEpoch]])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Renders_to_each_of_its_types_and_no_other()
    {
        var table = new Table("t", [Column.Number("n", "N", 1)], [[1]]);
        Assert.Equal([MimeType.Table, MimeType.Html, MimeType.Text], table.MimeTypes);
        Assert.Equal("t", JsonDocument.Parse(table.Render(MimeType.Table)).RootElement.GetProperty("title").GetString());
        Assert.StartsWith("<table>", table.Render(MimeType.Html), StringComparison.Ordinal);
        Assert.Equal(table.ToString(), table.Render(MimeType.Text));
        Assert.StartsWith("A table does not render to image/png.", Assert.Throws<ArgumentException>(() => table.Render("image/png")).Message, StringComparison.Ordinal);
    }
}
