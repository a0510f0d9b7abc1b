using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ClusterResearch.Data;

namespace ClusterResearch.Charts.Drawing;

/// <summary>The breaks of one year: a dotted line with a number, which the note explains.</summary>
internal sealed record BreakMark(int Number, int Year, ImmutableArray<Break> Breaks);

/// <summary>Breaks in the series, on a time axis and in words.</summary>
internal sealed class BreakMarks
{
    private const int LastCircled = 20;

    private readonly ImmutableArray<BreakMark> marks;
    private readonly ImmutableArray<Break> suspects;

    /// <summary>The breaks that touch what is drawn: the variables, the years, the cities.</summary>
    public BreakMarks(IEnumerable<Break>? breaks, IReadOnlySet<string> variables, int first, int last, ImmutableArray<string> cities)
    {
        bool Touches(Break b) => variables.Contains(b.Variable) && b.Year >= first && b.Year <= last && (b.Cities.IsEmpty || cities.Any(b.Concerns));
        var all = (breaks ?? []).Where(Touches).ToArray();
        suspects = [.. all.Where(b => b.Kind == "suspect")];
        var years = all.Where(b => b.Kind != "suspect" && b.Year > first).GroupBy(b => b.Year).OrderBy(g => g.Key);
        marks = [.. years.Select((g, i) => new BreakMark(i + 1, g.Key, [.. g]))];
    }

    /// <summary>Single figures of drawn cities that look wrong.</summary>
    public ImmutableArray<Break> Suspects => suspects;

    /// <summary>Dotted lines between the last year of the old and the first of the new definition.</summary>
    public JsonArray Shapes() =>
        PlotJson.Objects(marks.Select(m =>
        {
            var line = Theme.Line(m.Year - 0.5, 0, m.Year - 0.5, 1, "dot");
            line["yref"] = "paper";
            return line;
        }));

    /// <summary>The numbers at the upper ends of the lines.</summary>
    public JsonArray Annotations() =>
        PlotJson.Objects(marks.Select(m => new JsonObject
        {
            ["x"] = m.Year - 0.5, ["y"] = 1, ["yref"] = "paper", ["yanchor"] = "top", ["xanchor"] = "left", ["showarrow"] = false,
            ["text"] = Sign(m.Number), ["font"] = new JsonObject { ["size"] = Theme.SmallText + 2 },
        }));

    /// <summary>What the numbers stand for: kind and variable, for readers of a chart of many variables.</summary>
    public string? Legend(Func<string, string> title, Language language) =>
        Sentence(language, marks.Select(m => string.Create(Invariant, $"{Sign(m.Number)} {m.Year}: ")
            + string.Join(", ", m.Breaks.Select(b => $"{title(b.Variable)} – {Kind(b.Kind, language)}").Distinct())));

    /// <summary>What changes at each number: for a chart of one variable.</summary>
    public string? Effects(Language language) =>
        Sentence(language, marks.Select(m => string.Create(Invariant, $"{Sign(m.Number)} {m.Year}: ")
            + string.Join(" ", m.Breaks.Select(b => b.Effect(language).TrimEnd('.', '。')))));

    private static string? Sentence(Language language, IEnumerable<string> parts)
    {
        var text = string.Join("; ", parts);
        return text.Length == 0 ? null : language.Say($"Breaks in the series (dotted): {text}.", $"序列断点（虚线）：{text}。");
    }

    private static string Sign(int number) =>
        number <= LastCircled ? ((char)('①' + number - 1)).ToString() : $"({number.ToString(Invariant)})";

    private static string Kind(string kind, Language language) =>
        kind switch
        {
            "definition" => language.Say("new definition", "口径变化"),
            "census" => language.Say("census", "普查"),
            "revision" => language.Say("revision", "修订"),
            "method" => language.Say("new method", "方法变化"),
            _ => kind,
        };
}
