using System.Collections.Immutable;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using NetMQ;
using NetMQ.Sockets;

namespace ClusterResearch.Notebooks.Kernel.Wire;

/// <summary>A small front end: starts a kernel as Jupyter would, asks it and hears what it says.</summary>
internal sealed class KernelClient : IDisposable
{
    private readonly string file;
    private readonly ConnectionFile connection;
    private readonly MessageCodec codec;
    private readonly DealerSocket shell = new();
    private readonly DealerSocket control = new();
    private readonly SubscriberSocket iopub = new();

    /// <summary>Starts the kernel.</summary>
    /// <param name="command">The words of the command, one of them <c>{connection_file}</c>.</param>
    /// <param name="folder">The folder that becomes the kernel's.</param>
    public KernelClient(ImmutableArray<string> command, string folder)
    {
        file = Path.Combine(Path.GetTempPath(), $"cluster-kernel-{Guid.NewGuid():N}.json");
        WriteForUserOnly(file, ConnectionText(FreePorts(ConnectionFile.Channels.Length)));
        connection = ConnectionFile.Read(file);
        codec = new MessageCodec(connection.Key);
        var start = new ProcessStartInfo(command[0]) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var word in command.Skip(1))
        {
            start.ArgumentList.Add(word == "{connection_file}" ? file : word);
        }
        iopub.SubscribeToAnyTopic();
        Kernel = Process.Start(start)!;
        Kernel.ErrorDataReceived += (_, e) => Log += e.Data is null ? "" : e.Data + "\n";
        Kernel.BeginErrorReadLine();
        Kernel.BeginOutputReadLine();
        shell.Connect(connection.Address("shell"));
        control.Connect(connection.Address("control"));
        iopub.Connect(connection.Address("iopub"));
    }

    /// <summary>The kernel's process.</summary>
    public Process Kernel { get; }

    /// <summary>What the kernel wrote to its error stream.</summary>
    public string Log { get; private set; } = "";

    /// <summary>Asks on the shell channel and waits for the answer.</summary>
    /// <returns>The content of the answer; null where none came in time.</returns>
    public JsonElement? Ask(string type, JsonObject content, TimeSpan patience) => Ask(shell, type, content, patience);

    /// <summary>Asks on the control channel and waits for the answer.</summary>
    public JsonElement? AskControl(string type, JsonObject content, TimeSpan patience) => Ask(control, type, content, patience);

    /// <summary>Runs code and waits for the answer and for all that it shows.</summary>
    /// <returns>The answer and the messages published meanwhile, by type; null where no answer came in time.</returns>
    public (JsonElement Reply, ImmutableArray<(string Type, JsonElement Content)> Shown)? Execute(string code, TimeSpan patience)
    {
        var request = new JsonObject { ["code"] = code, ["silent"] = false, ["store_history"] = true, ["allow_stdin"] = false, ["stop_on_error"] = true, ["user_expressions"] = new JsonObject() };
        var clock = Stopwatch.StartNew();
        if (Ask("execute_request", request, patience) is not { } reply)
        {
            return null;
        }
        var shown = ImmutableArray.CreateBuilder<(string, JsonElement)>();
        while (clock.Elapsed < patience && Receive(iopub, patience - clock.Elapsed) is { } message)
        {
            if (message.ParentId != lastRequest)
            {
                continue;
            }
            shown.Add((message.Type, message.Content));
            if (message.Type == "status" && message.Text("execution_state") == "idle")
            {
                break;
            }
        }
        return (reply, shown.ToImmutable());
    }

    /// <summary>Runs code and interrupts it after a while.</summary>
    /// <returns>How long the answer took after the interrupt; null where none came in time.</returns>
    public TimeSpan? Interrupt(string code, TimeSpan after, TimeSpan patience)
    {
        var request = Send(shell, "execute_request", new JsonObject { ["code"] = code });
        Thread.Sleep(after);
        var clock = Stopwatch.StartNew();
        AskControl("interrupt_request", [], patience);
        return Wait(shell, request, patience) is null ? null : clock.Elapsed;
    }

    /// <summary>Ends the kernel, by force if it does not end when asked.</summary>
    public void Dispose()
    {
        if (!Kernel.HasExited)
        {
            AskControl("shutdown_request", new JsonObject { ["restart"] = false }, TimeSpan.FromSeconds(2));
            if (!Kernel.WaitForExit(TimeSpan.FromSeconds(3)))
            {
                Kernel.Kill(entireProcessTree: true);
            }
        }
        foreach (var socket in (NetMQSocket[])[shell, control, iopub])
        {
            socket.Options.Linger = TimeSpan.Zero;
            socket.Dispose();
        }
        Kernel.Dispose();
        File.Delete(file);
    }

    /// <summary>Ports that nobody uses at this moment.</summary>
    /// <exception cref="SocketException">The machine gives none.</exception>
    public static ImmutableArray<int> FreePorts(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToArray();
        try
        {
            return [.. listeners.Select(l => { l.Start(); return ((IPEndPoint)l.LocalEndpoint).Port; })];
        }
        finally
        {
            foreach (var listener in listeners)
            {
                listener.Dispose();
            }
        }
    }

    private string lastRequest = "";

    private JsonElement? Ask(DealerSocket socket, string type, JsonObject content, TimeSpan patience) => Wait(socket, Send(socket, type, content), patience);

    private string Send(DealerSocket socket, string type, JsonObject content)
    {
        var frames = codec.Encode([], type, content, []);
        socket.SendMultipartBytes(frames);
        return lastRequest = codec.Decode(frames)!.Id;
    }

    private JsonElement? Wait(DealerSocket socket, string request, TimeSpan patience)
    {
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < patience && Receive(socket, patience - clock.Elapsed) is { } message)
        {
            if (message.ParentId == request)
            {
                return message.Content;
            }
        }
        return null;
    }

    private Message? Receive(NetMQSocket socket, TimeSpan patience)
    {
        var frames = new List<byte[]>();
        return socket.TryReceiveMultipartBytes(patience, ref frames!, 6) ? codec.Decode(frames!) : null;
    }

    /// <summary>Who can read the key can run code.</summary>
    private static void WriteForUserOnly(string file, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        using var writer = new StreamWriter(file, options);
        writer.Write(text);
    }

    private static string ConnectionText(ImmutableArray<int> ports)
    {
        var json = new JsonObject { ["transport"] = "tcp", ["ip"] = "127.0.0.1", ["signature_scheme"] = "hmac-sha256", ["key"] = Guid.NewGuid().ToString("N") };
        foreach (var (channel, port) in ConnectionFile.Channels.Zip(ports))
        {
            json[channel + "_port"] = port;
        }
        return json.ToJsonString();
    }
}
