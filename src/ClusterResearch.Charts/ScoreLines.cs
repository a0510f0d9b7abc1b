using System.Collections.Immutable;
using ClusterResearch.Charts.Drawing;
using ClusterResearch.Data;
using ClusterResearch.Indexing;

namespace ClusterResearch.Charts;

/// <summary>Scores over years: has a city gained on the others, and where is a jump one of the statistics?</summary>
public static class ScoreLines
{
    /// <summary>One line per city; the lifted-out ones strong, the others grey, the median dashed.</summary>
    /// <param name="result">The index.</param>
    /// <param name="highlight">The cities to lift out, and their colours.</param>
    /// <param name="code">The node; null for the goal.</param>
    /// <param name="cities">Keys of the cities to lift out; null for those of <paramref name="highlight"/>.</param>
    /// <param name="breaks">Breaks in the series; those of variables under the node are marked and named in the note.</param>
    /// <param name="language">Language of names.</param>
    /// <exception cref="KeyNotFoundException">No such city.</exception>
    public static Figure Of(
        IndexResult result,
        Highlight highlight,
        string? code = null,
        IReadOnlyList<string>? cities = null,
        IEnumerable<Break>? breaks = null,
        Language language = Language.English
    )
    {
        var node = result.Tree[code ?? result.Tree.Goal.Code];
        var chosen = Chosen(result, highlight, cities);
        var series = new YearSeries(result.Cities, chosen, [.. Enumerable.Range(result.Period.First, result.Period.Count)],
            (city, year) => result.Score(city, year, node.Code), (city, year) => result.Rank(city, year, node.Code), ".3f", "");
        var lines = new YearLines(series, highlight, language);
        var variables = result.Tree.IndicatorsUnder(node.Code).SelectMany(i => i.Indicator!.Formula.Variables).ToHashSet();
        var marks = new BreakMarks(breaks, variables, result.Period.First, result.Period.Last, chosen);
        var title = Words.Titled(node.Name(language), result.Period.ToString(), language);
        var legend = marks.Legend(v => result.Design.Panel.Variable(v).Title(language), language);
        var note = ChartNotes.Of(result, null, language, legend, Suspects(marks, language), lines.Note());
        var alt = Words.Describe(series, Names.Scored(result, node, language), 3, language);
        return new(new(title, note, alt), lines.Table(title, 3, null, result.Notes, result.Methods), lines.Data(),
            lines.Layout(Words.Capital(Names.Score(result, language)), marks));
    }

    /// <summary>The asked-for cities, each checked; or those of the highlight that the result has.</summary>
    internal static ImmutableArray<string> Chosen(IndexResult result, Highlight highlight, IReadOnlyList<string>? cities) =>
        cities is null
            ? [.. highlight.All.Where(key => result.Cities.Any(c => c.Key == key))]
            : [.. cities.Select(c => Names.City(result, c).Key).Distinct()];

    private static string? Suspects(BreakMarks marks, Language language) =>
        Words.Count(
            marks.Suspects.Length,
            language,
            "Not marked: 1 suspect figure of these cities (see the list of breaks).",
            "Not marked: {0} entries on suspect figures of these cities (see the list of breaks).",
            "未标出：这些城市的{0}条存疑数据（见断点表）。"
        );
}
