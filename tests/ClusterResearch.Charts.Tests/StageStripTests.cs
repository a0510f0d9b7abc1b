using ClusterResearch.Charts.Tests.Support;
using ClusterResearch.Data;

namespace ClusterResearch.Charts.Tests;

public sealed class StageStripTests
{
    private readonly Figure figure = StageStrip.Of(Sample.Stages, Sample.Highlight);

    [Fact]
    public void Every_stage_of_the_majority_is_a_cell_and_disputed_ones_are_hatched()
    {
        var cells = figure.Traces().Where(t => t.GetProperty("y").Numbers().Any(y => y is not null)).Sum(t => t.GetProperty("y").GetArrayLength());
        var stages = Sample.Stages.Cities.Sum(c => Sample.Stages.Years.Count(y => Sample.Stages.Majority[c.Key, y].Stage is not null));
        Assert.Equal(stages, cells);
        Assert.Equal(Sample.Stages.Years.Length + 1, figure.Table.Columns.Length);
        var hatched = figure.Traces().Where(t => t.GetProperty("marker").GetProperty("pattern").GetProperty("shape").GetString() == "/");
        Assert.All(hatched, t => Assert.Equal(t.GetProperty("marker").GetProperty("color").GetString(), t.GetProperty("marker").GetProperty("pattern").GetProperty("bgcolor").GetString()));
    }

    [Fact]
    public void Lifted_out_cities_come_first() => Assert.Equal(["Beta", "Alpha", "<script>alert(1)</script>"], figure.Table.Rows.Take(3).Select(r => r[0]));

    [Fact]
    public void One_city_has_a_row_per_method_and_one_for_most()
    {
        var own = StageStrip.Of(Sample.Stages, "Beta");
        Assert.Equal(["Growth curve (logistic)", "Trajectories (KMeans)", "Most methods"], own.Table.Rows.Select(r => r[0]));
        Assert.Equal("Beta: stage by method, 2000–2015", own.Title);
        Assert.Throws<KeyNotFoundException>(() => StageStrip.Of(Sample.Stages, "Nowhere"));
    }

    [Fact]
    public void Words()
    {
        Assert.StartsWith("Strips of 5 rows over years, coloured by stage. In 2015: Beta: ", figure.AltText, StringComparison.Ordinal);
        Assert.StartsWith("Colour and letter: the stage that most methods give.", figure.Note, StringComparison.Ordinal);
        Assert.Contains("the series falls, which is no growth curve", StageStrip.Of(Sample.Stages, "Omega").Note, StringComparison.Ordinal);
        Assert.Equal("各城市所处阶段，2000–2015年", StageStrip.Of(Sample.Stages, Sample.Highlight, Language.Chinese).Title);
    }
}
