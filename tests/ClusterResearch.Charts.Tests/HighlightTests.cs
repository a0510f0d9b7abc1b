using ClusterResearch.Charts.Tests.Support;

namespace ClusterResearch.Charts.Tests;

public sealed class HighlightTests
{
    [Fact]
    public void Comes_from_the_study()
    {
        Assert.Equal("Beta", Sample.Highlight.Focus);
        Assert.Equal(["Alpha", "Beta", "Gamma"], Sample.Highlight.Cities);
    }

    [Fact]
    public void Focus_is_strongest_and_every_city_has_its_own_sign()
    {
        var (focus, alpha, gamma) = (Sample.Highlight.Style("Beta")!, Sample.Highlight.Style("Alpha")!, Sample.Highlight.Style("Gamma")!);
        Assert.True(focus.Width > alpha.Width);
        Assert.Equal(3, new[] { focus.Color, alpha.Color, gamma.Color }.Distinct().Count());
        Assert.Equal(3, new[] { focus.Symbol, alpha.Symbol, gamma.Symbol }.Distinct().Count());
        Assert.Null(Sample.Highlight.Style("Delta"));
    }

    [Fact]
    public void A_focus_outside_the_list_is_lifted_out_too()
    {
        var highlight = new Highlight("Delta", ["Alpha"]);
        Assert.Equal(["Delta", "Alpha"], highlight.All);
        Assert.Equal("circle", highlight.Style("Delta")!.Symbol);
    }
}
