namespace ClusterResearch.Cli.Tests;

public sealed class ShellTests : IDisposable
{
    private readonly TestStudy study = new();

    public void Dispose() => study.Dispose();

    [Theory]
    [InlineData("", "Name a verb: publish, run, validate, verify, clean, kernel.\nTry: cluster --help\n")]
    [InlineData("pubish", "Unrecognized command or argument 'pubish'. Did you mean “publish”?\nTry: cluster --help\n")]
    [InlineData(
        "publish --fast",
        "Unrecognized command or argument '--fast'.\nTry: cluster publish --help\n"
    )]
    [InlineData(
        "publish --outptu x",
        "Unrecognized command or argument '--outptu'. Did you mean “--output”?\nUnrecognized command or argument 'x'.\nTry: cluster publish --help\n"
    )]
    [InlineData(
        "publish --timeout soon",
        "--timeout soon: give a number of seconds above zero, e.g. --timeout 60.\nTry: cluster publish --help\n"
    )]
    [InlineData(
        "run --timeout 0",
        "--timeout 0: give a number of seconds above zero, e.g. --timeout 60.\nTry: cluster run --help\n"
    )]
    [InlineData(
        "run --param year",
        "--param year: give a name and a value, e.g. --param year=2023.\nTry: cluster run --help\n"
    )]
    [InlineData(
        "run --param 1y=2",
        "--param 1y=2: give a name and a value, e.g. --param year=2023.\nTry: cluster run --help\n"
    )]
    public void Wrong_usage_says_how_and_exits_with_2(string command, string expected)
    {
        Assert.Equal(2, study.Cluster(command));
        Assert.Equal(expected, study.Error);
        Assert.Empty(study.Out);
    }

    [Fact]
    public void Version_is_printed()
    {
        Assert.Equal(0, study.Cluster("--version"));
        Assert.Matches(@"^cluster \d+\.\d+\.\d+\n$", study.Out);
    }

    [Theory]
    [InlineData("--help", "Example: cluster publish --open")]
    [InlineData("publish --help", "Example: cluster publish --notebook 05-1 --open")]
    [InlineData("run --help", "Example: cluster run 05-1 --param year=2023 --output executed")]
    [InlineData("clean --help", "Example: cluster clean --check")]
    public void Help_gives_an_example(string command, string expected)
    {
        Assert.Equal(0, study.Cluster(command));
        Assert.Contains(expected, study.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Outside_a_project_the_way_back_is_told()
    {
        Directory.Delete(Path.Combine(study.Path, "data"), recursive: true);
        Assert.Equal(1, study.Cluster("publish"));
        Assert.Contains("CR4010 no-project", study.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_project_without_notebooks_is_told()
    {
        Assert.Equal(2, study.Cluster("publish"));
        Assert.StartsWith("There are no notebooks in ", study.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stop_exits_with_130()
    {
        study.Notebook("05-1-data", "while (true) { }");
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(500));
        Assert.Equal(130, study.Cluster("publish", stop.Token));
        Assert.Equal("Stopped; nothing was written.\n", study.Error);
        Assert.Empty(study.Published);
    }

    [Fact]
    public void Main_returns_the_exit_code()
    {
        var (folder, output, error) = (Directory.GetCurrentDirectory(), Console.Out, Console.Error);
        Console.SetOut(TextWriter.Null);
        using var text = new StringWriter();
        Console.SetError(text);
        Directory.SetCurrentDirectory(study.Path);
        try
        {
            study.Notebook("05-1-data", "1", "1 / int.Parse(\"0\")");
            Assert.Equal(1, Program.Main(["run", "05-1", "--json"]));
            Assert.Contains(
                "notebooks/05-1-data.ipynb, code cell 2, line 1: DivideByZeroException",
                text.ToString(),
                StringComparison.Ordinal
            );
        }
        finally
        {
            Directory.SetCurrentDirectory(folder);
            Console.SetError(error);
            Console.SetOut(output);
        }
    }

    [Fact]
    public void A_fault_of_our_own_shows_no_stack_trace()
    {
        study.Notebook("05-1-data", "1");
        Assert.Equal(1, study.Cluster("publish", (_, _, _, _) => throw new InvalidOperationException("Oh.")));
        Assert.Equal("A fault of this program, not of yours: InvalidOperationException: Oh.\nPlease report it with the command you gave.\n", study.Error);
    }
}
