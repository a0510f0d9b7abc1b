using System.Collections.Immutable;

namespace ClusterResearch.Notebooks.Tests;

internal static class SortedData
{
    public static ImmutableSortedDictionary<string, string> ToSortedData(
        this IReadOnlyDictionary<string, string> data
    ) => data.ToImmutableSortedDictionary(StringComparer.Ordinal);
}
