using System.IO.Enumeration;
using System.Text.Json.Nodes;
using ClusterResearch.Notebooks.Kernel.Wire;

namespace ClusterResearch.Notebooks.Kernel;

/// <summary>The cells that ran since the kernel started, with the text of their results.</summary>
internal sealed class ExecutionHistory
{
    /// <summary>The number of this run of the kernel; earlier ones are not kept.</summary>
    private const int Session = 1;

    private readonly Lock gate = new();
    private readonly List<(int Line, string Code, string Output)> entries = [];

    public void Add(int line, string code, string output)
    {
        lock (gate)
        {
            entries.Add((line, code, output));
        }
    }

    /// <summary>Answers a <c>history_request</c>: the last cells, a range of them, or those that match a pattern.</summary>
    public JsonObject Answer(Message request)
    {
        List<(int Line, string Code, string Output)> all;
        lock (gate)
        {
            all = [.. entries];
        }
        var found = request.Text("hist_access_type", "tail") switch
        {
            "range" => Range(all, request),
            "search" => Search(all, request),
            _ => all.TakeLast(request.Number("n") ?? all.Count),
        };
        var withOutput = request.Flag("output", otherwise: false);
        return new JsonObject { ["status"] = "ok", ["history"] = new JsonArray([.. found.Select(e => Entry(e, withOutput))]) };
    }

    private static JsonArray Entry((int Line, string Code, string Output) entry, bool withOutput) =>
        [Session, entry.Line, withOutput ? new JsonArray(entry.Code, entry.Output) : entry.Code];

    /// <summary>Session 0 means the current one, and only that is known.</summary>
    private static IEnumerable<(int Line, string Code, string Output)> Range(List<(int Line, string Code, string Output)> all, Message request) =>
        (request.Number("session") ?? 0) is not (0 or Session)
            ? []
            : all.Where(e => e.Line >= (request.Number("start") ?? 0) && e.Line < (request.Number("stop") ?? int.MaxValue));

    private static IEnumerable<(int Line, string Code, string Output)> Search(List<(int Line, string Code, string Output)> all, Message request)
    {
        var pattern = request.Text("pattern", "*");
        var found = all.Where(e => FileSystemName.MatchesSimpleExpression(pattern, e.Code, ignoreCase: false)).ToList();
        if (request.Flag("unique", otherwise: false))
        {
            found = [.. found.GroupBy(e => e.Code).Select(g => g.Last()).OrderBy(e => e.Line)];
        }
        return found.TakeLast(request.Number("n") ?? found.Count);
    }
}
