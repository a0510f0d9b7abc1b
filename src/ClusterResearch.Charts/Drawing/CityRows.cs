using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ClusterResearch.Data;
using ClusterResearch.Indexing;

namespace ClusterResearch.Charts.Drawing;

/// <summary>The cities of a year from the best rank down, one row of a chart each; those without a score last.</summary>
internal sealed class CityRows
{
    public const int RowHeight = 24;

    private readonly IndexResult result;
    private readonly int year;
    private readonly Highlight highlight;
    private readonly Language language;

    /// <summary>Takes the first <paramref name="top"/> cities, or all; highlighted and included ones whatever their rank.</summary>
    public CityRows(IndexResult result, int year, Highlight highlight, int? top, IEnumerable<string>? include, Language language)
    {
        (this.result, this.year, this.highlight, this.language) = (result, year, highlight, language);
        _ = result.Indicators.Row(result.Cities[0].Key, year); // an unknown year is refused here
        var always = (include ?? []).Select(c => Names.City(result, c).Key).Concat(highlight.All).ToHashSet();
        var ordered = result.Cities.OrderBy(c => result.Rank(c.Key, year) ?? double.MaxValue);
        Cities = [.. ordered.Where((c, i) => top is not { } most || i < most || always.Contains(c.Key))];
    }

    public ImmutableArray<City> Cities { get; }

    public IEnumerable<double> Places => Enumerable.Range(0, Cities.Length).Select(i => (double)i);

    /// <summary>Rank and name; lifted-out cities in bold with their sign.</summary>
    public JsonObject Axis()
    {
        var axis = Theme.Labels(Places, Cities.Select(Label));
        axis["range"] = PlotJson.Numbers([Cities.Length - 0.4, -0.6]);
        return axis;
    }

    /// <summary>What is left out, said.</summary>
    public string? Omitted()
    {
        var (shown, all) = (Cities.Length.ToString(Invariant), result.Cities.Length.ToString(Invariant));
        return Cities.Length == result.Cities.Length ? null
            : language.Say($"Shown are {shown} of {all} cities; ranks are among all.", $"显示{all}个城市中的{shown}个，位次按全部城市计算。");
    }

    private string Label(City city)
    {
        var rank = result.Rank(city.Key, year) is { } r ? r.ToString("0.#", Invariant) : "–";
        var name = PlotText.Escape(city.Name(language));
        return highlight.Style(city.Key) is { } style ? PlotText.Signed($"{rank} {name}", style) : $"{rank} {name}";
    }
}
