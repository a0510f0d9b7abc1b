using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using ClusterResearch.TestSupport;
using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;

namespace Browser.Tests;

/// <summary>The classic page of Jupyter Notebook on a copy of the project, in a browser that reaches this machine only.</summary>
public sealed class JupyterPage : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly string folder = Directory.CreateTempSubdirectory("cluster-page-").FullName;
    private readonly KernelHome home = new();
    private readonly Process server;
    private readonly string address;
    private readonly ChromeDriver browser;

    public JupyterPage()
    {
        var python = KernelHome.Python;
        ProjectFolder.CopyStudyTo(folder);
        var port = FreePort();
        address = FormattableString.Invariant($"http://127.0.0.1:{port}");
        server = home.Start(
            python, folder, "-m", "notebook", "--no-browser", "--allow-root", "--ip=127.0.0.1", FormattableString.Invariant($"--port={port}"),
            "--NotebookApp.token=", "--NotebookApp.password=", $"--notebook-dir={folder}"
        );
        server.ErrorDataReceived += (_, _) => { };
        server.OutputDataReceived += (_, _) => { };
        server.BeginErrorReadLine();
        server.BeginOutputReadLine();
        browser = Tools.StartBrowser(Path.Combine(folder, "browser"), "127.0.0.1");
    }

    public ChromeDriver Browser => browser;

    /// <summary>Opens a notebook and waits for its kernel.</summary>
    public void Open(string notebook)
    {
        for (var clock = Stopwatch.StartNew(); ; Thread.Sleep(200))
        {
            try
            {
                browser.Navigate().GoToUrl($"{address}/notebooks/notebooks/{notebook}.ipynb");
                break;
            }
            catch (WebDriverException) when (clock.Elapsed < Patience)
            {
                // The server is not up yet.
            }
        }
        Wait("return Boolean(window.Jupyter && Jupyter.notebook && Jupyter.notebook._fully_loaded && Jupyter.notebook.kernel && Jupyter.notebook.kernel.is_connected() && !Jupyter.notebook.kernel_busy)");
    }

    /// <summary>Adds a cell at the end and runs it.</summary>
    public void RunAtEnd(string code) =>
        browser.ExecuteScript(
            "var n = Jupyter.notebook, c = n.insert_cell_at_bottom('code'); c.set_text(arguments[0]); n.select(n.ncells() - 1); c.execute(); c.element[0].scrollIntoView();", code
        );

    /// <summary>Writes into a new cell at the end, then presses a key.</summary>
    public void TypeAtEnd(string code, string key)
    {
        browser.ExecuteScript(
            "var n = Jupyter.notebook, c = n.insert_cell_at_bottom('code'); n.select(n.ncells() - 1); n.edit_mode(); c.focus_editor(); c.element[0].scrollIntoView();"
        );
        var actions = new OpenQA.Selenium.Interactions.Actions(browser).SendKeys(code);
        (key.StartsWith(Keys.Shift, StringComparison.Ordinal) ? actions.KeyDown(Keys.Shift).SendKeys(key[1..]).KeyUp(Keys.Shift) : actions.SendKeys(key)).Perform();
    }

    /// <summary>Takes a picture for the guides where <c>CLUSTER_PICTURES</c> names a folder.</summary>
    public void Picture(string name)
    {
        if (Environment.GetEnvironmentVariable("CLUSTER_PICTURES") is { Length: > 0 } pictures)
        {
            browser.GetScreenshot().SaveAsFile(Path.Combine(pictures, name + ".png"));
        }
    }

    /// <summary>What stands below the last cell.</summary>
    public string LastOutput() => (string)browser.ExecuteScript("return Jupyter.notebook.get_cell(Jupyter.notebook.ncells() - 1).element.find('.output_area').text()")!;

    /// <summary>Waits until a script answers yes.</summary>
    public void Wait(string script)
    {
        for (var clock = Stopwatch.StartNew(); !(bool)browser.ExecuteScript(script)!; Thread.Sleep(50))
        {
            Assert.True(clock.Elapsed < Patience, $"{script}\n{browser.ExecuteScript("return document.body.innerText")}");
        }
    }

    public void Dispose()
    {
        browser.Quit();
        // Kernels end by themselves when the server is gone.
        server.Kill();
        server.WaitForExit();
        server.Dispose();
        home.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
