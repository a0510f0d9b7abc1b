using System.Text;
using System.Text.Json;

namespace ClusterResearch.Notebooks.Documents;

/// <summary>Where the values of a JSON text stand, so that a finding can name line and column.</summary>
internal sealed class JsonPlaces
{
    /// <summary>Deep enough for <c>cells[3].metadata.dotnet_interactive</c>; outputs below are skipped.</summary>
    private const int MaximumDepth = 4;

    private readonly byte[] utf8;
    private readonly Dictionary<string, int> offsets = new(StringComparer.Ordinal);

    /// <summary>Walks a valid JSON text once.</summary>
    public JsonPlaces(byte[] utf8)
    {
        this.utf8 = utf8;
        var reader = new Utf8JsonReader(utf8);
        var parents = new Parent[MaximumDepth + 2];
        while (reader.Read())
        {
            Visit(ref reader, parents);
        }
    }

    /// <summary>Line and column of the value under a path such as <c>cells[3].id</c>, or of the nearest value around it.</summary>
    public (int Line, int Column) this[string path]
    {
        get
        {
            while (!offsets.ContainsKey(path) && path.Length > 0)
            {
                path = path[..Math.Max(0, path.LastIndexOfAny(['.', '[']))];
            }
            return At(utf8, offsets.GetValueOrDefault(path));
        }
    }

    /// <summary>Line and column, counted in characters from 1, of a byte.</summary>
    public static (int Line, int Column) At(ReadOnlySpan<byte> utf8, int offset)
    {
        var before = utf8[..Math.Min(offset, utf8.Length)];
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        return (before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[lineStart..]) + 1);
    }

    private void Visit(ref Utf8JsonReader reader, Parent[] parents)
    {
        var depth = reader.CurrentDepth;
        if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
        {
            return;
        }
        if (reader.TokenType == JsonTokenType.PropertyName)
        {
            parents[depth].Key = reader.GetString()!;
            return;
        }
        var path = parents[depth].Next();
        offsets.TryAdd(path, (int)reader.TokenStartIndex);
        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            if (depth >= MaximumDepth)
            {
                reader.Skip();
                return;
            }
            parents[depth + 1] = new()
            {
                Path = path,
                IsArray = reader.TokenType == JsonTokenType.StartArray,
            };
        }
    }

    /// <summary>The object or array that a value stands in.</summary>
    private struct Parent
    {
        public string? Path;
        public string? Key;
        public bool IsArray;
        private int count;

        public string Next() =>
            IsArray ? string.Create(Invariant, $"{Path}[{count++}]")
            : string.IsNullOrEmpty(Path) ? Key ?? ""
            : $"{Path}.{Key}";
    }
}
