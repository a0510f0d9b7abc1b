using System.Text.Json.Nodes;
using ClusterResearch.Notebooks.Kernel.Wire;

namespace ClusterResearch.Notebooks.Kernel.Editing;

/// <summary>The editor's answers as the protocol writes them, with positions in characters of Unicode.</summary>
internal static class EditorAnswers
{
    /// <summary>Answers <c>complete_request</c>, with kinds and signatures where the front end understands them.</summary>
    public static JsonObject Complete(CellEditor editor, Message request)
    {
        var code = request.Text("code");
        var completion = editor.Complete(code, Index(request, code));
        var (start, end) = (CodePoints.OfIndex(code, completion.Start), CodePoints.OfIndex(code, completion.End));
        return new JsonObject
        {
            ["status"] = "ok",
            ["matches"] = new JsonArray([.. completion.Items.Select(i => (JsonNode)i.Text)]),
            ["cursor_start"] = start,
            ["cursor_end"] = end,
            ["metadata"] = new JsonObject
            {
                // The name that front ends agreed on.
                ["_jupyter_types_experimental"] = new JsonArray([.. completion.Items.Select(i => (JsonNode)Typed(i, start, end))]),
            },
        };
    }

    /// <summary>Answers <c>inspect_request</c>.</summary>
    public static JsonObject Inspect(CellEditor editor, Message request)
    {
        var code = request.Text("code");
        var found = editor.Inspect(code, Index(request, code));
        return new JsonObject { ["status"] = "ok", ["found"] = found is not null, ["data"] = found is null ? new JsonObject() : CellOutputs.Bundle(found), ["metadata"] = new JsonObject() };
    }

    /// <summary>Answers <c>is_complete_request</c>.</summary>
    public static JsonObject IsComplete(Message request)
    {
        var (status, indent) = Completeness.Of(request.Text("code"));
        var answer = new JsonObject { ["status"] = status };
        if (status == "incomplete")
        {
            answer["indent"] = indent;
        }
        return answer;
    }

    private static JsonObject Typed(CompletionItem item, int start, int end) =>
        new() { ["start"] = start, ["end"] = end, ["text"] = item.Text, ["type"] = item.Kind, ["signature"] = item.Signature };

    private static int Index(Message request, string code) => request.Number("cursor_pos") is { } position ? CodePoints.ToIndex(code, position) : code.Length;
}
