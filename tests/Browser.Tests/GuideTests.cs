using ClusterResearch.TestSupport;
using OpenQA.Selenium;

namespace Browser.Tests;

/// <summary>The guides as pages of the report.</summary>
public sealed class GuideTests(PublishedReport report) : IClassFixture<PublishedReport>
{
    public static TheoryData<string> Guides =>
        [.. Directory.GetFiles(Path.Combine(ProjectFolder.Root, "notebooks", "guides"), "*.md").Select(f => Path.GetFileNameWithoutExtension(f) + ".html").Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Guides))]
    public void A_guide_stands_alone_with_its_pictures_and_is_listed_on_the_first_page(string page)
    {
        var address = report.Address(page);
        // The page that a new browser shows asks for much.
        report.Browser.Navigate().GoToUrl("about:blank");
        report.Requests();
        report.Console();
        report.Browser.Navigate().GoToUrl(address);

        Assert.All(report.Requests(), url => Assert.Matches("^(file:|data:|blob:)", url));
        Assert.Empty(report.Console());
        Assert.Equal("Guide", report.Browser.FindElement(By.CssSelector(".kicker")).Text);
        Assert.All(report.Browser.FindElements(By.CssSelector("article img")), picture =>
        {
            Assert.False(string.IsNullOrWhiteSpace(picture.GetDomAttribute("alt")));
            Assert.True((bool)report.Browser.ExecuteScript("return arguments[0].complete && arguments[0].naturalWidth > 100 && arguments[0].clientWidth <= document.querySelector('article').clientWidth", picture)!);
        });
        Assert.Empty(report.Browser.FindElements(By.CssSelector(".downloads")));

        report.Browser.Navigate().GoToUrl(report.Address("index.html"));
        Assert.Contains(report.Browser.FindElements(By.CssSelector(".guides a")), a => a.GetDomAttribute("href") == page);
        Assert.Contains(page, (string)report.Browser.ExecuteScript("return JSON.stringify(window.clusterSearch.map(function (e) { return e[0]; }))")!, StringComparison.Ordinal);
    }
}
