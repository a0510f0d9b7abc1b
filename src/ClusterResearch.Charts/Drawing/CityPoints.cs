using System.Text.Json.Nodes;
using ClusterResearch.Data;

namespace ClusterResearch.Charts.Drawing;

/// <summary>Cities as points of a plane: the chosen ones with name, colour and sign, the others grey.</summary>
/// <param name="X">A city's place on the x axis.</param>
/// <param name="Y">Its place on the y axis.</param>
/// <param name="Highlight">The cities to lift out.</param>
/// <param name="Language">Language of names.</param>
internal sealed record CityPoints(Func<City, double> X, Func<City, double> Y, Highlight Highlight, Language Language)
{
    /// <summary>What more is said of a city that is pointed at, escaped; null for nothing.</summary>
    public Func<City, string>? More { get; init; }

    private string HoverTemplate => $"%{{text}}<br>%{{xaxis.title.text}}: %{{x:.3f}}<br>%{{yaxis.title.text}}: %{{y:.3f}}{(More is null ? "" : "%{customdata}")}<extra></extra>";

    /// <summary>The traces: others first, so that the chosen ones lie on top, the first chosen one topmost.</summary>
    public IEnumerable<JsonObject> Traces(City[] named, City[] others) => named.Reverse().Select(c => Point(c, IsAbove(named, c))).Prepend(Others(others));

    private JsonObject Others(City[] cities) =>
        Said(cities, new()
        {
            ["type"] = "scatter", ["mode"] = "markers", ["name"] = Words.Others(cities.Length, Language),
            ["x"] = PlotJson.Numbers(cities.Select(X)), ["y"] = PlotJson.Numbers(cities.Select(Y)),
            ["text"] = PlotJson.Texts(cities.Select(c => PlotText.Escape(c.Name(Language)))),
            ["marker"] = new JsonObject { ["color"] = Palette.Grey, ["symbol"] = "circle-open", ["size"] = 7 }, ["visible"] = cities.Length > 0,
            ["hovertemplate"] = HoverTemplate,
        });

    private JsonObject Point(City city, bool above)
    {
        var style = Highlight.Style(city.Key)!;
        return Said([city], new()
        {
            ["type"] = "scatter", ["mode"] = "markers+text", ["name"] = PlotText.Escape(city.Name(Language)),
            ["x"] = PlotJson.Numbers([X(city)]), ["y"] = PlotJson.Numbers([Y(city)]), ["text"] = PlotJson.Texts([PlotText.Bold(PlotText.Escape(city.Name(Language)))]),
            ["textposition"] = above ? "top center" : "bottom center", ["marker"] = new JsonObject { ["color"] = style.Color, ["symbol"] = style.Symbol, ["size"] = 12 },
            ["hovertemplate"] = HoverTemplate,
        });
    }

    private JsonObject Said(City[] cities, JsonObject trace)
    {
        if (More is not null)
        {
            trace["customdata"] = PlotJson.Texts(cities.Select(More));
        }
        return trace;
    }

    /// <summary>Whether a name stands above its point: not if the nearest neighbour is higher, so that their names do not meet.</summary>
    private bool IsAbove(City[] cities, City city)
    {
        var nearest = cities.Where(c => c != city).MinBy(c => Math.Abs(X(c) - X(city)));
        return nearest is null || Y(city) >= Y(nearest);
    }
}
