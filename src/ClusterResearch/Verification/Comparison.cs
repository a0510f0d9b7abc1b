using System.Collections;
using System.Text.Json;

namespace ClusterResearch.Verification;

/// <summary>Compares what the library gives with every leaf of a case's <c>expected</c>.</summary>
/// <remarks>
/// |actual − expected| ≤ abs + rel·|expected| for a number; truth values and texts must be equal; null means that the
/// library must flag the value as missing: NaN or null. A leaf that was not given is a difference. A published figure of seven digits and more stands for every
/// number that is printed so: half a unit of its last digit is allowed for.
/// </remarks>
internal sealed class Comparison(JsonElement tolerance, bool published = false)
{
    private static readonly object Absent = new();
    private readonly List<string> differences = [];

    /// <summary>How many leaves of <c>expected</c> were compared.</summary>
    public int Compared { get; private set; }

    public IReadOnlyList<string> Differences => differences;

    /// <summary>The digits to which the worst number agrees: −log10 of its relative error, at most 16; NaN where no number was compared.</summary>
    /// <remarks>Numbers whose expected size is within the absolute tolerance have no relative error and are left out.</remarks>
    public double Digits { get; private set; } = double.NaN;

    /// <summary>Walks <paramref name="expected"/>.</summary>
    /// <param name="expected">Numbers, null, texts, lists and objects.</param>
    /// <param name="actual">Numbers, texts, truth values, lists and dictionaries in the same shape.</param>
    /// <param name="path">The dotted path so far.</param>
    public void Compare(JsonElement expected, object? actual, string path = "")
    {
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in expected.EnumerateObject())
                {
                    Compare(member.Value, Member(actual, member.Name), path.Length == 0 ? member.Name : $"{path}.{member.Name}");
                }
                break;
            case JsonValueKind.Array:
                CompareList(expected, actual, path);
                break;
            default:
                Compared++;
                if (!Agrees(expected, actual, path))
                {
                    differences.Add(string.Create(Invariant, $"{path}: {(ReferenceEquals(actual, Absent) ? "nothing" : actual ?? "null")} instead of {expected.GetRawText()}"));
                }
                break;
        }
    }

    private void CompareList(JsonElement expected, object? actual, string path)
    {
        var items = actual is IEnumerable list and not (string or IDictionary) ? list.Cast<object?>().ToArray() : null;
        if (items is not null && items.Length != expected.GetArrayLength())
        {
            differences.Add(string.Create(Invariant, $"{path}: {items.Length} items instead of {expected.GetArrayLength()}"));
        }
        else if (items is null && expected.GetArrayLength() == 0)
        {
            differences.Add($"{path}: nothing instead of an empty list");
        }
        foreach (var (i, item) in expected.EnumerateArray().Index())
        {
            Compare(item, items is not null && i < items.Length ? items[i] : Absent, string.Create(Invariant, $"{path}.{i}"));
        }
    }

    private static object? Member(object? actual, string name) => actual is IDictionary members && members.Contains(name) ? members[name] : Absent;

    private bool Agrees(JsonElement expected, object? actual, string path)
    {
        var number = actual switch { double d => d, int i => i, long l => l, _ => (double?)null };
        return (expected.ValueKind, actual) switch
        {
            (JsonValueKind.Null, null) => true,
            (JsonValueKind.Null, double d) => double.IsNaN(d),
            (JsonValueKind.Number, _) when number is { } value => IsClose(expected.GetDouble(), value, path, published ? HalfUnit(expected.GetRawText()) : 0),
            (JsonValueKind.String, string s) => s == expected.GetString(),
            (JsonValueKind.True or JsonValueKind.False, bool b) => b == expected.GetBoolean(),
            _ => false,
        };
    }

    private bool IsClose(double expected, double actual, string path, double printed)
    {
        var (error, abs) = (Math.Abs(actual - expected), Bound("abs", path));
        if (Math.Abs(expected) > abs)
        {
            var digits = double.IsNaN(error) ? 0 : Math.Clamp(-Math.Log10(error / Math.Abs(expected)), 0, 16);
            Digits = double.IsNaN(Digits) ? digits : Math.Min(Digits, digits);
        }
        return error <= Math.Max(abs + Bound("rel", path) * Math.Abs(expected), printed);
    }

    /// <summary>Half a unit of the last printed digit; 0 for fewer than seven digits, which may as well be an exact number.</summary>
    private static double HalfUnit(string number)
    {
        var digits = number.TrimStart('-', '0', '.').Count(char.IsDigit);
        var point = number.IndexOf('.', StringComparison.Ordinal);
        return digits < 7 || point < 0 || number.Contains('e', StringComparison.OrdinalIgnoreCase) ? 0 : 0.5 * Math.Pow(10, point + 1 - number.Length);
    }

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
