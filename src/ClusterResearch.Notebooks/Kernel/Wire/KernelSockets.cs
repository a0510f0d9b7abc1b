using System.Text;
using System.Text.Json.Nodes;
using ClusterResearch.Findings;
using NetMQ;
using NetMQ.Sockets;

namespace ClusterResearch.Notebooks.Kernel.Wire;

/// <summary>The five sockets of a kernel. One thread owns them: it receives, answers heartbeats and sends what other threads queue.</summary>
internal sealed class KernelSockets : IDisposable
{
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(40);

    private readonly MessageCodec codec;
    private readonly RouterSocket shell = new();
    private readonly RouterSocket control = new();
    private readonly RouterSocket stdin = new();
    private readonly PublisherSocket iopub = new();
    private readonly ResponseSocket heartbeat = new();
    private readonly NetMQQueue<(NetMQSocket Socket, List<byte[]> Frames)> outgoing = new();
    private readonly NetMQTimer timer = new(Tick);
    private readonly NetMQPoller poller;
    private int rejected;

    // Else the runtime hands what arrives to the pool of threads, and a parallel loop that fills it would delay its own interrupt.
    static KernelSockets() => Environment.SetEnvironmentVariable("DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS", "1");

    /// <summary>Binds the sockets.</summary>
    /// <exception cref="FindingsException">A port is taken (CR8003).</exception>
    public KernelSockets(ConnectionFile connection)
    {
        codec = new MessageCodec(connection.Key);
        foreach (var (socket, channel) in (IEnumerable<(NetMQSocket, string)>)[(shell, "shell"), (control, "control"), (stdin, "stdin"), (iopub, "iopub"), (heartbeat, "hb")])
        {
            socket.Options.Linger = Farewell;
            // Nothing is dropped, however slowly a front end reads.
            socket.Options.SendHighWatermark = 0;
            socket.Options.ReceiveHighWatermark = 0;
            Bind(socket, connection.File, connection.Address(channel));
        }
        shell.ReceiveReady += (_, _) => Receive(shell, OnShell);
        control.ReceiveReady += (_, _) => Receive(control, OnControl);
        stdin.ReceiveReady += (_, _) => Receive(stdin, OnStdin);
        heartbeat.ReceiveReady += (_, _) => heartbeat.SendMultipartBytes(heartbeat.ReceiveMultipartBytes());
        outgoing.ReceiveReady += (_, _) => SendQueued();
        timer.Elapsed += (_, _) => OnTick();
        poller = [shell, control, stdin, heartbeat, outgoing, timer];
    }

    /// <summary>Called on the sockets' thread with each message of the shell channel; must return at once. So the others.</summary>
    public Action<Message> OnShell { get; set; } = _ => { };

    public Action<Message> OnControl { get; set; } = _ => { };

    public Action<Message> OnStdin { get; set; } = _ => { };

    /// <summary>Called with the number of messages that were dropped so far because of a wrong signature or form.</summary>
    public Action<int> OnRejected { get; set; } = _ => { };

    /// <summary>Called some twenty times a second on the sockets' thread, which no cell can keep busy.</summary>
    public Action OnTick { get; set; } = () => { };

    /// <summary>Names this run of the kernel.</summary>
    public string Session => codec.Session;

    public void Start() => poller.RunAsync("kernel sockets", isBackgroundThread: true);

    /// <summary>Answers a message on the shell channel.</summary>
    public void ReplyOnShell(Message to, string type, JsonObject content) => Reply(shell, to, type, content);

    /// <summary>Answers a message on the control channel.</summary>
    public void ReplyOnControl(Message to, string type, JsonObject content) => Reply(control, to, type, content);

    /// <summary>Asks the front end that sent a message for a line of input.</summary>
    public void AskOnStdin(Message of, JsonObject content) => Reply(stdin, of, "input_request", content);

    /// <summary>Tells every front end.</summary>
    /// <param name="type">What kind of news.</param>
    /// <param name="content">The news.</param>
    /// <param name="parent">The message that it follows from; null for none.</param>
    public void Publish(string type, JsonObject content, Message? parent) =>
        outgoing.Enqueue((iopub, codec.Encode([Encoding.UTF8.GetBytes(type)], type, content, parent is null ? [] : parent.Header.AsSpan())));

    /// <summary>Sends what is queued and closes the sockets.</summary>
    public void Dispose()
    {
        for (var i = 0; i < 50 && !outgoing.IsEmpty; i++)
        {
            Thread.Sleep(10);
        }
        poller.Dispose();
        foreach (var socket in (NetMQSocket[])[shell, control, stdin, iopub, heartbeat])
        {
            socket.Dispose();
        }
        outgoing.Dispose();
        NetMQConfig.Cleanup(block: true);
    }

    private static void Bind(NetMQSocket socket, string file, string address)
    {
        try
        {
            socket.Bind(address);
        }
        catch (AddressAlreadyInUseException)
        {
            throw new FindingsException([KernelFindings.Taken(file, address)]);
        }
    }

    private void Reply(NetMQSocket socket, Message to, string type, JsonObject content) =>
        outgoing.Enqueue((socket, codec.Encode(to.Identities, type, content, to.Header.AsSpan())));

    private void Receive(RouterSocket socket, Action<Message> take)
    {
        if (codec.Decode(socket.ReceiveMultipartBytes()) is { } message)
        {
            take(message);
        }
        else
        {
            OnRejected(++rejected);
        }
    }

    private void SendQueued()
    {
        while (outgoing.TryDequeue(out var item, TimeSpan.Zero))
        {
            item.Socket.SendMultipartBytes(item.Frames);
        }
    }
}
