using System.Collections.Immutable;
using ClusterResearch.Data;
using ClusterResearch.Tables;

namespace ClusterResearch.Indexing;

/// <summary>How much every node of a tree counts: among its siblings, and in the goal.</summary>
/// <remarks>Invariant: under every parent the local weights are not negative and sum to 1; so do the indicators' global weights.</remarks>
public sealed class WeightSet
{
    private readonly Dictionary<string, double> local;
    private readonly ImmutableArray<(string Name, ImmutableArray<double> Values)> intermediates;

    internal WeightSet(IndexTree tree, MethodCard card, Dictionary<string, double> local, ImmutableArray<(string Name, ImmutableArray<double> Values)> intermediates) =>
        (Tree, Card, this.local, this.intermediates) = (tree, card, local, intermediates);

    /// <summary>The tree.</summary>
    public IndexTree Tree { get; }

    /// <summary>The method and its variant.</summary>
    public MethodCard Card { get; }

    /// <summary>A node's weight among its siblings.</summary>
    public double Local(string code) => local[Tree[code].Code];

    /// <summary>A node's weight in the goal: the product of local weights on the way up.</summary>
    public double Global(string code) => Tree[code].Parent is { } parent ? Local(code) * Global(parent) : 1;

    /// <summary>One row per node: local and global weight, and what the method computed per indicator.</summary>
    public Table ToTable(Language language = Language.English)
    {
        var columns = new List<Column>
        {
            Column.Text("code", "Code"),
            Column.Text("name", "Name"),
            Column.Number("local", "Weight among siblings", 4),
            Column.Number("global", "Weight in the goal", 4),
        };
        columns.AddRange(intermediates.Select(i => Column.Number(i.Name, char.ToUpperInvariant(i.Name[0]) + i.Name[1..], 4)));
        var rows = Tree.Nodes.Select(n =>
        {
            var indicator = n.Indicator is null ? -1 : Tree.IndicatorIndex(n.Code);
            var row = new List<object?> { n.Code, new string('\u2003', Tree.Depth(n.Code)) + n.Name(language), Local(n.Code), Global(n.Code) };
            row.AddRange(intermediates.Select(i => indicator < 0 ? null : (object?)i.Values[indicator]));
            return row;
        });
        var given = Tree.Nodes.Where(n => n.GivenWeight is not null).Select(n => n.Code).ToArray();
        var notes = new List<string> { $"Method: {Card}." };
        if (given.Length > 0)
        {
            notes.Add($"The index file gives the weights of {string.Join(", ", given)}.");
        }
        return new($"Weights: {Tree.Goal.Name(language)}", columns, rows, notes);
    }
}
