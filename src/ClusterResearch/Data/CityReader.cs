using System.Collections.Immutable;
using ClusterResearch.Findings;

namespace ClusterResearch.Data;

/// <summary>Reads the file of cities.</summary>
internal static class CityReader
{
    public static readonly string[] Columns = ["city", "name_en", "name_zh", "province", "province_zh"];

    public static ImmutableArray<City> Read(CsvFile csv, List<Finding> findings)
    {
        var at = Columns.Select(csv.Ordinal).ToArray();
        if (at.Contains(-1))
        {
            return [];
        }
        var first = new Dictionary<string, int>();
        var cities = new List<City>();
        foreach (var row in csv.Rows)
        {
            var cells = at.Select(row.Required).ToArray();
            if (cells[0] is not { } key || cells.Contains(null))
            {
                continue;
            }
            if (!first.TryAdd(key, row.Line))
            {
                findings.Add(TableFindings.KeyTwice(csv.Name, row.LineOf(at[0]), row.Column(at[0]), $"the city “{key}”", first[key]));
                continue;
            }
            cities.Add(new(key, cells[1]!, cells[2]!, cells[3]!, cells[4]!));
        }
        return [.. cities];
    }
}
