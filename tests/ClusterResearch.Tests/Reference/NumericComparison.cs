using System.Text.Json;

namespace ClusterResearch.Tests.Reference;

/// <summary>Compares what the library gives with every leaf of a case's <c>expected</c>.</summary>
internal sealed class NumericComparison(JsonElement tolerance)
{
    private readonly List<string> differences = [];

    /// <summary>How many leaves of <c>expected</c> were compared.</summary>
    public int Compared { get; private set; }

    public IReadOnlyList<string> Differences => differences;

    /// <summary>Walks <paramref name="expected"/>; a leaf that <paramref name="actual"/> has not is a difference.</summary>
    /// <param name="expected">Numbers, null, texts, lists and objects.</param>
    /// <param name="actual">Doubles, texts, lists and dictionaries in the same shape.</param>
    /// <param name="path">The dotted path so far.</param>
    public void Compare(JsonElement expected, object? actual, string path = "")
    {
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                var members = actual as IReadOnlyDictionary<string, object>;
                foreach (var member in expected.EnumerateObject())
                {
                    Compare(member.Value, members?.GetValueOrDefault(member.Name), path.Length == 0 ? member.Name : $"{path}.{member.Name}");
                }
                break;
            case JsonValueKind.Array:
                var items = actual is System.Collections.IEnumerable list and not string ? list.Cast<object?>().ToArray() : [];
                if (actual is not null && items.Length != expected.GetArrayLength())
                {
                    differences.Add(FormattableString.Invariant($"{path}: {items.Length} items instead of {expected.GetArrayLength()}"));
                }
                foreach (var (item, i) in expected.EnumerateArray().Select((item, i) => (item, i)))
                {
                    Compare(item, i < items.Length ? items[i] : null, FormattableString.Invariant($"{path}.{i}"));
                }
                break;
            default:
                Compared++;
                if (!Agrees(expected, actual, path))
                {
                    differences.Add(FormattableString.Invariant($"{path}: {actual ?? "nothing"} instead of {expected.GetRawText()}"));
                }
                break;
        }
    }

    /// <summary>How many leaves a value has.</summary>
    public static int Leaves(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.Object => json.EnumerateObject().Sum(m => Leaves(m.Value)),
            JsonValueKind.Array => json.EnumerateArray().Sum(Leaves),
            _ => 1,
        };

    private bool Agrees(JsonElement expected, object? actual, string path) =>
        (expected.ValueKind, actual) switch
        {
            (JsonValueKind.Null, double d) => double.IsNaN(d),
            (JsonValueKind.Number, double d) => Math.Abs(d - expected.GetDouble()) <= Bound("abs", path) + Bound("rel", path) * Math.Abs(expected.GetDouble()),
            (JsonValueKind.String, string s) => s == expected.GetString(),
            (JsonValueKind.True or JsonValueKind.False, bool b) => b == expected.GetBoolean(),
            _ => false,
        };

    /// <summary>The tolerance at a path: the longest of <c>fields</c> that the path begins with, else the case's own.</summary>
    private double Bound(string kind, string path)
    {
        var (best, length) = (tolerance.TryGetProperty(kind, out var own) ? own.GetDouble() : 0, 0);
        if (tolerance.TryGetProperty("fields", out var fields))
        {
            foreach (var field in fields.EnumerateObject())
            {
                var covers = path == field.Name || path.StartsWith(field.Name + ".", StringComparison.Ordinal);
                if (covers && field.Name.Length > length && field.Value.TryGetProperty(kind, out var value))
                {
                    (best, length) = (value.GetDouble(), field.Name.Length);
                }
            }
        }
        return best;
    }
}
