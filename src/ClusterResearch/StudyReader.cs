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

    public static StudyParts? Read(string folder, List<Finding> findings)
    {
        var name = Name(folder);
        if (Locate(folder) is not { } found)
        {
            findings.Add(PackageFindings.Folder(name));
            return null;
        }
        return new DataPackageReader(found, name, findings).Read() is { } package
            ? new StudyReader(package, $"{name}/datapackage.json", findings).Read()
            : null;
    }

    public static List<string> UpdateHashes(string folder) =>
        Locate(folder) is { } found ? HashUpdate.Apply(found, Name(folder)) : throw new FindingsException([PackageFindings.Folder(Name(folder))]);

    private static string Name(string folder) => folder.Replace('\\', '/').TrimEnd('/');

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
        foreach (var resource in package.Resources.OrderBy(r => Order(r.Role)))
        {
            var csv = CsvFile.Read(resource.File, findings);
            if (csv.Headers.Length > 0)
            {
                CheckColumns(resource, csv);
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
                (cities, citiesFile) = (CityReader.Read(csv, findings), resource.File.Name);
                break;
            case "panel" when new PanelReader(resource, csv, cities, citiesFile, findings).Read() is { } panel:
                panels[resource.Name] = panel;
                break;
            case "breaks":
                var variables = package.Resources.Where(r => r.Role == "panel").SelectMany(r => r.Fields.Select(f => f.Name));
                breaks = BreakReader.Read(csv, [.. variables], [.. cities.Select(c => c.Key)], findings);
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
            findings.Add(PackageFindings.Property(file, resource.Position.Line, resource.Position.Column, $"the resource “{resource.Name}”", "panel"));
        }
        else if (!panels.TryGetValue(resource.PanelName, out var panel))
        {
            // a panel that is there but unreadable has findings of its own
            if (package.Resources.All(r => r.Role != "panel" || r.Name != resource.PanelName))
            {
                findings.Add(PackageFindings.Reference(file, resource.Position.Line, resource.Position.Column, "panel", resource.PanelName,
                    Nearest.Hint(resource.PanelName, package.Resources.Where(r => r.Role == "panel").Select(r => r.Name))));
            }
        }
        else if (new IndexTreeReader(csv, panel, findings).Read(resource.Name) is { } tree)
        {
            var period = resource.Period is var (first, last) ? new Period(first, last) : new Period(panel.Years[0], panel.Years[^1]);
            if (period.First < panel.Years[0] || period.Last > panel.Years[^1])
            {
                findings.Add(PackageFindings.Type(file, resource.Position.Line, resource.Position.Column, "period", $"{period}",
                    string.Create(Invariant, $"years of {panel.File.Name}: {panel.Years[0]} to {panel.Years[^1]}")));
                return;
            }
            designs[resource.Name] = new(tree, panel, period);
        }
    }

    private void CheckColumns(Resource resource, CsvFile csv)
    {
        foreach (var field in resource.Fields.Where(f => csv.Ordinal(f.Name) < 0))
        {
            findings.Add(PackageFindings.NoColumn(file, resource.File.Name, resource.Position.Line, resource.Position.Column, field.Name, Nearest.Hint(field.Name, csv.Headers)));
        }
        foreach (var (header, i) in csv.Headers.Select((h, i) => (h, i)).Where(h => h.h.Length > 0 && resource.Fields.All(f => f.Name != h.h)))
        {
            findings.Add(PackageFindings.ExtraColumn(csv.Name, csv.HeaderColumn(i), header, file));
        }
    }

    private void CheckStudyCities()
    {
        if (cities.IsEmpty)
        {
            return;
        }
        foreach (var city in package.StudyCities.Append(package.Focus).Distinct().Where(c => c.Length > 0 && cities.All(k => k.Key != c)))
        {
            findings.Add(PackageFindings.Reference(file, 0, 0, "city", city, Nearest.Hint(city, cities.Select(c => c.Key))));
        }
    }
}
