using ClusterResearch.Charts.Drawing;
using ClusterResearch.Charts.Tests.Support;

namespace ClusterResearch.Charts.Tests.Drawing;

public sealed class PaletteTests
{
    [Fact]
    public void Every_sign_is_seen_on_white_and_on_dark_paper()
    {
        string[] colors = [Palette.Focus.Color, .. Palette.Others.Select(o => o.Color), Palette.Grey, Palette.Above, Palette.Below];
        Assert.All(colors, c => Assert.True(Palette.Contrast(c, "#ffffff") >= 3, c));
        Assert.All(colors, c => Assert.True(Palette.Contrast(c, "#14171a") >= 3, c));
    }

    [Fact]
    public void Contrast_is_that_of_the_guidelines()
    {
        Assert.Equal(21, Palette.Contrast("#000000", "#ffffff"), 6);
        Assert.Equal(4.54, Palette.Contrast("#767676", "#ffffff"), 2); // the known least grey for small text
    }

    [Fact]
    public void Dimensions_share_a_hue_with_their_branch_and_differ_in_lightness()
    {
        var colors = Palette.OfDimensions(Sample.Result.Tree);
        Assert.Equal(["FIS", "MKT", "SCA"], colors.Keys);
        Assert.Equal("#0b5c92", colors["FIS"]);
        Assert.Equal("#86bfe6", colors["MKT"]);
        Assert.Equal(3, colors.Values.Distinct().Count());
    }

    [Fact]
    public void Text_on_a_dimension_is_legible() =>
        Assert.All(Palette.OfDimensions(Sample.Result.Tree).Values, c => Assert.True(Palette.Contrast(c, Palette.TextOn(c)) >= 4.5, c));
}
