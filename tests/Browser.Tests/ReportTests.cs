using System.Text.Json;
using Deque.AxeCore.Commons;
using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;

namespace Browser.Tests;

/// <summary>Every published page, opened from disk with the network off, as a reader would.</summary>
public sealed class ReportTests(PublishedReport report) : IClassFixture<PublishedReport>
{
    private ChromeDriver Browser => report.Browser;

    public static TheoryData<string> Pages => PublishedReport.Pages;

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_asks_for_nothing_outside_its_folder_and_says_nothing_on_the_console(string page)
    {
        Open(page);

        Assert.All(report.Requests(), url => Assert.Matches("^(file:|data:|blob:)", url));
        Assert.Empty(report.Console());
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_chart_is_drawn(string page)
    {
        Open(page);

        var charts = Browser.FindElements(By.CssSelector("div.plot"));

        Assert.Equal(charts.Count, Number("return window.clusterReport.drawn || 0"));
        Assert.All(charts, chart => Assert.NotEmpty(chart.FindElements(By.CssSelector("svg.main-svg, canvas"))));
        Assert.All(charts, chart => Assert.False(string.IsNullOrWhiteSpace(chart.GetDomAttribute("aria-label"))));
        Assert.True(page == "index.html" || charts.Count > 0, "A notebook without a chart.");
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_contents_lead_to_places_that_exist(string page)
    {
        Open(page);

        var targets = Browser.FindElements(By.CssSelector("nav.contents a")).Select(a => a.GetDomAttribute("href")!).ToList();

        Assert.True(page == "index.html" || targets.Count > 2, "A page without contents.");
        Assert.All(targets, target => Assert.True(Truth("return document.getElementById(decodeURIComponent(arguments[0].slice(1))) !== null", target), target));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_within_the_report_lead_to_files_that_exist(string page)
    {
        Open(page);

        var links = (IReadOnlyCollection<object>)Script("return Array.from(document.querySelectorAll('a[href]')).map(function (a) { return a.href; })")!;

        Assert.All(
            links.Cast<string>().Where(l => l.StartsWith("file:", StringComparison.Ordinal)),
            link => Assert.True(File.Exists(new Uri(link).LocalPath), link));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Code_is_folded_until_asked_for(string page)
    {
        Open(page);
        var folds = Browser.FindElements(By.CssSelector("details.code"));
        Assert.All(folds, fold => Assert.Null(fold.GetDomAttribute("open")));
        if (folds.Count == 0)
        {
            return;
        }

        Browser.FindElement(By.Id("code-switch")).Click();

        Assert.All(folds, fold => Assert.NotNull(fold.GetDomAttribute("open")));
        Script("localStorage.clear()");
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_fits_a_phone(string page)
    {
        Open(page, width: 400);

        Assert.InRange(Number("return document.documentElement.scrollWidth"), 0, 400);
        Assert.Empty(report.Console());
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_can_be_dark(string page)
    {
        Emulate("prefers-color-scheme", "dark");
        try
        {
            Open(page);
            var background = (string)Script("return getComputedStyle(document.body).backgroundColor")!;
            var channels = background.Split('(', ',', ')').Skip(1).Take(3).Select(c => int.Parse(c, System.Globalization.CultureInfo.InvariantCulture));
            Assert.All(channels, channel => Assert.InRange(channel, 0, 60));
            Assert.Empty(Serious());
        }
        finally
        {
            Emulate("prefers-color-scheme", "light");
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Axe_finds_nothing_serious(string page)
    {
        Open(page);

        Assert.Empty(Serious());
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_works_as_a_single_file(string page)
    {
        report.Requests();
        report.Console();
        Browser.Navigate().GoToUrl(report.Address(page, singleFile: true));
        DrawAll();

        Assert.Equal(Browser.FindElements(By.CssSelector("div.plot")).Count, Number("return window.clusterReport.drawn || 0"));
        Assert.Single(report.Requests(), url => url.StartsWith("file:", StringComparison.Ordinal));
        Assert.Empty(report.Console());
    }

    [Fact]
    public void The_table_behind_a_chart_opens()
    {
        Open("05-3-scores.html");
        var button = Browser.FindElement(By.CssSelector(".tools button[aria-controls][aria-expanded]"));
        var table = Browser.FindElement(By.Id(button.GetDomAttribute("aria-controls")!));
        Assert.False(table.Displayed);

        Script("arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })", button);
        button.Click();

        Assert.True(table.Displayed);
        Assert.NotEmpty(table.FindElements(By.CssSelector("tbody tr")));
    }

    [Theory]
    [InlineData("entropy")]
    [InlineData("洛阳")]
    public void Search_finds_words_of_both_languages(string word)
    {
        Open("index.html");

        Browser.FindElement(By.Id("search-field")).SendKeys(word);

        Assert.NotEmpty(Browser.FindElements(By.CssSelector("#search-results a")));
    }

    private void Open(string page, int width = 1280)
    {
        var metrics = new Dictionary<string, object?> { ["width"] = width, ["height"] = 900, ["deviceScaleFactor"] = 1, ["mobile"] = width < 600 };
        Browser.ExecuteCdpCommand("Emulation.setDeviceMetricsOverride", metrics);
        report.Requests();
        report.Console();
        Browser.Navigate().GoToUrl(report.Address(page));
        DrawAll();
    }

    private void DrawAll() =>
        Browser.ExecuteAsyncScript("const done = arguments[0]; const r = window.clusterReport; (r.drawAll ? r.drawAll() : Promise.resolve()).then(() => done());");

    private void Emulate(string feature, string value) =>
        Browser.ExecuteCdpCommand("Emulation.setEmulatedMedia", new Dictionary<string, object?>
        {
            ["features"] = new[] { new Dictionary<string, object> { ["name"] = feature, ["value"] = value } },
        });

    private List<string> Serious()
    {
        Script(new BundledAxeScriptProvider().GetScript());
        var json = (string)Browser.ExecuteAsyncScript(
            "const done = arguments[0]; axe.run(document, { resultTypes: ['violations'] }).then(r => done(JSON.stringify(r.violations)));")!;
        return [.. JsonDocument.Parse(json).RootElement.EnumerateArray()
            .Where(v => v.GetProperty("impact").GetString() is "serious" or "critical")
            .Select(v => $"{v.GetProperty("id")}: {v.GetProperty("nodes")[0].GetProperty("html")} {v.GetProperty("nodes")[0].GetProperty("failureSummary")}")];
    }

    private object? Script(string script, params object[] arguments) => Browser.ExecuteScript(script, arguments);

    private long Number(string script) => Convert.ToInt64(Script(script), System.Globalization.CultureInfo.InvariantCulture);

    private bool Truth(string script, params object[] arguments) => (bool)Script(script, arguments)!;
}
