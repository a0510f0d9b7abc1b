using System.Collections.Immutable;
using ClusterResearch.Findings;

namespace ClusterResearch.Indexing.Normalising;

/// <summary>A method that makes indicators of different units comparable; knows which direction is better.</summary>
public abstract record Normalisation
{
    /// <summary>Which city-years set the scale. <value>Default: all of the panel.</value></summary>
    public Pooling Pooling { get; init; } = Pooling.Panel;

    /// <summary>Name, variant, formula, rules and source.</summary>
    public abstract MethodCard Card { get; }

    /// <summary>Normalises one indicator, or a year of it, or adds to the findings why it cannot.</summary>
    internal abstract NormalisedColumn? Apply(IndicatorColumn column, List<Finding> findings);

    /// <summary>The method that normalises an indicator: this one, unless methods differ by branch.</summary>
    internal virtual Normalisation For(IndexTree tree, string code) => this;

    /// <summary>What the method itself asks of the indicators, before any of them is looked at.</summary>
    internal virtual void Check(IndicatorTable indicators, List<Finding> findings)
    {
        if (Pooling.Year is { } year && !indicators.Period.Contains(year))
        {
            findings.Add(NormalisingFindings.BaseYear(indicators.Design.Tree.File, year, indicators.Period.ToString()));
        }
    }

    /// <summary>Normalises every indicator.</summary>
    /// <exception cref="FindingsException">A base year outside the period (CR3501), a constant indicator (CR3103), missing
    /// goalposts (CR3109), and what else the method refuses: all at once.</exception>
    public NormalisedIndicators Normalise(IndicatorTable indicators)
    {
        var findings = new List<Finding>();
        Check(indicators, findings);
        if (findings.Count > 0)
        {
            throw new FindingsException(findings);
        }
        var columns = indicators.Design.Tree.Indicators.Select(n => For(indicators.Design.Tree, n.Code).WholeColumn(n, indicators, findings)).ToImmutableArray();
        return findings.Count == 0 ? new(indicators, this, columns!) : throw new FindingsException(findings);
    }

    /// <summary>The finding for a column that does not vary.</summary>
    private protected static NormalisedColumn? Constant(IndicatorColumn column, List<Finding> findings)
    {
        var when = column.Year is { } year ? string.Create(Invariant, $" in {year}") : "";
        findings.Add(IndexFindings.Constant(column.File, column.Node.Line, column.Node.Code, Sameness(column.Basis.Span) + when));
        return null;
    }

    /// <summary>In which way an indicator does not vary, though its figures may.</summary>
    internal static string Sameness(ReadOnlySpan<double> x)
    {
        var present = x.ToArray().Where(v => !double.IsNaN(v)).ToArray();
        return present.Length == 0 ? "has no value"
            : present.Length == 1 ? string.Create(Invariant, $"has one value only: {present[0]:R}")
            : present.All(v => v == present[0])
            ? string.Create(Invariant, $"is {present[0]:R} in all {present.Length} city-years that have a value")
            : string.Create(Invariant, $"varies from {present.Min():G6} to {present.Max():G6}, but without spread in what counts: most values are the same, or all are equally far from the best");
    }

    private NormalisedColumn? WholeColumn(IndexNode node, IndicatorTable indicators, List<Finding> findings)
    {
        var pieces = IndicatorColumn.Split(node, indicators, Pooling);
        if (pieces is [var whole])
        {
            return Apply(whole, findings);
        }
        var values = Enumerable.Repeat(double.NaN, indicators.Cities.Length * indicators.Period.Count).ToArray();
        var parameters = new List<(string, double)>();
        // a year without any figure has nothing to normalise; the pooled panel has refused a column without any
        foreach (var piece in pieces.Where(p => p.Values.Span.ContainsAnyExcept(double.NaN)))
        {
            if (Apply(piece, findings) is { } done)
            {
                parameters.AddRange(done.Parameters.Select(p => (string.Create(Invariant, $"{p.Name} {piece.Year}"), p.Value)));
                for (var i = 0; i < piece.Rows.Length; i++)
                {
                    values[piece.Rows[i]] = done.Values.Span[i];
                }
            }
        }
        return new(values, [.. parameters]);
    }
}

/// <summary>A normalised indicator, with the numbers the method took from the data.</summary>
/// <param name="Values">One value per city-year; NaN where missing.</param>
/// <param name="Parameters">What was taken from the data, e.g. minimum and maximum, by name; with the year where each year is on its own.</param>
public sealed record NormalisedColumn(ReadOnlyMemory<double> Values, ImmutableArray<(string Name, double Value)> Parameters);

/// <summary>All indicators after normalisation: the only thing weights and scores can be made from.</summary>
public sealed class NormalisedIndicators
{
    private readonly ImmutableArray<NormalisedColumn> columns;

    internal NormalisedIndicators(IndicatorTable indicators, Normalisation method, ImmutableArray<NormalisedColumn> columns) =>
        (Indicators, Method, this.columns) = (indicators, method, columns);

    /// <summary>The values before.</summary>
    public IndicatorTable Indicators { get; }

    /// <summary>The method.</summary>
    public Normalisation Method { get; }

    /// <summary>The method's card, with what it did to this data.</summary>
    public MethodCard Card
    {
        get
        {
            var (cells, missing) = (columns.Sum(c => c.Values.Length), columns.Sum(c => Missing(c.Values.Span)));
            var clipped = columns.SelectMany(c => c.Parameters).Where(p => p.Name.StartsWith("values clipped", StringComparison.Ordinal)).Sum(p => p.Value);
            var beyond = columns.Sum(c => c.Values.Span.ToArray().Count(v => v is < 0 or > 1));
            return Method.Card with
            {
                Did =
                [
                    string.Create(Invariant, $"{cells - missing} of {cells} cells of {columns.Length} indicators put on the scale; {missing} are missing and stay so"),
                    .. clipped > 0 ? [string.Create(Invariant, $"{clipped} values beyond the ends count as the end")] : Array.Empty<string>(),
                    .. Method.Pooling.Year is not null && beyond > 0 ? [string.Create(Invariant, $"{beyond} values lie beyond the ends that the base year sets")] : Array.Empty<string>(),
                ],
            };
        }
    }

    /// <summary>One year of them: the values stay, also where all years set the scale.</summary>
    internal NormalisedIndicators OfYear(int year) =>
        new(Indicators.OfYear(year), Method, [.. columns.Select(c => new NormalisedColumn(Indicators.YearOf(c.Values.Span, year), c.Parameters))]);

    /// <summary>An indicator's values after, with the parameters used.</summary>
    /// <exception cref="FindingsException">No such code (CR3110).</exception>
    public NormalisedColumn Column(string code) => columns[Indicators.Design.Tree.IndicatorIndex(code)];

    private static int Missing(ReadOnlySpan<double> x)
    {
        var count = 0;
        foreach (var v in x)
        {
            count += double.IsNaN(v) ? 1 : 0;
        }
        return count;
    }
}
