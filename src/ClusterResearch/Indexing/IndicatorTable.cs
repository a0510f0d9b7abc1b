using System.Collections.Immutable;
using ClusterResearch.Data;
using ClusterResearch.Findings;
using ClusterResearch.Indexing.Formulas;
using ClusterResearch.Indexing.Preparing;
using ClusterResearch.Tables;

namespace ClusterResearch.Indexing;

/// <summary>The values of k indicators for n cities over T years, in their own units, before any normalisation.</summary>
/// <remarks>
/// Formulas are evaluated over the whole panel, so shares, location quotients and lags refer to all its cities and
/// earlier years; then the chosen cities and years are taken. Missing values stay missing (NaN) unless an imputation fills
/// them; a table that was prepared (divided, screened, filled, treated) keeps the way back to the measured one.
/// </remarks>
public sealed class IndicatorTable
{
    private readonly ImmutableArray<double[]> columns;
    private readonly Dictionary<string, int> cityIndex;
    private readonly HashSet<(string Code, string City, int Year)> filled;

    private IndicatorTable(IndexDesign design, ImmutableArray<City> cities, Period period, ImmutableArray<double[]> columns, ImmutableArray<string> notes)
    {
        (Design, Cities, Period, this.columns, Notes, filled) = (design, cities, period, columns, notes, []);
        cityIndex = cities.Select((c, i) => (c.Key, i)).ToDictionary(c => c.Key, c => c.i);
    }

    private IndicatorTable(IndicatorTable before, MethodCard step, PreparedTable prepared)
        : this(before.Design with { Tree = prepared.Tree }, prepared.Cities.IsDefault ? before.Cities : prepared.Cities, before.Period, prepared.Columns, before.Notes)
    {
        (Before, Step, Treated) = (before, step, prepared.Treated);
        Filled = [.. before.Filled.Where(f => prepared.Tree.Find(f.Code) is not null && cityIndex.ContainsKey(f.City.Key)), .. prepared.Filled];
        filled = [.. Filled.Select(f => (f.Code, f.City.Key, f.Year))];
    }

    /// <summary>The design it was measured by; after a preparation with the tree as it is then: smaller, or with other formulas and units.</summary>
    public IndexDesign Design { get; }

    /// <summary>The n cities.</summary>
    public ImmutableArray<City> Cities { get; }

    /// <summary>The T years.</summary>
    public Period Period { get; }

    /// <summary>The table before the last preparation; null for a measured one.</summary>
    public IndicatorTable? Before { get; }

    /// <summary>The card of the last preparation, with what it did to this data; null for a measured table.</summary>
    public MethodCard? Step { get; }

    /// <summary>The table as it was measured: itself where nothing was prepared.</summary>
    public IndicatorTable Measured => Before?.Measured ?? this;

    /// <summary>The cards of all preparations, the first one first.</summary>
    public ImmutableArray<MethodCard> Cards => Before is null ? [] : [.. Before.Cards, Step!];

    /// <summary>The cells that were missing and were filled in, by indicator, city and year.</summary>
    public ImmutableArray<FilledCell> Filled { get; } = [];

    /// <summary>What the last preparation did to each indicator, if it was a treatment.</summary>
    internal ImmutableDictionary<string, TreatedColumn>? Treated { get; }

    /// <summary>Sums over cities that had to leave some out, by indicator and year.</summary>
    public ImmutableArray<string> Notes { get; }

    /// <summary>One value; NaN where missing.</summary>
    public double this[string code, string city, int year] => Column(code).Span[Row(city, year)];

    /// <summary>All values of an indicator, city by city, year by year within a city: n·T values.</summary>
    /// <exception cref="FindingsException">No such code (CR3110).</exception>
    public ReadOnlyMemory<double> Column(string code) => columns[Design.Tree.IndicatorIndex(code)];

    /// <summary>The position of a city-year in a column.</summary>
    /// <exception cref="KeyNotFoundException">The city or year is not in the table.</exception>
    public int Row(string city, int year)
    {
        if (cityIndex.TryGetValue(city, out var index) && Period.Contains(year))
        {
            return index * Period.Count + year - Period.First;
        }
        throw new KeyNotFoundException(
            string.Create(Invariant, $"{city} {year} is not in this index: {Cities.Length} cities, {Period}. {Nearest.Hint(city, Cities.Select(c => c.Key))}").TrimEnd()
        );
    }

