using ClusterResearch.Charts.Tests.Support;

namespace ClusterResearch.Charts.Tests;

public sealed class SensitivityBarsTests
{
    [Fact]
    public void Draws_both_indices_with_intervals()
    {
        var figure = SensitivityBars.Of(Sample.Sensitive);
        Assert.Equal(figure.Column("first"), figure.Traces()[0].GetProperty("x").Numbers());
        Assert.Equal(figure.Column("total"), figure.Traces()[1].GetProperty("x").Numbers());
        Assert.Equal(6, figure.Traces()[1].GetProperty("error_x").GetProperty("array").GetArrayLength());
        Assert.Equal("normalisation", figure.Ticks("yaxis")[0]);
    }
}
