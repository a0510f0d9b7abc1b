using ClusterResearch.Data;
using ClusterResearch.Tables;

namespace ClusterResearch.Indexing.Aggregating;

/// <summary>Tables with one row per alternative and one column per quantity.</summary>
internal static class AlternativesTable
{
    /// <exception cref="ArgumentException">Not one name per alternative.</exception>
    public static Table Of(string title, Language language, IReadOnlyList<string> names, IEnumerable<string> notes, params (Column Column, IReadOnlyList<double> Values)[] columns)
    {
        ArgumentNullException.ThrowIfNull(names);
        if (names.Count != columns[0].Values.Count)
        {
            throw new ArgumentException(string.Create(Invariant, $"{names.Count} names for {columns[0].Values.Count} alternatives."), nameof(names));
        }
        return new(title, columns.Select(c => c.Column).Prepend(Column.Text("alternative", language.Say("Alternative", "方案"))),
            names.Select((name, i) => columns.Select(c => (object?)c.Values[i]).Prepend(name).ToArray()), notes);
    }
}
