using System.Collections.Immutable;
using ClusterResearch.Charts.Drawing;
using ClusterResearch.Data;
using ClusterResearch.Indexing;

namespace ClusterResearch.Charts;

/// <summary>One variable over years as the yearbooks print it, or one indicator as it goes into the index.</summary>
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
        var note = ChartNotes.Join(marks.Effects(language), suspects, Missing(panel.Series(variable).Span, language), lines.Note(), Source(measured, language));
        var scale = Names.WithUnit(measured.Title(language), measured.Unit, language);
        var decimals = Words.Decimals(panel.Series(variable).ToArray());
        return new(new(title, note, Words.Describe(series, scale, decimals, language)),
            lines.Table(title, decimals, unit, note.Length > 0 ? [note] : []), lines.Data(), lines.Layout(scale, marks));
    }

    /// <summary>One line per city of an indicator; white markers are values that were filled in.</summary>
    /// <param name="indicators">The indicators: measured, or prepared.</param>
    /// <param name="code">The indicator.</param>
    /// <param name="highlight">The cities to lift out, and their colours.</param>
    /// <param name="cities">Keys of the cities to lift out; null for those of <paramref name="highlight"/>.</param>
    /// <param name="breaks">Breaks in the series; those of the indicator's variables are marked and named in the note.</param>
    /// <param name="language">Language of names.</param>
    /// <exception cref="Findings.FindingsException">No such code, or that of a dimension (CR3110).</exception>
    /// <exception cref="KeyNotFoundException">No such city.</exception>
    public static Figure Of(
        IndicatorTable indicators,
        string code,
        Highlight highlight,
        IReadOnlyList<string>? cities = null,
        IEnumerable<Break>? breaks = null,
        Language language = Language.English
    )
    {
        var (column, node, period) = (indicators.Column(code), indicators.Design.Tree[code], indicators.Period);
        ImmutableArray<string> chosen = cities is null
            ? [.. highlight.All.Where(key => indicators.Cities.Any(c => c.Key == key))]
            : [.. cities.Select(c => indicators.At(indicators.Row(c, period.First)).City.Key).Distinct()];
        var unit = Names.Unit(node.Indicator!.Unit, language);
        var series = new YearSeries(indicators.Cities, chosen, [.. Enumerable.Range(period.First, period.Count)],
            (city, year) => indicators[code, city, year], null, ",.4~r", " " + PlotText.Escape(unit)) { IsFilled = (city, year) => indicators.IsFilled(code, city, year) };
        var lines = new YearLines(series, highlight, language);
        var marks = new BreakMarks(breaks, node.Indicator.Formula.Variables.ToHashSet(), period.First, period.Last, chosen);
        var title = Words.Titled(node.Name(language), period.ToString(), language);
        var filled = Words.Count(indicators.Filled.Count(f => f.Code == code), language,
            "A white marker is a value that was missing and is filled in.", "White markers are {0} values that were missing and are filled in.", "白色标记为{0}个填补值。");
        var missing = Missing(column.Span, language);
        var note = ChartNotes.Join(filled, Prepared(indicators, language), marks.Legend(v => indicators.Design.Panel.Variable(v).Title(language), language), missing, lines.Note());
        var scale = Names.WithUnit(node.Name(language), node.Indicator.Unit, language);
        var decimals = Words.Decimals(column.ToArray());
        return new(new(title, note, ChartNotes.Join(Words.Describe(series, scale, decimals, language), filled)),
            lines.Table(title, decimals, unit, note.Length > 0 ? [note] : []), lines.Data(), lines.Layout(scale, marks));
    }

    private static string? Prepared(IndicatorTable indicators, Language language)
    {
        var cards = string.Join(language.Say("; ", "；"), indicators.Cards.Select(c => c.ToString()));
        return cards.Length == 0 ? null : language.Say($"Prepared by: {cards}.", $"预处理：{cards}。");
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

    private static string? Missing(ReadOnlySpan<double> figures, Language language)
    {
        var missing = figures.ToArray().Count(double.IsNaN);
        var (count, all) = (missing.ToString(Invariant), figures.Length.ToString(Invariant));
        return missing == 0 ? null : language.Say($"{count} of {all} city-years have no figure; lines stop there.", $"{all}个城市年份中{count}个无数据，曲线在该处中断。");
    }

    private static string? Source(Variable variable, Language language) =>
        variable.Source.Length == 0 ? null : language.Say($"Source: {variable.Source}.", $"来源：{variable.Source}。");
}
