using System.Collections.Immutable;
using ClusterResearch.Findings;

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

    /// <summary>The method at a node: this one, unless methods differ by branch.</summary>
    internal virtual Aggregation For(IndexTree tree, string code) => this;

    /// <summary>What the method itself asks of tree and years, before any score is looked at.</summary>
    internal virtual void Check(IndexTree tree, Period period, List<Finding> findings) { }

    /// <summary>The parent's score in every city-year, or findings why the method refuses the children.</summary>
    internal abstract NodeScores Combine(Siblings siblings, List<Finding> findings);
}

/// <summary>The children of one parent on their way into an aggregation: whole columns, for methods that compare cities.</summary>
/// <param name="Tree">The tree.</param>
/// <param name="Parent">The parent.</param>
/// <param name="Scores">One column per child, city by city, year by year within a city; NaN where missing.</param>
/// <param name="Weights">One weight per child, with the sum 1.</param>
/// <param name="Period">The years of a city in a column.</param>
internal sealed record Siblings(IndexTree Tree, IndexNode Parent, ImmutableArray<ReadOnlyMemory<double>> Scores, ReadOnlyMemory<double> Weights, Period Period)
{
    /// <summary>City-years.</summary>
    public int Count => Scores[0].Length;

    /// <summary>The rows in pieces of city-years that are compared with each other: all, or year by year.</summary>
    public ImmutableArray<int[]> Pieces(bool perYear)
    {
        var all = Enumerable.Range(0, Count).ToArray();
        return perYear ? [.. Enumerable.Range(0, Period.Count).Select(t => all.Where(r => r % Period.Count == t).ToArray())] : [all];
    }

    /// <summary>Some rows of every child.</summary>
    public ImmutableArray<ReadOnlyMemory<double>> Pick(int[] rows) =>
        [.. Scores.Select(s => (ReadOnlyMemory<double>)rows.Select(r => s.Span[r]).ToArray())];

    /// <summary>The children that do not vary among the city-years compared, as findings.</summary>
    public void FindConstants(bool perYear, string method, List<Finding> findings)
    {
        foreach (var (child, column) in Tree.Children(Parent.Code).Zip(Scores))
        {
            var constant = Pieces(perYear).Select((rows, t) => (Year: Period.First + t, Present: rows.Select(r => column.Span[r]).Where(v => !double.IsNaN(v)).ToArray()))
                .FirstOrDefault(p => p.Present.Length > 0 && p.Present.All(v => v == p.Present[0]));
            if (constant.Present is { } same)
            {
                var when = perYear ? string.Create(Invariant, $" of {constant.Year}") : "";
                findings.Add(AggregatingFindings.Constant(Tree.File, child.Line, child.Code, string.Create(Invariant, $"is {same[0]:R} in all {same.Length} city-years{when} that have a score"), method));
            }
        }
    }

    /// <summary>How many rows lack some children but not all.</summary>
    public int Partial()
    {
        var partial = 0;
        for (var r = 0; r < Count; r++)
        {
            var missing = Scores.Count(s => double.IsNaN(s.Span[r]));
            partial += missing > 0 && missing < Scores.Length ? 1 : 0;
        }
        return partial;
    }
}

/// <summary>What an aggregation made at one node.</summary>
/// <param name="Values">The parent's score in every city-year; NaN where it has none.</param>
/// <param name="Did">What the method did to this data; empty where the formula says it all.</param>
internal sealed record NodeScores(double[] Values, ImmutableArray<string> Did);
