using System.Text;
using System.Text.Json;
using ClusterResearch.Findings;

namespace ClusterResearch.Data;

/// <summary>A JSON value that knows where it stands, so that a finding can point at it.</summary>
internal sealed class JsonAt
{
    public required JsonValueKind Kind { get; init; }
    public required int Line { get; init; }
    public required int Column { get; init; }

    /// <summary>The text of a string, or the digits of a number.</summary>
    public string Text { get; init; } = "";

    public Dictionary<string, JsonAt> Members { get; } = [];
    public List<JsonAt> Items { get; } = [];

    /// <summary>Parses a file; a syntax error is a finding and gives null.</summary>
    public static JsonAt? Parse(SourceFile file, FindingCode syntax, List<Finding> findings)
    {
        if (TextDecoder.Decode(file, findings) is null)
        {
            return null;
        }
        var reader = new Utf8JsonReader(file.Bytes.Span);
        try
        {
            reader.Read();
            var value = Value(ref reader, new Positions(file.Bytes));
            reader.Read(); // anything behind the value throws
            return value;
        }
        catch (JsonException fault)
        {
            findings.Add(new(syntax, file.Name, (int)(fault.LineNumber ?? 0) + 1, (int)(fault.BytePositionInLine ?? 0) + 1,
                fault.Message.Split(" LineNumber:")[0].Split(" Path:")[0], "JSON (RFC 8259)", "mend the file at this place; an editor with JSON support marks it"));
            return null;
        }
    }

    public JsonAt? this[string name] => Members.GetValueOrDefault(name);

    private static JsonAt Value(ref Utf8JsonReader reader, Positions positions)
    {
        var (line, column) = positions.Of((int)reader.TokenStartIndex);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var node = new JsonAt { Kind = JsonValueKind.Object, Line = line, Column = column };
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    var name = reader.GetString()!;
                    reader.Read();
                    node.Members[name] = Value(ref reader, positions);
                }
                return node;
            case JsonTokenType.StartArray:
                var list = new JsonAt { Kind = JsonValueKind.Array, Line = line, Column = column };
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    list.Items.Add(Value(ref reader, positions));
                }
                return list;
            case JsonTokenType.String:
                return new() { Kind = JsonValueKind.String, Text = reader.GetString()!, Line = line, Column = column };
            case JsonTokenType.Number:
                return new() { Kind = JsonValueKind.Number, Text = Encoding.UTF8.GetString(reader.ValueSpan), Line = line, Column = column };
            default:
                var kind = reader.TokenType switch { JsonTokenType.True => JsonValueKind.True, JsonTokenType.False => JsonValueKind.False, _ => JsonValueKind.Null };
                return new() { Kind = kind, Line = line, Column = column };
        }
    }

    /// <summary>Byte offsets to lines and columns, walking forward once.</summary>
    private sealed class Positions(ReadOnlyMemory<byte> bytes)
    {
        private int offset;
        private int line = 1;
        private int lineStart;

        public (int Line, int Column) Of(int target)
        {
            for (; offset < target; offset++)
            {
                if (bytes.Span[offset] == '\n')
                {
                    line++;
                    lineStart = offset + 1;
                }
            }
            return (line, Encoding.UTF8.GetCharCount(bytes.Span[lineStart..target]) + 1);
        }
    }
}
