using System.Globalization;
using ClusterResearch.Cli.Progress;
using ClusterResearch.Cli.Verbs;
using ClusterResearch.Notebooks.Documents;
using ClusterResearch.Notebooks.Running;
using Spectre.Console;

namespace ClusterResearch.Cli.Tests.Progress;

public sealed class BarViewTests
{
    private static IAnsiConsole Person(TextWriter text) =>
        AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Out = new AnsiConsoleOutput(text),
                Ansi = AnsiSupport.Yes,
                Interactive = InteractionSupport.Yes,
            }
        );

    [Fact]
    public void Shows_a_bar_per_notebook_and_gives_the_result_back()
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        var notebook = new Notebook("05-1-[data]", "n/05-1-data.ipynb", [new Cell("a", CellKind.Code, "1")]);
        var result = new BarView(Person(text)).Show(
            [notebook],
            listener =>
            {
                listener.Started(new CellProgress(notebook, 1, 1));
                listener.Done(
                    new TimedRun(new NotebookRun(notebook, [], null, IsCached: true), TimeSpan.Zero)
                );
                return 7;
            }
        );
        Assert.Equal(7, result);
        Assert.Contains("05-1-[data]", text.ToString(), StringComparison.Ordinal);
        Assert.Contains("100%", text.ToString(), StringComparison.Ordinal);
    }
}
