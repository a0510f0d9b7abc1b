namespace ClusterResearch.Cli.Tests.Verbs;

public sealed class KernelVerbTests : IDisposable
{
    private readonly TestStudy study = new();
    private readonly string? before = Environment.GetEnvironmentVariable("JUPYTER_DATA_DIR");
    private readonly string kernels;

    public KernelVerbTests()
    {
        Environment.SetEnvironmentVariable("JUPYTER_DATA_DIR", study.Path);
        kernels = Path.Combine(study.Path, "kernels");
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable("JUPYTER_DATA_DIR", before);
        study.Dispose();
    }

    [Fact]
    public void Install_says_what_it_did_and_how_to_undo_it()
    {
        Assert.Equal(0, study.Cluster("kernel install"));
        Assert.Equal(
            $"installed  C# (ClusterResearch)  {Path.Combine(kernels, "cluster-csharp")}\ninstalled  .NET (C#)  {Path.Combine(kernels, ".net-csharp")}\nOpen a notebook again and press run.\nUndo:  cluster kernel uninstall\n",
            study.Out
        );

        Assert.Equal(0, study.Cluster("kernel uninstall"));
        Assert.Equal($"removed  C# (ClusterResearch)  {Path.Combine(kernels, "cluster-csharp")}\nremoved  .NET (C#)  {Path.Combine(kernels, ".net-csharp")}\n", study.Out);
    }

    [Fact]
    public void A_foreign_kernel_stays_and_the_reader_is_told_which_to_choose()
    {
        study.Write("kernels/.net-csharp/kernel.json", "{}");
        Assert.Equal(0, study.Cluster("kernel install"));
        Assert.Contains($"left alone  .NET (C#)  {Path.Combine(kernels, ".net-csharp")}\nAnother program's kernel stays where it is; choose \"C# (ClusterResearch)\" in the notebook.\n", study.Out, StringComparison.Ordinal);
        Assert.Equal("{}", study.Read("kernels/.net-csharp/kernel.json"));
    }

    [Fact]
    public void The_doctor_asks_the_installed_kernel_to_compute()
    {
        study.Cluster("kernel install");
        Assert.Equal(0, study.Cluster("kernel doctor"));
        Assert.Matches(
            $@"^good   SDK: \.NET SDK 1\d\..*\ngood   kernelspec: .*cluster-csharp\ngood   ports: five free ports on 127\.0\.0\.1\ngood   round trip: ready after \d+\.\d s, 1 \+ 1 = 2 after \d+\.\d s\n$",
            study.Out
        );
    }

    [Fact]
    public void The_doctor_says_what_to_do()
    {
        Assert.Equal(1, study.Cluster("kernel doctor"));
        Assert.Contains($"wrong  kernelspec: none of ours in {kernels}\n        Run: cluster kernel install\n", study.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("round trip", study.Out, StringComparison.Ordinal);

        study.Cluster("kernel install");
        var spec = Path.Combine(kernels, "cluster-csharp", "kernel.json");
        File.WriteAllText(spec, File.ReadAllText(spec).Replace("cluster.dll", "gone.dll", StringComparison.Ordinal));
        Assert.Equal(1, study.Cluster("kernel doctor"));
        Assert.Contains("gone.dll, which is not there\n        Build (dotnet build) and run: cluster kernel install\n", study.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_must_be_named()
    {
        Assert.Equal(2, study.Cluster("kernel"));
        Assert.Equal("Name what to do: install, uninstall, doctor, start.\nTry: cluster kernel --help\n", study.Error);
    }

    [Fact]
    public void A_connection_file_that_is_not_there_is_named()
    {
        Assert.Equal(1, study.Cluster("kernel start gone.json"));
        Assert.Contains("CR8001 connection-file", study.Error, StringComparison.Ordinal);
    }
}
