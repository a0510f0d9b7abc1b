using System.Collections;

namespace ClusterResearch.Notebooks.Session;

/// <summary>Shows a data frame of Deedle: size, types, first rows. The library is recognised by name, so that it is no dependency.</summary>
internal static class FrameFormatter
{
    private const string FrameName = "Deedle.Frame`2";
    private const string SeriesName = "Deedle.Series`2";

    /// <summary>The frame's or series' representations; null where the value is neither.</summary>
    public static IEnumerable<KeyValuePair<string, string>>? Format(object value) =>
        value.GetType() is not { IsGenericType: true } type ? null
        : type.GetGenericTypeDefinition().FullName switch
        {
            FrameName => Frame(value),
            SeriesName => Series(value),
            _ => null,
        };

    private static IEnumerable<KeyValuePair<string, string>> Frame(object frame)
    {
        var (rows, columns) = ((int)Get(frame, "RowCount")!, (int)Get(frame, "ColumnCount")!);
        var types = ((IEnumerable<Type>)Get(frame, "ColumnTypes")!).Select(ItemsFormatter.NameOf);
        var keys = Keys(frame, "ColumnKeys", columns);
        var read = frame.GetType().GetMethod("GetRowAt")!.MakeGenericMethod(typeof(object));
        var shown = Keys(frame, "RowKeys", ShownTable.Rows).Select((key, r) => Row(key, read.Invoke(frame, [r])!, columns)).ToList();
        return ShownTable.Render(
            string.Create(Invariant, $"Frame: {rows} rows × {columns} columns"),
            ["", .. keys.Zip(types, (k, t) => $"{Text(k)} ({t})")],
            shown,
            Rest(rows)
        );
    }

    private static IEnumerable<KeyValuePair<string, string>> Series(object series)
    {
        var count = (int)Get(series, "KeyCount")!;
        var rows = Keys(series, "Keys", ShownTable.Rows).Select((key, i) => (IReadOnlyList<object?>)[Text(key), At(series, i)]).ToList();
        return ShownTable.Render(string.Create(Invariant, $"Series: {count} values"), ["", "Value"], rows, Rest(count));
    }

    private static IReadOnlyList<object?> Row(object? key, object row, int columns) => [Text(key), .. Enumerable.Range(0, columns).Select(c => At(row, c))];

    private static IEnumerable<string> Rest(int count) =>
        count > ShownTable.Rows ? [string.Create(Invariant, $"The first {ShownTable.Rows} of {count} rows are shown.")] : [];

    private static IEnumerable<object?> Keys(object of, string property, int count) => ((IEnumerable)Get(of, property)!).Cast<object?>().Take(count);

    /// <summary>The value at a place of a series; null where it is missing.</summary>
    private static object? At(object series, int index)
    {
        var value = series.GetType().GetMethod("TryGetAt")!.Invoke(series, [index])!;
        return (bool)Get(value, "HasValue")! ? Get(value, "Value") : null;
    }

    private static string Text(object? key) => Convert.ToString(key, Invariant) ?? "";

    private static object? Get(object of, string property) => of.GetType().GetProperty(property)!.GetValue(of);
}
