using System.Collections.Immutable;
using ClusterResearch.Findings;

namespace ClusterResearch.Indexing.Preparing;

/// <summary>Drops cities and indicators of which too little is measured.</summary>
/// <remarks>
/// <para>Coverage of an indicator: its cells with a value over all n·T; of a city: its cells with a value over all k·T. What
/// lies below its threshold is dropped. Both shares are counted on the table as it comes in, before anything is dropped, so the
/// result does not depend on what is dropped first; afterwards a share may be lower or higher.</para>
/// <para>An indicator dropped is an index tree without it: its weight goes to its siblings, and a dimension of which nothing is
/// left is dropped as well. A city dropped takes no part in scales, weights and ranks. Everything dropped is listed by name.
/// Nothing left is refused (CR3203).</para>
/// <para><b>Source</b> OECD/JRC, Handbook on Constructing Composite Indicators (2008), step “imputation of missing data”; the JRC's
/// COIN Tool asks for 65 % of each city and indicator.</para>
/// <para><b>Verification</b> by hand: tests/ClusterResearch.Tests/Indexing/Preparing/ScreeningTests.cs.</para>
/// </remarks>
/// <example><code>
/// var screened = recipe with { Screening = new Screening { IndicatorCoverage = 0.65, CityCoverage = 0.65 } };
/// </code></example>
public sealed record Screening : Preparation
{
    /// <summary>The share of its cells an indicator must have, from 0 to 1. <value>Default: 0, none is dropped.</value></summary>
    /// <exception cref="ArgumentOutOfRangeException">The share is not from 0 to 1.</exception>
    public double IndicatorCoverage { get; init => field = Share(value); }

    /// <summary>The share of its cells a city must have, from 0 to 1. <value>Default: 0, none is dropped.</value></summary>
    /// <exception cref="ArgumentOutOfRangeException">The share is not from 0 to 1.</exception>
    public double CityCoverage { get; init => field = Share(value); }

    /// <inheritdoc/>
    public override MethodCard Card =>
        new("screening", "Screening by coverage",
            IsNone ? "none" : string.Create(Invariant, $"indicators with at least {IndicatorCoverage * 100:0.##} %, cities with at least {CityCoverage * 100:0.##} % of their cells"),
            @"c_j = \frac{|\{it : x_{itj} \text{ present}\}|}{nT},\quad c_i = \frac{|\{tj : x_{itj} \text{ present}\}|}{kT}",
            "Both shares are counted before anything is dropped. A dropped indicator's weight goes to its siblings; a dimension of which nothing is left is dropped.",
            "OECD/JRC (2008), Handbook on Constructing Composite Indicators, step “imputation of missing data”")
        { Symbols = "c_j, c_i: coverage of indicator j and city i; n cities, T years, k indicators" };

    internal override bool IsNone => IndicatorCoverage == 0 && CityCoverage == 0;

    /// <summary>The share of values that are present.</summary>
    /// <param name="x">Values; NaN is missing.</param>
    /// <returns>From 0 to 1; NaN without any cell.</returns>
    public static double Of(ReadOnlySpan<double> x)
    {
        var present = 0;
        foreach (var v in x)
        {
            present += double.IsNaN(v) ? 0 : 1;
        }
        return (double)present / x.Length;
    }

    internal override IndicatorTable? Prepare(IndicatorTable table, List<Finding> findings)
    {
        var (tree, years) = (table.Design.Tree, table.Period.Count);
        var indicators = tree.Indicators.Select(n => (Node: n, Share: Of(table.Column(n.Code).Span))).ToArray();
        var cities = table.Cities.Select((c, i) => (City: c, Share: indicators.Average(n => Of(table.Column(n.Node.Code).Span.Slice(i * years, years))))).ToArray();
        var kept = indicators.Where(n => IsEnough(n.Share, IndicatorCoverage)).Select(n => n.Node).ToArray();
        var frame = cities.Where(c => IsEnough(c.Share, CityCoverage)).Select(c => c.City).ToImmutableArray();
        if (kept.Length == 0)
        {
            findings.Add(PreparationFindings.Nothing(tree.File, "indicator", IndicatorCoverage, indicators.Max(n => n.Share)));
        }
        if (frame.IsEmpty)
        {
            findings.Add(PreparationFindings.Nothing(tree.File, "city", CityCoverage, cities.Max(c => c.Share)));
        }
        if (findings.Count > 0)
        {
            return null;
        }
        var smaller = tree.Without(indicators.Select(n => n.Node).Except(kept).Select(n => n.Code));
        var columns = smaller.Indicators.Select(n => table.Column(n.Code)).Select(c => frame.SelectMany(city => Years(table, c, city.Key)).ToArray());
        return table.Then(Card with { Did = [.. Did(tree, smaller, indicators, cities)] }, new(smaller, [.. columns]) { Cities = frame });
    }

    private static double[] Years(IndicatorTable table, ReadOnlyMemory<double> column, string city) =>
        column.Slice(table.Row(city, table.Period.First), table.Period.Count).ToArray();

    private IEnumerable<string> Did(IndexTree tree, IndexTree smaller, (IndexNode Node, double Share)[] indicators, (Data.City City, double Share)[] cities)
    {
        var (lostIndicators, lostCities) = (indicators.Where(n => smaller.Find(n.Node.Code) is null).ToArray(), cities.Where(c => !IsEnough(c.Share, CityCoverage)).ToArray());
        yield return string.Create(Invariant, $"{lostIndicators.Length} of {indicators.Length} indicators and {lostCities.Length} of {cities.Length} cities dropped");
        foreach (var (node, share) in lostIndicators)
        {
            yield return string.Create(Invariant, $"dropped indicator {node.Code} {node.NameEn}: {share * 100:0.#} % of its cells present");
        }
        foreach (var node in tree.Nodes.Where(n => n.Indicator is null && smaller.Find(n.Code) is null))
        {
            yield return $"dropped {node.Code} {node.NameEn}: no indicator is left under it";
        }
        foreach (var (city, share) in lostCities)
        {
            yield return string.Create(Invariant, $"dropped city {city.NameEn}: {share * 100:0.#} % of its cells present");
        }
    }

    /// <summary>A share of exactly the threshold is enough, whatever its rounding.</summary>
    private static bool IsEnough(double share, double threshold) => share >= threshold - 1e-12;

    private static double Share(double share) =>
        share is >= 0 and <= 1 ? share : throw new ArgumentOutOfRangeException(nameof(share), share, "The share of cells that must be present is from 0 to 1.");
}