    /// <summary>City and year of a row.</summary>
    public (City City, int Year) At(int row) => (Cities[row / Period.Count], Period.First + row % Period.Count);

    /// <summary>Whether a cell was missing and was filled in.</summary>
    public bool IsFilled(string code, string city, int year) => filled.Contains((code, city, year));

    /// <summary>What preparations did to a cell, in their order; empty where they left it as it was measured.</summary>
    public ImmutableArray<string> History(string code, string city, int year)
    {
        if (Before is null)
        {
            return [];
        }
        var (then, now) = (Before[code, city, year], this[code, city, year]);
        return then.Equals(now) ? Before.History(code, city, year)
            : [.. Before.History(code, city, year), string.Create(Invariant, $"{Step!.Step}: {(double.IsNaN(then) ? "missing" : then.ToString("G6", Invariant))} → {(double.IsNaN(now) ? "missing" : now.ToString("G6", Invariant))}")];
    }

    /// <summary>Every cell that was filled in: value, and by which method.</summary>
    public Table FilledTable(Language language = Language.English) =>
        new(
            language.Say("Cells that were filled in", "填补的数据"),
            [
                Tables.Column.Text("code", language.Say("Code", "代码")),
                Tables.Column.Text("name", language.Say("Name", "名称")),
                Tables.Column.Text("city", language.Say("City", "城市")),
                Tables.Column.Text("year", language.Say("Year", "年份")),
                Tables.Column.Number("value", language.Say("Value", "指标值"), 4),
                Tables.Column.Text("unit", language.Say("Unit", "单位")),
                Tables.Column.Text("how", language.Say("How", "填补方法")),
            ],
            Filled.Select(f => (Cell: f, Node: Design.Tree[f.Code])).Select(f => (object?[])
                [f.Cell.Code, f.Node.Name(language), f.Cell.City.Name(language), f.Cell.Year.ToString(Invariant), this[f.Cell.Code, f.Cell.City.Key, f.Cell.Year], f.Node.Indicator!.Unit, f.Cell.How]),
            Filled.IsEmpty ? ["Nothing was filled in."] : Cards.Select(c => $"{c.Name}: {c.Did[0]}.")
        );

    /// <summary>The table after a preparation.</summary>
    internal IndicatorTable Then(MethodCard step, PreparedTable prepared) => new(this, step, prepared);

    /// <summary>City, year, file and line of a row, as findings name it.</summary>
    internal string Place(int row) => At(row) is var (city, year) ? Place(Design.Panel, Design.Panel.Row(city.Key, year)) : "";

    /// <summary>Measures every indicator of a design.</summary>
    /// <param name="design">Tree and panel.</param>
    /// <param name="cities">The keys of the cities to take; null for all of the panel.</param>
    /// <param name="period">The years to take; null for the design's.</param>
    /// <exception cref="FindingsException">Division by zero (CR3101), logarithm of a number that is not positive (CR3102), an indicator without any value (CR3104), a result that is no finite number (CR3105).</exception>
    public static IndicatorTable Measure(IndexDesign design, IReadOnlyCollection<string>? cities = null, Period? period = null) => Measure(design, cities, period, emptyAllowed: false);

    /// <summary>Measures every indicator; where a screening follows, one without any value is left to it.</summary>
    internal static IndicatorTable Measure(IndexDesign design, IReadOnlyCollection<string>? cities, Period? period, bool emptyAllowed)
    {
        var years = period ?? design.Period;
        var chosen = (cities?.Distinct() ?? design.Panel.Cities.Select(c => c.Key)).Select(c => design.Panel.Cities[design.Panel.IndexOf(c)]).ToImmutableArray();
        var rows = chosen.SelectMany(c => Enumerable.Range(years.First, years.Count).Select(y => design.Panel.Row(c.Key, y))).ToArray();
        var findings = new List<Finding>();
        var notes = new List<string>();
        var measured = design.Tree.Indicators.Select(n => Evaluate(design, n, rows, emptyAllowed, findings, notes)).ToImmutableArray();
        return findings.Count == 0 ? new(design, chosen, years, measured, [.. notes]) : throw new FindingsException(findings);
    }

    /// <summary>The same with a city a second time under another key: for asking what a copy changes in methods that compare cities.</summary>
    /// <exception cref="KeyNotFoundException">No such city.</exception>
    internal IndicatorTable WithCopy(string city)
    {
        var first = Row(city, Period.First);
        var copy = Cities[first / Period.Count] with { Key = $"{city} (copy)" };
        return new(Design, Cities.Add(copy), Period, [.. columns.Select(c => (double[])[.. c, .. c.AsSpan(first, Period.Count)])], Notes);
    }

