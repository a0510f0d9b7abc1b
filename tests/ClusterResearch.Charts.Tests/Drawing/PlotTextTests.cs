using ClusterResearch.Charts.Drawing;
using ClusterResearch.Charts.Tests.Support;

namespace ClusterResearch.Charts.Tests.Drawing;

public sealed class PlotTextTests
{
    [Theory]
    [InlineData(SmallStudy.Script, "&lt;script&gt;alert(1)&lt;/script&gt;")]
    [InlineData(SmallStudy.Image, "\"&gt;&lt;img src=x onerror=alert(1)&gt;")]
    [InlineData(SmallStudy.Template, "%&#123;x} &#36;a&#36; &lt;b&gt;&amp;lt;")]
    [InlineData("新乡市", "新乡市")]
    public void Escapes_what_plotly_would_read(string name, string expected) => Assert.Equal(expected, PlotText.Escape(name));

    [Theory]
    [InlineData("Scale", "Scale")]
    [InlineData("Persons employed in urban private firms and self-employed", "Persons employed in<br>urban private firms<br>and self-employed")]
    [InlineData("Averyveryverylongwordthatcannotbebroken", "Averyveryverylongwordthatcannotbebroken")]
    [InlineData("城镇私营和个体从业人员比重（三年平均）", "城镇私营和个体从业人<br>员比重（三年平均）")]
    [InlineData("a < b", "a &lt; b")]
    [InlineData("", "")]
    public void Wraps_evenly(string text, string expected) => Assert.Equal(expected, PlotText.Wrap(text));
}
