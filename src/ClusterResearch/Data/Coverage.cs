using ClusterResearch.Tables;

namespace ClusterResearch.Data;

/// <summary>How complete a panel is: the share of cities that have a figure, per variable and year.</summary>
public sealed class Coverage
{
    private readonly double[][] shares;

    private Coverage(Panel panel, double[][] shares) => (Panel, this.shares) = (panel, shares);

    /// <summary>The panel.</summary>
    public Panel Panel { get; }

    /// <summary>Cities with a figure over all cities, from 0 to 1.</summary>
    public double this[string variable, int year] => shares[Panel.Variables.IndexOf(Panel.Variable(variable))][year - Panel.Years[0]];

    /// <summary>City-years with a figure over all city-years of a variable, from 0 to 1.</summary>
    public double Overall(string variable) => shares[Panel.Variables.IndexOf(Panel.Variable(variable))].Average();

    /// <summary>First and last year in which any city has a figure; null if none has.</summary>
    public (int First, int Last)? Years(string variable)
    {
        var present = Panel.Years.Where(y => this[variable, y] > 0).ToArray();
        return present.Length == 0 ? null : (present[0], present[^1]);
    }

    /// <summary>Counts a panel.</summary>
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
            string.Create(Invariant, $"Variables of {Panel.File.Name}: {Panel.Cities.Length} cities, {Panel.Years[0]}–{Panel.Years[^1]}"),
            [
                Column.Text("variable", "Variable"),
                Column.Text("title", "What it measures"),
                Column.Text("unit", "Unit"),
                Column.Text("years", "Years"),
                Column.Number("present", "Present", 1, "%"),
                Column.Text("source", "Original publication"),
                Column.Text("note", "Note"),
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
