using System.Collections.Immutable;
using ClusterResearch.Indexing.Normalising;
using ClusterResearch.Numerics;

namespace ClusterResearch.Indexing.Aggregating;

/// <summary>Alternatives (rows) judged by criteria (columns): what every method that compares cities takes.</summary>
/// <remarks>Invariants: columns of one length, no infinities; weights finite, not negative, not all zero, used as given;
/// directions higher or lower. NaN is missing: an alternative is judged by the criteria it has, with weights renormalised over them.</remarks>
public sealed class DecisionMatrix
{
    private readonly ImmutableArray<double[]> columns;
    private readonly ImmutableArray<Direction> directions;
    private readonly double[] presence;

    private DecisionMatrix(ImmutableArray<double[]> columns, ImmutableArray<double> weights, ImmutableArray<Direction> directions)
    {
        (this.columns, Weights, this.directions) = (columns, weights, directions);
        var total = weights.Sum();
        presence = [.. Enumerable.Range(0, Alternatives).Select(i => columns.All(c => !double.IsNaN(c[i])) ? 1 : columns.Select((c, j) => double.IsNaN(c[i]) ? 0 : weights[j]).Sum() / total)];
    }

    /// <summary>How many alternatives.</summary>
    public int Alternatives => columns[0].Length;

    /// <summary>How many criteria.</summary>
    public int Criteria => columns.Length;

    /// <summary>One weight per criterion.</summary>
    public ImmutableArray<double> Weights { get; }

    /// <summary>One value; NaN where missing.</summary>
    public double this[int alternative, int criterion] => columns[criterion][alternative];

    /// <summary>How many alternatives lack a criterion.</summary>
    public int Incomplete => Enumerable.Range(0, Alternatives).Count(i => columns.Any(c => double.IsNaN(c[i])));

    /// <summary>Makes a matrix.</summary>
    /// <param name="columns">One column per criterion, one value per alternative in each; NaN is missing.</param>
    /// <param name="weights">One weight per criterion; empty for equal weights with the sum 1.</param>
    /// <param name="directions">Higher or lower per criterion; null where higher is better in all.</param>
    /// <exception cref="ArgumentException">An invariant of the type does not hold.</exception>
    public static DecisionMatrix Of(IReadOnlyList<ReadOnlyMemory<double>> columns, ReadOnlySpan<double> weights = default, IReadOnlyList<Direction>? directions = null)
    {
        ArgumentNullException.ThrowIfNull(columns);
        var k = columns.Count;
        if (k == 0 || columns.Any(c => c.Length != columns[0].Length))
        {
            throw new ArgumentException("A decision matrix needs at least one column, and all of one length.", nameof(columns));
        }
        foreach (var column in columns)
        {
            Magnitude.RefuseInfinite(column.Span, nameof(columns));
        }
        ImmutableArray<double> given = weights.IsEmpty ? [.. Enumerable.Repeat(1.0 / k, k)] : [.. weights];
        if (given.Length != k || given.Any(w => !(w >= 0) || double.IsInfinity(w)) || !(given.Sum() > 0))
        {
            throw new ArgumentException(string.Create(Invariant, $"{k} columns need {k} weights: finite numbers of zero or more, not all zero."), nameof(weights));
        }
        if (directions is not null && (directions.Count != k || directions.Any(d => d is not (Direction.Higher or Direction.Lower))))
        {
            throw new ArgumentException(string.Create(Invariant, $"{k} columns need {k} directions, higher or lower; a target or range must be normalised first."), nameof(directions));
        }
        return new([.. columns.Select(c => c.ToArray())], given, directions is null ? [.. Enumerable.Repeat<Direction>(new Direction.Higher(), k)] : [.. directions]);
    }

    internal bool HigherIsBetter(int criterion) => directions[criterion] is Direction.Higher;

    internal double[] Column(int criterion) => columns[criterion];

    /// <summary>The share of the weight that an alternative has values for; exactly 1 where it has all.</summary>
    internal double Presence(int alternative) => presence[alternative];

    /// <summary>From 0 for the worst to 1 for the best; NaN where missing. In a constant criterion all are best.</summary>
    internal double[] Goodness(int criterion) => OnScale(criterion, directions[criterion], constant: 1);

    /// <summary>From 0 for the best to 1 for the worst; NaN where missing. In a constant criterion all are best.</summary>
    internal double[] Regret(int criterion) => OnScale(criterion, HigherIsBetter(criterion) ? new Direction.Lower() : new Direction.Higher(), constant: 0);

    /// <summary>Σ w_j f_j over the criteria an alternative has, weights renormalised over them; NaN if it has none.</summary>
    internal double WeightedSum(int alternative, IReadOnlyList<double[]> values)
    {
        var sum = 0.0;
        for (var j = 0; j < Criteria; j++)
        {
            sum += double.IsNaN(values[j][alternative]) ? 0 : Weights[j] * values[j][alternative];
        }
        return presence[alternative] > 0 ? sum / presence[alternative] : double.NaN;
    }

    private double[] OnScale(int criterion, Direction direction, double constant)
    {
        var x = columns[criterion];
        var y = MinMax.Of(x, direction, (0, 1));
        return [.. y.Select((v, i) => double.IsNaN(v) && !double.IsNaN(x[i]) ? constant : v)];
    }
}
