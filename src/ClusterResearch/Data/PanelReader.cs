using System.Collections.Immutable;
using ClusterResearch.Findings;

namespace ClusterResearch.Data;

/// <summary>Reads a wide file of figures (city, year, one column per variable) into a <see cref="Panel"/>.</summary>
internal sealed class PanelReader(Resource resource, CsvFile csv, ImmutableArray<City> known, string citiesFile, List<Finding> findings)
{
    private readonly Dictionary<(string City, int Year), CsvRow> rows = [];
    private readonly List<string> order = [];
    private readonly HashSet<string> unknown = [];
    private int unplaced;

    /// <summary>The panel, or null if no city-year can be placed; cell faults leave the cell missing and a finding.</summary>
    public Panel? Read()
    {
        var (city, year) = (csv.Ordinal("city"), csv.Ordinal("year"));
        if (city < 0 || year < 0)
        {
            return null;
        }
        foreach (var row in csv.Rows)
        {
            Place(row, city, year);
        }
        if (rows.Count == 0)
        {
            return null;
        }
        var years = rows.Keys.Select(k => k.Year).Distinct().Order().ToImmutableArray();
        var cities = order.Select(key => known.First(c => c.Key == key)).ToImmutableArray();
        var keys = cities.SelectMany(c => years.Select(y => (c.Key, y))).ToArray();
        CheckComplete(years, keys);
        // a declared column that is not there is a finding already; formulas that use it need not be others
        var variables = resource.Fields.Where(f => f.Name is not ("city" or "year")).DistinctBy(f => f.Name).ToImmutableArray();
        var values = variables.ToDictionary(v => v.Name, v => Column(v, keys));
        var lines = keys.Select(k => rows.TryGetValue(k, out var row) ? row.Line : 0).ToArray();
        return new Panel(resource.Name, resource.File!, cities, years, variables, values, lines);
    }

    /// <summary>Rows that are there but could not be placed are not reported as missing too.</summary>
    private void CheckComplete(ImmutableArray<int> years, (string City, int Year)[] keys)
    {
        foreach (var (before, after) in years.Zip(years.Skip(1)).Where(y => y.Second > y.First + 1))
        {
            findings.Add(TableFindings.NoYears(csv.Name, before + 1, after - 1));
        }
        foreach (var (key, y) in keys.Where(k => csv.IsWhole && unplaced == 0 && !rows.ContainsKey(k)))
        {
            findings.Add(TableFindings.NoRow(csv.Name, key, y));
        }
    }

    private void Place(CsvRow row, int city, int year)
    {
        var key = row.Required(city);
        if (row.Year(year) is not { } y || key is null)
        {
            unplaced++;
            return;
        }
        if (!known.Any(c => c.Key == key))
        {
            unplaced++;
            if (!unknown.Add(key))
            {
                return; // once is enough
            }
            findings.Add(TableFindings.City(csv.Name, row.LineOf(city), row.Column(city), key, citiesFile, Nearest.Hint(key, known.Select(c => c.Key))));
            return;
        }
        if (!rows.TryAdd((key, y), row))
        {
            findings.Add(TableFindings.KeyTwice(csv.Name, row.LineOf(city), row.Column(city), string.Create(Invariant, $"{key} {y}"), rows[(key, y)].Line));
            return;
        }
        if (!order.Contains(key))
        {
            order.Add(key);
        }
    }

    private double[] Column(Variable variable, (string City, int Year)[] keys)
    {
        var ordinal = csv.Ordinal(variable.Name);
        var column = new double[keys.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            column[i] = ordinal >= 0 && rows.TryGetValue(keys[i], out var row) ? Cell(row, ordinal, variable) : double.NaN;
        }
        return column;
    }

    private double Cell(CsvRow row, int ordinal, Variable variable)
    {
        var value = row.Number(ordinal);
        if (value < variable.Minimum)
        {
            findings.Add(TableFindings.Range(csv.Name, row.LineOf(ordinal), row.Column(ordinal), variable.Name, value, string.Create(Invariant, $"at least {variable.Minimum:R}")));
        }
        if (value > variable.Maximum)
        {
            findings.Add(TableFindings.Range(csv.Name, row.LineOf(ordinal), row.Column(ordinal), variable.Name, value, string.Create(Invariant, $"at most {variable.Maximum:R}")));
        }
        return value;
    }
}
