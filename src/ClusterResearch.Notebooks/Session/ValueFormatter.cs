using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using ClusterResearch.Rendering;

namespace ClusterResearch.Notebooks.Session;

/// <summary>Turns a value into its representations: MIME type to content.</summary>
public static class ValueFormatter
{
    private const int ShownItems = 20;
    private const int ShownDepth = 4;

    /// <summary>The representations of a value, always with <c>text/plain</c>; null has none.</summary>
    /// <remarks>
    /// A value is asked in this order: <see cref="IRichOutput"/>; a chart of Plotly.NET; an attribute <em>named</em>
    /// <c>TypeFormatterSourceAttribute</c> on its type; a data frame of Deedle; a collection of records, a dictionary or a
    /// two-dimensional array, which show their first twenty rows; else it shows as text, with numbers in the invariant
    /// culture and the first twenty items of a sequence.
    /// </remarks>
    public static ImmutableSortedDictionary<string, string>? Format(object? value) =>
        value is null ? null : FormatAny(value);

    /// <summary>As <see cref="Format"/>, with null as the text <c>null</c>.</summary>
    internal static ImmutableSortedDictionary<string, string> FormatAny(object? value)
    {
        var culture = CultureInfo.CurrentCulture;
        // Records and tuples print their members in the current culture; a report must not depend on the machine's.
        CultureInfo.CurrentCulture = Invariant;
        try
        {
            var data = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
            data.AddRange(Rich(value) ?? (value is null ? null : Known(value)) ?? []);
            if (!data.ContainsKey(MimeType.Text))
            {
                data.Add(MimeType.Text, Text(value, 0));
            }
            return data.ToImmutable();
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    private static IEnumerable<KeyValuePair<string, string>>? Known(object value) =>
        PlotlyChart.Format(value) ?? ConventionFormatter.Format(value) ?? FrameFormatter.Format(value) ?? ItemsFormatter.Format(value);

    private static IEnumerable<KeyValuePair<string, string>>? Rich(object? value) =>
        value is IRichOutput rich ? rich.MimeTypes.Select(m => KeyValuePair.Create(m, rich.Render(m))) : null;

    private static string Text(object? value, int depth) =>
        value switch
        {
            null => "null",
            string text => text,
            Exception fault => $"{fault.GetType().Name}: {fault.Message}",
            IDictionary map => depth > ShownDepth
                ? "{…}"
                : Items(Entries(map), map.Count, e => Pair(e, depth), '{', '}'),
            IEnumerable items => depth > ShownDepth
                ? "[…]"
                : Items(items.Cast<object?>(), Count(items), i => Text(i, depth + 1), '[', ']'),
            ITuple tuple => "("
                + string.Join(", ", Enumerable.Range(0, tuple.Length).Select(i => Text(tuple[i], depth + 1)))
                + ")",
            _ => Convert.ToString(value, Invariant) ?? "",
        };

    private static IEnumerable<DictionaryEntry> Entries(IDictionary map)
    {
        for (var entries = map.GetEnumerator(); entries.MoveNext(); )
        {
            yield return entries.Entry;
        }
    }

    private static string Pair(DictionaryEntry entry, int depth) =>
        $"{Text(entry.Key, depth + 1)}: {Text(entry.Value, depth + 1)}";

    private static int? Count(IEnumerable items) => items is ICollection collection ? collection.Count : null;

    /// <summary>The first items; a sequence may be endless, so no more are asked for than are shown.</summary>
    private static string Items<T>(
        IEnumerable<T> items,
        int? count,
        Func<T, string> text,
        char open,
        char close
    )
    {
        var shown = items.Take(ShownItems + 1).ToList();
        var line = new StringBuilder().Append(open).AppendJoin(", ", shown.Take(ShownItems).Select(text));
        if (shown.Count > ShownItems)
        {
            line.Append(count is { } all ? string.Create(Invariant, $", … {all - ShownItems} more") : ", …");
        }
        return line.Append(close).ToString();
    }
}
