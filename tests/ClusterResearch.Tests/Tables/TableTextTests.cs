using ClusterResearch.Tables;

namespace ClusterResearch.Tests.Tables;

public sealed class TableTextTests
{
    [Fact]
    public void Numbers_stand_right_texts_left_and_notes_below()
    {
        var table = new Table("Two cities", [Column.Text("c", "City"), Column.Number("g", "GDP", 1, "1e8 CNY")], [["Alder", 1234.56], ["Birch", null]], ["Made up."]);
        Assert.Equal("Two cities\nCity   GDP (1e8 CNY)\n-----  -------------\nAlder        1\u202f234.6\nBirch              –\nNote: Made up.\n", table.ToString());
    }

    [Fact]
    public void Chinese_characters_take_two_places()
    {
        var table = new Table("t", [Column.Text("c", "城市"), Column.Number("n", "N", 0)], [["新乡", 1], ["Alder", 2], ["𠮷", 3], ["ｱ", 4], ["Ａ", 5]]);
        Assert.Equal("t\n城市   N\n-----  -\n新乡   1\nAlder  2\n𠮷     3\nｱ      4\nＡ     5\n", table.ToString());
    }

    [Fact]
    public void A_table_without_rows_is_its_header() => Assert.Equal("t\nA\n-\n", new Table("t", [Column.Text("a", "A")], []).ToString());
}
