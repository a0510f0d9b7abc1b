using ClusterResearch.Findings;
using ClusterResearch.Indexing.Normalising;

namespace ClusterResearch.Indexing.Weighing;

/// <summary>Equal weights: siblings count the same under every parent.</summary>
/// <remarks>
/// <para>w_j = 1 / c for each of the c children of a parent; an indicator's weight in the goal is the product down
/// the tree, so indicators of a small dimension count more than those of a large one.</para>
/// <para><b>Source</b> OECD/JRC, Handbook on Constructing Composite Indicators (2008), step “weighting and aggregation”.</para>
/// <para><b>Verification</b> definition: tests/reference/B_weighting.json.</para>
/// </remarks>
public sealed record EqualWeights : Weighting
{
    /// <inheritdoc/>
    public override MethodCard Card =>
        new("weighting", "Equal weights", "equal among siblings at every level", @"w_j = \frac{1}{c}",
            "Needs no data, so missing cells do not matter.", "OECD/JRC (2008), Handbook on Constructing Composite Indicators, step “weighting and aggregation”")
        { Symbols = "w: weight of a child; c: children of its parent" };

    /// <summary>k equal weights.</summary>
    /// <param name="k">How many, at least one.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="k"/> is below one.</exception>
    public static double[] Of(int k)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        return [.. Enumerable.Repeat(1.0 / k, k)];
    }

    internal override Importance Assess(NormalisedIndicators data, IndexNode branch, List<Finding> findings) =>
        new(data.Indicators.Design.Tree.Nodes.ToDictionary(n => n.Code, _ => 1.0), []);
}
