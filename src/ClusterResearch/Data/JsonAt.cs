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
        var (value, fault) = Parse(file.Bytes);
        if (fault is not null)
        {
            findings.Add(new(syntax, file.Name, fault.Line, fault.Column, fault.Found, fault.Expected, "mend the file at this place; an editor with JSON support marks it"));
        }
        return value;
    }

    /// <summary>Parses UTF-8 without byte order mark: either the value or what is wrong.</summary>
    public static (JsonAt? Value, JsonFault? Fault) Parse(ReadOnlyMemory<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8.Span);
        try
        {
            reader.Read();
            var value = Value(ref reader, new Positions(utf8));
            reader.Read(); // anything behind the value throws
            return (value, null);
        }
        catch (JsonException fault)
        {
            // the byte in the line, so that columns can count characters
            var lineStart = LineStart(utf8.Span, (int)(fault.LineNumber ?? 0));
            var offset = Math.Min(lineStart + (int)(fault.BytePositionInLine ?? 0), utf8.Length);
            return Fault(offset, fault.Message.Split(" LineNumber:")[0].Split(" Path:")[0].Replace(" Change the reader options.", "", StringComparison.Ordinal));
        }
        catch (DuplicateProperty twice)
        {
            return Fault(twice.Offset, $"the property “{twice.Message}” a second time", "every property of an object once");
        }
        catch (InvalidOperationException)
        {
            // half of a surrogate pair, written as an escape
            return Fault((int)reader.TokenStartIndex, "an escape that is no character");
        }

        (JsonAt?, JsonFault) Fault(int offset, string found, string expected = "JSON (RFC 8259)")
        {
            var (line, column) = TextDecoder.Place(utf8.Span, offset);
            return (null, new(line, column, found, expected));
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

/// <summary>Why a text is no JSON, and where.</summary>
/// <param name="Line">The line from 1.</param>
/// <param name="Column">The character of the line from 1.</param>
/// <param name="Found">What stands there.</param>
/// <param name="Expected">What should stand there.</param>
internal sealed record JsonFault(int Line, int Column, string Found, string Expected);
