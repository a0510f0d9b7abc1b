using System.Collections.Immutable;
using System.Text.Json;

namespace ClusterResearch.Notebooks.Kernel.Wire;

/// <summary>A message of a front end.</summary>
/// <param name="Identities">Whom to answer, as the socket gave it.</param>
/// <param name="Header">The header's bytes as they came; answers carry them along.</param>
/// <param name="Type">What is asked for, e.g. <c>execute_request</c>.</param>
/// <param name="Id">The message's id.</param>
/// <param name="ParentId">The id of the message that it answers; empty where it answers none.</param>
/// <param name="Content">What it says; an object.</param>
internal sealed record Message(
    ImmutableArray<byte[]> Identities,
    ImmutableArray<byte> Header,
    string Type,
    string Id,
    string ParentId,
    JsonElement Content
)
{
    /// <summary>A text of the content.</summary>
    public string Text(string name, string otherwise = "") =>
        Content.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : otherwise;

    /// <summary>A yes or no of the content.</summary>
    public bool Flag(string name, bool otherwise) =>
        Content.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : otherwise;

    /// <summary>A whole number of the content; null where there is none.</summary>
    public int? Number(string name) =>
        Content.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;
}
