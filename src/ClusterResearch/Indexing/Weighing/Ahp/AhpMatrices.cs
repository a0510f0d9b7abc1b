using System.Collections.Immutable;
using ClusterResearch.Findings;

namespace ClusterResearch.Indexing.Weighing.Ahp;

/// <summary>A matrix of comparisons with its place in tree and file.</summary>
/// <param name="Parent">The parent whose children are compared.</param>
/// <param name="Judge">Who judged.</param>
/// <param name="Children">The children, in the order of the rows.</param>
/// <param name="Matrix">The comparisons.</param>
/// <param name="File">The file, as findings name it.</param>
/// <param name="Line">The line of its first comparison.</param>
internal sealed record JudgedMatrix(IndexNode Parent, string Judge, ImmutableArray<IndexNode> Children, ComparisonMatrix Matrix, string File, int Line);

/// <summary>From a list of comparisons to the matrices of a tree.</summary>
internal static class AhpMatrices
{
    public static ImmutableArray<JudgedMatrix> Of(IndexTree tree, Comparisons judged, List<Finding> findings)
    {
        var file = judged.File.Length > 0 ? judged.File : tree.File;
        var sound = judged.Where(c => Fits(tree, file, c, findings)).ToArray();
        var matrices = ImmutableArray.CreateBuilder<JudgedMatrix>();
        foreach (var group in sound.GroupBy(c => (c.Parent, c.Judge)))
        {
            ImmutableArray<IndexNode> children = [.. tree.Children(group.Key.Parent)];
            var position = children.Index().ToDictionary(c => c.Item.Code, c => c.Index);
            var rows = children.Select((_, i) => children.Select((_, j) => i == j ? 1 : double.NaN).ToArray()).ToArray();
            var lines = new Dictionary<(int, int), int>();
            foreach (var c in group)
            {
                var (i, j) = (position[c.A], position[c.B]);
                if (lines.TryGetValue((i, j), out var first))
                {
                    findings.Add(WeighingFindings.Twice(file, c.Line, c.A, c.B, c.Parent, first));
                    continue;
                }
                lines[(i, j)] = lines[(j, i)] = c.Line;
                (rows[i][j], rows[j][i]) = (c.Value, 1 / c.Value);
            }
            var matrix = ComparisonMatrix.Of([.. rows.Select(r => r.ToImmutableArray())]);
            var (parent, line) = (tree[group.Key.Parent], group.First().Line);
            if (!matrix.IsConnected)
            {
                var apart = children.Select((c, i) => (c, i)).Where(c => !matrix.Reached(0).Contains(c.i)).Select(c => c.c.Code);
                findings.Add(WeighingFindings.Unconnected(file, line, parent.Code, string.Join(", ", apart)));
                continue;
            }
            matrices.Add(new(parent, group.Key.Judge, children, matrix, file, line));
        }
        return matrices.ToImmutable();
    }

    /// <summary>The comparison to revisit, in words.</summary>
    public static string Revisit(JudgedMatrix m, WorstComparison worst) =>
        $"“{m.Children[worst.I].Code}” against “{m.Children[worst.J].Code}”: {Scale(worst.Given)} was given, the others imply about {Scale(worst.OnScale)}";

    private static string Scale(double v) => v >= 1 ? v.ToString("0.##", Invariant) : string.Create(Invariant, $"1/{1 / v:0.##}");

    private static bool Fits(IndexTree tree, string file, Comparison c, List<Finding> findings)
    {
        var unknown = new[] { c.Parent, c.A, c.B }.Where(code => tree.Find(code) is null).Distinct().ToArray();
        findings.AddRange(unknown.Select(code => IndexFindings.Code(file, code, Nearest.Hint(code, tree.Nodes.Select(n => n.Code))) with { Line = c.Line }));
        if (unknown.Length > 0)
        {
            return false;
        }
        var children = tree.Children(c.Parent).Select(n => n.Code).ToArray();
        if (c.A == c.B || !children.Contains(c.A) || !children.Contains(c.B))
        {
            findings.Add(WeighingFindings.Siblings(file, c.Line, c.Parent, c.A, c.B, children.Length == 0 ? "none" : string.Join(", ", children)));
            return false;
        }
        if (!(c.Value > 0) || double.IsInfinity(c.Value))
        {
            findings.Add(WeighingFindings.Comparison(file, c.Line, 0, string.Create(Invariant, $"{c.Value:R} for “{c.A}” against “{c.B}”"), "a number above zero such as 3 or 1.0 / 3", "say how many times the first counts more than the second"));
            return false;
        }
        return true;
    }
}
