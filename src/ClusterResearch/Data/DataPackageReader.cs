using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ClusterResearch.Findings;

namespace ClusterResearch.Data;

/// <summary>Reads <c>datapackage.json</c> and the files it names; every fault becomes a finding.</summary>
internal sealed class DataPackageReader(string folder, string name, List<Finding> findings)
{
    private static readonly string[] Roles = ["cities", "panel", "breaks", "index"];

    private string File => $"{name}/datapackage.json";

    public DataPackage? Read()
    {
        var source = SourceFile.Read(Path.Combine(folder, "datapackage.json"), File);
        if (JsonAt.Parse(source, PackageFindings.Syntax, findings) is not { } json)
        {
            return null;
        }
        if (json.Kind != JsonValueKind.Object)
        {
            findings.Add(PackageFindings.Type(File, json.Line, json.Column, "the data package", Describe(json), "an object in braces"));
            return null;
        }
        var study = Object(json, "study", "the data package");
        var cities = study is null ? [] : Cities(study);
        var focus = study is null ? "" : String(study, "focus", "the study");
        if (focus.Length > 0 && !cities.IsEmpty && cities.All(c => c.Text != focus))
        {
            findings.Add(PackageFindings.FocusOutside(File, study!["focus"]!.Line, study["focus"]!.Column, focus));
        }
        return new(
            String(json, "name", "the data package"),
            String(json, "title", "the data package"),
            Optional(json, "title_zh") ?? Optional(json, "title") ?? "",
            focus,
            [.. cities.Select(c => c.Text)],
            cities.DistinctBy(c => c.Text).ToDictionary(c => c.Text, c => (c.Line, c.Column)),
            Resources(json)
        );
    }

    private ImmutableArray<JsonAt> Cities(JsonAt study)
    {
        var list = Array(study, "cities", "the study");
        foreach (var item in list.Where(i => i.Kind != JsonValueKind.String))
        {
            findings.Add(PackageFindings.Type(File, item.Line, item.Column, "an item of cities", Describe(item), "a text in quotes"));
        }
        var cities = list.Where(i => i.Kind == JsonValueKind.String).ToImmutableArray();
        foreach (var twice in cities.Where((c, i) => cities.Take(i).Any(d => d.Text == c.Text)))
        {
            findings.Add(PackageFindings.Twice(File, twice.Line, twice.Column, "city", twice.Text));
        }
        return cities;
    }

    private ImmutableArray<Resource> Resources(JsonAt json)
    {
        var list = Array(json, "resources", "the data package");
        foreach (var role in Roles.Where(r => r is "cities" or "panel" && json["resources"]?.Kind == JsonValueKind.Array && list.All(i => i["role"]?.Text != r)))
        {
            findings.Add(PackageFindings.NoRole(File, json["resources"]!.Line, json["resources"]!.Column, role));
        }
        foreach (var twice in Roles.Where(r => r is "cities" or "breaks").SelectMany(r => list.Where(i => i["role"]?.Text == r).Skip(1)))
        {
            findings.Add(PackageFindings.RoleTwice(File, twice["role"]!.Line, twice["role"]!.Column, twice["role"]!.Text));
        }
        var names = new HashSet<string>();
        var resources = new List<Resource>();
        foreach (var item in list.Where(i => IsObject(i, "an item of resources")))
        {
            resources.Add(ReadResource(item));
            if (item["name"] is { } own && !names.Add(own.Text))
            {
                findings.Add(PackageFindings.Twice(File, own.Line, own.Column, "resource", own.Text));
            }
        }
        return [.. resources];
    }

    private Resource ReadResource(JsonAt item)
    {
        var resourceName = String(item, "name", "a resource");
        var role = String(item, "role", $"the resource “{resourceName}”");
        if (role.Length > 0 && !Roles.Contains(role))
        {
            findings.Add(PackageFindings.Role(File, item["role"]!.Line, item["role"]!.Column, role));
        }
        var fields = Object(item, "schema", $"the resource “{resourceName}”") is { } schema ? Fields(schema, role) : [];
        return new(resourceName, role, ReadFile(item, resourceName), fields, Optional(item, "panel"), Period(item), item);
    }

    private SourceFile? ReadFile(JsonAt item, string resourceName)
    {
        var path = String(item, "path", $"the resource “{resourceName}”");
        if (path.Length == 0)
        {
            return null;
        }
        if (!IsInside(path))
        {
            findings.Add(PackageFindings.Outside(File, item["path"]!.Line, item["path"]!.Column, path));
            return null;
        }
        var full = Path.Combine(folder, path);
        if (!System.IO.File.Exists(full))
        {
            findings.Add(TableFindings.Missing($"{name}/{path}"));
            return null;
        }
        var file = SourceFile.Read(full, $"{name}/{path}");
        var hash = String(item, "hash", $"the resource “{resourceName}”");
        if (hash.Length > 0 && hash != $"sha256:{file.Sha256}")
        {
            findings.Add(PackageFindings.Hash(File, item["hash"]!.Line, item["hash"]!.Column, file.Name, file.Sha256, hash.Replace("sha256:", "", StringComparison.Ordinal)));
        }
        return file;
    }

