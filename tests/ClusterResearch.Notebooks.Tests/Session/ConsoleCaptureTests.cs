using System.Globalization;
using ClusterResearch.Notebooks.Session;

namespace ClusterResearch.Notebooks.Tests.Session;

[Collection(ProcessWide.Name)]
public sealed class ConsoleCaptureTests
{
    [Fact]
    public void Others_write_as_before_and_the_console_is_given_back()
    {
        using var folder = new TestFolder();
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        var sink = new SinkOfTexts();
        var before = Console.Out;
        Console.SetOut(text);
        try
        {
            using (var session = new CSharpSession(folder.Path))
            {
                Console.Write("host ");
                session.Execute(
                    "Console.Write(\"cell\");",
                    1,
                    sink,
                    null,
                    TestContext.Current.CancellationToken
                );
            }
            Console.Write("after");
        }
        finally
        {
            Console.SetOut(before);
        }
        Assert.Equal("host after", text.ToString());
        Assert.Equal("stdout:cell", sink.All);
    }

    [Fact]
    public void A_cell_that_asks_is_not_answered_and_does_not_wait()
    {
        using var folder = new TestFolder();
        var sink = new SinkOfTexts();
        var before = Console.In;
        using (var session = new CSharpSession(folder.Path))
        {
            Assert.Null(session.Execute("Console.ReadLine() is null", 1, sink, TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken));
        }
        Assert.Contains("True", sink.All, StringComparison.Ordinal);
        Assert.Same(before, Console.In);
    }
}
