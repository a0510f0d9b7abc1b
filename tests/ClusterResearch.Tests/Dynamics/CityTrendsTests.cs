using System.Collections.Immutable;
using ClusterResearch.Data;
using ClusterResearch.Dynamics;

namespace ClusterResearch.Tests.Dynamics;

public sealed class CityTrendsTests
{
    private static readonly ImmutableArray<City> Cities = [.. "ABCDE".Select(k => new City(k.ToString(), $"City {k}", k.ToString(), "P", "省"))];
    private static readonly ImmutableArray<int> Years = [.. Enumerable.Range(2001, 10)];

    private readonly CityTrends trends = CityTrends.Of(Cities, Years, (c, y) => c switch
    {
        "A" => y,
        "B" => 7,
        "C" => y < 2006 ? y : double.NaN,
        "D" => y == 2004 ? double.NaN : -y,
        _ => double.NaN,
    });

    [Fact]
    public void Each_test_is_that_of_its_own_class()
    {
        double[] x = [.. Years.Select(y => (double)y)];
        Assert.Equal(MannKendall.Of(x), trends["A"].Plain);
        Assert.Equal((1.0, 2005), (trends["A"].Sen.Slope, trends["A"].ChangeAfter!.Value));
        Assert.Equal(-1, trends["D"].Sen.Slope);
        Assert.Null(trends["B"].ChangeAfter);
        Assert.Throws<KeyNotFoundException>(() => trends["Z"]);
    }

    [Fact]
    public void Every_weak_series_is_named_with_what_still_stands() =>
        Assert.Equal(
            [
                "City B: all values are alike, so there is no test; slope and volatility are 0.",
                "City C: 5 values (5 missing); under 8 the p-values are rough, slope and volatility stand.",
                "City D: 1 missing; trend and change are of the other years, measures of changes from year to year are missing.",
                "City E: 0 values, so there is no trend, no change and no volatility.",
            ],
            trends.Notes.Skip(1));

    [Fact]
    public void The_table_has_a_row_per_city()
    {
        var table = trends.ToTable("Score");
        Assert.Equal(("Score: trend, change, volatility", 5), (table.Title, table.Rows.Length));
        Assert.Equal([1.0, null], new[] { table.Rows[0][4], table.Rows[4][4] });
    }
}
