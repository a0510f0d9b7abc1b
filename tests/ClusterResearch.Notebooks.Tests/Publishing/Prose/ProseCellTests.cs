using System.Collections.Frozen;
using ClusterResearch.Notebooks.Publishing.Prose;

namespace ClusterResearch.Notebooks.Tests.Publishing.Prose;

public class ProseCellTests
{
    private readonly ProseContext context = new(new[] { "05-2-weights" }.ToFrozenSet());

    private string Render(string markdown) => ProseCell.Render(markdown, new("notebooks/x.ipynb", 4), context).ToString();

    [Theory]
    [InlineData("<script>alert(1)</script>", "&lt;script&gt;")]
    [InlineData("a <img src=x onerror=alert(1)> b", "&lt;img src=x onerror=alert(1)&gt;")]
    [InlineData("<div onclick=\"x\">\nblock\n</div>", "&lt;div onclick=&quot;x&quot;&gt;")]
    [InlineData("<b onclick=x>b</b>", "&lt;b onclick=x&gt;")]
    [InlineData("`<i>`", "<code>&lt;i&gt;</code>")]
    public void Html_that_is_not_safe_stays_text(string markdown, string expected)
    {
        var html = Render(markdown);
        Assert.Contains(expected, html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<div", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Safe_tags_and_comments() =>
        Assert.Equal("<p>H<sub>2</sub>O <b>x</b><br> </p>\n", Render("H<sub>2</sub>O <b>x</b><br> <!-- no -->"));

    [Theory]
    [InlineData("[w](05-2-weights.ipynb)", "<a href=\"05-2-weights.html\">w</a>")]
    [InlineData("[w](./05-2-weights.ipynb#entropy)", "<a href=\"05-2-weights.html#entropy\">w</a>")]
    [InlineData("[w](09-9-missing.ipynb)", "<p>w</p>")]
    [InlineData("[w](../data/secret.csv)", "<p>w</p>")]
    [InlineData("[w](javascript:alert(1))", "<p>w</p>")]
    [InlineData("[w](JavaScript:alert(1))", "<p>w</p>")]
    [InlineData("[w](data:text/html,x)", "<p>w</p>")]
    [InlineData("[w](#here)", "<a href=\"#here\">w</a>")]
    [InlineData("[w](https://example.org/?a=1&b=\"2)", "href=\"https://example.org/?a=1&amp;b=&quot;2\" rel=\"external noreferrer\"")]
    [InlineData("<javascript:alert(1)>", "<p>javascript:alert(1)</p>")]
    [InlineData("<https://example.org>", "<a href=\"https://example.org\" rel=\"external noreferrer\">https://example.org</a>")]
    public void Links_lead_to_pages_of_the_site_and_to_the_web(string markdown, string expected) =>
        Assert.Contains(expected, Render(markdown), StringComparison.Ordinal);

    [Fact]
    public void Headings_get_anchors_that_differ_also_between_cells()
    {
        Assert.Contains("<h2 id=\"entropy-weights\">", Render("## Entropy *weights*"), StringComparison.Ordinal);
        Assert.Contains("<h2 id=\"entropy-weights-2\">", Render("## Entropy weights"), StringComparison.Ordinal);
        Assert.Contains("<h2 id=\"排名\">", Render("## 排名"), StringComparison.Ordinal);
        Assert.Equal([new(2, "entropy-weights", "Entropy weights"), new(2, "entropy-weights-2", "Entropy weights"), new(2, "排名", "排名")], context.Headings);
    }

    [Fact]
    public void Footnotes_are_numbered_through_the_page()
    {
        var first = Render("a[^x]\n\n[^x]: First.");
        Assert.Contains("<sup class=\"note-sign\"><a id=\"note-1-use-1\" href=\"#note-1\" aria-label=\"Note 1\">1</a></sup>", first, StringComparison.Ordinal);
        var second = Render("b[^x] and again[^x]\n\n[^x]: Second.");
        Assert.Contains("<ol class=\"notes\" start=\"2\"><li id=\"note-2\">", second, StringComparison.Ordinal);
        Assert.Contains("id=\"note-2-use-2\"", second, StringComparison.Ordinal);
        Assert.Contains("href=\"#note-2-use-2\"", second, StringComparison.Ordinal);
    }

    [Fact]
    public void Pipe_tables_scroll_inside_themselves() =>
        Assert.Matches("(?s)<div class=\"scroll\"[^>]*>\\s*<table>.*<td style=\"text-align: right;\">1</td>.*</table>\\s*</div>", Render("| a | b |\n|---|---:|\n| x | 1 |"));

    [Theory]
    [InlineData("From $5 to $6.", "<p>From $5 to $6.</p>\n")]
    [InlineData("It cost $5.", "<p>It cost $5.</p>\n")]
    [InlineData("\\$x\\$", "<p>$x$</p>\n")]
    [InlineData("`$x$`", "<p><code>$x$</code></p>\n")]
    public void Dollars_that_are_money_or_escaped_or_code_stay(string markdown, string expected) => Assert.Equal(expected, Render(markdown));

    [Theory]
    [InlineData("$$x\n+ y$$")]
    [InlineData("$$\nx\n+ y\n$$")]
    [InlineData("$$ x\n+ y\n$$")]
    [InlineData("> $$x + y$$")]
    [InlineData("Text\n$$x + y$$\nmore")]
    [InlineData("Text $$x + y$$ more")]
    [InlineData("Text $x +\ny$ more")]
    public void Formulas_may_run_over_lines(string markdown)
    {
        var html = Render(markdown);
        Assert.Contains("<mrow><mi>x</mi><mo>+</mo><mi>y</mi></mrow>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("$", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<li", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<div", html, StringComparison.Ordinal);
        Assert.Empty(context.Findings);
    }

    [Theory]
    [InlineData("a\n\n$$x + y\n\nnever", "notebooks/x.ipynb:3:1")]
    [InlineData("a $$x + y", "notebooks/x.ipynb:1:3")]
    public void Formula_that_is_never_closed_is_a_finding(string markdown, string at)
    {
        Render(markdown);
        Assert.Equal(
            $"CR4203 open-formula  {at}\n  found:    $$ that opens a formula in cell 4 and is never closed\n"
                + "  expected: $$ before a formula at the start of a line and after it at the end of one\n"
                + "  way out:  close the formula, or write \\$ for a dollar sign",
            Assert.Single(context.Findings).ToString()
        );
    }

    [Fact]
    public void Fault_in_a_formula_of_a_second_line_names_that_line()
    {
        Render("First line\nwith $\\foo$ in it");
        Assert.Equal("notebooks/x.ipynb:2:7", Assert.Single(context.Findings).Place);
    }

    [Fact]
    public void Formula_with_an_unknown_command_is_a_finding_with_cell_line_and_column()
    {
        Render("Text.\n\nInline $x + \\foo$ here.\n\n$$\na \\\\\n$$\n");
        Assert.Equal(2, context.Findings.Count);
        var finding = context.Findings[0];
        Assert.Equal("CR4201 formula", finding.Code.ToString());
        Assert.Equal("notebooks/x.ipynb:3:13", finding.Place);
        Assert.Equal(@"\foo in a formula of cell 4", finding.Found);
        Assert.StartsWith("one of the commands that pages can show: ", finding.Expected, StringComparison.Ordinal);
        Assert.Equal("notebooks/x.ipynb:6:3", context.Findings[1].Place);
        Assert.Equal(@"\\ in a formula of cell 4", context.Findings[1].Found);
    }

    [Fact]
    public void Picture_from_elsewhere_is_a_finding_and_an_embedded_one_is_kept()
    {
        Assert.Contains("<img src=\"data:image/png;base64,AAAA\" alt=\"a &lt;plot&gt;\">", Render("![a &lt;plot&gt;](data:image/png;base64,AAAA)"), StringComparison.Ordinal);
        Render("x\n\n![p](https://example.org/p.png)");
        var finding = Assert.Single(context.Findings);
        Assert.Equal(
            "CR4202 picture  notebooks/x.ipynb:3:1\n  found:    a picture from “https://example.org/p.png” in cell 4\n"
                + "  expected: a picture that is part of the notebook\n  way out:  draw it in a cell, or embed it as data:image/png;base64,…",
            finding.ToString()
        );
    }

    [Fact]
    public void Words_and_lead_serve_search_and_cards()
    {
        Render("# Title\n\nFirst *paragraph* with `code`.\n\nSecond.\n\n## Part\n\n- item");
        Assert.Equal("First paragraph with code.", context.Lead);
        Assert.Equal(["", "title", "part"], context.Sections.Select(s => s.Anchor));
        Assert.Equal(["First paragraph with code.", "Second."], context.Sections[1].Words);
        Assert.Equal(["item"], context.Sections[2].Words);
    }
}
