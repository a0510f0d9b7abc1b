namespace ClusterResearch.Cli.Tests.Verbs;

public sealed class CleanVerbTests : IDisposable
{
    private readonly TestStudy study = new();

    public void Dispose() => study.Dispose();

    [Fact]
    public void Strips_outputs_and_says_what_it_did()
    {
        study.Notebook("05-1-data", "1", "2");
        study.Cluster("run --output notebooks");
        Assert.Equal(1, study.Cluster("clean --check"));
        Assert.Equal("notebooks/05-1-data.ipynb  would change: outputs of 2 cells\n", study.Out);
        Assert.Equal(0, study.Cluster("clean 05-1"));
        Assert.Equal("notebooks/05-1-data.ipynb  cleaned: outputs of 2 cells\n", study.Out);
        Assert.Equal(0, study.Cluster("clean notebooks/05-1-data.ipynb --check"));
        Assert.Equal("notebooks/05-1-data.ipynb  is clean\n", study.Out);
    }

    [Fact]
    public void Mends_what_can_be_mended_and_tells_the_rest()
    {
        study.Write(
            "notebooks/05-1-data.ipynb",
            TestStudy.Json("1", "2").Replace("\"c2\"", "\"c1\"", StringComparison.Ordinal)
        );
        study.Write(
            "notebooks/05-2-r.ipynb",
            TestStudy.Json("1").Replace(".net-csharp", "ir", StringComparison.Ordinal)
        );
        Assert.Equal(1, study.Cluster("clean"));
        Assert.Equal("notebooks/05-1-data.ipynb  cleaned: 1 duplicate-cell-id\n", study.Out);
        Assert.StartsWith(
            "1 finding\nCR4004 unknown-kernel  notebooks/05-2-r.ipynb",
            study.Error,
            StringComparison.Ordinal
        );
    }
}
