using System.Text.Json.Nodes;
using ClusterResearch.Findings;
using ClusterResearch.Notebooks.Kernel.Installing;

namespace ClusterResearch.Notebooks.Tests.Kernel.Installing;

[Collection(ProcessWide.Name)]
public sealed class KernelInstallerTests : IDisposable
{
    private readonly TestFolder folder = new();
    private readonly string? before = Environment.GetEnvironmentVariable("JUPYTER_DATA_DIR");
    private readonly string? pathBefore = Environment.GetEnvironmentVariable("JUPYTER_PATH");
    private readonly KernelProgram program;

    public KernelInstallerTests()
    {
        Environment.SetEnvironmentVariable("JUPYTER_DATA_DIR", folder.Path);
        program = new KernelProgram(folder.Write("dotnet", ""), folder.Write("cluster.dll", ""));
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable("JUPYTER_DATA_DIR", before);
        Environment.SetEnvironmentVariable("JUPYTER_PATH", pathBefore);
        folder.Dispose();
    }

    [Fact]
    public void Writes_both_kernelspecs_and_takes_them_back()
    {
        Assert.Equal(["installed", "installed"], KernelInstaller.Install(program).Select(c => c.Done));
        var spec = JsonNode.Parse(folder.Read("kernels/cluster-csharp/kernel.json"))!;
        Assert.Equal([program.Dotnet, program.Assembly, "kernel", "start", "{connection_file}"], spec["argv"]!.AsArray().Select(w => (string)w!));
        Assert.Equal(("C# (ClusterResearch)", "C#", "message"), ((string)spec["display_name"]!, (string)spec["language"]!, (string)spec["interrupt_mode"]!));
        Assert.StartsWith("/**", folder.Read("kernels/cluster-csharp/plotly.min.js"), StringComparison.Ordinal);
        Assert.Equal(".NET (C#)", (string)JsonNode.Parse(folder.Read("kernels/.net-csharp/kernel.json"))!["display_name"]!);
        Assert.Equal(["installed", "installed"], KernelInstaller.Install(program).Select(c => c.Done));

        Assert.Equal(["removed", "removed"], KernelInstaller.Uninstall().Select(c => c.Done));
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(folder.Path, "kernels")));
        Assert.Equal(["not there", "not there"], KernelInstaller.Uninstall().Select(c => c.Done));
    }

    [Theory]
    [InlineData("kernels/.net-csharp/kernel.json")]
    [InlineData("machine/kernels/.net-csharp/kernel.json")]
    public void Leaves_somebody_elses_kernel_alone(string file)
    {
        Environment.SetEnvironmentVariable("JUPYTER_PATH", Path.Combine(folder.Path, "machine"));
        folder.Write(file, "{\"argv\":[\"other\"]}");

        Assert.Equal(["installed", "left alone"], KernelInstaller.Install(program).Select(c => c.Done));

        Assert.Equal("{\"argv\":[\"other\"]}", folder.Read(file));
        Assert.Contains("removed", KernelInstaller.Uninstall().Select(c => c.Done));
        Assert.Equal("{\"argv\":[\"other\"]}", folder.Read(file));
    }

    [Theory]
    [InlineData("{\"argv\":[\"other\"]}")]
    [InlineData("broken")]
    public void Refuses_to_overwrite_a_foreign_kernel_of_its_own_name(string foreign)
    {
        folder.Write("kernels/cluster-csharp/kernel.json", foreign);

        var finding = Assert.Single(Assert.Throws<FindingsException>(() => KernelInstaller.Install(program)).Findings);

        Assert.Equal(
            $"CR8010 foreign-kernelspec  {Path.Combine(folder.Path, "kernels", "cluster-csharp")}\n  found:    a kernelspec that this program did not write\n  expected: a free name or an earlier kernelspec of ours\n"
                + "  way out:  Move the folder elsewhere if it is no longer needed, then run `cluster kernel install` again.",
            finding.ToString()
        );
        Assert.Equal(foreign, folder.Read("kernels/cluster-csharp/kernel.json"));
        Assert.False(Directory.Exists(Path.Combine(folder.Path, "kernels", ".net-csharp")));
    }

    [Fact]
    public void Wants_a_program_that_is_built()
    {
        var finding = Assert.Single(Assert.Throws<FindingsException>(() => KernelInstaller.Install(program with { Assembly = "gone.dll" })).Findings);
        Assert.Equal("CR8011 not-built  gone.dll\n  found:    no such file\n  expected: the built command line\n  way out:  Build it (dotnet build) and run `cluster kernel install` again.", finding.ToString());
    }

    [Fact]
    public void This_process_is_run_by_a_dotnet_that_is_there() => Assert.True(File.Exists(KernelProgram.OfThisProcess.Dotnet));
}
