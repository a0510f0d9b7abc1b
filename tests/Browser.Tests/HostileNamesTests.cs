using System.Text;
using OpenQA.Selenium;

namespace Browser.Tests;

/// <summary>A study whose names try to become part of the page: they stay text, from the file of cities to the drawn chart.</summary>
public sealed class HostileNamesTests(PublishedReport report) : IClassFixture<PublishedReport>
{
    private const string Image = "\"><img src=x onerror=\"window.hacked=1\">";
    private const string Script = "<script>window.hacked=2</script>";
    private const string Link = "<a href=\"https://example.org\">x</a>";

    [Theory]
    [InlineData("05-1-data-and-indicators.html")]
    [InlineData("05-3-scores.html")]
    [InlineData("06-1-city-comparison.html")]
    public void Names_stay_text(string page)
    {
        var browser = report.Browser;
        browser.Navigate().GoToUrl(report.AddressOf(Hostile, page));
        browser.ExecuteAsyncScript("const done = arguments[0]; window.clusterReport.drawAll().then(() => done());");

        Assert.Null(browser.ExecuteScript("return window.hacked || null"));
        Assert.Empty(browser.FindElements(By.CssSelector("img[src='x'], a[href*='example.org']")));
        Assert.Contains("<script>window.hacked=2</script>", (string)browser.ExecuteScript("return document.body.textContent")!, StringComparison.Ordinal);
        Assert.Equal(browser.FindElements(By.CssSelector("div.plot")).Count, Convert.ToInt32(browser.ExecuteScript("return window.clusterReport.drawn"), null));
    }

    /// <summary>Gives three cities of the study hostile names in both languages.</summary>
    private static void Hostile(string project)
    {
        var cities = Path.Combine(project, "data", "henan", "cities.csv");
        var lines = File.ReadAllLines(cities).Select(line => line.Split(',')[0] switch
        {
            "Xinxiang" => Row("Xinxiang", Image),
            "Luoyang" => Row("Luoyang", Script),
            "Zhengzhou" => Row("Zhengzhou", Link),
            _ => line,
        });
        File.WriteAllText(cities, string.Join('\n', lines) + "\n", new UTF8Encoding(false));
    }

    private static string Row(string key, string name)
    {
        var quoted = $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        return $"{key},{quoted},{quoted},Henan,河南省";
    }
}
