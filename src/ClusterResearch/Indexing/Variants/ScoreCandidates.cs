using ClusterResearch.Indexing.Aggregating;
using ClusterResearch.Indexing.Normalising;

namespace ClusterResearch.Indexing.Variants;

/// <summary>Every way to scores that a printed table may come from: normalisation × weights × aggregation.</summary>
internal static class ScoreCandidates
{
    /// <summary>Variants with the scores of some city-years; null where the data do not allow them.</summary>
    public static IEnumerable<(Variant Variant, double[]? Numbers)> All(IndicatorTable table, int[] rows)
    {
        var tree = table.Design.Tree;
        var sums = new WeightTreeSums(tree, tree.Goal, [.. tree.Indicators]);
        var scales = Scales(table);
        // many variants share their weights: scores are computed once for all of them
        var byWeights = WeightCandidates.All(table, sums, siblings: false).GroupBy(c => c.Numbers is null ? "" : string.Join(' ', c.Numbers.Select(v => v.ToString("E12", Invariant))));
        foreach (var group in byWeights)
        {
            var weights = group.First().Numbers;
            var scores = weights is null || weights.Any(w => w < 0) ? [] : Scores(table, scales, rows, weights, group.Any(g => g.Variant.IsSound)).ToArray();
            foreach (var (variant, _) in group)
            {
                if (scores.Length == 0)
                {
                    yield return (variant, null);
                }
                foreach (var (scale, mean, values) in scores)
                {
                    var named = variant.With("normalisation of scores", scale).With("aggregation", mean);
                    yield return (named.With("printed", "from 0 to 1"), values);
                    yield return (named.With("printed", "from 0 to 100"), [.. values.Select(v => 100 * v)]);
                }
            }
        }
    }

    private static (string Name, double[][] Columns)[] Scales(IndicatorTable table) =>
        [
            .. new[] { Pooling.Panel, Pooling.PerYear }.Select(pooling =>
                (pooling.Words, table.Design.Tree.Indicators.Select(n => IndicatorColumn.Map(n, table, pooling, (x, direction) => MinMax.Of(x.Span, direction, (0, 1)))).ToArray())),
        ];

    private static IEnumerable<(string Scale, string Mean, double[] Scores)> Scores(IndicatorTable table, (string Name, double[][] Columns)[] scales, int[] rows, double[] weights, bool sound)
    {
        foreach (var (name, columns) in scales)
        {
            double[] Row(int r) => [.. columns.Select(c => c[r])];
            yield return (name, "arithmetic mean", [.. rows.Select(r => ArithmeticMean.Of(Row(r), weights))]);
            yield return (name, "geometric mean", [.. rows.Select(r => GeometricMean.Of(Row(r), weights))]);
        }
        if (sound && table.Design.Tree.Indicators.All(n => !table.Column(n.Code).Span.Contains(double.NaN)))
        {
            var topsis = Topsis.Of(DecisionMatrix.Of([.. scales[0].Columns.Select(c => (ReadOnlyMemory<double>)c)], weights), TopsisScale.MinMax).Closeness;
            yield return (scales[0].Name, "TOPSIS", [.. rows.Select(r => topsis[r])]);
        }
    }
}
