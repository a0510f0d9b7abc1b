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
            // the byte in the line, so that columns can count characters
            var lineStart = LineStart(file.Bytes.Span, (int)(fault.LineNumber ?? 0));
            var offset = Math.Min(lineStart + (int)(fault.BytePositionInLine ?? 0), file.Bytes.Length);
            Report(offset, fault.Message.Split(" LineNumber:")[0].Split(" Path:")[0].Replace(" Change the reader options.", "", StringComparison.Ordinal));
            return null;
        }
        catch (DuplicateProperty twice)
        {
            Report(twice.Offset, $"the property “{twice.Message}” a second time", "every property of an object once");
            return null;
        }
        catch (InvalidOperationException)
        {
            // half of a surrogate pair, written as an escape
            Report((int)reader.TokenStartIndex, "an escape that is no character");
            return null;
        }

        void Report(int offset, string found, string expected = "JSON (RFC 8259)")
        {
            var (line, column) = TextDecoder.Place(file.Bytes.Span, offset);
            findings.Add(new(syntax, file.Name, line, column, found, expected, "mend the file at this place; an editor with JSON support marks it"));
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
                    var (name, start) = (reader.GetString()!, (int)reader.TokenStartIndex);
                    reader.Read();
                    if (!node.Members.TryAdd(name, Value(ref reader, positions)))
                    {
                        throw new DuplicateProperty(name, start);
                    }
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

    private static int LineStart(ReadOnlySpan<byte> bytes, int lines)
    {
        var start = 0;
        for (; lines > 0; lines--)
        {
            start += bytes[start..].IndexOf((byte)'\n') + 1;
        }
        return start;
    }

    /// <summary>A reader would take the last of the two, and nobody would see the first.</summary>
    private sealed class DuplicateProperty(string name, int offset) : Exception(name)
    {
        public int Offset => offset;
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
