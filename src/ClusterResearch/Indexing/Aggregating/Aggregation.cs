using System.Collections.Immutable;

namespace ClusterResearch.Indexing.Aggregating;

/// <summary>A method that makes one score of the children's scores.</summary>
public abstract record Aggregation
{
    /// <summary>Name, variant, formula, rules and source.</summary>
    public abstract MethodCard Card { get; }

    /// <summary>Whether the score is the sum of the children's scores times their weights, so that parts can be told.</summary>
    public virtual bool AddsUp => false;

    /// <summary>Whether the method is defined for negative scores.</summary>
    internal abstract bool AllowsNegative { get; }

    /// <summary>The parent's score in every city-year; NaN where it has none.</summary>
    internal abstract double[] Combine(Siblings siblings);
}

/// <summary>The children of one parent on their way into an aggregation: whole columns, for methods that compare cities.</summary>
/// <param name="Parent">The parent.</param>
/// <param name="Scores">One column per child, city by city, year by year within a city; NaN where missing.</param>
/// <param name="Weights">One weight per child, with the sum 1.</param>
/// <param name="Period">The years of a city in a column.</param>
internal sealed record Siblings(IndexNode Parent, ImmutableArray<ReadOnlyMemory<double>> Scores, ReadOnlyMemory<double> Weights, Period Period);
