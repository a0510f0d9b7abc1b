using System.Collections.Immutable;
using ClusterResearch.Findings;

namespace ClusterResearch.Indexing.Normalising;

/// <summary>A method that makes indicators of different units comparable; knows which direction is better.</summary>
public abstract record Normalisation
{
    /// <summary>Name, variant, formula, rules and source.</summary>
    public abstract MethodCard Card { get; }

    /// <summary>Normalises one indicator, or adds to the findings why it cannot.</summary>
    internal abstract NormalisedColumn? Apply(IndicatorColumn column, List<Finding> findings);

    /// <summary>Normalises every indicator.</summary>
    /// <exception cref="FindingsException">A constant indicator (CR3103), missing goalposts (CR3109): all at once.</exception>
    public NormalisedIndicators Normalise(IndicatorTable indicators)
    {
        var findings = new List<Finding>();
        var tree = indicators.Design.Tree;
        var columns = tree.Indicators
            .Select(n => Apply(new(n, indicators), findings))
            .ToImmutableArray();
        return findings.Count == 0 ? new(indicators, this, columns!) : throw new FindingsException(findings);
    }

    /// <summary>The finding for a column that does not vary.</summary>
    private protected static NormalisedColumn? Constant(IndicatorColumn column, List<Finding> findings)
    {
        findings.Add(IndexFindings.Constant(column.File, column.Node.Line, column.Node.Code, Sameness(column.Values.Span)));
        return null;
    }

    /// <summary>In which way an indicator does not vary, though its figures may.</summary>
    internal static string Sameness(ReadOnlySpan<double> x)
    {
        var present = x.ToArray().Where(v => !double.IsNaN(v)).ToArray();
        return present.Length == 1 ? string.Create(Invariant, $"has one value only: {present[0]:R}")
            : present.All(v => v == present[0])
            ? string.Create(Invariant, $"is {present[0]:R} in all {present.Length} city-years that have a value")
            : string.Create(Invariant, $"varies from {present.Min():G6} to {present.Max():G6}, but without spread in what counts: most values are the same, or all are equally far from the best");
    }
}

/// <summary>One indicator on its way into a normalisation, with the cities and years its values belong to.</summary>
internal sealed record IndicatorColumn(IndexNode Node, IndicatorTable Indicators)
{
    public ReadOnlyMemory<double> Values => Indicators.Column(Node.Code);

    public string File => Indicators.Design.Tree.File;

    public Direction Direction => Node.Indicator!.Direction;
}

/// <summary>A normalised indicator, with the numbers the method took from the data.</summary>
/// <param name="Values">One value per city-year; NaN where missing.</param>
/// <param name="Parameters">What was taken from the data, e.g. minimum and maximum, by name.</param>
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

    /// <summary>An indicator's values after, with the parameters used.</summary>
    /// <exception cref="FindingsException">No such code (CR3110).</exception>
    public NormalisedColumn Column(string code) => columns[Indicators.Design.Tree.IndicatorIndex(code)];
}
