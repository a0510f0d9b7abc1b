using ClusterResearch.Indexing.Weighing;

namespace ClusterResearch.Indexing.Variants;

/// <summary>From what indicators count to the weights a table prints: among siblings, or in the goal.</summary>
internal sealed class WeightTreeSums
{
    private readonly IndexTree tree;
    private readonly IndexNode[] indicators;
    private readonly int[][] under;
    private readonly IndexNode[] printed;

    /// <param name="tree">The tree.</param>
    /// <param name="branch">The node whose indicators are weighed against each other.</param>
    /// <param name="printed">The nodes whose weights are printed.</param>
    public WeightTreeSums(IndexTree tree, IndexNode branch, IndexNode[] printed)
    {
        (this.tree, this.printed) = (tree, printed);
        indicators = [.. tree.IndicatorsUnder(branch.Code)];
        var position = indicators.Index().ToDictionary(i => i.Item.Code, i => i.Index);
        under = [.. printed.Select(n => tree.IndicatorsUnder(n.Code).Select(i => position[i.Code]).ToArray())];
    }

    /// <summary>The indicators weighed against each other.</summary>
    public IReadOnlyList<IndexNode> Indicators => indicators;

    /// <summary>Weights of the printed nodes where everything adds up to the branch: a node counts the sum of its indicators.</summary>
    public double[] Flat(double[] importance)
    {
        var sum = importance.Sum();
        return [.. under.Select(u => u.Sum(i => importance[i]) / sum)];
    }

    /// <summary>Weights in the goal where those that the index file gives stand, and the others share by importance.</summary>
    public double[] Given(double[] importance)
    {
        var byCode = indicators.Zip(importance).ToDictionary(i => i.First.Code, i => i.Second);
        var raw = tree.Nodes.ToDictionary(n => n.Code, n => n.GivenWeight ?? tree.IndicatorsUnder(n.Code).Sum(i => byCode[i.Code]));
        var global = new Dictionary<string, double> { [tree.Goal.Code] = 1 };
        foreach (var parent in tree.Nodes.Where(n => n.Indicator is null))
        {
            var children = tree.Children(parent.Code).ToArray();
            var sum = children.Sum(c => raw[c.Code]);
            foreach (var child in children)
            {
                global[child.Code] = global[parent.Code] * raw[child.Code] / sum;
            }
        }
        return [.. printed.Select(n => global[n.Code])];
    }

    /// <summary>The same by a method that is not flat: its weight set tells.</summary>
    public double[] Of(WeightSet weights, bool local) => [.. printed.Select(n => local ? weights.Local(n.Code) : weights.Global(n.Code))];
}
