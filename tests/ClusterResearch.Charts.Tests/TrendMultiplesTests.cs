using ClusterResearch.Charts.Tests.Support;

namespace ClusterResearch.Charts.Tests;

public sealed class TrendMultiplesTests
{
    private readonly Figure figure = TrendMultiples.Of(Sample.Result.Cities, Sample.LongYears, Sample.Curve, "Output", Sample.Highlight);

    [Fact]
    public void One_panel_per_city_with_series_and_line()
    {
        Assert.Equal(10, figure.Traces().Length);
        Assert.Equal(5, figure.Layout().GetProperty("annotations").GetArrayLength());
        Assert.True(figure.Layout().TryGetProperty("xaxis5", out _) && !figure.Layout().TryGetProperty("xaxis6", out _));
        Assert.Equal(5, figure.Table.Rows.Length);
    }

    [Fact]
    public void A_trend_that_stands_out_is_solid_and_a_change_point_is_drawn()
    {
        // the last city falls by 1 a year
        Assert.Equal("solid", figure.Traces()[9].GetProperty("line").GetProperty("dash").GetString());
        Assert.NotEmpty(figure.Layout().GetProperty("shapes").EnumerateArray());
        Assert.StartsWith("Small line charts of 5 cities; 4 rise and 1 fall significantly.", figure.AltText, StringComparison.Ordinal);
    }
}
