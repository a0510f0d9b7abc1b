using System.Globalization;
using ClusterResearch.Data;
using ClusterResearch.Rendering;

namespace ClusterResearch.Tests.Rendering;

public sealed class ReadingTests
{
    [Fact]
    public void Numbers_are_written_alike_in_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        var text = Reading.Of($"**{3}** of {17}: {0.51234:F3}, {1234.5}").ToString();
        CultureInfo.CurrentCulture = before;
        Assert.Equal("**3** of 17: 0.512, 1234.5", text);
    }

    [Theory]
    [InlineData("<script>", @"\<script\>")]
    [InlineData("a*b_c`d", @"a\*b\_c\`d")]
    [InlineData("[x](javascript:y)", @"\[x\]\(javascript:y\)")]
    [InlineData("&lt; $x$ ~y~ |z|", @"\&lt; \$x\$ \~y\~ \|z\|")]
    [InlineData("\"><img onerror=x>", "\"\\>\\<img onerror=x\\>")]
    [InlineData("a\n\n# b", @"a  \# b")]
    [InlineData("新乡", "新乡")]
    public void Text_stays_text(string data, string markdown) => Assert.Equal(markdown, Reading.Of($"{data}").Render(MimeType.Markdown));

    [Fact]
    public void Whatever_is_no_number_is_text()
    {
        Assert.Equal(@"\<", Reading.Of($"{'<'}").ToString());
        Assert.Equal(@"City \{ Key = \<b\>, NameEn = n, NameZh = z, Province = p, ProvinceZh = q \}", Reading.Of($"{new City("<b>", "n", "z", "p", "q")}").ToString());
        Assert.Equal("()", Reading.Of($"({null})").ToString());
    }

    [Fact]
    public void A_reading_within_a_reading_keeps_its_marks() => Assert.Equal(@"so **1** \*", Reading.Of($"so {Reading.Of($"**{1}**")} {"*"}").ToString());

    [Fact]
    public void As_plain_text_it_has_no_marks() =>
        Assert.Equal("A_b <c> ranks 3 of 17 (#1).", Reading.Of($"{"A_b <c>"} ranks **{3}** of *17* {"(#1)"}.").Render(MimeType.Text));

    [Fact]
    public void Renders_to_markdown_and_text_only()
    {
        Assert.Equal([MimeType.Markdown, MimeType.Text], Reading.Of($"x").MimeTypes);
        Assert.StartsWith("A reading does not render to text/html.", Assert.Throws<ArgumentException>(() => Reading.Of($"x").Render(MimeType.Html)).Message, StringComparison.Ordinal);
    }
}
