using System.Net;
using System.Text.RegularExpressions;
using ClusterResearch.Notebooks.Publishing.Code;

namespace ClusterResearch.Notebooks.Tests.Publishing.Code;

public class CodeHtmlTests
{
    [Theory]
    [InlineData("var x = 1;", "<span class=\"c-keyword\">var</span> x = <span class=\"c-number\">1</span>;")]
    [InlineData("// a < b", "<span class=\"c-comment\">// a &lt; b</span>")]
    [InlineData("\"<b>\"", "<span class=\"c-string\">&quot;&lt;b&gt;&quot;</span>")]
    [InlineData("await f();", "<span class=\"c-keyword\">await</span> f();")]
    [InlineData("var from = 2; from.ToString();", " from = ")]
    [InlineData("Study.Open(x)", "<span class=\"c-type\">Study</span>.Open(x)")]
    [InlineData("List<double> a;", "<span class=\"c-type\">List</span>&lt;<span class=\"c-keyword\">double</span>&gt; a;")]
    [InlineData("var y = r with { A = 1 };", "r <span class=\"c-keyword\">with</span> {")]
    [InlineData("#!import \"setup.csx\"\nx", "<span class=\"c-directive\">#!import &quot;setup.csx&quot;</span>\nx")]
    [InlineData("#r \"a.dll\"", "<span class=\"c-directive\">#r &quot;a.dll&quot;</span>")]
    [InlineData("$\"{x:F2} km\"", "</span>{x:<span class=\"c-string\">F2</span>}")]
    public void Colours(string code, string expected) =>
        Assert.Contains(expected, CodeHtml.Render(code).ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData("var x = 1;\r\n\n  foo(x)   // end")]
    [InlineData("#!time\nrecord R(int A);\nR r = new(1)\nr")]
    [InlineData("this is } not C# \" at all <script>\n#nonsense\n\t@@")]
    [InlineData("\"\"\"\n raw {x}\n \"\"\" + $$\"\"\"{{1}}\"\"\"")]
    [InlineData("#if no\nhidden\n#endif\nvar 城市 = '好';")]
    [InlineData("")]
    public void No_character_is_lost_whatever_the_code(string code)
    {
        var text = Regex.Replace(CodeHtml.Render(code).ToString(), "<[^>]*>", "", RegexOptions.None, TimeSpan.FromSeconds(5));
        Assert.Equal(code, WebUtility.HtmlDecode(text));
    }
}
