using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClusterResearch.Notebooks.Documents;
using ClusterResearch.Notebooks.Kernel.Wire;
using ClusterResearch.Notebooks.Session;
using ClusterResearch.Rendering;

namespace ClusterResearch.Notebooks.Kernel;

/// <summary>Sends what a cell shows to the front ends, in order and from any thread; text goes out in pieces.</summary>
/// <param name="sockets">Where to send.</param>
/// <param name="request">The request that the cell came with.</param>
/// <param name="count">The number of the execution.</param>
/// <param name="answers">The front end's answers to questions.</param>
/// <param name="unsent">Takes these outputs when they hold text that waits to be sent.</param>
internal sealed class CellOutputs(KernelSockets sockets, Message request, int count, BlockingCollection<string> answers, ConcurrentQueue<CellOutputs> unsent)
    : ICellSink, ICellInput
{
    /// <summary>A piece this long is sent at once, a shorter one after a moment.</summary>
    private const int PieceLength = 32 * 1024;

    private readonly Lock gate = new();
    private readonly StringBuilder pending = new();
    private readonly bool isSilent = request.Flag("silent", otherwise: false);
    private readonly bool canAsk = request.Flag("allow_stdin", otherwise: false);
    private string stream = "";
    private string lastLine = "";
    private bool isListed;

    /// <summary>The result as text, for the history; empty where there is none.</summary>
    public string ResultText { get; private set; } = "";

    public void Text(string name, string text)
    {
        lock (gate)
        {
            if (name != stream)
            {
                SendText();
                stream = name;
            }
            pending.Append(text);
            if (pending.Length >= PieceLength)
            {
                SendText();
            }
            else if (!isListed)
            {
                isListed = true;
                unsent.Enqueue(this);
            }
        }
    }

    public void Display(string displayId, ImmutableSortedDictionary<string, string> data) => Send("display_data", data, displayId);

    public void Update(string displayId, ImmutableSortedDictionary<string, string> data) => Send("update_display_data", data, displayId);

    public void Clear(bool wait) => Send("clear_output", new JsonObject { ["wait"] = wait });

    public void Result(ImmutableSortedDictionary<string, string> data)
    {
        ResultText = data.GetValueOrDefault(MimeType.Text, "");
        Send("execute_result", new JsonObject { ["execution_count"] = count, ["data"] = Bundle(data), ["metadata"] = new JsonObject() });
    }

    public void Fail(CellFailure failure) => Send("error", Error(failure));

    /// <summary>Sends the text that still waits.</summary>
    public void Flush()
    {
        lock (gate)
        {
            isListed = false;
            SendText();
        }
    }

    public string? ReadLine()
    {
        if (!canAsk)
        {
            return null;
        }
        string prompt;
        lock (gate)
        {
            SendText();
            prompt = lastLine;
        }
        while (answers.TryTake(out _))
        {
            // An answer to a question that was interrupted.
        }
        sockets.AskOnStdin(request, new JsonObject { ["prompt"] = prompt, ["password"] = false });
        return answers.Take();
    }

    /// <summary>A failure as the protocol writes it.</summary>
    public static JsonObject Error(CellFailure failure) =>
        new()
        {
            ["ename"] = failure.Name,
            ["evalue"] = failure.Message,
            ["traceback"] = new JsonArray([.. failure.Traceback.Select(l => (JsonNode)l)]),
        };

    /// <summary>Representations as the protocol writes them: JSON types as JSON, others as text.</summary>
    public static JsonObject Bundle(ImmutableSortedDictionary<string, string> data) =>
        new(data.Select(d => KeyValuePair.Create(d.Key, Content(d.Key, d.Value))));

    private static JsonNode? Content(string mimeType, string content)
    {
        try
        {
            return OutputJson.IsJson(mimeType) ? JsonNode.Parse(content) : content;
        }
        catch (JsonException)
        {
            // A formatter of the reader's own may promise JSON and give something else.
            return content;
        }
    }

    private void Send(string type, ImmutableSortedDictionary<string, string> data, string displayId) =>
        Send(
            type,
            new JsonObject
            {
                ["data"] = Bundle(data),
                ["metadata"] = new JsonObject(),
                // After a restart the page may still show displays of the run before.
                ["transient"] = new JsonObject { ["display_id"] = $"{sockets.Session[..8]}-{displayId}" },
            }
        );

    private void Send(string type, JsonObject content)
    {
        lock (gate)
        {
            SendText();
            Publish(type, content);
        }
    }

    private void SendText()
    {
        if (pending.Length == 0)
        {
            return;
        }
        var text = pending.ToString();
        pending.Clear();
        lastLine = text[(text.LastIndexOf('\n') + 1)..].Trim();
        Publish("stream", new JsonObject { ["name"] = stream, ["text"] = text });
    }

    private void Publish(string type, JsonObject content)
    {
        if (!isSilent)
        {
            sockets.Publish(type, content, request);
        }
    }
}
