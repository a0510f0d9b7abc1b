using ClusterResearch.Rendering;
using ClusterResearch.Tables;

namespace ClusterResearch.Tests.Tables;

public sealed class TableHtmlTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("' onmouseover='x")]
    [InlineData("</td></tr>x")]
    [InlineData("&lt;")]
    public void Whatever_comes_from_data_is_escaped(string hostile)
    {
        var table = new Table(hostile, [Column.Text(hostile, hostile), Column.Number("n", hostile, 1, hostile)], [[hostile, 1]], [hostile]);
        var html = table.Render(MimeType.Html);
        Assert.DoesNotContain(hostile, html, StringComparison.Ordinal);
        Assert.Equal(5, html.Split(System.Net.WebUtility.HtmlEncode(hostile)).Length - 1 - 1);
        Assert.Equal(1, html.Split("<table>").Length - 1);
    }

    [Fact]
    public void Header_cells_alignment_missing_and_notes() =>
        Assert.Equal(
            "<table><caption>t</caption><thead><tr><th scope=\"col\">City</th><th scope=\"col\">GDP (1e8 CNY)</th></tr></thead><tbody>"
            + "<tr><td style=\"text-align:left\">新乡</td><td style=\"text-align:right\">1.5</td></tr>"
            + "<tr><td style=\"text-align:left\">–</td><td style=\"text-align:right\">–</td></tr></tbody></table><p><small>n</small></p>",
            new Table("t", [Column.Text("c", "City"), Column.Number("g", "GDP", 1, "1e8 CNY")], [["新乡", 1.5], [null, null]], ["n"]).Render(MimeType.Html));
}
