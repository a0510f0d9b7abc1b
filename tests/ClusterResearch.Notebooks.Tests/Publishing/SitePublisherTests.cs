using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ClusterResearch.Findings;
using ClusterResearch.Notebooks.Documents;
using ClusterResearch.Notebooks.Publishing;

namespace ClusterResearch.Notebooks.Tests.Publishing;

public sealed class SitePublisherTests : IDisposable
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(10);

    private readonly string root = Directory.CreateTempSubdirectory("site-").FullName;

    public void Dispose() => Directory.Delete(root, recursive: true);

    private string Publish(SiteInput site, string name = "reports")
    {
        SitePublisher.Publish(site, Path.Combine(root, name));
        return Path.Combine(root, name);
    }

    private string Page(string name, bool singleFile = false) =>
        File.ReadAllText(Path.Combine(Publish(SampleSite.Site(singleFile)), name));

    private static SortedDictionary<string, string> Hashes(string folder) =>
        new(
            Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(
                f => Path.GetRelativePath(folder, f).Replace('\\', '/'),
                f => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(f)))
            ),
            StringComparer.Ordinal
        );

    private static IEnumerable<string> Addresses(string html) =>
        Regex.Matches(html, "\\s(?:href|src)=\"(?<a>[^\"]*)\"", RegexOptions.None, Long).Select(m => m.Groups["a"].Value);

    private static SiteInput With(params Cell[] cells) =>
        SampleSite.Site() with { Notebooks = [SampleSite.Published(new("05-1-x", "notebooks/05-1-x.ipynb", [.. cells]))] };

    [Fact]
    public void Site_has_its_files()
    {
        var files = Hashes(Publish(SampleSite.Site())).Keys;
        string[] expected =
        [
            ".cluster-report", "05-1-data.html", "05-2-weights.html", "assets/plotly.LICENSE.txt", "assets/plotly.min.js", "assets/report.css",
            "assets/report.js", "assets/search-index.js", "downloads/05-1-data.ipynb", "downloads/05-2-weights.ipynb",
            "downloads/05-2-weights/02-weights-under-every-method.csv", "downloads/05-2-weights/02-weights-under-every-method.xlsx",
            "downloads/files/data/henan/panel.csv", "index.html",
        ];
        Assert.Empty(expected.Except(files));
        Assert.DoesNotContain("downloads/files/data/henan/breaks.csv", files);
    }

    [Fact]
    public void Every_relative_link_leads_to_a_file_and_every_anchor_to_an_id()
    {
        var folder = Publish(SampleSite.Site());
        foreach (var page in Directory.EnumerateFiles(folder, "*.html"))
        {
            foreach (var address in Addresses(File.ReadAllText(page)).Where(a => !a.StartsWith("data:", StringComparison.Ordinal)))
            {
                var parts = address.Split('#');
                var target = parts[0].Length == 0 ? page : Path.Combine(folder, Uri.UnescapeDataString(parts[0]));
                Assert.True(File.Exists(target), $"{Path.GetFileName(page)}: {address}");
                if (parts.Length == 2)
                {
                    Assert.Contains($" id=\"{Uri.UnescapeDataString(parts[1])}\"", File.ReadAllText(target), StringComparison.Ordinal);
                }
            }
        }
    }

    [Fact]
    public void Same_input_gives_the_same_bytes_in_every_culture()
    {
        var first = Hashes(Publish(SampleSite.Site(), "a"));
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            Assert.Equal(first, Hashes(Publish(SampleSite.Site(), "b")));
            CultureInfo.CurrentCulture = new CultureInfo("zh-CN");
            Assert.Equal(first, Hashes(Publish(SampleSite.Site(), "c/d")));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void Page_has_language_title_landmarks_contents_and_ways()
    {
        var html = Page("05-1-data.html");
        string[] expected =
        [
            "<html lang=\"en\">", "<title>05-1 Data and indicators · City clusters and local government</title>",
            "<a class=\"skip\" href=\"#main\">", "<main id=\"main\" tabindex=\"-1\">", "role=\"search\"",
            "<nav class=\"contents\" aria-label=\"On this page\">", "<li class=\"level-3\"><a href=\"#coverage\">Coverage</a></li>",
            "<link rel=\"icon\" href=\"data:image/svg+xml,", "href=\"05-2-weights.html\" rel=\"next\"",
            "<details class=\"code\"><summary>Code</summary>", "download=\"05-1-data.ipynb\"",
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
        ];
        Assert.All(expected, part => Assert.Contains(part, html, StringComparison.Ordinal));
        Assert.DoesNotContain("rel=\"prev\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Chapter 05-1", html, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(html, "<h1", RegexOptions.None, Long));
    }

    [Fact]
    public void Ids_of_a_page_differ()
    {
        var ids = Regex.Matches(Page("05-1-data.html"), " id=\"(?<a>[^\"]*)\"", RegexOptions.None, Long).Select(m => m.Groups["a"].Value).ToList();
        Assert.Equal(ids.Distinct(), ids);
    }

    [Fact]
    public void First_page_has_a_card_for_each_notebook_and_lists_figures_and_tables()
    {
        var html = Page("index.html");
        Assert.Contains("<a href=\"05-1-data.html\"><span class=\"chapter\">05-1</span><span class=\"title\">Data and indicators</span></a>", html, StringComparison.Ordinal);
        Assert.Contains("<p>What is measured, from where, and how complete is it? 本章介绍指标与数据来源：", html, StringComparison.Ordinal);
        Assert.Contains("2 notebooks · 5 figures · 2 tables", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"05-1-data.html#05-1-data-wide-1\"><span class=\"kind\">Table 1</span> All indicators of the cities in 2023</a>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_guide_is_a_page_without_a_download_listed_on_the_first_page_and_found_by_the_search()
    {
        var guide = new PublishedNotebook(new("first-steps", "notebooks/guides/first-steps.md", [SampleSite.Prose("guide", "# First steps\n\nBegin here. See [the other](other.md).")]), "", []);
        var other = guide with { Notebook = new("other", "notebooks/guides/other.md", [SampleSite.Prose("guide", "# Other\n\nSee [overview](../05-1-data.ipynb).")]) };

        SitePublisher.Publish(SampleSite.Site() with { Guides = [guide, other] }, Path.Combine(root, "guided"));

        var page = File.ReadAllText(Path.Combine(root, "guided", "first-steps.html"));
        Assert.Contains("<p class=\"kicker\">Guide</p>", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"other.html\">the other</a>", page, StringComparison.Ordinal);
        Assert.Contains("rel=\"next\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("downloads", page, StringComparison.Ordinal);
        var index = File.ReadAllText(Path.Combine(root, "guided", "index.html"));
        Assert.Contains("<li><a href=\"first-steps.html\">First steps</a> <span class=\"summary\">Begin here.</span></li>", index, StringComparison.Ordinal);
        Assert.Contains("2 notebooks", index, StringComparison.Ordinal);
        Assert.Contains("first-steps.html#", File.ReadAllText(Path.Combine(root, "guided", "assets", "search-index.js")), StringComparison.Ordinal);
    }

    [Fact]
    public void Provenance_is_on_every_page()
    {
        foreach (var page in new[] { "index.html", "05-1-data.html", "05-2-weights.html" })
        {
            var html = Page(page);
            Assert.Contains("Commit <code>3f2c9a1d5e</code>, working tree clean.", html, StringComparison.Ordinal);
            Assert.Contains("<li>plotly.js <span class=\"version\">2.28.0</span></li>", html, StringComparison.Ordinal);
            Assert.Contains("<td><a href=\"downloads/files/data/henan/panel.csv\" download=\"panel.csv\">data/henan/panel.csv</a></td>", html, StringComparison.Ordinal);
            Assert.Contains("<td>data/henan/breaks.csv</td><td><code title=\"60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752\">60303ae22b99…</code></td>", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Hostile_names_never_become_markup()
    {
        foreach (var page in new[] { "index.html", "05-1-data.html", "05-2-weights.html", "assets/search-index.js" })
        {
            var html = Page(page);
            Assert.DoesNotContain("<script>alert", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void Hostile_titles_versions_and_file_names_are_escaped_and_never_leave_the_folder()
    {
        var site = SampleSite.Site() with
        {
            Title = SampleSite.Script,
            Subtitle = SampleSite.Image,
            Provenance = new(SampleSite.Image, SampleSite.Script, [(SampleSite.Script, SampleSite.Image)]),
            Notebooks =
            [
                SampleSite.Published(new("x", "notebooks/x.ipynb", [SampleSite.Prose("p", $"# {SampleSite.Image}\n\n{SampleSite.Script}")])) with
                {
                    FilesRead = [new("../../outside.csv", SampleSite.Image) { Content = "x"u8.ToArray() }, new(SampleSite.Script, "00")],
                },
            ],
        };
        var folder = Publish(site);
        foreach (var page in Directory.EnumerateFiles(folder, "*.html"))
        {
            var html = File.ReadAllText(page);
            Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
            Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        }
        Assert.False(File.Exists(Path.Combine(root, "outside.csv")));
        Assert.Empty(Directory.EnumerateFiles(root, "outside.csv", SearchOption.AllDirectories));
    }

    [Fact]
    public void Nothing_is_requested_from_elsewhere()
    {
        foreach (var file in Directory.EnumerateFiles(Publish(SampleSite.Site()), "*", SearchOption.AllDirectories).Where(f => f.EndsWith(".html", StringComparison.Ordinal) || f.EndsWith(".css", StringComparison.Ordinal)))
        {
            Assert.DoesNotMatch("(?:src|href)=\"(?:https?:)?//|url\\(\\s*[\"']?(?:https?:)?//|@import", File.ReadAllText(file));
        }
        Assert.Contains("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'self' file: data: blob:", Page("index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void Single_file_holds_all_it_needs()
    {
        var folder = Publish(SampleSite.Site(singleFile: true));
        Assert.Equal([".cluster-report", "05-1-data.html", "05-2-weights.html", "index.html"], Hashes(folder).Keys);
        var html = File.ReadAllText(Path.Combine(folder, "05-1-data.html"));
        Assert.DoesNotMatch("<(?:script|link|img)[^>]*(?:src|href)=\"(?!data:)", html[..html.IndexOf("plotly.js v2.28.0", StringComparison.Ordinal)]);
        Assert.DoesNotContain(" src=\"assets", html, StringComparison.Ordinal);
        var body = html[html.IndexOf("<body>", StringComparison.Ordinal)..];
        Assert.All(Addresses(body), a => Assert.Matches("^(?:data:|#|[a-z0-9-]+\\.html(?:#.*)?$)", a));
        Assert.Contains("window.clusterSearch = [[\"#", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Normalisation and weights\",\"Entropy", html, StringComparison.Ordinal);
        Assert.DoesNotContain("plotly.js v2.28.0", File.ReadAllText(Path.Combine(folder, "index.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void Page_without_charts_does_not_load_plotly()
    {
        var folder = Publish(With(SampleSite.Prose("p", "# Guide\n\nText.")));
        Assert.DoesNotContain("plotly.min.js", File.ReadAllText(Path.Combine(folder, "05-1-x.html")), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(folder, "assets", "plotly.min.js")));
        Assert.Contains("<p class=\"kicker\">Chapter 05-1</p>", File.ReadAllText(Path.Combine(folder, "05-1-x.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void Search_finds_headings_prose_exhibits_and_Chinese()
    {
        var script = Page("assets/search-index.js");
        Assert.Contains("[\"05-1-data.html#ranking-%E6%8E%92%E5%90%8D\",\"Data and indicators\",\"Ranking 排名\",\"The ranking of the cities", script, StringComparison.Ordinal);
        Assert.Contains("\"Figure 1. Scores by dimension\"", script, StringComparison.Ordinal);
        Assert.Contains("新乡 Xinxiang", script, StringComparison.Ordinal);
        Assert.DoesNotContain("<", script, StringComparison.Ordinal);
    }

    [Fact]
    public void Faults_of_all_cells_come_at_once_and_nothing_is_written()
    {
        Publish(SampleSite.Site());
        var before = Hashes(Path.Combine(root, "reports"));
        var broken = With(
            SampleSite.Prose("a", "# T\n\n$\\foo$"),
            SampleSite.Code("b", "1/0", new CellOutput.Failure("DivideByZeroException", "…", [])),
            SampleSite.Prose("c", "![p](p.png)")
        );
        var fault = Assert.Throws<FindingsException>(() => Publish(broken));
        Assert.Equal(["CR4201", "CR4202", "CR4211"], fault.Findings.Select(f => f.Code.Id).Order(StringComparer.Ordinal));
        Assert.Equal(before, Hashes(Path.Combine(root, "reports")));
    }

    [Theory]
    [InlineData("../evil", "letters, digits, hyphens, underscores and points")]
    [InlineData("a/b", "letters, digits, hyphens, underscores and points")]
    [InlineData(".hidden", "letters, digits, hyphens, underscores and points")]
    [InlineData("Index", "a name that no other notebook has, and not “index”")]
    public void Names_that_would_leave_or_overwrite_are_refused(string id, string expected)
    {
        var site = SampleSite.Site() with { Notebooks = [SampleSite.Published(new(id, $"notebooks/{id}.ipynb", ImmutableArray<Cell>.Empty))] };
        var finding = Assert.Single(Assert.Throws<FindingsException>(() => Publish(site)).Findings);
        Assert.Equal("CR4214 notebook-name", finding.Code.ToString());
        Assert.Equal($"the notebook name “{id}”", finding.Found);
        Assert.Equal(expected, finding.Expected);
    }

    [Fact]
    public void Site_without_notebooks_is_still_a_site() =>
        Assert.Contains("0 notebooks", File.ReadAllText(Path.Combine(Publish(SampleSite.Site() with { Notebooks = [] }), "index.html")), StringComparison.Ordinal);

    [Fact]
    public void Downloads_are_what_was_given()
    {
        var folder = Publish(SampleSite.Site());
        Assert.Equal(SampleSite.First.ExecutedIpynb, File.ReadAllText(Path.Combine(folder, "downloads", "05-1-data.ipynb"), Encoding.UTF8));
        Assert.Contains("'=cmd|", File.ReadAllText(Path.Combine(folder, "downloads", "05-2-weights", "02-weights-under-every-method.csv")), StringComparison.Ordinal);
    }
}
