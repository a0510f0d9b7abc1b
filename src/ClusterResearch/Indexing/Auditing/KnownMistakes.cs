using System.Collections.Immutable;
using ClusterResearch.Findings;
using ClusterResearch.Indexing.Normalising;
using ClusterResearch.Indexing.Variants;
using ClusterResearch.Indexing.Weighing;
using ClusterResearch.Tables;

namespace ClusterResearch.Indexing.Auditing;

/// <summary>Mistakes met in published work and posted code, made on purpose on an index, to see how much each would do.</summary>
/// <remarks>
/// <para>Each row is the index as it is beside the one with the mistake: weights of the unsound entropy variants of
/// <see cref="EntropyVariants.Known"/>, costs entered as benefits, a scale for each year, ranks of rounded scores.</para>
/// <para><b>Source</b> own collection; each row says what is wrong.</para>
/// <para><b>Verification</b> tests/ClusterResearch.Tests/Indexing/Auditing/KnownMistakesTests.cs.</para>
/// </remarks>
public static class KnownMistakes
{
    /// <summary>What each mistake would do to an index.</summary>
    /// <param name="index">The index; its recipe must be free of them for the comparison to mean anything.</param>
    public static Table ToTable(IndexResult index)
    {
        ArgumentNullException.ThrowIfNull(index);
        return new("What known mistakes would do to this ranking",
            [
                Column.Text("mistake", "Mistake"), Column.Text("why", "What is wrong"), Column.Number("moved", $"Cities moved, {index.Period.Last.ToString(Invariant)}", 0),
                Column.Number("largest", "Largest move, places", 1), Column.Number("spearman", "Spearman", 3), Column.Text("remark", "Remark"),
            ],
            Rows(index),
            [$"Beside: {index.Recipe}.", "Negative weights cannot be scored; the remark names how many there would be."]) { Methods = index.Methods };
    }

    private static IEnumerable<object?[]> Rows(IndexResult index)
    {
        var plain = new EntropyVariant().Named;
        foreach (var variant in EntropyVariants.Known.Select(k => k.Variant).Where(v => v.Trouble is not null))
        {
            yield return Row($"Entropy weights with {string.Join("; ", variant.Named.DiffersFrom(plain))}", variant.Trouble!, () => WithWeights(index, variant), Negatives(index, variant));
        }
        var lower = index.Design.Tree.Indicators.Where(n => n.Indicator!.Direction is Direction.Lower).ToArray();
        if (lower.Length > 0)
        {
            var turned = index.Design.Tree.With(lower.Select(n => n with { Indicator = n.Indicator! with { Direction = new Direction.Higher() } }));
            yield return Row($"Costs entered as benefits ({string.Join(", ", lower.Select(n => n.Code))})", "a better figure lowers the score", () => index.Recipe.Build(index.Design with { Tree = turned }), "");
        }
        yield return Row("A scale for each year", "scores of different years cannot be compared", () => (index.Recipe with { Normalisation = index.Recipe.Normalisation with { Pooling = Pooling.PerYear } }).Build(index.Design), "");
        var year = index.Period.Last;
        foreach (var decimals in new[] { 2, 1 })
        {
            var rounded = Consequence.Of(year, [.. index.Cities.Select(c => (c, index.Score(c.Key, year), Math.Round(index.Score(c.Key, year), decimals, MidpointRounding.AwayFromZero)))], double.NaN);
            yield return [string.Create(Invariant, $"Ranks of scores rounded to {decimals} decimal{(decimals == 1 ? "" : "s")}"), "different scores tie", rounded.Moved, rounded.Largest, rounded.Spearman, null];
        }

        object?[] Row(string mistake, string why, Func<IndexResult> other, string remark)
        {
            try
            {
                var c = Consequence.Of(index, other());
                return [mistake, why, c.Moved, c.Largest, c.Spearman, c.Who is null ? null : $"farthest: {c.Who.NameEn}"];
            }
            catch (FindingsException refusal)
            {
                return [mistake, why, null, null, null, remark.Length > 0 ? remark : $"refused: {refusal.Findings[0].Found}"];
            }
        }
    }

    /// <summary>The index with the weights of a variant, under every parent that has no given weights.</summary>
    private static IndexResult WithWeights(IndexResult index, EntropyVariant variant)
    {
        var weights = Shares(index, variant);
        var tree = index.Tree;
        var given = tree.Nodes.Where(n => n.Parent is not null && n.GivenWeight is null).Select(n => (n.Code, Weight: Sum(n) / tree.Children(n.Parent!).Sum(Sum)));
        return (index.Recipe with { Weighting = GivenWeights.Of(given) }).Build(index.Design);

        double Sum(IndexNode n) => tree.IndicatorsUnder(n.Code).Sum(i => weights[tree.IndicatorIndex(i.Code)]);
    }

    private static ImmutableArray<double> Shares(IndexResult index, EntropyVariant variant) =>
        EntropyVariants.Weights(variant, index.Indicators) ?? [.. index.Tree.Indicators.Select(_ => double.NaN)];

    private static string Negatives(IndexResult index, EntropyVariant variant)
    {
        var weights = Shares(index, variant);
        return weights.Any(double.IsNaN) ? "not possible on these data" : string.Create(Invariant, $"{weights.Count(w => w < 0)} of {weights.Length} weights would be negative");
    }
}
