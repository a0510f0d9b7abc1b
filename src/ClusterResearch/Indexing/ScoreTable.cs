using System.Collections.Immutable;
using ClusterResearch.Findings;
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
    private readonly Aggregation[] methods;

    /// <exception cref="FindingsException">An aggregation refuses the scores below a node: every reason at the first level that fails.</exception>
    public ScoreTable(NormalisedIndicators normalised, WeightSet weightSet, Aggregation aggregation, double requiredShare)
    {
        tree = weightSet.Tree;
        children = [.. tree.Nodes.Select(n => tree.Children(n.Code).Select(c => tree.IndexOf(c.Code)).ToArray())];
        weights = [.. children.Select(c => c.Select(i => weightSet.Local(tree.Nodes[i].Code)).ToArray())];
        methods = [.. tree.Nodes.Select(n => aggregation.For(tree, n.Code))];
        scores = new double[tree.Nodes.Length][];
        var (reweighted, did, findings) = (new List<(int Node, int Row, double Present)>(), new List<string>[tree.Nodes.Length], new List<Finding>());
        for (var node = tree.Nodes.Length - 1; node >= 0; node--)
        {
            did[node] = [];
            scores[node] = children[node].Length == 0
                ? normalised.Column(tree.Nodes[node].Code).Values.ToArray()
                : Combine(node, normalised.Indicators.Period, requiredShare, reweighted, did[node], findings);
        }
        if (findings.Count > 0)
        {
            throw new FindingsException(findings);
        }
        Did = [.. did.SelectMany(d => d)];
        Reweighted = [.. reweighted.OrderBy(r => r.Node).ThenBy(r => r.Row)];
    }

    /// <summary>Nodes and city-years in which a child is missing, with the share of weight that is present.</summary>
    public ImmutableArray<(int Node, int Row, double Present)> Reweighted { get; }

    /// <summary>What the aggregations did to this data, node by node.</summary>
    public ImmutableArray<string> Did { get; }

    public ReadOnlyMemory<double> this[int node] => scores[node];

    /// <summary>Whether the scores from a node up to the goal are sums of parts.</summary>
    public bool AddsUp(int node)
    {
        // for the goal its own method decides, for the others those above
        var at = node == 0 ? 0 : Above(node);
        return methods[at].AddsUp && (at == 0 || AddsUp(at));
    }

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

    /// <summary>
    /// What each node adds to the goal's score of one city-year. Under a method that adds up: its weight in force times its score. Under
    /// another one: the same products, scaled so that children sum to their parent's part. 0 for missing nodes.
    /// </summary>
    public double[] Contributions(int row)
    {
        var parts = EffectiveWeights(row).Select((g, node) => g == 0 ? 0 : g * scores[node][row]).ToArray();
        var scale = Enumerable.Repeat(1.0, parts.Length).ToArray();
        for (var node = 0; node < parts.Length; node++)
        {
            parts[node] *= scale[node];
            // the children's parts can all be zero, as with a geometric mean of zeros
            var sum = methods[node].AddsUp ? 0 : children[node].Sum(c => parts[c] * scale[node]);
            foreach (var child in children[node])
            {
                scale[child] = scale[node] * (sum == 0 ? 1 : parts[node] / sum);
            }
        }
        return parts;
    }

    private double[] Combine(int node, Period period, double requiredShare, List<(int, int, double)> reweighted, List<string> did, List<Finding> findings)
    {
        if (children[node].Any(c => scores[c].Length == 0))
        {
            return []; // refused below
        }
        if (!methods[node].AllowsNegative && RefuseNegative(node, findings))
        {
            return [];
        }
        var before = findings.Count;
        var below = children[node].Select(c => (ReadOnlyMemory<double>)scores[c]).ToImmutableArray();
        var (result, notes) = methods[node].Combine(new(tree, tree.Nodes[node], below, weights[node], period), findings);
        did.AddRange(notes);
        for (var row = 0; row < result.Length; row++)
        {
            if (children[node].Any(c => double.IsNaN(scores[c][row])))
            {
                var present = Present(node, row);
                reweighted.Add((node, row, present));
                result[row] = present >= requiredShare - 1e-12 ? result[row] : double.NaN;
            }
        }
        return findings.Count == before ? result : [];
    }

    /// <summary>Dimensions can be negative where no indicator is, e.g. by an index with penalties.</summary>
    private bool RefuseNegative(int node, List<Finding> findings)
    {
        var before = findings.Count;
        foreach (var child in children[node])
        {
            if (scores[child].Where(v => v < 0).ToArray() is [_, ..] negative)
            {
                findings.Add(IndexFindings.Negative(tree.File, tree.Nodes[child].Line, tree.Nodes[child].Code, negative.Min(), $"the {methods[node].Card.Name.ToLowerInvariant()}"));
            }
        }
        return findings.Count > before;
    }

    private int Above(int node) => tree.IndexOf(tree.Nodes[node].Parent!);

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
