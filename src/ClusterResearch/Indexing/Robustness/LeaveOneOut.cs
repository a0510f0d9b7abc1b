using System.Collections.Immutable;
using ClusterResearch.Findings;
using ClusterResearch.Indexing.Auditing;
using ClusterResearch.Tables;

namespace ClusterResearch.Indexing.Robustness;

/// <summary>What is left out of an index.</summary>
public enum LeftOut
{
    /// <summary>An indicator.</summary>
    Indicator,

    /// <summary>A dimension with all under it.</summary>
    Dimension,

    /// <summary>A city.</summary>
    City,

    /// <summary>The first or the last year; others lie inside a period.</summary>
    Year,
}

/// <summary>An index with one thing less, beside the whole one: each indicator, dimension, city, first and last year in turn.</summary>
/// <remarks>
/// <para>Everything is computed anew without it: scales, weights, scores. Compared are the ranks of the last year that both have among the cities that both have.</para>
/// <para>Where the rest is refused (e.g. because nothing varies any more) the reason stands instead of numbers.</para>
/// <para><b>Source</b> OECD/JRC, Handbook on Constructing Composite Indicators (2008), step “robustness and sensitivity”.</para>
/// <para><b>Verification</b> each against an index built without: tests/ClusterResearch.Tests/Indexing/Robustness/LeaveOneOutTests.cs.</para>
/// </remarks>
public static class LeaveOneOut
{
    /// <summary>Leaves out each thing of the asked kinds in turn.</summary>
    /// <param name="index">The index.</param>
    /// <param name="kinds">What is left out; all kinds if none is given.</param>
    public static ImmutableArray<LeaveOneOutResult> Of(IndexResult index, params ReadOnlySpan<LeftOut> kinds)
    {
        ArgumentNullException.ThrowIfNull(index);
        var asked = kinds.IsEmpty ? Enum.GetValues<LeftOut>() : kinds.ToArray();
        var tree = index.Tree;
        var results = ImmutableArray.CreateBuilder<LeaveOneOutResult>();
        foreach (var node in asked.Contains(LeftOut.Indicator) ? tree.Indicators : [])
        {
            results.Add(One(index, LeftOut.Indicator, $"{node.Code} {node.NameEn}", () => Without(index, [node.Code])));
        }
        foreach (var node in asked.Contains(LeftOut.Dimension) ? tree.Dimensions.Where(d => d.Indicator is null) : [])
        {
            results.Add(One(index, LeftOut.Dimension, $"{node.Code} {node.NameEn}", () => Without(index, tree.IndicatorsUnder(node.Code).Select(n => n.Code))));
        }
        foreach (var city in asked.Contains(LeftOut.City) ? index.Cities : [])
        {
            results.Add(One(index, LeftOut.City, city.NameEn, () => (index.Recipe with { Cities = index.Cities.Select(c => c.Key).Where(k => k != city.Key).ToImmutableArray() }).Build(index.Design)));
        }
        foreach (var year in asked.Contains(LeftOut.Year) && index.Period.Count > 1 ? new[] { index.Period.First, index.Period.Last } : [])
        {
            var period = year == index.Period.First ? new Period(year + 1, index.Period.Last) : new Period(index.Period.First, year - 1);
            results.Add(One(index, LeftOut.Year, year.ToString(Invariant), () => (index.Recipe with { Period = period }).Build(index.Design)));
        }
        return results.ToImmutable();
    }

    /// <summary>The results as a table, those that move most first.</summary>
    public static Table ToTable(IEnumerable<LeaveOneOutResult> results, IndexResult index)
    {
        ArgumentNullException.ThrowIfNull(index);
        return new("The ranking with one thing less",
            [
                Column.Text("what", "Left out"), Column.Text("kind", "Kind"), Column.Number("moved", "Cities moved", 0), Column.Number("largest", "Largest move, places", 1), Column.Text("who", "Who"),
                Column.Number("spearman", "Spearman", 3), Column.Text("remark", "Remark"),
            ],
            results.OrderByDescending(r => r.Consequence?.Moved ?? -1).ThenByDescending(r => r.Consequence?.Largest ?? 0)
                .Select(r => (object?[])[r.What, r.Kind.ToString().ToLowerInvariant(), r.Consequence?.Moved, r.Consequence?.Largest, r.Consequence?.Who?.NameEn, r.Consequence?.Spearman, r.Remark.Length > 0 ? r.Remark : null]),
            ["Everything is computed anew without it. Compared are the places of the last year that both have, among the cities that both have.", .. index.Notes]) { Methods = index.Methods };
    }

    private static IndexResult Without(IndexResult index, IEnumerable<string> codes) => index.Recipe.Build(index.Design with { Tree = index.Design.Tree.Without(codes) });

    private static LeaveOneOutResult One(IndexResult index, LeftOut kind, string what, Func<IndexResult> build)
    {
        try
        {
            var other = build();
            var year = Math.Min(index.Period.Last, other.Period.Last);
            var both = index.Cities.Where(c => other.Cities.Any(o => o.Key == c.Key)).Select(c => (c, index.Score(c.Key, year), other.Score(c.Key, year))).ToArray();
            return new(kind, what, Consequence.Of(year, both, double.NaN), "");
        }
        catch (FindingsException refusal)
        {
            return new(kind, what, null, $"refused: {refusal.Findings[0].Found}");
        }
    }
}

/// <summary>An index with one thing less.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="What">Which.</param>
/// <param name="Consequence">The ranking beside the whole one; null if the rest is refused.</param>
/// <param name="Remark">Why it is refused; empty if it is not.</param>
public sealed record LeaveOneOutResult(LeftOut Kind, string What, Consequence? Consequence, string Remark);
