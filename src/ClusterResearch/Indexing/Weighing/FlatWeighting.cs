using System.Collections.Immutable;
using ClusterResearch.Findings;
using ClusterResearch.Indexing.Normalising;

namespace ClusterResearch.Indexing.Weighing;

/// <summary>A method that looks at indicators alone: it finds how much each counts, and up the tree that adds.</summary>
/// <remarks>A dimension counts as much as its indicators together, so within a branch the weights in the whole equal those
/// that the flat method of the literature gives to the branch's indicators.</remarks>
public abstract record FlatWeighting : Weighting
{
    /// <summary>How much each of the indicators counts, or findings why the method refuses them.</summary>
    internal abstract FlatImportance? Assess(NormalisedIndicators data, IReadOnlyList<IndexNode> indicators, List<Finding> findings);

    internal sealed override Importance Assess(NormalisedIndicators data, IndexNode branch, List<Finding> findings)
    {
        var tree = data.Indicators.Design.Tree;
        var indicators = tree.IndicatorsUnder(branch.Code).ToArray();
        var found = findings.Count;
        var flat = Assess(data, indicators, findings);
        if (flat is null || findings.Count > found)
        {
            return new([], []);
        }
        var byIndicator = indicators.Zip(flat.Values).ToDictionary(p => p.First.Code, p => p.Second);
        var below = tree.Nodes.Where(n => tree.IndicatorsUnder(n.Code).All(i => byIndicator.ContainsKey(i.Code)));
        var byCode = below.ToDictionary(n => n.Code, n => tree.IndicatorsUnder(n.Code).Sum(i => byIndicator[i.Code]));
        return new(byCode, [.. flat.Intermediates.Select(i => i.Over(tree, indicators))]) { Did = flat.Did };
    }

    /// <summary>The min-max values of the indicators, by direction, over the pooled panel.</summary>
    private protected static ReadOnlyMemory<double>[] MinMaxColumns(NormalisedIndicators data, IReadOnlyList<IndexNode> indicators) =>
        [.. indicators.Select(n => (ReadOnlyMemory<double>)MinMax.Of(data.Indicators.Column(n.Code).Span, n.Indicator!.Direction, (0, 1)))];

    /// <summary>Adds a finding for each indicator that does not vary: a method that weighs by variation has nothing to say of it.</summary>
    private protected static void RefuseConstant(NormalisedIndicators data, IReadOnlyList<IndexNode> indicators, IReadOnlyList<ReadOnlyMemory<double>> columns, List<Finding> findings)
    {
        var tree = data.Indicators.Design.Tree;
        foreach (var (node, column) in indicators.Zip(columns))
        {
            var present = column.ToArray().Where(v => !double.IsNaN(v)).ToArray();
            if (present.Length == 0 || present.All(v => v == present[0]))
            {
                findings.Add(IndexFindings.Constant(tree.File, node.Line, node.Code, Normalisation.Sameness(data.Indicators.Column(node.Code).Span)));
            }
        }
    }
}

/// <summary>What a flat method found.</summary>
/// <param name="Values">How much each indicator counts, in the order asked; the scale does not matter.</param>
/// <param name="Intermediates">What was computed per indicator on the way, in the same order.</param>
/// <param name="Did">What the method did to this data, for its card.</param>
internal sealed record FlatImportance(IReadOnlyList<double> Values, ImmutableArray<Intermediate> Intermediates, ImmutableArray<string> Did);
