using System.Collections.Immutable;
using ClusterResearch.Findings;

namespace ClusterResearch.Data;

/// <summary>Figures of n cities over T years in v variables; a cross-section is a panel of one year.</summary>
/// <remarks>
/// Values lie city by city, year by year within a city. A missing figure is NaN, never a guess. Every figure knows
/// the file and line it was read from.
/// </remarks>
public sealed class Panel
{
    private readonly Dictionary<string, double[]> values;
    private readonly Dictionary<string, int> cityIndex;
    private readonly int[] lines;

    internal Panel(
        string name,
        SourceFile file,
        ImmutableArray<City> cities,
        ImmutableArray<int> years,
        ImmutableArray<Variable> variables,
        Dictionary<string, double[]> values,
        int[] lines
    )
    {
        (Name, File, Cities, Years, Variables) = (name, file, cities, years, variables);
        (this.values, this.lines) = (values, lines);
        cityIndex = cities.Select((c, i) => (c.Key, i)).ToDictionary(c => c.Key, c => c.i);
    }

    /// <summary>The name of the panel in the data package.</summary>
    public string Name { get; }

    /// <summary>The file the figures were read from.</summary>
    public SourceFile File { get; }

    /// <summary>The n cities, in the file's order.</summary>
    public ImmutableArray<City> Cities { get; }

    /// <summary>The T years, ascending and without gaps.</summary>
    public ImmutableArray<int> Years { get; }

    /// <summary>The variables, in the data package's order.</summary>
    public ImmutableArray<Variable> Variables { get; }

    /// <summary>One figure; NaN where missing.</summary>
    /// <exception cref="KeyNotFoundException">No such variable, city or year; the message names the nearest.</exception>
    public double this[string variable, string city, int year] => Series(variable).Span[Row(city, year)];

    /// <summary>All figures of a variable, city by city, year by year within a city: n·T values.</summary>
    /// <exception cref="KeyNotFoundException">No such variable.</exception>
    public ReadOnlyMemory<double> Series(string variable) =>
        values.TryGetValue(variable, out var series)
            ? series
            : throw new KeyNotFoundException($"{File.Name} has no variable “{variable}”. {Nearest.Hint(variable, values.Keys)}".TrimEnd());

    /// <summary>The variable of that name.</summary>
    /// <exception cref="KeyNotFoundException">No such variable.</exception>
    public Variable Variable(string name) =>
        Variables.FirstOrDefault(v => v.Name == name)
        ?? throw new KeyNotFoundException($"{File.Name} has no variable “{name}”. {Nearest.Hint(name, values.Keys)}".TrimEnd());

    /// <summary>Whether there is such a variable.</summary>
    public bool Has(string variable) => values.ContainsKey(variable);

    /// <summary>The position of a city among <see cref="Cities"/>.</summary>
    /// <exception cref="KeyNotFoundException">No such city.</exception>
    public int IndexOf(string city) =>
        cityIndex.TryGetValue(city, out var index)
            ? index
            : throw new KeyNotFoundException($"{File.Name} has no city “{city}”. {Nearest.Hint(city, cityIndex.Keys)}".TrimEnd());

    /// <summary>The position of a city-year in <see cref="Series"/>.</summary>
    /// <exception cref="KeyNotFoundException">No such city or year.</exception>
    public int Row(string city, int year)
    {
        var index = IndexOf(city);
        return year >= Years[0] && year <= Years[^1]
            ? index * Years.Length + year - Years[0]
            : throw new KeyNotFoundException(
                string.Create(Invariant, $"{File.Name} has no year {year}; its years are {Years[0]} to {Years[^1]}.")
            );
    }

    /// <summary>The line of <see cref="File"/> that holds a city-year.</summary>
    public int Line(string city, int year) => lines[Row(city, year)];
}
