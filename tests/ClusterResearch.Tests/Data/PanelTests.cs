using ClusterResearch.Data;
using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests.Data;

public sealed class PanelTests
{
    private static readonly Panel Panel = Open();

    [Fact]
    public void Figures_lie_city_by_city_and_know_their_line()
    {
        Assert.Equal(["Alder", "Birch", "Cedar", "Dogwood"], Panel.Cities.Select(c => c.Key));
        Assert.Equal([2001, 2002, 2003, 2004], Panel.Years);
        Assert.Equal(["output", "workers", "budget", "students", "waste"], Panel.Variables.Select(v => v.Name));
        Assert.Equal(60, Panel["output", "Cedar", 2003]);
        Assert.Equal(12, Panel.Line("Cedar", 2003));
        Assert.Equal(10, Panel.Row("Cedar", 2003));
        Assert.Equal([100, 110, 121, 133], Panel.Series("output").ToArray()[..4]);
        Assert.Equal(("1e8 CNY", "产出", 1000.0), (Panel.Variable("output").Unit, Panel.Variable("output").Title(Language.Chinese), Panel.Variable("output").Maximum));
    }

    [Fact]
    public void Rows_may_stand_in_any_order()
    {
        using var study = new StudyFolder();
        var lines = SoundStudy.Panel.TrimEnd('\n').Split('\n');
        var panel = study.With("panel.csv", string.Join('\n', lines.Skip(1).Reverse().Prepend(lines[0]))).Open().Panel("panel");
        Assert.Equal(["Dogwood", "Cedar", "Birch", "Alder"], panel.Cities.Select(c => c.Key));
        Assert.Equal((60, 7), (panel["output", "Cedar", 2003], panel.Line("Cedar", 2003)));
        Assert.Equal([2001, 2002, 2003, 2004], panel.Years);
    }

    [Fact]
    public void What_is_not_there_is_named_with_the_nearest()
    {
        Assert.EndsWith("has no variable “outptu”. did you mean “output”?", Assert.Throws<KeyNotFoundException>(() => Panel["outptu", "Cedar", 2003]).Message, StringComparison.Ordinal);
        Assert.EndsWith("has no variable “x”.", Assert.Throws<KeyNotFoundException>(() => Panel.Variable("x")).Message, StringComparison.Ordinal);
        Assert.EndsWith("has no city “cedar”. did you mean “Cedar”?", Assert.Throws<KeyNotFoundException>(() => Panel["output", "cedar", 2003]).Message, StringComparison.Ordinal);
        Assert.EndsWith("has no year 2005; its years are 2001 to 2004.", Assert.Throws<KeyNotFoundException>(() => Panel["output", "Cedar", 2005]).Message, StringComparison.Ordinal);
        Assert.False(Panel.Has("city"));
    }

    private static Panel Open()
    {
        using var study = new StudyFolder();
        return study.Open().Panel("panel");
    }
}
