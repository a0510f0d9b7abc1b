using ClusterResearch.Findings;
using ClusterResearch.Notebooks.Kernel.Wire;

namespace ClusterResearch.Notebooks.Tests.Kernel.Wire;

public sealed class ConnectionFileTests : IDisposable
{
    private const string Ports = "\"shell_port\":1,\"control_port\":2,\"iopub_port\":3,\"stdin_port\":4,\"hb_port\":5";
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("127.0.0.1", "tcp://127.0.0.1:3")]
    [InlineData("localhost", "tcp://localhost:3")]
    [InlineData("::1", "tcp://[::1]:3")]
    public void Gives_addresses_and_key(string ip, string address)
    {
        var connection = Read($$"""{"transport":"tcp","ip":"{{ip}}","key":"secret","signature_scheme":"hmac-sha256",{{Ports}}}""");
        Assert.Equal(address, connection.Address("iopub"));
        Assert.Equal("secret"u8.ToArray(), connection.Key);
    }

    [Theory]
    [InlineData("tcp", "0.0.0.0")]
    [InlineData("tcp", "192.168.1.7")]
    [InlineData("tcp", "*")]
    [InlineData("ipc", "127.0.0.1")]
    public void Listens_to_this_machine_only(string transport, string ip)
    {
        var finding = Refused($$"""{"transport":"{{transport}}","ip":"{{ip}}",{{Ports}}}""");
        Assert.Equal("CR8002 not-local", finding.Code.ToString());
        Assert.Equal($"the address {transport}://{ip}", finding.Found);
        Assert.Equal("Start the kernel on the machine on which the notebook is open; it does not listen to other machines.", finding.WayOut);
    }

    [Theory]
    [InlineData("{", "Expected depth to be zero")]
    [InlineData("{}", "The given key was not present in the dictionary.")]
    [InlineData("{\"signature_scheme\":\"hmac-md5\"}", "signatures of the scheme 'hmac-md5'")]
    public void Says_what_it_cannot_understand(string json, string found)
    {
        var finding = Refused(json);
        Assert.Equal("CR8001 connection-file", finding.Code.ToString());
        Assert.Contains(found, finding.Found, StringComparison.Ordinal);
        Assert.Equal("Let Jupyter or VS Code start the kernel; they write this file. To try it: cluster kernel doctor.", finding.WayOut);
    }

    [Fact]
    public void A_file_that_is_not_there_is_named() =>
        Assert.Contains("gone.json", Assert.Throws<FindingsException>(() => ConnectionFile.Read(Path.Combine(folder.Path, "gone.json"))).Message, StringComparison.Ordinal);

    private ConnectionFile Read(string json) => ConnectionFile.Read(folder.Write("c.json", json));

    private Finding Refused(string json) => Assert.Single(Assert.Throws<FindingsException>(() => Read(json)).Findings);
}
