using System.Net;
using System.Net.Sockets;
using ClusterResearch.Findings;
using ClusterResearch.Notebooks.Kernel;

namespace ClusterResearch.Notebooks.Tests.Kernel;

/// <summary>Conversations are in tests/Kernel.Tests, where Jupyter's own Python asks.</summary>
[Collection(ProcessWide.Name)]
public sealed class KernelServerTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_port_that_is_taken_is_named()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        var file = folder.Write("c.json", $$"""{"ip":"127.0.0.1","shell_port":{{port}},"control_port":{{port}},"iopub_port":{{port}},"stdin_port":{{port}},"hb_port":{{port}}}""");

        var finding = Assert.Single(Assert.Throws<FindingsException>(() => NotebookKernel.Run(file, folder.Path, TextWriter.Null)).Findings);

        Assert.Equal(FormattableString.Invariant($"CR8003 port-taken  {file}\n  found:    tcp://127.0.0.1:{port}, which another program uses\n  expected: five free ports\n  way out:  Start the kernel again; Jupyter and VS Code choose other ports."), finding.ToString());
    }
}
