using System.Collections.Immutable;
using ClusterResearch.Indexing.Aggregating;
using ClusterResearch.Indexing.Normalising;
using ClusterResearch.Indexing.Weighing;

namespace ClusterResearch.Indexing;

/// <summary>Scores of every node in every city-year, computed from the indicators up to the goal.</summary>
internal sealed class ScoreTable
{
    private readonly IndexTree tree;
    private readonly double[][] scores;
    private readonly int[][] children;
    private readonly double[][] weights;

    public ScoreTable(NormalisedIndicators normalised, WeightSet weightSet, Aggregation aggregation, double requiredShare)
    {
        tree = weightSet.Tree;
        children = [.. tree.Nodes.Select(n => tree.Children(n.Code).Select(c => tree.IndexOf(c.Code)).ToArray())];
        weights = [.. children.Select(c => c.Select(i => weightSet.Local(tree.Nodes[i].Code)).ToArray())];
        scores = new double[tree.Nodes.Length][];
        var reweighted = new List<(int Node, int Row, double Present)>();
        for (var node = tree.Nodes.Length - 1; node >= 0; node--)
        {
            scores[node] = children[node].Length == 0
                ? normalised.Column(tree.Nodes[node].Code).Values.ToArray()
                : Combine(node, normalised.Indicators.Period, aggregation, requiredShare, reweighted);
        }
        Reweighted = [.. reweighted.OrderBy(r => r.Node).ThenBy(r => r.Row)];
    }

    /// <summary>Nodes and city-years in which a child is missing, with the share of weight that is present.</summary>
    public ImmutableArray<(int Node, int Row, double Present)> Reweighted { get; }

    public ReadOnlyMemory<double> this[int node] => scores[node];

    /// <summary>
    /// Weight of each node in the goal's score of one city-year, after renormalising over what is present:
    /// 0 for missing nodes and below them, 1 for the goal.
    /// </summary>
    public double[] EffectiveWeights(int row)
    {
        var effective = new double[scores.Length];
        effective[0] = 1;
        for (var node = 0; node < scores.Length; node++)
        {
            var present = Present(node, row);
            for (var c = 0; c < children[node].Length; c++)
            {
                var child = children[node][c];
                var missing = double.IsNaN(scores[node][row]) || double.IsNaN(scores[child][row]) || present == 0;
                effective[child] = missing ? 0 : effective[node] * weights[node][c] / present;
            }
        }
        return effective;
    }

    private double[] Combine(int node, Period period, Aggregation aggregation, double requiredShare, List<(int, int, double)> reweighted)
    {
        var below = children[node].Select(c => (ReadOnlyMemory<double>)scores[c]).ToImmutableArray();
        var result = aggregation.Combine(new(tree.Nodes[node], below, weights[node], period));
        for (var row = 0; row < result.Length; row++)
        {
            if (children[node].Any(c => double.IsNaN(scores[c][row])))
            {
                var present = Present(node, row);
                reweighted.Add((node, row, present));
                result[row] = present >= requiredShare - 1e-12 ? result[row] : double.NaN;
            }
        }
        return result;
    }

    private double Present(int node, int row)
    {
        var present = 0.0;
        for (var c = 0; c < children[node].Length; c++)
        {
            present += double.IsNaN(scores[children[node][c]][row]) ? 0 : weights[node][c];
        }
        return present;
    }
}
