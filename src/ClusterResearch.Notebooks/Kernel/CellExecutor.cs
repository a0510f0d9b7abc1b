using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ClusterResearch.Notebooks.Kernel.Editing;
using ClusterResearch.Notebooks.Kernel.Wire;
using ClusterResearch.Notebooks.Session;

namespace ClusterResearch.Notebooks.Kernel;

/// <summary>Answers <c>execute_request</c>: runs the code, counts, keeps the history, can be interrupted.</summary>
internal sealed partial class CellExecutor(KernelSockets sockets, CSharpSession session, CellEditor editor)
{
    private readonly BlockingCollection<string> answers = [];
    private readonly ConcurrentQueue<CellOutputs> unsent = new();
    private readonly Lock gate = new();
    private CancellationTokenSource? running;
    private int count;

    public ExecutionHistory History { get; } = new();

    /// <summary>Stops the running cell, if there is one; its variables stay.</summary>
    public void Interrupt()
    {
        lock (gate)
        {
            running?.Cancel();
        }
    }

    /// <summary>Takes an answer to a question of the running cell.</summary>
    public void Answer(Message reply) => answers.Add(reply.Text("value"));

    /// <summary>Sends the text that cells wrote since the last call, also that of threads they left behind.</summary>
    public void SendText()
    {
        while (unsent.TryDequeue(out var outputs))
        {
            outputs.Flush();
        }
    }

    /// <summary>Runs a cell and gives the reply.</summary>
    public JsonObject Run(Message request)
    {
        var code = request.Text("code");
        var isSilent = request.Flag("silent", otherwise: false);
        var keeps = !isSilent && request.Flag("store_history", otherwise: true);
        var isEmpty = string.IsNullOrWhiteSpace(code);
        count += keeps && !isEmpty ? 1 : 0;
        var outputs = new CellOutputs(sockets, request, count, answers, unsent);
        if (!isSilent)
        {
            sockets.Publish("execute_input", new JsonObject { ["code"] = code, ["execution_count"] = count }, request);
        }
        if (Question().Match(code) is { Success: true } question)
        {
            return Reply("ok", new() { ["payload"] = Page(question.Groups["name"].Value), ["user_expressions"] = new JsonObject() });
        }
        var failure = isEmpty ? null : Execute(code, outputs);
        outputs.Flush();
        if (keeps && !isEmpty)
        {
            History.Add(count, code, outputs.ResultText);
        }
        return failure is null
            ? Reply("ok", new() { ["payload"] = new JsonArray(), ["user_expressions"] = Expressions(request) })
            : Reply("error", CellOutputs.Error(failure));
    }

    private JsonObject Reply(string status, JsonObject content)
    {
        content["status"] = status;
        content["execution_count"] = count;
        return content;
    }

    private CellFailure? Execute(string code, ICellSink sink)
    {
        using var cancellation = new CancellationTokenSource();
        lock (gate)
        {
            running = cancellation;
        }
        try
        {
            return session.Execute(code, count, sink, cancellation: cancellation.Token);
        }
        finally
        {
            lock (gate)
            {
                running = null;
            }
        }
    }

    /// <summary>The documentation of a name, for the pager of the front end.</summary>
    private JsonArray Page(string name) =>
        [new JsonObject { ["source"] = "page", ["start"] = 0, ["data"] = CellOutputs.Bundle(editor.Inspect(name, name.Length) ?? Unknown(name)) }];

    private static ImmutableSortedDictionary<string, string> Unknown(string name) =>
        ImmutableSortedDictionary<string, string>.Empty.Add(ClusterResearch.Rendering.MimeType.Text, $"There is nothing called {name} here.");

    private JsonObject Expressions(Message request)
    {
        var results = new JsonObject();
        if (request.Content.TryGetProperty("user_expressions", out var given) && given.ValueKind == System.Text.Json.JsonValueKind.Object)
        {
            foreach (var expression in given.EnumerateObject())
            {
                var sink = new ValueSink();
                var failure = Execute(expression.Value.GetString() ?? "", sink);
                var result = failure is null
                    ? new JsonObject { ["status"] = "ok", ["data"] = CellOutputs.Bundle(sink.Value), ["metadata"] = new JsonObject() }
                    : CellOutputs.Error(failure);
                result["status"] ??= "error";
                results[expression.Name] = result;
            }
        }
        return results;
    }

    /// <summary>A name with a question mark before or after it, as Jupyter's users ask.</summary>
    [GeneratedRegex(@"^\s*(?:\?\s*(?<name>[\w.]+)|(?<name>[\w.]+)\s*\?)\s*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Question();

    /// <summary>Keeps a result and nothing else.</summary>
    private sealed class ValueSink : ICellSink
    {
        public ImmutableSortedDictionary<string, string> Value { get; private set; } = ImmutableSortedDictionary<string, string>.Empty;

        public void Text(string name, string text) { }

        public void Display(string displayId, ImmutableSortedDictionary<string, string> data) { }

        public void Update(string displayId, ImmutableSortedDictionary<string, string> data) { }

        public void Clear(bool wait) { }

        public void Result(ImmutableSortedDictionary<string, string> data) => Value = data;

        public void Fail(CellFailure failure) { }
    }
}
