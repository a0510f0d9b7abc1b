using System.Collections.Immutable;
using ClusterResearch.Findings;

namespace ClusterResearch.Indexing.Variants;

/// <summary>Answers which variant of a method gives a printed table, with rounding taken into account.</summary>
/// <remarks>
/// <para>Entropy variants are crossed from their axes (values, scale, shift, sums, divisor, zeros, formula: about 5,000), and the library's
/// other methods join. A computed number agrees with a printed v of d decimals if it lies in [v − ½·10⁻ᵈ, v + ½·10⁻ᵈ). Variants
/// are ordered by the root mean square of what rounding does not explain, sound ones and those nearest to the default first among equals;
/// variants with identical numbers stand together.</para>
/// <para>What is weighed against each other: the indicators under the common parent of the printed nodes, if they are siblings; else all
/// of the tree, both flat and with the weights that the index file gives.</para>
/// <para><b>Source</b> own; the axes are those met in public code, see <see cref="EntropyVariants.Known"/>.</para>
/// <para><b>Verification</b> tables printed from variants that are known, with 2 to 6 decimals:
/// tests/ClusterResearch.Tests/Indexing/Variants/VariantFinderTests.cs.</para>
/// </remarks>
/// <example><code>
/// VariantFinder.OfWeights(index.Measured, [("FIS1", "0.269"), ("FIS2", "0.412"), ("FIS3", "0.319")])
/// </code></example>
public static class VariantFinder
{
    /// <summary>Numbers that agree to this are the same.</summary>
    private const double Same = 1e-9;

    /// <summary>Searches the variants for printed weights.</summary>
    /// <param name="table">The measured indicators: all cities and years that the printed table rests on.</param>
    /// <param name="printed">Codes of indicators or dimensions, with weights as printed: as shares, as numbers that sum to 100, or with per cent signs.</param>
    /// <exception cref="FindingsException">Nothing printed (CR3702), an unknown code (CR3110), a code twice (CR3703), no number (CR3701): all at once.</exception>
    public static VariantSearch OfWeights(IndicatorTable table, IReadOnlyList<(string Code, string Weight)> printed)
    {
        ArgumentNullException.ThrowIfNull(table);
        var tree = table.Design.Tree;
        var findings = new List<Finding>();
        var numbers = PrintedTable.Read(tree.File, "weights", printed, c => tree.Find(c)?.Line, c => IndexFindings.Code(tree.File, c, Nearest.Hint(c, tree.Nodes.Select(n => n.Code))), findings);
        if (findings.Count > 0)
        {
            throw new FindingsException(findings);
        }
        numbers = PrintedTable.AsShares(numbers);
        var nodes = numbers.Select(n => tree[n.Label]).ToArray();
        var siblings = nodes.Select(n => n.Parent).Distinct().ToArray() is [{ } parent] && tree.Children(parent).Count() == nodes.Length ? tree[parent] : null;
        var sums = new WeightTreeSums(tree, siblings ?? tree.Goal, nodes);
        var candidates = WeightCandidates.All(table, sums, siblings is not null);
        return Search("weights", candidates, numbers, [Basis(tree, siblings, table), .. PrintedTable.SumNote(numbers)]);
    }

    /// <summary>Searches the variants for printed scores: normalisation × weights × aggregation.</summary>
    /// <remarks>All indicators stand directly under the goal, unless the index file gives weights: then both ways are tried. Scores are
    /// weighted arithmetic and geometric means of min-max values, pooled or per year, from 0 to 1 or to 100, and TOPSIS for the sound weights.</remarks>
    /// <param name="table">The measured indicators.</param>
    /// <param name="printed">City, year, and score as printed.</param>
    /// <exception cref="FindingsException">Nothing printed (CR3702), no number (CR3701), a city-year twice (CR3703): all at once.</exception>
    /// <exception cref="KeyNotFoundException">A city or year is not in the table.</exception>
    public static VariantSearch OfScores(IndicatorTable table, IReadOnlyList<(string City, int Year, string Score)> printed)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(printed);
        var rows = printed.Select(p => table.Row(p.City, p.Year)).ToArray();
        var findings = new List<Finding>();
        var labelled = printed.Select(p => (string.Create(Invariant, $"{p.City} {p.Year}"), p.Score)).ToArray();
        var numbers = PrintedTable.Read(table.Design.Tree.File, "scores", labelled, _ => 0, _ => null, findings);
        return findings.Count > 0
            ? throw new FindingsException(findings)
            : Search("scores", ScoreCandidates.All(table, rows), numbers, [Basis(table.Design.Tree, null, table)]);
    }

    private static VariantSearch Search(string what, IEnumerable<(Variant Variant, double[]? Numbers)> candidates, ImmutableArray<(string Label, PrintedNumber Number)> printed, ImmutableArray<string> notes)
    {
        var groups = new Dictionary<string, (List<Variant> Variants, double[] Numbers)>(StringComparer.Ordinal);
        var (tried, impossible) = (0, 0);
        foreach (var (variant, computed) in candidates)
        {
            if (computed is null || computed.Any(v => !double.IsFinite(v)))
            {
                impossible++;
                continue;
            }
            tried++;
            var key = string.Join(' ', computed.Select(v => Math.Round(v / Same).ToString("F0", Invariant)));
            if (groups.TryGetValue(key, out var group))
            {
                group.Variants.Add(variant);
            }
            else
            {
                groups.Add(key, ([variant], computed));
            }
        }
        var plain = new EntropyVariant().Named;
        var matches = groups.Values
            .Select(g => new VariantMatch([.. g.Variants.OrderBy(v => v.IsSound ? 0 : 1).ThenBy(v => v.DiffersFrom(plain).Length)], [.. g.Numbers], printed))
            .OrderBy(m => m.IsExact ? 0 : 1).ThenBy(m => m.Distance).ThenBy(m => m.Variant.IsSound ? 0 : 1).ThenBy(m => m.Variant.DiffersFrom(plain).Length).ThenBy(m => m.Largest);
        return new(what, tried, impossible, [.. matches], notes);
    }

    private static string Basis(IndexTree tree, IndexNode? siblings, IndicatorTable table) =>
        string.Create(Invariant, $"{(siblings is null ? $"All {tree.Indicators.Length} indicators" : $"{tree.IndicatorsUnder(siblings.Code).Count()} indicators under {siblings.Code}")} weighed against each other over {table.Cities.Length} cities, {table.Period}.");
}
