using System.Numerics;
using System.Runtime.InteropServices;
using ClusterResearch.Findings;
using ClusterResearch.Indexing.Aggregating;

namespace ClusterResearch.Indexing.Robustness;

/// <summary>Goal scores of all cities in one year as a function of local weights, as fast as they can be had.</summary>
/// <remarks>Where every node is an arithmetic mean and no value is missing the goal is Σ g_j y_j, vectors of cities times global weights. Other rows go up the
/// tree node by node with the same means as <see cref="IndexResult"/>. What is behind the last city of a vector never counts.</remarks>
internal sealed class ScoreKernel
{
    private static readonly int Lanes = Vector<double>.Count;

    private readonly int[] parent, leaf;
    private readonly int[][] children;
    private readonly WeightedMean[] means;
    private readonly double[] columns; // k columns of padded cities; missing is 0
    private readonly int[] slow; // cities that go up the tree
    private readonly double[][] values; // per city of the slow: one value per node, leaves filled
    private readonly double requiredShare;
    private readonly bool linear;

    /// <exception cref="FindingsException">A node is no weighted mean (CR3601).</exception>
    public ScoreKernel(IndexResult index, int year)
    {
        var tree = index.Tree;
        Refuse(index);
        Cities = index.Cities.Length;
        Padded = (Cities + Lanes - 1) / Lanes * Lanes;
        parent = [.. tree.Nodes.Select(n => n.Parent is null ? -1 : tree.IndexOf(n.Parent))];
        children = [.. tree.Nodes.Select(n => tree.Children(n.Code).Select(c => tree.IndexOf(c.Code)).ToArray())];
        leaf = [.. tree.Indicators.Select(n => tree.IndexOf(n.Code))];
        means = [.. tree.Nodes.Select(n => index.Recipe.Aggregation.For(tree, n.Code) as WeightedMean ?? new ArithmeticMean())];
        requiredShare = index.Recipe.Missing.RequiredShare;
        linear = tree.Nodes.Where(n => n.Indicator is null).All(n => means[tree.IndexOf(n.Code)] is ArithmeticMean);
        columns = new double[leaf.Length * Padded];
        var y = new double[Cities, leaf.Length];
        for (var j = 0; j < leaf.Length; j++)
        {
            var column = index.Normalised.Column(tree.Indicators[j].Code).Values.Span;
            for (var c = 0; c < Cities; c++)
            {
                y[c, j] = column[index.Indicators.Row(index.Cities[c].Key, year)];
                columns[j * Padded + c] = double.IsNaN(y[c, j]) ? 0 : y[c, j];
            }
        }
        slow = [.. Enumerable.Range(0, Cities).Where(c => !linear || Enumerable.Range(0, leaf.Length).Any(j => double.IsNaN(y[c, j])))];
        values = [.. slow.Select(c =>
        {
            var nodes = new double[parent.Length];
            for (var j = 0; j < leaf.Length; j++)
            {
                nodes[leaf[j]] = y[c, j];
            }
            return nodes;
        })];
    }

    /// <summary>n.</summary>
    public int Cities { get; }

    /// <summary>n rounded up to whole vectors: the length of a buffer of scores.</summary>
    public int Padded { get; }

    /// <summary>The scores for local weights by position of the node.</summary>
    /// <param name="local">The weights.</param>
    /// <param name="global">A buffer, one number per node.</param>
    /// <param name="scores">The result; NaN where a city has no score, and behind the last city.</param>
    public void Score(double[] local, double[] global, double[] scores)
    {
        global[0] = 1;
        for (var n = 1; n < parent.Length; n++) // parents stand before their children
        {
            global[n] = global[parent[n]] * local[n];
        }
        if (slow.Length < Cities)
        {
            Multiply(global, scores);
        }
        scores.AsSpan(Cities).Fill(double.NaN);
        for (var i = 0; i < slow.Length; i++)
        {
            scores[slow[i]] = Climb(0, values[i], local);
        }
    }

    private void Multiply(double[] global, double[] scores)
    {
        var sum = MemoryMarshal.Cast<double, Vector<double>>(scores.AsSpan(0, Padded));
        sum.Clear();
        for (var j = 0; j < leaf.Length; j++)
        {
            var weight = new Vector<double>(global[leaf[j]]);
            var column = MemoryMarshal.Cast<double, Vector<double>>(columns.AsSpan(j * Padded, Padded));
            for (var v = 0; v < sum.Length; v++)
            {
                sum[v] += weight * column[v];
            }
        }
    }

    private double Climb(int node, double[] leaves, double[] local)
    {
        var below = children[node];
        if (below.Length == 0)
        {
            return leaves[node];
        }
        Span<double> x = stackalloc double[below.Length], w = stackalloc double[below.Length];
        var present = 0.0;
        var missing = false;
        for (var c = 0; c < below.Length; c++)
        {
            (x[c], w[c]) = (Climb(below[c], leaves, local), local[below[c]]);
            present += double.IsNaN(x[c]) ? 0 : w[c];
            missing |= double.IsNaN(x[c]);
        }
        return missing && present < requiredShare - 1e-12 ? double.NaN : means[node].Combine(x, w);
    }

    private static void Refuse(IndexResult index)
    {
        var findings = index.Tree.Nodes.Where(n => n.Indicator is null && index.Recipe.Aggregation.For(index.Tree, n.Code) is not WeightedMean)
            .Select(n => RobustnessFindings.Mean(index.Tree.File, n.Line, n.Code, index.Recipe.Aggregation.For(index.Tree, n.Code).Card.Name)).ToArray();
        if (findings.Length > 0)
        {
            throw new FindingsException(findings);
        }
    }
}
