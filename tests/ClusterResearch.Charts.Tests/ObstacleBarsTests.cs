using ClusterResearch.Charts.Tests.Support;
using ClusterResearch.Data;
using ClusterResearch.Indexing.Evaluating;

namespace ClusterResearch.Charts.Tests;

public sealed class ObstacleBarsTests
{
    private readonly ObstacleDegree obstacles = ObstacleDegree.Of(Sample.Result);
    private readonly Figure figure = ObstacleBars.Of(ObstacleDegree.Of(Sample.Result), 2005, Sample.Highlight);

    [Fact]
    public void Bars_are_the_table_and_add_up_to_a_hundred()
    {
        Assert.Equal(figure.Column("FIS"), figure.Trace("FIS Fiscal capacity").GetProperty("x").Numbers());
        Assert.Equal(figure.Column("SCA"), figure.Trace("SCA Scale").GetProperty("x").Numbers());
        Assert.All(figure.Table.Rows, r => Assert.Equal(100, (double)r[2]! + (double)r[3]! + (double)r[4]!, 1e-10));
        Assert.Equal([1, 2, 3, 4, 5], figure.Column("rank").Select(r => r!.Value));
        Assert.Equal(("What holds the cities back, 2005", "Share of the shortfall (%)"), (figure.Title, figure.Title("xaxis")));
    }

    [Fact]
    public void The_largest_indicator_stands_at_the_end()
    {
        var best = Sample.Result.Cities.Single(c => Sample.Result.Rank(c.Key, 2005) == 1);
        var top = obstacles.Largest(best.Key, 2005, 1)[0];
        Assert.Equal(FormattableString.Invariant($" {top.Indicator.Code} {100 * top.Share:0} %"), figure.Traces()[^1].GetProperty("text").Strings()[0]);
        Assert.Equal(FormattableString.Invariant($"{top.Indicator.NameEn} {100 * top.Share:0.0} %"), figure.Table.Rows[0][^1]);
    }

    [Fact]
    public void A_missing_figure_has_no_part_of_the_bar()
    {
        Assert.Equal(double.NaN, obstacles["Omega", 2005, "MKT1"]);
        Assert.Equal(obstacles["Omega", 2005, "MKT2"], obstacles["Omega", 2005, "MKT"]);
    }

    [Fact]
    public void Shows_the_best_and_those_asked_for() => Assert.Equal(3, ObstacleBars.Of(obstacles, 2005, new("Beta", []), top: 1, include: ["Alpha"]).Table.Rows.Length);

    [Fact]
    public void Words()
    {
        Assert.StartsWith("Bar chart of the obstacle degrees of 5 cities in 2005, in per cent. Fiscal capacity: highest ", figure.AltText, StringComparison.Ordinal);
        Assert.StartsWith("Obstacle degree: share of weight × (1 − normalised value) in the city's sum.", figure.Note, StringComparison.Ordinal);
        var chinese = ObstacleBars.Of(obstacles, 2005, Sample.Highlight, language: Language.Chinese);
        Assert.Equal(("各城市的障碍度，2005年", "占差距的比重（%）"), (chinese.Title, chinese.Title("xaxis")));
        Assert.Throws<KeyNotFoundException>(() => ObstacleBars.Of(obstacles, 1999, Sample.Highlight));
    }
}