    /// <summary>The same without an indicator; figures of the others stay as they are.</summary>
    internal IndicatorTable Without(string code)
    {
        var tree = Design.Tree.Without([code]);
        return new(Design with { Tree = tree }, Cities, Period, [.. tree.Indicators.Select(n => columns[Design.Tree.IndicatorIndex(n.Code)])], Notes);
    }

    /// <summary>One year of it.</summary>
    internal IndicatorTable OfYear(int year) => new(Design, Cities, new(year, year), [.. columns.Select(c => YearOf(c, year))], Notes);

    /// <summary>The values of one year in a column of all.</summary>
    internal double[] YearOf(ReadOnlySpan<double> column, int year)
    {
        var one = new double[Cities.Length];
        for (var c = 0; c < one.Length; c++)
        {
            one[c] = column[c * Period.Count + year - Period.First];
        }
        return one;
    }

    private static double[] Evaluate(IndexDesign design, IndexNode node, int[] rows, bool emptyAllowed, List<Finding> findings, List<string> notes)
    {
        var context = new FormulaContext(design.Panel);
        var all = node.Indicator!.Formula.Evaluate(context);
        var file = design.Tree.File;
        if (context.ZeroDivisions.Count > 0 && rows.Where(context.ZeroDivisions.Contains).ToArray() is [var zero, ..] zeros)
        {
            findings.Add(IndexFindings.Zero(file, node.Line, node.Code, zeros.Length, Place(design.Panel, zero)));
        }
        if (context.BadLogarithms.Count > 0 && rows.Where(context.BadLogarithms.Contains).ToArray() is [var bad, ..] bads)
        {
            findings.Add(IndexFindings.Logarithm(file, node.Line, node.Code, bads.Length, Place(design.Panel, bad)));
        }
        if (rows.Where(context.BadPowers.Contains).ToArray() is [var root, ..] roots)
        {
            findings.Add(IndexFindings.Power(file, node.Line, node.Code, roots.Length, Place(design.Panel, root)));
        }
        if (rows.Where(r => double.IsInfinity(all[r])).ToArray() is [var large, ..] larges)
        {
            findings.Add(IndexFindings.TooLarge(file, node.Line, node.Code, larges.Length, Place(design.Panel, large)));
        }
        var column = rows.Select(r => all[r]).ToArray();
        if (!emptyAllowed && column.All(double.IsNaN) && !context.Faults.Any())
        {
            findings.Add(IndexFindings.Nothing(file, node.Line, node.Code));
        }
        var elsewhere = context.Faults.Except(rows).Order().ToArray();
        if (elsewhere.Length > 0)
        {
            notes.Add(string.Create(Invariant,
                $"{node.Code}: the formula has no value in {elsewhere.Length} city-years outside the chosen ones, first {Place(design.Panel, elsewhere[0])}; what looks back to them or sums over them does without."));
        }
        var years = rows.Select(r => design.Panel.Years[r % design.Panel.Years.Length]).ToHashSet();
        notes.AddRange(context.IncompleteSums.Where(s => years.Contains(s.Key)).Select(s => string.Create(Invariant,
            $"{node.Code} {s.Key}: sums over cities leave out {s.Value} of {design.Panel.Cities.Length} for want of figures.")));
        return column;
    }

    private static string Place(Panel panel, int row)
    {
        var (city, year) = (panel.Cities[row / panel.Years.Length], panel.Years[row % panel.Years.Length]);
        return string.Create(Invariant, $"{city.Key} {year} ({panel.File.Name}:{panel.Line(city.Key, year)})");
    }
}

/// <summary>What a preparation makes of a table.</summary>
/// <param name="Tree">The tree after it.</param>
/// <param name="Columns">The values after it, in the order of the tree's indicators.</param>
internal sealed record PreparedTable(IndexTree Tree, ImmutableArray<double[]> Columns)
{
    /// <summary>The cities after it; default where they stay.</summary>
    public ImmutableArray<City> Cities { get; init; }

    /// <summary>The cells it filled in.</summary>
    public ImmutableArray<FilledCell> Filled { get; init; } = [];

    /// <summary>What it did to each indicator, if it is a treatment.</summary>
    public ImmutableDictionary<string, TreatedColumn>? Treated { get; init; }
}
