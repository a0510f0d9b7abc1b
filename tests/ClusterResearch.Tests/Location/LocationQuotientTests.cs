using ClusterResearch.Location;

namespace ClusterResearch.Tests.Location;

public sealed class LocationQuotientTests
{
    private static readonly IndustryTable Table = IndustryTable.Of(["A", "B"], ["x", "y"], [[30, 10], [10, 50]]);

    [Fact]
    public void By_hand()
    {
        Assert.Equal(30 / 40.0 / 0.4, LocationQuotient.Of(Table, 0, 0), 1e-15);
        Assert.Equal(LocationQuotient.Of(10, 60, 40, 100), LocationQuotient.All(Table)[1][0]);
        Assert.Equal((1 / 3.0, -1 / 3.0, 0), (LocationQuotient.Symmetric(2), Math.Round(LocationQuotient.Symmetric(0.5), 15) == Math.Round(-1 / 3.0, 15) ? -1 / 3.0 : 0, LocationQuotient.Symmetric(1)));
    }

    /// <summary>Garwood's interval of a count of 10: 4.795 to 18.390 (standard tables).</summary>
    [Fact]
    public void The_interval_of_a_count()
    {
        var (low, high) = LocationQuotient.Interval(Table, 0, 1);
        Assert.Equal(4.795, low / LocationQuotient.Of(Table, 0, 1) * 10, 5e-4);
        Assert.Equal(18.390, high / LocationQuotient.Of(Table, 0, 1) * 10, 5e-4);
        var empty = IndustryTable.Of(["A", "B"], ["x", "y"], [[0, 10], [10, 50]]);
        Assert.Equal(0, LocationQuotient.Interval(empty, 0, 0).Low);
        Assert.Equal(-Math.Log(0.025), LocationQuotient.Interval(empty, 0, 0).High / LocationQuotient.Of(1, 10, 10, 70), 1e-10);
        Assert.Throws<ArgumentOutOfRangeException>(() => LocationQuotient.Interval(Table, 0, 0, 0));
    }

    [Fact]
    public void Empty_sides_have_no_quotient() => Assert.True(double.IsNaN(LocationQuotient.Of(0, 0, 5, 10)) && double.IsNaN(LocationQuotient.Of(0, 5, 0, 10)));
}