    /// <summary>Whether a path stays in the study's folder, on every system.</summary>
    public static bool IsInside(string path) =>
        !Path.IsPathRooted(path) && !path.Contains('\\', StringComparison.Ordinal) && !path.Contains(':', StringComparison.Ordinal) && !path.Split('/').Contains("..");

    private ImmutableArray<Variable> Fields(JsonAt schema, string role)
    {
        var names = new HashSet<string>();
        var fields = new List<Variable>();
        foreach (var field in Array(schema, "fields", "the schema").Where(i => IsObject(i, "an item of fields")))
        {
            var variable = String(field, "name", "a field");
            if (variable.Length > 0 && !names.Add(variable))
            {
                findings.Add(PackageFindings.Twice(File, field.Line, field.Column, "field", variable));
            }
            fields.Add(Field(field, variable, isFigure: role == "panel" && variable is not ("city" or "year")));
        }
        return [.. fields];
    }

    private Variable Field(JsonAt field, string variable, bool isFigure)
    {
        var unit = isFigure ? String(field, "unit", $"the field “{variable}”") : "";
        if (unit.Length > 0 && !Units.Known.Contains(unit))
        {
            findings.Add(PackageFindings.Unit(File, field["unit"]!.Line, field["unit"]!.Column, unit, string.Join(", ", Units.Known)));
        }
        var title = isFigure ? String(field, "title", $"the field “{variable}”") : Optional(field, "title") ?? variable;
        var source = isFigure ? String(field, "source", $"the field “{variable}”") : "";
        var constraints = field["constraints"];
        return new(variable, title, Optional(field, "title_zh") ?? title, unit, source, Optional(field, "note") ?? "",
            Bound(constraints, "minimum"), Bound(constraints, "maximum"));
    }

    private double? Bound(JsonAt? constraints, string name)
    {
        if (constraints?[name] is not { } bound)
        {
            return null;
        }
        if (bound.Kind == JsonValueKind.Number && double.TryParse(bound.Text, NumberStyles.Float, Invariant, out var value))
        {
            return value;
        }
        findings.Add(PackageFindings.Type(File, bound.Line, bound.Column, name, Describe(bound), "a number"));
        return null;
    }

    private (int, int)? Period(JsonAt item)
    {
        if (item["period"] is not { } period)
        {
            return null;
        }
        var years = period.Items.Select(i => int.TryParse(i.Text, NumberStyles.None, Invariant, out var y) ? y : 0).ToArray();
        if (years.Length == 2 && years[0] > 0 && years[0] <= years[1])
        {
            return (years[0], years[1]);
        }
        findings.Add(PackageFindings.Type(File, period.Line, period.Column, "period", Describe(period), "first and last year, e.g. [2003, 2016]"));
        return null;
    }

    private string String(JsonAt owner, string property, string ownerName)
    {
        if (owner[property] is not { } value)
        {
            findings.Add(PackageFindings.Property(File, owner.Line, owner.Column, ownerName, property));
            return "";
        }
        if (value.Kind != JsonValueKind.String)
        {
            findings.Add(PackageFindings.Type(File, value.Line, value.Column, property, Describe(value), "a text in quotes"));
            return "";
        }
        return value.Text;
    }

    private JsonAt? Object(JsonAt owner, string property, string ownerName)
    {
        if (owner[property] is { } value)
        {
            return IsObject(value, property) ? value : null;
        }
        findings.Add(PackageFindings.Property(File, owner.Line, owner.Column, ownerName, property));
        return null;
    }

    private List<JsonAt> Array(JsonAt owner, string property, string ownerName)
    {
        if (owner[property] is not { } value)
        {
            findings.Add(PackageFindings.Property(File, owner.Line, owner.Column, ownerName, property));
            return [];
        }
        if (value.Kind != JsonValueKind.Array)
        {
            findings.Add(PackageFindings.Type(File, value.Line, value.Column, property, Describe(value), "a list in square brackets"));
        }
        return value.Items;
    }

    private bool IsObject(JsonAt item, string called)
    {
        if (item.Kind != JsonValueKind.Object)
        {
            findings.Add(PackageFindings.Type(File, item.Line, item.Column, called, Describe(item), "an object in braces"));
        }
        return item.Kind == JsonValueKind.Object;
    }

    private static string? Optional(JsonAt owner, string property) =>
        owner[property] is { Kind: JsonValueKind.String } value ? value.Text : null;

    private static string Describe(JsonAt value) =>
        value.Kind switch
        {
            JsonValueKind.String => $"the text “{value.Text}”",
            JsonValueKind.Number => $"the number {value.Text}",
            JsonValueKind.Array when value.Items.Count is > 0 and < 5 && value.Items.All(i => i.Text.Length > 0) => $"[{string.Join(", ", value.Items.Select(i => i.Text))}]",
            JsonValueKind.Array => "a list",
            JsonValueKind.Object => "an object",
            _ => value.Kind.ToString().ToLowerInvariant(),
        };
}
