using System.Diagnostics;
using OpenQA.Selenium;

namespace Browser.Tests;

/// <summary>A notebook on the classic page of Jupyter, as a reader would use it.</summary>
public sealed class JupyterPageTests
{
    [Fact]
    public void A_notebook_runs_draws_its_charts_and_can_be_interrupted()
    {
        using var page = new JupyterPage();
        page.Open("06-1-city-comparison");
        page.Browser.ExecuteScript("document.querySelector('#run_all_cells a').click()");

        page.Wait("return !Jupyter.notebook.kernel_busy && Jupyter.notebook.get_cells().filter(c => c.cell_type === 'code').every(c => c.input_prompt_number > 0)");
        Assert.Empty(page.Browser.FindElements(By.CssSelector(".output_error")));
        page.Wait("return document.querySelectorAll('figure svg.main-svg').length > 0");
        var charts = page.Browser.FindElements(By.CssSelector(".output_html figure"));
        Assert.NotEmpty(charts);
        Assert.All(charts, c => Assert.NotEmpty(c.FindElements(By.CssSelector("div[role=img] svg.main-svg"))));

        page.TypeAtEnd("index.", Keys.Tab);
        page.Wait("return document.querySelectorAll('#complete option').length > 1");
        Assert.Contains("Rank", page.Browser.FindElements(By.CssSelector("#complete option")).Select(o => o.Text));
        page.Picture("jupyter-completion");
        page.TypeAtEnd("EntropyWeights", Keys.Shift + Keys.Tab);
        page.Wait("return (document.querySelector('#tooltip') || {}).innerText.includes('less evenly it is spread')");
        page.Picture("jupyter-help");

        page.RunAtEnd("var kept = 41; while (true) { }");
        page.Wait("return Jupyter.notebook.kernel_busy");
        Thread.Sleep(500);
        var clock = Stopwatch.StartNew();
        page.Browser.FindElement(By.CssSelector("button[data-jupyter-action='jupyter-notebook:interrupt-kernel']")).Click();
        page.Wait("return document.querySelectorAll('.output_error').length === 1 && !Jupyter.notebook.kernel_busy");
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"The page stayed busy for {clock.Elapsed}.");
        Assert.Contains("The cell was stopped.", page.LastOutput(), StringComparison.Ordinal);

        page.RunAtEnd("1 + 41");
        page.Wait("return Jupyter.notebook.get_cell(Jupyter.notebook.ncells() - 1).output_area.outputs.length === 1");
        Assert.Contains("42", page.LastOutput(), StringComparison.Ordinal);
        page.Picture("jupyter-interrupt");
        page.Browser.ExecuteScript("document.querySelector('figure').scrollIntoView()");
        page.Picture("jupyter-chart");
    }
}
