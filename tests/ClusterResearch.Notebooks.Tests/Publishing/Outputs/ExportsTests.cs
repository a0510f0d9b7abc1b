using System.Text;
using ClusterResearch.Notebooks.Publishing.Outputs;
using ClusterResearch.Tables;

namespace ClusterResearch.Notebooks.Tests.Publishing.Outputs;

public class ExportsTests
{
    private static Table Named(string title) => new(title, [Column.Text("c", "City"), Column.Number("n", "N", 1)], [["=cmd()", 1.5], ["新乡", -2.0]]);

    [Fact]
    public void Formulas_in_texts_are_neutral_and_numbers_stay_numbers()
    {
        var exports = new Exports("downloads/x", inside: false);
        exports.Offer(Named("Scores"));
        Assert.Equal("c,n\n'=cmd(),1.5\n新乡,-2\n", Encoding.UTF8.GetString(exports.Files["downloads/x/01-scores.csv"]));
        Assert.Equal("PK"u8.ToArray(), exports.Files["downloads/x/01-scores.xlsx"][..2]);
    }

    [Theory]
    [InlineData("../../etc/passwd", "01-etc-passwd")]
    [InlineData("得分", "01-table")]
    [InlineData("CON: a?b*c", "01-con-a-b-c")]
    public void Titles_become_names_that_every_file_system_takes(string title, string name)
    {
        var exports = new Exports("downloads/x", inside: false);
        exports.Offer(Named(title));
        Assert.Equal([$"downloads/x/{name}.csv", $"downloads/x/{name}.xlsx"], exports.Files.Keys);
    }

    [Fact]
    public void Same_titles_and_long_titles_give_different_names()
    {
        var exports = new Exports("downloads/x", inside: false);
        exports.Offer(Named(new string('a', 300)));
        exports.Offer(Named(new string('a', 300)));
        Assert.Equal(4, exports.Files.Count);
        Assert.All(exports.Files.Keys, name => Assert.True(name.Length < 85));
    }

    [Fact]
    public void Inside_a_page_they_are_data_addresses()
    {
        var exports = new Exports("downloads/x", inside: true);
        var links = exports.Offer(Named("Scores")).ToString();
        Assert.Empty(exports.Files);
        Assert.Contains("href=\"data:text/csv;charset=utf-8;base64,YyxuCic9Y21kKCks", links, StringComparison.Ordinal);
        Assert.Contains("download=\"01-scores.csv\"", links, StringComparison.Ordinal);
    }
}
