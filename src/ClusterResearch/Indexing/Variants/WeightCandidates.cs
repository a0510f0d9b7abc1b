using ClusterResearch.Indexing.Normalising;
using ClusterResearch.Indexing.Weighing;

namespace ClusterResearch.Indexing.Variants;

/// <summary>Every weighting that a printed table may come from, on the data at hand.</summary>
internal static class WeightCandidates
{
    /// <summary>The library's other methods that need nothing but figures.</summary>
    private static readonly FlatWeighting[] Flat = [new CriticWeights(), new CriticWeights { Absolute = true }, new MerecWeights(), .. Enum.GetValues<VariationMeasure>().Select(m => new VariationWeights { Measure = m }),
        new PcaWeights(), new PcaWeights { Scheme = PcaScheme.Communality }, new PcaWeights { Scheme = PcaScheme.FirstSquared }];

    /// <summary>Variants with the printed weights; null where the data do not allow them.</summary>
    /// <param name="table">The measured indicators.</param>
    /// <param name="sums">From importance to printed weights.</param>
    /// <param name="siblings">Whether weights among siblings are printed.</param>
    public static IEnumerable<(Variant Variant, double[]? Numbers)> All(IndicatorTable table, WeightTreeSums sums, bool siblings)
    {
        var given = !siblings && table.Design.Tree.Nodes.Any(n => n.GivenWeight is not null);
        foreach (var (variant, importance) in Importances(table, sums.Indicators))
        {
            if (given)
            {
                yield return (variant.With("tree", "weights of the index file stand"), importance is null ? null : sums.Given(importance));
                yield return (variant.With("tree", "flat"), importance is null ? null : sums.Flat(importance));
            }
            else
            {
                yield return (variant, importance is null ? null : sums.Flat(importance));
            }
        }
        var equal = new EqualWeights().Weigh(MinMaxed(table));
        yield return (new([new("weights", "equal among siblings")], null), sums.Of(equal, siblings));
    }

    /// <summary>Variants with what each of the indicators counts.</summary>
    public static IEnumerable<(Variant Variant, double[]? Importance)> Importances(IndicatorTable table, IReadOnlyList<IndexNode> indicators)
    {
        foreach (var (variant, importance) in EntropyVariants.All(table, indicators))
        {
            yield return (variant.Named, importance);
        }
        var data = MinMaxed(table);
        foreach (var method in Flat)
        {
            var assessed = method.Assess(data, indicators, []);
            yield return (new([new("weights", method.Card.Name), new("variant", method.Card.Variant)], null), assessed is null ? null : [.. assessed.Values]);
        }
        yield return (new([new("weights", "equal for all indicators")], null), [.. indicators.Select(_ => 1.0)]);
    }

    /// <summary>Min-max values, without refusing what does not vary: the methods say so themselves.</summary>
    private static NormalisedIndicators MinMaxed(IndicatorTable table)
    {
        var method = new MinMax();
        var columns = table.Design.Tree.Indicators.Select(n => new NormalisedColumn(MinMax.Of(table.Column(n.Code).Span, n.Indicator!.Direction, (0, 1)), []));
        return new(table, method, [.. columns]);
    }
}
