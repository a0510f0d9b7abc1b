namespace ClusterResearch.Cli.Tests.Verbs;

public sealed class PublishVerbTests : IDisposable
{
    private readonly TestStudy study = new();

    public void Dispose() => study.Dispose();

    [Fact]
    public void Runs_all_notebooks_in_order_and_hands_them_to_the_publisher()
    {
        study.Notebook("06-1-stages", "2").Notebook("05-1-data", "1", "2");
        Assert.Equal(0, study.Cluster("publish"));
        Assert.Equal(["05-1-data 06-1-stages > reports False"], study.Published);
        var lines = study.Out.Split('\n');
        Assert.Matches(@"^05-1-data    2 cells  \d+\.\d s$", lines[0]);
        Assert.Matches(@"^06-1-stages  1 cell  \d+\.\d s$", lines[1]);
        Assert.Matches(@"^reports/index\.html  2 notebooks  \d+\.\d s$", lines[2]);
        Assert.Empty(study.Error);
    }

    [Fact]
    public void An_unchanged_notebook_comes_from_the_cache_unless_told_otherwise()
    {
        study.Notebook("05-1-data", "1");
        study.Cluster("publish");
        study.Cluster("publish");
        Assert.StartsWith("05-1-data  1 cell  cached\n", study.Out, StringComparison.Ordinal);
        study.Cluster("publish --no-cache");
        Assert.DoesNotContain("cached", study.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("publish --notebook 05-1", "05-1-data > reports False")]
    [InlineData("publish --notebook 06 05-1-data", "05-1-data 06-1-stages > reports False")]
    [InlineData(
        "publish --notebook 06 --notebook 05-1 --output out/x --single-file",
        "05-1-data 06-1-stages > out/x True"
    )]
    public void Options_choose_notebooks_folder_and_kind(string command, string expected)
    {
        study.Notebook("05-1-data", "1").Notebook("05-10-x", "1").Notebook("06-1-stages", "1");
        Assert.Equal(0, study.Cluster(command));
        Assert.Equal([expected.Replace('/', Path.DirectorySeparatorChar)], study.Published);
    }

    [Fact]
    public void Works_from_a_folder_below()
    {
        study.Notebook("05-1-data", "1");
        Assert.Equal(0, study.ClusterIn("notebooks", "publish"));
        Assert.Equal(["05-1-data > reports False"], study.Published);
        Assert.Contains("../reports/index.html  1 notebook", study.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_notebook_lists_those_there_are()
    {
        study.Notebook("05-1-data", "1").Notebook("06-1-stages", "1");
        Assert.Equal(2, study.Cluster("publish --notebook 07-1"));
        Assert.Equal(
            "There is no notebook '07-1'. The notebooks are:\n  05-1-data\n  06-1-stages\nTry: cluster publish --help\n",
            study.Error
        );
    }

    [Fact]
    public void A_failing_cell_is_told_with_its_line_and_nothing_is_published()
    {
        study.Notebook("05-1-data", "var a = 1;", "var zero = 0;\na / zero").Notebook("06-1-stages", "wrong");
        Assert.Equal(1, study.Cluster("publish"));
        Assert.Equal(
            """
            notebooks/05-1-data.ipynb, code cell 2, line 2: DivideByZeroException
              cell 2, line 2: a / zero
              DivideByZeroException: Attempted to divide by zero.
            notebooks/06-1-stages.ipynb, code cell 1, line 1: CompilationError
              cell 1, line 1, column 1: CS0103: The name 'wrong' does not exist in the current context
                  wrong
                  ^
            No report was written; an earlier one stays as it is.

            """,
            study.Error
        );
        Assert.Contains("05-1-data    failed in cell 2 of 2  ", study.Out, StringComparison.Ordinal);
        Assert.Empty(study.Published);
    }

    [Fact]
    public void An_endless_cell_is_stopped_after_its_time()
    {
        study.Notebook("05-1-data", "while (true) { }");
        Assert.Equal(1, study.Cluster("publish --timeout 0.3"));
        Assert.Contains(
            "code cell 1, line 1: Timeout\n  cell 1, line 1: The cell ran longer than 0.3 s and was stopped.",
            study.Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void All_notebooks_are_checked_before_the_first_runs()
    {
        study.Notebook("05-1-data", "System.IO.File.WriteAllText(\"ran.txt\", \"\");");
        study.Write("notebooks/05-2-bad.ipynb", "{\"cells\": [");
        study.Write(
            "notebooks/06-1-kernel.ipynb",
            TestStudy.Json("1").Replace(".net-csharp", "python3", StringComparison.Ordinal)
        );
        Assert.Equal(1, study.Cluster("publish"));
        Assert.StartsWith(
            "2 findings\nCR4002 bad-json  notebooks/05-2-bad.ipynb:1:",
            study.Error,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "CR4004 unknown-kernel  notebooks/06-1-kernel.ipynb:1:",
            study.Error,
            StringComparison.Ordinal
        );
        Assert.False(File.Exists(Path.Combine(study.Path, "notebooks", "ran.txt")));
        Assert.Empty(study.Out);
    }

    [Fact]
    public void Two_ways_to_name_a_notebook_run_it_once()
    {
        study.Notebook("05-1-data", "1");
        Assert.Equal(0, study.Cluster("publish --notebook 05 05-1"));
        Assert.Equal(["05-1-data > reports False"], study.Published);
    }

    [Fact]
    public void A_folder_of_others_is_refused_before_anything_runs()
    {
        study.Notebook("05-1-data", "System.IO.File.WriteAllText(\"ran.txt\", \"\");");
        Assert.Equal(1, study.Cluster("publish --output data"));
        Assert.StartsWith("1 finding\nCR4301 foreign-folder", study.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(study.Path, "notebooks", "ran.txt")));
        Assert.Empty(study.Out);
    }
}
