using System.Collections.Immutable;
using ClusterResearch.Data;
using ClusterResearch.Findings;
using ClusterResearch.Indexing;

namespace ClusterResearch;

/// <summary>What a study's folder holds, read and checked.</summary>
internal sealed record StudyParts(
    DataPackage Package,
    ImmutableArray<Break> Breaks,
    Dictionary<string, Panel> Panels,
    Dictionary<string, IndexDesign> Designs
);

/// <summary>Reads a study's folder in the order cities, panels, breaks, indices; every fault becomes a finding.</summary>
internal sealed class StudyReader(DataPackage package, string file, List<Finding> findings)
{
    private readonly Dictionary<string, Panel> panels = [];
    private readonly Dictionary<string, IndexDesign> designs = [];
    private ImmutableArray<City> cities = [];
    private ImmutableArray<Break> breaks = [];
    private string citiesFile = "the file of cities";
    private bool citiesAreWhole;

    public static StudyParts? Read(string folder, List<Finding> findings)
    {
        var name = Name(folder);
        if (Locate(folder) is not { } found)
        {
            findings.Add(PackageFindings.Folder(Clean(folder)));
            return null;
        }
        return new DataPackageReader(found, name, findings).Read() is { } package
            ? new StudyReader(package, $"{name}/datapackage.json", findings).Read()
            : null;
    }

    public static List<string> UpdateHashes(string folder) =>
        Locate(folder) is { } found ? HashUpdate.Apply(found, Name(folder)) : throw new FindingsException([PackageFindings.Folder(Clean(folder))]);

    /// <summary>How files are named: as the reader did, or by the last two folders of an absolute path, which would tell the machine.</summary>
    private static string Name(string folder) =>
        Path.IsPathRooted(folder) ? string.Join('/', Clean(folder).Split('/', StringSplitOptions.RemoveEmptyEntries).TakeLast(2)) : Clean(folder);

    private static string Clean(string folder) => folder.Replace('\\', '/').TrimEnd('/');

    /// <summary>The folder itself, or the same path under the nearest folder above that has it.</summary>
    private static string? Locate(string folder)
    {
        for (var from = new DirectoryInfo(Environment.CurrentDirectory); from is not null; from = from.Parent)
        {
            var path = Path.Combine(from.FullName, folder);
            if (File.Exists(Path.Combine(path, "datapackage.json")))
            {
                return path;
            }
        }
        return null;
    }

    private StudyParts Read()
    {
        foreach (var resource in package.Resources.Where(r => r.File is not null).OrderBy(r => Order(r.Role)))
        {
            var csv = CsvFile.Read(resource.File!, findings);
            if (csv.Headers.Length > 0)
            {
                CheckColumns(resource, csv);
                CheckRows(resource, csv);
                ReadResource(resource, csv);
            }
        }
        CheckStudyCities();
        return new(package, breaks, panels, designs);
    }

    private static int Order(string role) => role switch { "cities" => 0, "panel" => 1, _ => 2 };

    private void ReadResource(Resource resource, CsvFile csv)
    {
        switch (resource.Role)
        {
            case "cities":
                var before = findings.Count;
                (cities, citiesFile) = (CityReader.Read(csv, findings), csv.Name);
                citiesAreWhole = csv.IsWhole && !cities.IsEmpty && findings.Count == before;
                break;
            // without the cities every row of a panel would be a finding of its own
            case "panel" when citiesAreWhole && new PanelReader(resource, csv, cities, citiesFile, findings).Read() is { } panel:
                panels[resource.Name] = panel;
                break;
            case "breaks":
                var variables = package.Resources.Where(r => r.Role == "panel").SelectMany(r => r.Fields.Select(f => f.Name));
                breaks = BreakReader.Read(csv, [.. variables], citiesAreWhole ? [.. cities.Select(c => c.Key)] : null, findings);
                break;
            case "index":
                ReadIndex(resource, csv);
                break;
        }
    }

    private void ReadIndex(Resource resource, CsvFile csv)
    {
        if (resource.PanelName is null)
        {
            findings.Add(PackageFindings.Property(file, resource.Json.Line, resource.Json.Column, $"the resource “{resource.Name}”", "panel"));
        }
        else if (!panels.TryGetValue(resource.PanelName, out var panel))
        {
            // a panel that is there but unreadable has findings of its own
            if (package.Resources.All(r => r.Role != "panel" || r.Name != resource.PanelName))
            {
                var (line, column) = At(resource.Json["panel"]!);
                findings.Add(PackageFindings.Reference(file, line, column, "panel", resource.PanelName,
                    Nearest.Hint(resource.PanelName, package.Resources.Where(r => r.Role == "panel").Select(r => r.Name))));
            }
        }
        else if (new IndexTreeReader(csv, panel, findings).Read(resource.Name) is { } tree)
        {
            var period = resource.Period is var (first, last) ? new Period(first, last) : new Period(panel.Years[0], panel.Years[^1]);
            if (period.First < panel.Years[0] || period.Last > panel.Years[^1])
            {
                var (line, column) = At(resource.Json["period"] ?? resource.Json);
                findings.Add(PackageFindings.Type(file, line, column, "period", $"{period}",
                    string.Create(Invariant, $"years of {panel.File.Name}: {panel.Years[0]} to {panel.Years[^1]}")));
                return;
            }
            designs[resource.Name] = new(tree, panel, period);
        }
    }

    private void CheckColumns(Resource resource, CsvFile csv)
    {
        foreach (var name in Needed(resource.Role).Where(n => csv.Ordinal(n) < 0 && resource.Fields.All(f => f.Name != n)))
        {
            findings.Add(PackageFindings.Needed(csv.Name, resource.Role, name, Nearest.Hint(name, csv.Headers)));
        }
        foreach (var field in resource.Fields.Where(f => f.Name.Length > 0 && csv.Ordinal(f.Name) < 0))
        {
            var (line, column) = At(resource.Json["schema"]!["fields"]!.Items.First(i => i["name"]?.Text == field.Name));
            findings.Add(PackageFindings.NoColumn(file, csv.Name, line, column, field.Name, Nearest.Hint(field.Name, csv.Headers)));
        }
        if (resource.Fields.IsEmpty)
        {
            return; // no schema: a finding already
        }
        foreach (var (header, i) in csv.Headers.Select((h, i) => (h, i)).Where(h => h.h.Length > 0 && resource.Fields.All(f => f.Name != h.h)))
        {
            findings.Add(PackageFindings.ExtraColumn(csv.Name, csv.HeaderColumn(i), header, file));
        }
    }

    private static (int Line, int Column) At(JsonAt json) => (json.Line, json.Column);

    /// <summary>The columns without which a file of that role cannot be read.</summary>
    private static string[] Needed(string role) =>
        role switch
        {
            "cities" => CityReader.Columns,
            "panel" => ["city", "year"],
            "breaks" => BreakReader.Columns,
            "index" => IndexTreeReader.Columns,
            _ => [],
        };

    private void CheckRows(Resource resource, CsvFile csv)
    {
        // a list of breaks may be empty
        if (csv.Rows.Count == 0 && csv.IsWhole && resource.Role is "cities" or "panel" or "index")
        {
            findings.Add(TableFindings.NoRows(csv.Name));
        }
    }

    private void CheckStudyCities()
    {
        foreach (var (city, (line, column)) in package.CityPositions.Where(c => citiesAreWhole && cities.All(k => k.Key != c.Key)))
        {
            findings.Add(PackageFindings.Reference(file, line, column, "city", city, Nearest.Hint(city, cities.Select(c => c.Key))));
        }
    }
}
