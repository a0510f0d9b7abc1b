using System.Collections.Immutable;

namespace ClusterResearch.Indexing.Normalising;

/// <summary>One indicator on its way into a normalisation: the values to put on a scale, and those that set the scale.</summary>
internal sealed record IndicatorColumn
{
    private readonly int[] basisRows;

    private IndicatorColumn(IndexNode node, IndicatorTable indicators, int[] rows, int[] basisRows)
    {
        (Node, Indicators, Rows, this.basisRows) = (node, indicators, rows, basisRows);
        var all = indicators.Column(node.Code);
        Values = rows.Length == all.Length ? all : Pick(all.Span, rows);
        Basis = ReferenceEquals(rows, basisRows) ? Values : Pick(all.Span, basisRows);
    }

    public IndexNode Node { get; }

    public IndicatorTable Indicators { get; }

    /// <summary>The rows of the table that the values belong to.</summary>
    public int[] Rows { get; }

    /// <summary>The values to put on the scale; NaN where missing.</summary>
    public ReadOnlyMemory<double> Values { get; }

    /// <summary>The values that set the scale: the same ones, or those of the base year.</summary>
    public ReadOnlyMemory<double> Basis { get; }

    /// <summary>The year the basis is of; null where it is the whole panel.</summary>
    public int? Year { get; private init; }

    public string File => Indicators.Design.Tree.File;

    public Direction Direction => Node.Indicator!.Direction;

    /// <summary>The values of one city among those that set the scale.</summary>
    public double[] BasisOf(string city) => Pick(Indicators.Column(Node.Code).Span, [.. basisRows.Where(r => Indicators.At(r).City.Key == city)]);

    /// <summary>The pieces in which an indicator is normalised: one, or one per year.</summary>
    public static ImmutableArray<IndicatorColumn> Split(IndexNode node, IndicatorTable indicators, Pooling pooling)
    {
        var all = Enumerable.Range(0, indicators.Cities.Length * indicators.Period.Count).ToArray();
        if (pooling == Pooling.PerYear)
        {
            return [.. Enumerable.Range(indicators.Period.First, indicators.Period.Count).Select(y => (Year: y, Rows: Of(y)))
                .Select(p => new IndicatorColumn(node, indicators, p.Rows, p.Rows) { Year = p.Year })];
        }
        return pooling.Year is { } year ? [new(node, indicators, all, Of(year)) { Year = year }] : [new(node, indicators, all, all)];

        int[] Of(int y) => [.. all.Where(r => indicators.At(r).Year == y)];
    }

    /// <summary>Values of an indicator piece by piece through a function of the values and the direction, one per city-year.</summary>
    public static double[] Map(IndexNode node, IndicatorTable indicators, Pooling pooling, Func<ReadOnlyMemory<double>, Direction, double[]> function)
    {
        var all = new double[indicators.Cities.Length * indicators.Period.Count];
        foreach (var piece in Split(node, indicators, pooling))
        {
            var y = function(piece.Values, piece.Direction);
            for (var i = 0; i < y.Length; i++)
            {
                all[piece.Rows[i]] = y[i];
            }
        }
        return all;
    }

    private static double[] Pick(ReadOnlySpan<double> all, int[] rows)
    {
        var picked = new double[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            picked[i] = all[rows[i]];
        }
        return picked;
    }
}
