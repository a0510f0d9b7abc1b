using System.Collections.Immutable;
using ClusterResearch.Findings;
using ClusterResearch.Numerics;

namespace ClusterResearch.Indexing.Robustness;

/// <summary>Draws the local weights of a whole tree, replication by replication; each replication is a function of seed and number alone.</summary>
internal sealed class WeightDraws
{
    /// <summary>How often a parent's weights are drawn anew until they keep to the constraints.</summary>
    private const int Tries = 10_000;

    private readonly WeightSampling sampling;
    private readonly ulong seed;
    private readonly LowDiscrepancy? sequence;
    private readonly double[] given;
    private readonly (int Parent, int[] Children, Func<double[], bool>[] Rules, int FirstDimension)[] parents;

    /// <exception cref="FindingsException">A code is unknown (CR3110) or no parent (CR3603), or constraints leave nothing (CR3602): all at once.</exception>
    public WeightDraws(IndexResult index, WeightSampling sampling, ulong seed)
    {
        (this.sampling, this.seed) = (sampling, seed);
        var tree = index.Tree;
        var findings = new List<Finding>();
        Check(tree, sampling, findings);
        if (findings.Count > 0)
        {
            throw new FindingsException(findings);
        }
        given = [.. tree.Nodes.Select(n => index.Weights.Local(n.Code))];
        var dimension = 0;
        parents =
        [
            .. tree.Nodes.Where(n => n.Indicator is null && (sampling.Parents.IsDefaultOrEmpty || sampling.Parents.Contains(n.Code))).Select(n =>
            {
                int[] children = [.. tree.Children(n.Code).Select(c => tree.IndexOf(c.Code))];
                var first = dimension;
                dimension += children.Length * sampling.UniformsPerWeight;
                return (tree.IndexOf(n.Code), children, Rules(tree, children), first);
            }),
        ];
        sequence = sampling.LowDiscrepancy && dimension > 0 ? new(dimension, seed) : null;
        foreach (var (parent, children, rules, _) in parents.Where(p => p.Rules.Length > 0))
        {
            var kept = Enumerable.Range(0, Tries).Count(r => Kept(children, rules, new CounterRandom(seed + 1, (ulong)r)));
            if (kept == 0)
            {
                findings.Add(RobustnessFindings.Room(tree.File, tree.Nodes[parent].Line, tree.Nodes[parent].Code, string.Join(", ", sampling.Constraints), 0));
            }
        }
        if (findings.Count > 0)
        {
            throw new FindingsException(findings);
        }
    }

    /// <summary>Nodes of the tree.</summary>
    public int Nodes => given.Length;

    /// <summary>The local weights of replication r, by position of the node; those that are not drawn are the index's.</summary>
    public void Local(long r, double[] local)
    {
        given.CopyTo(local, 0);
        var random = new CounterRandom(seed, (ulong)r);
        foreach (var (_, children, rules, first) in parents)
        {
            var tries = 0;
            do
            {
                // a second try has no point of the sequence left: from there on numbers are random
                Draw(children, tries == 0 ? sequence : null, r, first, ref random, local);
            }
            while (rules.Length > 0 && !rules.All(rule => rule(local)) && ++tries < 100 * Tries);
        }
    }

    private void Draw(int[] children, LowDiscrepancy? points, long r, int first, ref CounterRandom random, double[] local)
    {
        Span<double> old = stackalloc double[children.Length], uniforms = stackalloc double[children.Length * sampling.UniformsPerWeight], drawn = stackalloc double[children.Length];
        for (var u = 0; u < uniforms.Length; u++)
        {
            uniforms[u] = points?.At(r, first + u) ?? random.Next();
        }
        for (var c = 0; c < children.Length; c++)
        {
            old[c] = given[children[c]];
        }
        sampling.Draw(old, uniforms, ref random, drawn);
        var sum = 0.0;
        foreach (var w in drawn)
        {
            sum += w;
        }
        for (var c = 0; c < children.Length; c++)
        {
            local[children[c]] = drawn[c] / sum;
        }
    }

    private bool Kept(int[] children, Func<double[], bool>[] rules, CounterRandom random)
    {
        double[] local = [.. given];
        Draw(children, null, 0, 0, ref random, local);
        return rules.All(rule => rule(local));
    }

    private Func<double[], bool>[] Rules(IndexTree tree, int[] children) =>
        [
            .. sampling.Constraints.Select(c => c switch
            {
                WeightConstraint.Between b when children.Contains(tree.IndexOf(b.Code)) => (Func<double[], bool>)(w => w[tree.IndexOf(b.Code)] >= b.Low && w[tree.IndexOf(b.Code)] <= b.High),
                WeightConstraint.AtLeast o when children.Contains(tree.IndexOf(o.More)) => w => w[tree.IndexOf(o.More)] >= w[tree.IndexOf(o.Less)],
                _ => null,
            }).OfType<Func<double[], bool>>(),
        ];

    private static void Check(IndexTree tree, WeightSampling sampling, List<Finding> findings)
    {
        var named = sampling.Constraints.SelectMany(c => c switch { WeightConstraint.Between b => new[] { b.Code }, WeightConstraint.AtLeast o => [o.More, o.Less], _ => [] });
        foreach (var code in sampling.Parents.Concat(named).Distinct().Where(c => tree.Find(c) is null))
        {
            findings.Add(IndexFindings.Code(tree.File, code, Nearest.Hint(code, tree.Nodes.Select(n => n.Code))));
        }
        foreach (var node in sampling.Parents.Select(tree.Find).OfType<IndexNode>().Where(n => n.Indicator is not null))
        {
            findings.Add(RobustnessFindings.Parent(tree.File, node.Line, node.Code));
        }
    }
}
