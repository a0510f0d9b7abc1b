using System.Collections.Immutable;
using ClusterResearch.Charts.Drawing;
using ClusterResearch.Data;
using ClusterResearch.Indexing;

namespace ClusterResearch.Charts;

/// <summary>One variable over years, as the yearbooks print it.</summary>
public static class SeriesLines
{
    /// <summary>One line per city, with the breaks of the variable.</summary>
    /// <param name="panel">The figures.</param>
    /// <param name="variable">The variable.</param>
    /// <param name="highlight">The cities to lift out, and their colours.</param>
    /// <param name="cities">Keys of the cities to lift out; null for those of <paramref name="highlight"/>.</param>
    /// <param name="breaks">Breaks in the series; those of the variable are marked and told in the note.</param>
    /// <param name="language">Language of names.</param>
    /// <exception cref="KeyNotFoundException">No such variable or city.</exception>
    public static Figure Of(
        Panel panel,
        string variable,
        Highlight highlight,
        IReadOnlyList<string>? cities = null,
        IEnumerable<Break>? breaks = null,
        Language language = Language.English
    )
    {
        var measured = panel.Variable(variable);
        ImmutableArray<string> chosen = cities is null
            ? [.. highlight.All.Where(key => panel.Cities.Any(c => c.Key == key))]
            : [.. cities.Select(c => panel.Cities[panel.IndexOf(c)].Key).Distinct()];
        var unit = Names.Unit(measured.Unit, language);
        var series = new YearSeries(panel.Cities, chosen, panel.Years, (city, year) => panel[variable, city, year], null, ",.4~r", " " + PlotText.Escape(unit));
        var lines = new YearLines(series, highlight, language);
        var marks = new BreakMarks(breaks, new HashSet<string> { variable }, panel.Years[0], panel.Years[^1], chosen);
        var title = Words.Titled(measured.Title(language), new Period(panel.Years[0], panel.Years[^1]).ToString(), language);
        var suspects = Suspects(marks, panel, chosen, language);
        var note = ChartNotes.Join(marks.Effects(language), suspects, Missing(panel, variable, language), lines.Note(), Source(measured, language));
        var scale = Names.WithUnit(measured.Title(language), measured.Unit, language);
        var decimals = Words.Decimals(panel.Series(variable).ToArray());
        return new(new(title, note, Words.Describe(series, scale, decimals, language)),
            lines.Table(title, decimals, unit, note.Length > 0 ? [note] : []), lines.Data(), lines.Layout(scale, marks));
    }

    private static string? Suspects(BreakMarks marks, Panel panel, ImmutableArray<string> chosen, Language language)
    {
        var entries = marks.Suspects.Select(s =>
        {
            var names = s.Cities.Where(c => chosen.Contains(c)).Select(c => panel.Cities[panel.IndexOf(c)].Name(language));
            var where = s.Cities.IsEmpty ? language.Say("all", "全部") : string.Join(", ", names);
            return string.Create(Invariant, $"{where} {s.Year}: {s.Effect(language).TrimEnd('.', '。')}");
        });
        var text = string.Join("; ", entries);
        return text.Length == 0 ? null : language.Say($"Suspect figures: {text}.", $"存疑数据：{text}。");
    }

    private static string? Missing(Panel panel, string variable, Language language)
    {
        var missing = panel.Series(variable).ToArray().Count(double.IsNaN);
        var (count, all) = (missing.ToString(Invariant), panel.Series(variable).Length.ToString(Invariant));
        return missing == 0 ? null : language.Say($"{count} of {all} city-years have no figure; lines stop there.", $"{all}个城市年份中{count}个无数据，曲线在该处中断。");
    }

    private static string? Source(Variable variable, Language language) =>
        variable.Source.Length == 0 ? null : language.Say($"Source: {variable.Source}.", $"来源：{variable.Source}。");
}
