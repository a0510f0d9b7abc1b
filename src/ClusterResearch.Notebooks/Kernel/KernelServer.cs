using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using ClusterResearch.Notebooks.Kernel.Editing;
using ClusterResearch.Notebooks.Kernel.Wire;
using ClusterResearch.Notebooks.Session;

namespace ClusterResearch.Notebooks.Kernel;

/// <summary>Hands each request to whoever answers it: cells to one thread, editors' questions to another, control to a third.</summary>
internal sealed class KernelServer : IDisposable
{
    /// <summary>What is sent in one go arrives within this time.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(10);

    private readonly KernelSockets sockets;
    private readonly TextWriter log;
    private readonly CSharpSession session;
    private readonly CellExecutor executor;
    private readonly CellEditor editor;
    private readonly BlockingCollection<Message> cells = [];
    private readonly BlockingCollection<Message> questions = [];
    private readonly BlockingCollection<(Message Message, bool OnControl)> controls = [];
    private readonly ManualResetEventSlim ended = new();
    private volatile Message? running;

    public KernelServer(ConnectionFile connection, string folder, TextWriter log)
    {
        this.log = log;
        sockets = new KernelSockets(connection)
        {
            OnShell = Sort,
            OnControl = m => controls.Add((m, true)),
            OnStdin = m => executor!.Answer(m),
            OnTick = () => executor!.SendText(),
            OnRejected = n => log.WriteLine(string.Create(Invariant, $"Dropped a message with a wrong signature or form; {n} so far.")),
        };
        session = new CSharpSession(folder);
        editor = new CellEditor(session.Preview);
        executor = new CellExecutor(sockets, session, editor);
    }

    /// <summary>Serves until a front end asks for the end, or until the token is cancelled.</summary>
    public void Run(CancellationToken cancellation)
    {
        sockets.Start();
        Start("cells", () => Consume(cells, Run));
        Start("editor", () => Consume(questions, m => Handle(m, sockets.ReplyOnShell, Answer)));
        Start("control", () => Consume(controls, c => Steer(c.Message, c.OnControl ? sockets.ReplyOnControl : sockets.ReplyOnShell)));
        sockets.Publish("status", State("starting"), null);
        try
        {
            ended.Wait(cancellation);
        }
        catch (OperationCanceledException)
        {
            // Nobody is left to talk to.
        }
        executor.Interrupt();
    }

    /// <summary>Stops the running cell.</summary>
    public void Interrupt() => executor.Interrupt();

    public void Dispose()
    {
        sockets.Dispose();
        session.Dispose();
        ended.Dispose();
    }

    private static void Start(string name, Action work) => new Thread(() => work()) { IsBackground = true, Name = name }.Start();

    private static void Consume<T>(BlockingCollection<T> queue, Action<T> take)
    {
        foreach (var item in queue.GetConsumingEnumerable())
        {
            take(item);
        }
    }

    /// <summary>VS Code interrupts on the shell channel: that must not wait for the running cell, and neither must an editor.</summary>
    private void Sort(Message message)
    {
        switch (message.Type)
        {
            case "interrupt_request" or "shutdown_request":
                controls.Add((message, false));
                break;
            case "execute_request" or "comm_open" or "comm_msg" or "comm_close":
                cells.Add(message);
                break;
            default:
                questions.Add(message);
                break;
        }
    }

    private void Handle(Message message, Action<Message, string, JsonObject> reply, Func<Message, JsonObject?> answer)
    {
        sockets.Publish("status", State("busy"), message);
        try
        {
            if (answer(message) is { } content)
            {
                reply(message, ReplyType(message), content);
            }
        }
#pragma warning disable CA1031 // A fault of the kernel must reach the front end that waits, and must not end the kernel.
        catch (Exception e)
#pragma warning restore CA1031
        {
            log.WriteLine(e);
            reply(message, ReplyType(message), new JsonObject { ["status"] = "error", ["ename"] = e.GetType().Name, ["evalue"] = e.Message, ["traceback"] = new JsonArray() });
        }
        sockets.Publish("status", State("idle"), message);
        if (running is { } cell && cell != message)
        {
            // An editor was answered meanwhile; front ends show the last state they heard.
            sockets.Publish("status", State("busy"), cell);
        }
    }

    private static string ReplyType(Message message) => message.Type.Replace("_request", "_reply", StringComparison.Ordinal);

    private static JsonObject State(string state) => new() { ["execution_state"] = state };

    /// <summary>Runs a cell; those that were sent together with one that fails do not run.</summary>
    private void Run(Message message)
    {
        var aborted = new List<Message>();
        Handle(
            message,
            sockets.ReplyOnShell,
            m =>
            {
                var reply = Execute(m);
                if ((string?)reply?["status"] == "error" && m.Flag("stop_on_error", otherwise: true))
                {
                    aborted = Waiting();
                }
                return reply;
            }
        );
        foreach (var cell in aborted)
        {
            Handle(cell, sockets.ReplyOnShell, m => m.Type == "execute_request" ? new JsonObject { ["status"] = "aborted", ["execution_count"] = 0 } : null);
        }
    }

    private JsonObject? Execute(Message message)
    {
        if (message.Type != "execute_request")
        {
            Comm(message);
            return null;
        }
        running = message;
        try
        {
            return executor.Run(message);
        }
        finally
        {
            running = null;
        }
    }

    /// <summary>Takes what is queued now; what a front end sends when it has heard of the failure is not among it.</summary>
    private List<Message> Waiting()
    {
        Thread.Sleep(Grace);
        var waiting = new List<Message>();
        while (cells.TryTake(out var message))
        {
            waiting.Add(message);
        }
        return waiting;
    }

    /// <summary>Nothing here is reached by comms, so each that is opened is closed again, as the protocol wants it.</summary>
    private void Comm(Message message)
    {
        if (message.Type == "comm_open")
        {
            sockets.Publish("comm_close", new JsonObject { ["comm_id"] = message.Text("comm_id"), ["data"] = new JsonObject() }, message);
        }
    }

    private JsonObject? Answer(Message message) =>
        message.Type switch
        {
            "kernel_info_request" => KernelInfo.Content(),
            "complete_request" => EditorAnswers.Complete(editor, message),
            "inspect_request" => EditorAnswers.Inspect(editor, message),
            "is_complete_request" => EditorAnswers.IsComplete(message),
            "history_request" => executor.History.Answer(message),
            "comm_info_request" => new JsonObject { ["status"] = "ok", ["comms"] = new JsonObject() },
            "connect_request" => new JsonObject { ["status"] = "ok" },
            // Unknown requests get no answer, as the protocol wants it.
            _ => null,
        };

    private void Steer(Message message, Action<Message, string, JsonObject> reply)
    {
        Handle(message, reply, Control);
        if (message.Type == "shutdown_request")
        {
            ended.Set();
        }
    }

    private JsonObject? Control(Message message)
    {
        if (message.Type == "interrupt_request")
        {
            executor.Interrupt();
        }
        return message.Type switch
        {
            "interrupt_request" => new JsonObject { ["status"] = "ok" },
            "shutdown_request" => new JsonObject { ["status"] = "ok", ["restart"] = message.Flag("restart", otherwise: false) },
            _ => Answer(message),
        };
    }
}
