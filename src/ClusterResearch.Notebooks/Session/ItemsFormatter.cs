using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using ClusterResearch.Rendering;

namespace ClusterResearch.Notebooks.Session;

/// <summary>Shows a reader's own collections as tables: records by their properties, dictionaries, two-dimensional arrays.</summary>
internal static class ItemsFormatter
{
    /// <summary>The collection's representations; null where it is none, or one of plain values that shows as a line of text.</summary>
    public static IEnumerable<KeyValuePair<string, string>>? Format(object value) =>
        value switch
        {
            string => null,
            Array { Rank: 2 } grid => OfGrid(grid),
            IDictionary { Count: > 0 } map => OfMap(map),
            ICollection { Count: > 0 } items => OfItems([.. items.Cast<object?>().Take(ShownTable.Rows)], items.Count),
            // Others are not walked: what is lazy may be endless or change when it is walked twice.
            _ => null,
        };

    private static IEnumerable<KeyValuePair<string, string>> OfGrid(Array grid)
    {
        var (rows, columns) = (grid.GetLength(0), grid.GetLength(1));
        return ShownTable.Render(
            string.Create(Invariant, $"{rows} × {columns} {NameOf(grid.GetType().GetElementType()!)}"),
            [.. Enumerable.Range(0, columns).Select(c => c.ToString(Invariant))],
            [.. Enumerable.Range(0, Math.Min(rows, ShownTable.Rows)).Select(r => (IReadOnlyList<object?>)[.. Enumerable.Range(0, columns).Select(c => grid.GetValue(r, c))])],
            Rest(rows)
        );
    }

    private static IEnumerable<KeyValuePair<string, string>> OfMap(IDictionary map)
    {
        var rows = new List<IReadOnlyList<object?>>();
        for (var entries = map.GetEnumerator(); rows.Count < ShownTable.Rows && entries.MoveNext(); )
        {
            rows.Add([entries.Key, entries.Value]);
        }
        // As text it reads better in a line.
        return ShownTable.Render(string.Create(Invariant, $"{map.Count} entries"), ["Key", "Value"], rows, Rest(map.Count)).Where(r => r.Key != MimeType.Text);
    }

    private static IEnumerable<KeyValuePair<string, string>>? OfItems(object?[] items, int count)
    {
        var type = items[0]?.GetType();
        if (type is null || items.Any(i => i?.GetType() != type) || IsPlain(type))
        {
            return null;
        }
        var members = Members(type);
        return members.Length == 0
            ? null
            : ShownTable.Render(
                string.Create(Invariant, $"{count} × {NameOf(type)}"),
                [.. members.Select(m => m.Name)],
                [.. items.Select(i => (IReadOnlyList<object?>)[.. members.Select(m => Read(m, i!))])],
                Rest(count)
            );
    }

    private static IEnumerable<string> Rest(int count) =>
        count > ShownTable.Rows ? [string.Create(Invariant, $"The first {ShownTable.Rows} of {count} rows are shown.")] : [];

    /// <summary>What shows best as text in a line.</summary>
    private static bool IsPlain(Type type) =>
        type.IsPrimitive || type.IsEnum || typeof(IEnumerable).IsAssignableFrom(type) || typeof(IFormattable).IsAssignableFrom(type)
        || typeof(IRichOutput).IsAssignableFrom(type) || type.IsPointer || typeof(Delegate).IsAssignableFrom(type) || type == typeof(object);

    private static MemberInfo[] Members(Type type) =>
        typeof(ITuple).IsAssignableFrom(type)
            ? [.. type.GetFields(BindingFlags.Public | BindingFlags.Instance)]
            : [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanRead && p.GetIndexParameters().Length == 0 && !p.PropertyType.IsByRefLike)];

    private static object? Read(MemberInfo member, object item)
    {
        try
        {
            return member is FieldInfo field ? field.GetValue(item) : ((PropertyInfo)member).GetValue(item);
        }
        catch (TargetInvocationException e)
        {
            return e.InnerException?.GetType().Name;
        }
    }

    /// <summary>The type's name as a reader wrote it.</summary>
    internal static string NameOf(Type type) =>
        type.Name.StartsWith("<>", StringComparison.Ordinal) || typeof(ITuple).IsAssignableFrom(type) ? "rows"
        : type.IsGenericType ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>"
        : Type.GetTypeCode(type) switch
        {
            TypeCode.Double => "double",
            TypeCode.Single => "float",
            TypeCode.Int32 when !type.IsEnum => "int",
            TypeCode.Int64 when !type.IsEnum => "long",
            TypeCode.String => "string",
            TypeCode.Boolean => "bool",
            TypeCode.Decimal => "decimal",
            _ => type.Name,
        };
}
