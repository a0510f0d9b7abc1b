using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using ClusterResearch.Charts.Tests.Support;
using ClusterResearch.Data;
using ClusterResearch.Rendering;
using ClusterResearch.Tables;
using Plotly.NET;

namespace ClusterResearch.Charts.Tests;

public sealed partial class FigureTests
{
    public static TheoryData<string> Names => Sample.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Renders_richest_first(string chart)
    {
        var figure = Sample.Charts[chart](Language.English);
        Assert.Equal([MimeType.Figure, MimeType.Plotly, MimeType.Html, MimeType.Text], figure.MimeTypes);
        Assert.Equal($"{figure.Title}\n{figure.AltText}", figure.Render(MimeType.Text));
        var json = JsonDocument.Parse(figure.Render(MimeType.Figure)).RootElement;
        Assert.Equal(["title", "note", "alt", "height", "plot", "table"], json.EnumerateObject().Select(p => p.Name));
        Assert.Equal(figure.Title, json.GetProperty("title").GetString());
        Assert.Equal(figure.Height, json.GetProperty("height").GetInt32());
        Assert.Equal(figure.Height, figure.Layout().GetProperty("height").GetInt32());
        Assert.Equal(figure.Render(MimeType.Plotly), json.GetProperty("plot").GetRawText());
        Assert.Equal(figure.Table.ToCsv(), TableJson.Read(json.GetProperty("table")).ToCsv());
    }

    [Fact]
    public void Refuses_other_types()
    {
        var figure = Sample.Charts["ranking"](Language.English);
        Assert.Equal("A figure does not render to image/png. (Parameter 'mimeType')", Assert.Throws<ArgumentException>(() => figure.Render("image/png")).Message);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Has_words_and_a_table(string chart)
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            var figure = Sample.Charts[chart](language);
            Assert.NotEmpty(figure.Title);
            Assert.NotEmpty(figure.Note);
            Assert.EndsWith(language == Language.Chinese ? "。" : ".", figure.AltText, StringComparison.Ordinal);
            Assert.NotEmpty(figure.Table.Rows);
        }
    }

    /// <summary>Plotly reads HTML in texts: only tags that charts themselves write may stand there.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Names_from_data_stay_text(string chart)
    {
        var texts = Sample.Texts(Sample.Charts[chart](Language.English).Plot()).ToArray();
        Assert.All(texts.SelectMany(t => Tag().Matches(t).Select(m => m.Value)),
            tag => Assert.Matches("^(</?b>|<br>|</?extra>|</span>|<span style=\"color:#[0-9a-f]{6}\">)$", tag));
        Assert.DoesNotContain(texts, t => t.Contains("$a$", StringComparison.Ordinal));
        var template = Sample.Study.Panel("panel").Cities[4];
        Assert.DoesNotContain(texts, t => t.Contains("%{x} $", StringComparison.Ordinal) && t.Contains(template.NameEn, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Html_escapes_names_and_cannot_be_left(string chart)
    {
        var html = Sample.Charts[chart](Language.English).Render(MimeType.Html);
        Assert.Single(OpenScript().Matches(html));
        Assert.Single(CloseScript().Matches(html));
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.DoesNotContain("http", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Html_has_plot_table_and_a_fixed_id()
    {
        var html = Sample.Charts["ranking"](Language.English).Render(MimeType.Html);
        Assert.Equal(html, Sample.Charts["ranking"](Language.English).Render(MimeType.Html));
        Assert.Matches("^<figure id=\"figure-[0-9a-f]{12}\"", html);
        Assert.NotEqual(html[..40], Sample.Charts["ranking"](Language.Chinese).Render(MimeType.Html)[..40]);
        Assert.Contains("role=\"img\" aria-label=\"Bar chart of 5 cities in 2005", html, StringComparison.Ordinal);
        Assert.Contains("<summary>Table</summary><table><caption>Performance, 2005</caption>", html, StringComparison.Ordinal);
        Assert.Contains("if (window.Plotly)", html, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Same_bytes_in_every_culture(string chart)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            var renderings = new[] { "", "de-DE", "zh-CN" }.Select(culture =>
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                var figure = Sample.Charts[chart](Language.Chinese);
                return figure.Render(MimeType.Figure) + figure.Render(MimeType.Html);
            }).Distinct();
            Assert.Single(renderings);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Sets_no_colour_of_text_or_paper_that_the_page_should_set(string chart)
    {
        var layout = Sample.Charts[chart](Language.English).Layout();
        Assert.False(layout.TryGetProperty("font", out _));
        Assert.False(layout.TryGetProperty("paper_bgcolor", out _));
        Assert.False(layout.TryGetProperty("plot_bgcolor", out _));
        Assert.False(layout.TryGetProperty("title", out _));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Plot_is_a_Plotly_NET_chart_with_the_same_content(string chart)
    {
        var figure = Sample.Charts[chart](Language.English);
        var json = JsonDocument.Parse(GenericChart.toFigureJson(figure.Plot)).RootElement;
        Assert.True(JsonElement.DeepEquals(figure.Plot().GetProperty("data"), json.GetProperty("data")));
        Assert.True(JsonElement.DeepEquals(figure.Layout(), json.GetProperty("layout")));
    }

    [Fact]
    public void Plotly_NET_goes_on_with_a_plot()
    {
        var figure = Sample.Charts["ranking"](Language.English);
        var changed = Plotly.NET.CSharp.GenericChartExtensions.WithXAxisStyle<double, double, string>(figure.Plot, TitleText: "Points");
        var again = Figure.Of(changed, "My ranking", "Bars.", figure.Table, "A note.", height: 300);
        Assert.Equal("Points", again.Title("xaxis"));
        Assert.Equal(figure.Layout().GetProperty("xaxis").GetProperty("range").Numbers(), again.Layout().GetProperty("xaxis").GetProperty("range").Numbers());
        Assert.Equal(("My ranking", "Bars.", "A note.", 300), (again.Title, again.AltText, again.Note, again.Height));
        Assert.Equal(figure.Traces().Length, again.Traces().Length);
    }

    [GeneratedRegex("<[^>]*>?", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tag();

    [GeneratedRegex("<script", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OpenScript();

    [GeneratedRegex("</script", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CloseScript();
}
