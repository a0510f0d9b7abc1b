using System.Collections.Immutable;
using ClusterResearch.Data;
using ClusterResearch.Findings;

namespace ClusterResearch.Indexing.Preparing;

/// <summary>Groups of cities that are alike: one for all, the provinces of the study, or the reader's own.</summary>
/// <remarks>Own groups are given by the key of the city, each city of the index in one group (CR3207); a key that is no city of
/// the panel is refused (CR3208).</remarks>
/// <example><code>
/// var groups = new CityGroups { ["A"] = "coast", ["B"] = "coast", ["C"] = "inland" };
/// </code></example>
public sealed record CityGroups
{
    private ImmutableSortedDictionary<string, string> groups = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
    private bool ByProvince { get; init; }

    /// <summary>All cities in one group.</summary>
    public static CityGroups None { get; } = new();

    /// <summary>The provinces of the study's file of cities.</summary>
    public static CityGroups Provinces { get; } = new() { ByProvince = true };

    /// <summary>The group of a city, by its key.</summary>
    public string this[string city]
    {
        get => groups[city];
        init => groups = groups.SetItem(city, value);
    }

    /// <summary>Groups read from elsewhere: pairs of the key of a city and its group.</summary>
    public static CityGroups Of(IEnumerable<KeyValuePair<string, string>> groups) => new() { groups = None.groups.SetItems(groups) };

    /// <inheritdoc/>
    public bool Equals(CityGroups? other) => other is not null && ByProvince == other.ByProvince && groups.SequenceEqual(other.groups);

    /// <inheritdoc/>
    public override int GetHashCode() => groups.Aggregate(ByProvince.GetHashCode(), (hash, g) => HashCode.Combine(hash, g.Key, g.Value));

    /// <summary>As method cards say it: which cities a value is taken from.</summary>
    public override string ToString() =>
        ByProvince ? "cities of the same province"
        : groups.IsEmpty ? "all cities"
        : string.Create(Invariant, $"cities of the same of {groups.Values.Distinct().Count()} given groups");

    internal string Of(City city) => ByProvince ? city.Province : groups.IsEmpty ? "" : groups[city.Key];

    internal void Check(IndicatorTable table, List<Finding> findings)
    {
        if (ByProvince || groups.IsEmpty)
        {
            return;
        }
        var (file, known) = (table.Design.Panel.File.Name, table.Design.Panel.Cities.Select(c => c.Key).ToArray());
        findings.AddRange(groups.Keys.Except(known).Select(k => PreparationFindings.City(file, k, Nearest.Hint(k, known))));
        findings.AddRange(table.Cities.Where(c => !groups.ContainsKey(c.Key)).Select(c => PreparationFindings.Group(file, c.Key)));
    }
}
