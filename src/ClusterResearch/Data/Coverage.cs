using ClusterResearch.Tables;

namespace ClusterResearch.Data;

/// <summary>How complete a panel is: the share of cities that have a figure, per variable and year.</summary>
/// <remarks>With n cities and T years: share_vt = (cities with a figure of v in t) / n. An empty cell counts as missing, a zero
/// as a figure; whether the figure is right is not judged.</remarks>
public sealed class Coverage
{
    private readonly double[][] shares;

    private Coverage(Panel panel, double[][] shares) => (Panel, this.shares) = (panel, shares);

    /// <summary>The panel.</summary>
    public Panel Panel { get; }

    /// <summary>Cities with a figure over all cities of the panel, from 0 to 1.</summary>
    /// <exception cref="KeyNotFoundException">No such variable.</exception>
    /// <exception cref="IndexOutOfRangeException">The year is not in the panel.</exception>
    public double this[string variable, int year] => shares[Panel.Variables.IndexOf(Panel.Variable(variable))][year - Panel.Years[0]];

    /// <summary>City-years with a figure over all n·T city-years of the panel, also those before the variable was first collected: from 0 to 1.</summary>
    public double Overall(string variable) => shares[Panel.Variables.IndexOf(Panel.Variable(variable))].Average();

    /// <summary>First and last year in which any city has a figure; null if none has.</summary>
    public (int First, int Last)? Years(string variable)
    {
        var present = Panel.Years.Where(y => this[variable, y] > 0).ToArray();
        return present.Length == 0 ? null : (present[0], present[^1]);
    }

    /// <summary>Counts a panel: all its variables, cities and years.</summary>
    public static Coverage Of(Panel panel)
    {
        var years = panel.Years.Length;
        var counted = panel.Variables.Select(v =>
        {
            var series = panel.Series(v.Name).ToArray();
            return Enumerable.Range(0, years).Select(t => panel.Cities.Select((_, c) => double.IsNaN(series[c * years + t]) ? 0.0 : 1).Average()).ToArray();
        });
        return new(panel, [.. counted]);
    }

    /// <summary>One row per variable: unit, years, share present, original publication.</summary>
    public Table ToTable(Language language = Language.English) =>
        new(
            language.Say(
                string.Create(Invariant, $"Variables of {Panel.File.Name}: {Panel.Cities.Length} cities, {Panel.Years[0]}–{Panel.Years[^1]}"),
                string.Create(Invariant, $"{Panel.File.Name}的变量：{Panel.Cities.Length}个城市，{Panel.Years[0]}–{Panel.Years[^1]}年")),
            [
                Column.Text("variable", language.Say("Variable", "变量")),
                Column.Text("title", language.Say("What it measures", "含义")),
                Column.Text("unit", language.Say("Unit", "单位")),
                Column.Text("years", language.Say("Years", "年份")),
                Column.Number("present", language.Say("Present", "完整率"), 1, "%"),
                Column.Text("source", language.Say("Original publication", "原始出处")),
                Column.Text("note", language.Say("Note", "说明")),
            ],
            Panel.Variables.Select(v =>
                (object?[])
                    [
                        v.Name,
                        v.Title(language),
                        v.Unit,
                        Years(v.Name) is var (first, last) ? (first == last ? first.ToString(Invariant) : string.Create(Invariant, $"{first}–{last}")) : null,
                        100 * Overall(v.Name),
                        v.Source,
                        v.Note,
                    ]
            )
        );
}
