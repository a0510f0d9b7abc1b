using ClusterResearch.Indexing;

namespace ClusterResearch.Tests.Indexing;

public sealed class PeriodTests
{
    [Fact]
    public void Both_ends_belong_to_it()
    {
        var period = new Period(2003, 2016);
        Assert.Equal(14, period.Count);
        Assert.True(period.Contains(2003) && period.Contains(2016));
        Assert.False(period.Contains(2002) || period.Contains(2017));
        Assert.Equal("2003–2016", period.ToString());
        Assert.Equal("2023", new Period(2023, 2023).ToString());
    }

    [Fact]
    public void A_period_that_ends_before_it_begins_is_refused() =>
        Assert.StartsWith("A period cannot end in 2003, before it begins in 2016.", Assert.Throws<ArgumentException>(() => new Period(2016, 2003)).Message);
}
