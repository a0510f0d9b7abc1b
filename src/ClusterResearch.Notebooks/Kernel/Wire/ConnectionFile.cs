using System.Collections.Immutable;
using System.Net;
using System.Text;
using System.Text.Json;
using ClusterResearch.Findings;

namespace ClusterResearch.Notebooks.Kernel.Wire;

/// <summary>Where and with which key a front end wants to talk to the kernel; Jupyter writes it as a JSON file.</summary>
/// <param name="File">The file.</param>
/// <param name="Host">The address, e.g. <c>tcp://127.0.0.1</c>.</param>
/// <param name="Key">The key of signatures; empty means that messages are not signed.</param>
/// <param name="Ports">The port of each channel.</param>
internal sealed record ConnectionFile(string File, string Host, ImmutableArray<byte> Key, ImmutableDictionary<string, int> Ports)
{
    /// <summary>The five channels of a kernel.</summary>
    public static readonly ImmutableArray<string> Channels = ["shell", "control", "iopub", "stdin", "hb"];

    /// <summary>The address of a channel.</summary>
    public string Address(string channel) => string.Create(Invariant, $"{Host}:{Ports[channel]}");

    /// <summary>Reads the file.</summary>
    /// <exception cref="FindingsException">It cannot be understood, or asks for more than this machine's own addresses (CR800x).</exception>
    public static ConnectionFile Read(string file)
    {
        try
        {
            using var json = JsonDocument.Parse(System.IO.File.ReadAllBytes(file));
            var root = json.RootElement;
            var (transport, ip) = (Text(root, "transport", "tcp"), Text(root, "ip", "127.0.0.1"));
            if (transport != "tcp" || !IsLocal(ip))
            {
                throw new FindingsException([KernelFindings.Address(file, transport, ip)]);
            }
            var scheme = Text(root, "signature_scheme", "hmac-sha256");
            if (scheme != "hmac-sha256")
            {
                throw new FindingsException([KernelFindings.BadConnection(file, $"signatures of the scheme '{scheme}'", "hmac-sha256")]);
            }
            var host = ip.Contains(':', StringComparison.Ordinal) ? $"tcp://[{ip}]" : $"tcp://{ip}";
            var ports = Channels.ToImmutableDictionary(c => c, c => root.GetProperty(c + "_port").GetInt32());
            return new(file, host, [.. Encoding.UTF8.GetBytes(Text(root, "key", ""))], ports);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or IOException or UnauthorizedAccessException)
        {
            throw new FindingsException([KernelFindings.BadConnection(file, e.Message, "JSON with ip, key and five ports, as Jupyter writes it")]);
        }
    }

    private static string Text(JsonElement root, string name, string otherwise) =>
        root.TryGetProperty(name, out var value) ? value.GetString() ?? otherwise : otherwise;

    private static bool IsLocal(string ip) => ip == "localhost" || (IPAddress.TryParse(ip, out var address) && IPAddress.IsLoopback(address));
}
