using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ClusterResearch.Notebooks.Kernel.Wire;

/// <summary>Messages to frames and back: identities, delimiter, signature, header, parent, metadata, content.</summary>
/// <param name="key">The key of signatures; empty means none.</param>
internal sealed class MessageCodec(ImmutableArray<byte> key)
{
    /// <summary>The version of the protocol that is spoken.</summary>
    public const string Protocol = "5.3";

    private static readonly byte[] Delimiter = "<IDS|MSG>"u8.ToArray();
    private static readonly byte[] Nothing = "{}"u8.ToArray();
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly byte[] key = [.. key];

    /// <summary>Names this kernel's run in the messages it sends.</summary>
    public string Session { get; } = Guid.NewGuid().ToString("N");

    /// <summary>The frames of a message, ready to be sent.</summary>
    /// <param name="identities">Whom it goes to; for published messages the topic.</param>
    /// <param name="type">Its type.</param>
    /// <param name="content">What it says.</param>
    /// <param name="parentHeader">The header of the message that it answers, as bytes; empty for none.</param>
    public List<byte[]> Encode(IEnumerable<byte[]> identities, string type, JsonObject content, ReadOnlySpan<byte> parentHeader)
    {
        var header = new JsonObject
        {
            ["msg_id"] = Guid.NewGuid().ToString("N"),
            ["session"] = Session,
            ["username"] = "cluster",
            // The protocol asks for it; nothing of ours reads it.
            ["date"] = DateTime.UtcNow.ToString("O", Invariant),
            ["msg_type"] = type,
            ["version"] = Protocol,
        };
        byte[][] parts = [Bytes(header), parentHeader.IsEmpty ? Nothing : parentHeader.ToArray(), Nothing, Bytes(content)];
        return [.. identities, Delimiter, key.Length == 0 ? [] : Encoding.ASCII.GetBytes(Sign(parts)), .. parts];
    }

    /// <summary>Understands frames.</summary>
    /// <returns>The message; null where the signature is wrong or the frames are no message.</returns>
    public Message? Decode(IReadOnlyList<byte[]> frames)
    {
        var at = Enumerable.Range(0, frames.Count).FirstOrDefault(i => frames[i].AsSpan().SequenceEqual(Delimiter), -1);
        if (at < 0 || frames.Count < at + 6)
        {
            return null;
        }
        byte[][] parts = [frames[at + 2], frames[at + 3], frames[at + 4], frames[at + 5]];
        if (key.Length > 0 && !CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Sign(parts)), frames[at + 1]))
        {
            return null;
        }
        try
        {
            var (header, parent, content) = (JsonElement.Parse(parts[0]), JsonElement.Parse(parts[1]), JsonElement.Parse(parts[3]));
            var parentId = parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty("msg_id", out var id) ? id.GetString() ?? "" : "";
            return content.ValueKind != JsonValueKind.Object
                ? null
                : new([.. frames.Take(at)], [.. parts[0]], header.GetProperty("msg_type").GetString()!, header.GetProperty("msg_id").GetString() ?? "", parentId, content);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    private static byte[] Bytes(JsonObject json) => JsonSerializer.SerializeToUtf8Bytes(json, Json);

    /// <summary>The signature of the four parts, in hexadecimal digits.</summary>
    internal string Sign(byte[][] parts)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        foreach (var part in parts)
        {
            hash.AppendData(part);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
