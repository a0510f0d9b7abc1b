using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.FSharp.Collections;
using Plotly.NET;
using Plotly.NET.LayoutObjects;
using Plotly.NET.TraceObjects;

namespace ClusterResearch.Charts.Drawing;

/// <summary>Plots to Plotly.NET charts and back; the only place that loads Plotly.NET.</summary>
internal static class PlotlyBridge
{
    /// <summary>Parts that Plotly.NET's functions look for under their own types; all others may be of any type.</summary>
    private static readonly Dictionary<string, Func<DynamicObj.DynamicObj>> Typed = new()
    {
        ["xaxis"] = () => new LinearAxis(),
        ["yaxis"] = () => new LinearAxis(),
        ["angularaxis"] = () => new AngularAxis(),
        ["radialaxis"] = () => new RadialAxis(),
        ["polar"] = () => new Polar(),
        ["legend"] = () => new Legend(),
        ["margin"] = () => new Margin(),
        ["hoverlabel"] = () => new Hoverlabel(),
        ["coloraxis"] = () => new ColorAxis(),
        ["colorbar"] = () => new ColorBar(),
        ["title"] = () => new Title(),
        ["font"] = () => new Font(),
        ["marker"] = () => new Marker(),
        ["line"] = () => new Line(),
    };

    /// <summary>Plotly.NET's own template costs 120 to 270 ms a chart, and pages have their own look.</summary>
    static PlotlyBridge() => Defaults.DefaultTemplate = new Template();

    public static GenericChart ToChart(string plot)
    {
        using var json = JsonDocument.Parse(plot);
        var traces = json.RootElement.GetProperty("data").EnumerateArray().Select(t => Fill(new Trace(t.GetProperty("type").GetString()), t));
        var layout = Fill(new Layout(), json.RootElement.GetProperty("layout"));
        return GenericChart.fromFigure(Plotly.NET.Figure.create(ListModule.OfSeq(traces), layout));
    }

    /// <summary>Plotly.NET's own look, as charts hold it that were made before this class was first used.</summary>
    private static readonly Lazy<JsonNode?> UsualTemplate = new(() =>
    {
        var layout = new Layout();
        layout.SetProperty("template", ChartTemplates.plotly);
        return Read(GenericChart.fromFigure(Plotly.NET.Figure.create(ListModule.Empty<Trace>(), layout)))["layout"]!["template"];
    });

    /// <summary>Data and layout of a chart, numbers rounded; Plotly.NET's own look is left out, another template stays.</summary>
    public static JsonObject ToJson(GenericChart chart)
    {
        var json = Read(chart);
        var layout = json["layout"]!.AsObject();
        // before this class was first used charts hold the usual look, after it an empty one: neither may show
        if (layout["template"] is JsonObject template && (template.Count == 0 || JsonNode.DeepEquals(template, UsualTemplate.Value)))
        {
            layout.Remove("template");
        }
        return json;
    }

    private static JsonObject Read(GenericChart chart)
    {
        using var json = JsonDocument.Parse(GenericChart.toFigureJson(chart));
        return new() { ["data"] = Node(json.RootElement.GetProperty("data")), ["layout"] = Node(json.RootElement.GetProperty("layout")) };
    }

    private static T Fill<T>(T target, JsonElement json)
        where T : DynamicObj.DynamicObj
    {
        foreach (var property in json.EnumerateObject())
        {
            target.SetProperty(property.Name, Value(property.Name, property.Value));
        }
        return target;
    }

    private static object? Value(string name, JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.Object => Fill(Typed.TryGetValue(name.TrimEnd('2'), out var make) ? make() : new DynamicObj.DynamicObj(), json),
            JsonValueKind.Array => json.EnumerateArray().Select(e => Value("", e)).ToArray(),
            JsonValueKind.String => json.GetString(),
            JsonValueKind.Number => json.TryGetInt32(out var whole) ? whole : json.GetDouble(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => null,
        };

    private static JsonNode? Node(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.Object => new JsonObject(json.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, Node(p.Value)))),
            JsonValueKind.Array => new JsonArray([.. json.EnumerateArray().Select(Node)]),
            JsonValueKind.Number => PlotJson.Number(json.GetDouble()),
            JsonValueKind.String => json.GetString(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => null,
        };
}
