using System.Collections.Frozen;
using ClusterResearch.Notebooks.Documents;
using ClusterResearch.Notebooks.Publishing.Outputs;
using ClusterResearch.Notebooks.Publishing.Prose;
using ClusterResearch.Rendering;
using ClusterResearch.Tables;

namespace ClusterResearch.Notebooks.Tests.Publishing.Outputs;

public class OutputHtmlTests
{
    private readonly ProseContext prose = new(FrozenSet<string>.Empty);
    private readonly OutputHtml outputs;

    public OutputHtmlTests() => outputs = new("05-1-x", prose, new Exports("downloads/05-1-x", inside: false));

    private string Render(params CellOutput[] given) =>
        outputs.Render(SampleSite.Code("ranks", "x", given), new("notebooks/x.ipynb", 2)).ToString();

    private static Table Hostile() =>
        new(
            $"T {SampleSite.Script}",
            [Column.Text("c", $"City {SampleSite.Image}"), Column.Number("n", "N", 1, "<u>")],
            [[SampleSite.Script, 1.25], [SampleSite.Image, null], ["=1+1", -0.04]],
            [SampleSite.Image]
        );

    [Fact]
    public void Table_shows_rounded_and_sorts_unrounded_numbers()
    {
        var html = Render(SampleSite.Shown(new Table("T", [Column.Text("c", "City"), Column.Number("n", "N", 1, "km")], [["a", 12345.67], ["b", -0.26], ["c", null]])));
        Assert.Contains("<figure class=\"exhibit table\" id=\"05-1-x-ranks-1\">", html, StringComparison.Ordinal);
        Assert.Contains("<figcaption id=\"05-1-x-ranks-1-caption\"><b>Table 1.</b> T</figcaption>", html, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"col\" class=\"number\">N <span class=\"unit\">(km)</span></th>", html, StringComparison.Ordinal);
        Assert.Contains("<td class=\"number\" data-value=\"12345.67\">12\u202f345.7</td>", html, StringComparison.Ordinal);
        Assert.Contains("<td class=\"number\" data-value=\"-0.26\">−0.3</td>", html, StringComparison.Ordinal);
        Assert.Contains("<tr><th scope=\"row\">c</th><td class=\"number\">–</td></tr>", html, StringComparison.Ordinal);
        Assert.Contains("href=\"downloads/05-1-x/01-t.csv\" download=\"01-t.csv\" aria-label=\"CSV: T\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Long_texts_get_room_and_names_of_a_tree_hang()
    {
        var columns = new[] { "a", "b", "c", "d" }.Select(k => Column.Text(k, k));
        var html = Render(SampleSite.Shown(new Table("T", columns, [["x", "\u2003\u2003Loans", new string('l', 41), new string('m', 101)]])));
        Assert.Contains("<td class=\"deep-2\">\u2003\u2003Loans</td>", html, StringComparison.Ordinal);
        Assert.Contains("<td class=\"long\">lll", html, StringComparison.Ordinal);
        Assert.Contains("<td class=\"longer\">mmm", html, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"col\">d</th>", Render(SampleSite.Shown(new Table("Empty", columns, []))), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_from_a_table_becomes_markup()
    {
        var html = Render(SampleSite.Shown(Hostile()));
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<u>", html, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"row\">&lt;script&gt;alert(1)&lt;/script&gt;</th>", html, StringComparison.Ordinal);
    }

    /// <summary>
    /// Plotly draws labels as SVG text: it knows a few tags (b, i, br, sup, sub, a) and drops or shows all others, so a city
    /// called like a script is drawn as these characters. What must hold here: the JSON cannot leave its script element.
    /// </summary>
    [Fact]
    public void Nothing_from_a_figure_becomes_markup()
    {
        var data = new object[] { new { type = "bar", x = new[] { "</script><script>alert(3)</script>", "<!--" }, y = new[] { 1, 2 } } };
        var html = Render(SampleSite.Figure($"T {SampleSite.Image}", SampleSite.Script, SampleSite.Image, data, new { }, Hostile()));
        var parts = html.Split("<script");
        Assert.Equal(2, parts.Length);
        var json = parts[1][(parts[1].IndexOf('>', StringComparison.Ordinal) + 1)..parts[1].IndexOf("</script>", StringComparison.Ordinal)];
        Assert.DoesNotContain("<", json, StringComparison.Ordinal);
        Assert.Contains("\\u003c/script>\\u003cscript>alert(3)\\u003c/script>", json, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.Contains("aria-label=\"&quot;&gt;&lt;img src=x onerror=alert(2)&gt;\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Figure_has_fixed_id_description_height_data_and_the_table_behind_it()
    {
        var data = new object[] { new { type = "bar", x = new[] { 1 }, y = new[] { 2 } } };
        var figure = SampleSite.Figure("Scores", "Equal weights.", "Bars falling.", data, new { }, new Table("Behind", [Column.Text("c", "City")], [["a"]]), 500);
        var html = Render(figure, figure);
        Assert.Contains("<div class=\"plot\" id=\"05-1-x-ranks-1-plot\" role=\"img\" aria-label=\"Bars falling.\" style=\"height:500px\" data-title=\"Scores\"></div>", html, StringComparison.Ordinal);
        Assert.Contains("<script type=\"application/json\" id=\"05-1-x-ranks-1-data\">{\"data\":[{\"type\":\"bar\",\"x\":[1],\"y\":[2]}],\"layout\":{}}</script>", html, StringComparison.Ordinal);
        Assert.Contains("<figcaption><b>Figure 1.</b> Scores. <span class=\"note\">Equal weights.</span></figcaption>", html, StringComparison.Ordinal);
        Assert.Contains("aria-expanded=\"false\" aria-controls=\"05-1-x-ranks-1-behind\"", html, StringComparison.Ordinal);
        Assert.Contains("<div class=\"behind\" id=\"05-1-x-ranks-1-behind\" hidden>", html, StringComparison.Ordinal);
        Assert.Contains("<b>Figure 2.</b>", html, StringComparison.Ordinal);
        Assert.Contains("id=\"05-1-x-ranks-2-plot\"", html, StringComparison.Ordinal);
        Assert.Equal(["Figure", "Figure"], outputs.Exhibits.Select(e => e.Kind));
        Assert.DoesNotContain("not used", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Bare_plot_is_drawn_too()
    {
        var html = Render(SampleSite.Display((MimeType.Plotly, "{\"data\":[],\"layout\":{\"height\":333.0}}"), (MimeType.Html, "<p>x"), (MimeType.Text, "My chart")));
        Assert.Contains("role=\"img\" aria-label=\"My chart\" style=\"height:333px\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<p>x", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_are_escaped_and_lose_terminal_colours() =>
        Assert.Equal(
            "<pre class=\"stdout\">a &lt;b&gt; c</pre><pre class=\"stderr\">warn</pre><pre class=\"result\">{ &lt;x&gt; }</pre>",
            Render(new CellOutput.Text("stdout", "a <b> \u001b[31mc\u001b[0m\n"), new CellOutput.Text("stderr", "warn"), SampleSite.Display((MimeType.Text, "{ <x> }")))
        );

    [Fact]
    public void Computed_sentence_is_prose() =>
        Assert.Contains("<div class=\"reading\"><p><strong>郑州</strong> has 0.713.", Render(SampleSite.Shown(Reading.Of($"**{"郑州"}** has {0.713:F3}."))), StringComparison.Ordinal);

    [Fact]
    public void Hostile_name_in_a_computed_sentence_stays_text() =>
        Assert.DoesNotMatch("<(script|img)", Render(SampleSite.Shown(Reading.Of($"{SampleSite.Script} and {SampleSite.Image}"))));

    [Fact]
    public void Own_html_of_an_author_is_kept() =>
        Assert.Equal("<div class=\"own\"><button onclick=\"f()\">x</button></div>\n", Render(SampleSite.Display((MimeType.Html, "<button onclick=\"f()\">x</button>"), (MimeType.Text, "x"))));

    [Theory]
    [InlineData("<img src=\"https://example.org/a.png\">", "https://example.org/a.png")]
    [InlineData("<script src='//cdn.example.org/x.js'></script>", "//cdn.example.org/x.js")]
    [InlineData("<link rel=stylesheet href=http://example.org/x.css>", "http://example.org/x.css")]
    [InlineData("<div style=\"background:url(https://example.org/b.png)\">", "https://example.org/b.png")]
    [InlineData("<script>fetch('https://example.org/d')</script>", "https://example.org/d")]
    public void Own_html_that_needs_the_network_is_a_finding(string html, string address)
    {
        Render(SampleSite.Display((MimeType.Html, html)));
        var finding = Assert.Single(prose.Findings);
        Assert.Equal(
            $"CR4213 external-request  notebooks/x.ipynb\n  found:    HTML in cell 2 that loads “{address}”\n  expected: pages that need no network\n  way out:  put what is loaded into the HTML itself",
            finding.ToString()
        );
    }

    [Fact]
    public void Link_in_own_html_is_no_request()
    {
        Render(SampleSite.Display((MimeType.Html, "<a href=\"https://example.org\">x</a>")));
        Assert.Empty(prose.Findings);
    }

    [Fact]
    public void Failed_cell_is_a_finding()
    {
        Render(new CellOutput.Failure("DivideByZeroException", "Attempted to divide by zero.", []));
        Assert.Equal(
            "CR4211 failed-cell  notebooks/x.ipynb\n  found:    DivideByZeroException in cell 2: Attempted to divide by zero.\n  expected: cells that ran to their end\n  way out:  mend the cell and run the notebook again; nothing was written",
            Assert.Single(prose.Findings).ToString()
        );
    }

    [Theory]
    [InlineData(MimeType.Figure, "{")]
    [InlineData(MimeType.Figure, "{\"title\":\"x\"}")]
    [InlineData(MimeType.Table, "{\"title\":\"x\"}")]
    [InlineData(MimeType.Table, "[]")]
    [InlineData(MimeType.Plotly, "nonsense")]
    public void Broken_output_is_a_finding(string mimeType, string json)
    {
        Render(SampleSite.Display((mimeType, json)));
        var finding = Assert.Single(prose.Findings);
        Assert.Equal("CR4212 broken-output", finding.Code.ToString());
        Assert.StartsWith($"{mimeType} in cell 2 that cannot be read: ", finding.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void Pictures_go_into_the_page()
    {
        var html = Render(SampleSite.Display(("image/png", "AA\nAA"), (MimeType.Text, "Map <1>")), SampleSite.Display(("image/svg+xml", "<svg onload=alert(1)>")));
        Assert.Equal("<img src=\"data:image/png;base64,AAAA\" alt=\"Map &lt;1&gt;\"><img src=\"data:image/svg+xml,%3Csvg%20onload%3Dalert%281%29%3E\" alt=\"Picture\">", html);
    }

    [Fact]
    public void Unknown_form_says_so() =>
        Assert.Contains("No form that a page can show: application/x-new", Render(SampleSite.Display(("application/x-new", "?"))), StringComparison.Ordinal);
}
