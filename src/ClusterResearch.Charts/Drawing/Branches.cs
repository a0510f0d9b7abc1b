using ClusterResearch.Indexing;

namespace ClusterResearch.Charts.Drawing;

/// <summary>The parts of an index tree that charts show together.</summary>
internal static class Branches
{
    /// <summary>The code of the node directly under the goal that a node belongs to.</summary>
    public static string Top(IndexTree tree, IndexNode node) =>
        node.Parent is null || node.Parent == tree.Goal.Code ? node.Code : Top(tree, tree[node.Parent]);

    /// <summary>The code of the first dimension under a node that stands above dimensions.</summary>
    public static string First(IndexTree tree, IndexNode node) =>
        tree.Dimensions.First(d => Above(tree, d).Contains(node.Code)).Code;

    private static IEnumerable<string> Above(IndexTree tree, IndexNode node) =>
        node.Parent is null ? [] : Above(tree, tree[node.Parent]).Append(node.Parent);

    /// <summary>The dimension a node belongs to; null above the dimensions.</summary>
    public static string? Dimension(IndexTree tree, IReadOnlyList<IndexNode> dimensions, IndexNode node) =>
        dimensions.Any(d => d.Code == node.Code) ? node.Code : node.Parent is null ? null : Dimension(tree, dimensions, tree[node.Parent]);
}
