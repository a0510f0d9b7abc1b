using System.Globalization;
using ClusterResearch.Tables;

namespace ClusterResearch.Tests.Tables;

public sealed class TableCsvTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"")]
    [InlineData("\n=1", "\"'\n=1\"")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("＋1", "'＋1")]
    [InlineData("－1", "'－1")]
    [InlineData("＠A1", "'＠A1")]
    [InlineData("1-1", "1-1")]
    [InlineData("a=b", "a=b")]
    [InlineData("", "")]
    public void Text_that_a_spreadsheet_would_run_is_made_harmless(string text, string cell) =>
        Assert.Equal($"s\n{cell}\n", new Table("t", [Column.Text("s", "S")], [[text]]).ToCsv());

    [Fact]
    public void Numbers_are_whole_and_never_touched() =>
        Assert.Equal("n\n-1\n0.1\n1E+300\n\n0.30000000000000004\n", new Table("t", [Column.Number("n", "N", 1)], [[-1], [0.1], [1e300], [null], [0.1 + 0.2]]).ToCsv());

    [Fact]
    public void Commas_quotes_and_line_breaks_are_quoted_and_keys_are_the_header() =>
        Assert.Equal("'=k,b\n\"a,b\",\"a \"\"b\"\"\nc\"\n", new Table("t", [Column.Text("=k", "K"), Column.Text("b", "B")], [["a,b", "a \"b\"\nc"]]).ToCsv());

    [Fact]
    public void Every_culture_writes_the_same()
    {
        var table = new Table("t", [Column.Number("n", "N", 1)], [[1234.5]]);
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        var csv = table.ToCsv();
        CultureInfo.CurrentCulture = before;
        Assert.Equal("n\n1234.5\n", csv);
    }
}
