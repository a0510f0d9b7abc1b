using System.Text.Json.Nodes;
using ClusterResearch.Charts.Drawing;
using ClusterResearch.Data;
using ClusterResearch.Indexing;
using ClusterResearch.Indexing.Evaluating;

namespace ClusterResearch.Charts;

/// <summary>Do two halves go together, and on what level: cities among the named bands of coordination.</summary>
public static class CouplingScatter
{
    private const int Height = 480;

    /// <summary>The name of a band needs this share of the plot's height.</summary>
    private const double LineHeight = 0.045;

    /// <summary>One point per city; curves where a band of the coordination degree begins, bands named at the edges.</summary>
    /// <param name="coupling">The coupling of two nodes of an index.</param>
    /// <param name="year">The year.</param>
    /// <param name="highlight">The cities to name, and their colours.</param>
    /// <param name="language">Language of names.</param>
    /// <exception cref="ArgumentException">There are not two systems.</exception>
    /// <exception cref="KeyNotFoundException">No such year or city.</exception>
    public static Figure Of(CityCoupling coupling, int year, Highlight highlight, Language language = Language.English)
    {
        ArgumentNullException.ThrowIfNull(coupling);
        if (coupling.Systems is not [var x, var y])
        {
            throw new ArgumentException(string.Create(Invariant, $"{coupling.Systems.Length} systems are coupled; a plane shows two."), nameof(coupling));
        }
        var result = coupling.Index;
        var named = ScoreLines.Chosen(result, highlight, null).Select(c => Names.City(result, c)).ToArray();
        var others = result.Cities.Where(c => !named.Contains(c)).ToArray();
        var (rangeX, rangeY) = (Range(result, year, x), Range(result, year, y));
        var curves = BandCurves.Of(coupling, rangeX, rangeY);
        var names = BandNames(curves, c => c.AtLeft, "left", rangeY, language).Concat(BandNames(curves, c => c.AtRight, "right", rangeY, language));
        var points = new CityPoints(c => result.Score(c.Key, year, x.Code), c => result.Score(c.Key, year, y.Code), highlight, language) { More = c => Hover(coupling, c, year, language) };
        var title = Words.Titled(language.Say($"Coupling coordination of {x.Name(language)} and {y.Name(language)}", $"{x.Name(language)}与{y.Name(language)}的耦合协调"), year, language);
        var note = ChartNotes.Of(result, year, language, How(coupling, language), Missing(coupling, year, language));
        return new(new(title, note, Describe(coupling, year, language)), coupling.ToTable(year, language),
            PlotJson.Objects([.. curves.Select(Curve), .. points.Traces(named, others)]), Layout(result, x, y, rangeX, rangeY, names, language));
    }

    private static (double Low, double High) Range(IndexResult result, int year, IndexNode node)
    {
        var (low, high) = AxisRange.Of(result.Scores(node.Code).ToArray().Where((_, i) => result.Indicators.At(i).Year == year), 0.12);
        return (Math.Max(0, low), Math.Min(1.05, high));
    }

    private static string Hover(CityCoupling coupling, City city, int year, Language language) =>
        $"<br>D: {Words.Print(coupling.Coordination(city.Key, year), 3)} {PlotText.Escape(coupling.Band(city.Key, year)?.Name(language) ?? "")}";

    private static JsonObject Curve(BandCurve curve) =>
        new()
        {
            ["type"] = "scatter", ["mode"] = "lines", ["showlegend"] = false, ["hoverinfo"] = "skip",
            ["x"] = PlotJson.Numbers(curve.X), ["y"] = PlotJson.Numbers(curve.Y),
            ["line"] = new JsonObject { ["color"] = Palette.Grey, ["width"] = 1, ["dash"] = "dot" },
        };

    /// <summary>The names of the bands at one edge, each in the middle of what is seen of it there; none where it would not fit.</summary>
    private static IEnumerable<JsonObject> BandNames(BandCurve[] curves, Func<BandCurve, double> begins, string side, (double Low, double High) range, Language language) =>
        curves.Select((c, i) => (c.Band, From: Math.Max(range.Low, begins(c)), To: Math.Min(range.High, i + 1 < curves.Length ? begins(curves[i + 1]) : range.High)))
            .Where(b => b.To - b.From >= LineHeight * (range.High - range.Low)).Select(b => new JsonObject
            {
                ["xref"] = "paper", ["x"] = side == "left" ? 0 : 1, ["xanchor"] = side, ["yref"] = "y", ["y"] = PlotJson.Number((b.From + b.To) / 2), ["yanchor"] = "middle", ["showarrow"] = false,
                ["text"] = PlotText.Escape(b.Band.Name(language)), ["font"] = new JsonObject { ["size"] = Theme.SmallText },
            });

    private static JsonObject Layout(IndexResult result, IndexNode x, IndexNode y, (double Low, double High) rangeX, (double Low, double High) rangeY, IEnumerable<JsonObject> names, Language language)
    {
        var layout = Theme.Layout(Height);
        layout["xaxis"] = Axis(x, rangeX);
        layout["yaxis"] = Axis(y, rangeY);
        layout["annotations"] = PlotJson.Objects(names);
        layout["legend"]!["traceorder"] = "reversed";
        return layout;

        JsonObject Axis(IndexNode node, (double Low, double High) range)
        {
            var axis = Theme.Axis(Names.Scored(result, node, language));
            axis["range"] = PlotJson.Numbers([range.Low, range.High]);
            axis["zeroline"] = false;
            axis["showgrid"] = false;
            return axis;
        }
    }

    private static string How(CityCoupling coupling, Language language) =>
        language.Say(
            $"Dotted: where the bands of the coordination degree D = √(C·T) begin; form of C: {coupling.Form}.",
            $"虚线为协调度D=√(C·T)各等级的界线；耦合度C的形式：{coupling.Form}。");

    private static string? Missing(CityCoupling coupling, int year, Language language)
    {
        var missing = coupling.Index.Cities.Where(c => double.IsNaN(coupling.Coordination(c.Key, year))).Select(c => c.Name(language)).ToArray();
        return missing.Length == 0 ? null : language.Say($"Without a degree: {string.Join(", ", missing)}.", $"无协调度：{string.Join("、", missing)}。");
    }

    private static string Describe(CityCoupling coupling, int year, Language language)
    {
        var cities = coupling.Index.Cities;
        var (count, when) = (cities.Length.ToString(Invariant), year.ToString(Invariant));
        var extremes = Words.Extremes(cities.Select(c => (c.Name(language), coupling.Coordination(c.Key, year))), 3, language);
        var bands = coupling.Bands.Bands.Select(b => (b, Count: cities.Count(c => coupling.Band(c.Key, year) == b))).Where(b => b.Count > 0)
            .Select(b => $"{b.b.Name(language)} {b.Count.ToString(Invariant)}");
        return language.Say(
            $"Scatter plot of {count} cities in {when} among bands of the coordination degree; {extremes}. Cities per band: {string.Join(", ", bands)}.",
            $"{when}年{count}个城市在协调度等级中的散点图；{extremes}。各等级城市数：{string.Join("，", bands)}。");
    }
}
