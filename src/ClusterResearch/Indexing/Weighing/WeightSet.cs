using System.Collections.Immutable;
using ClusterResearch.Data;
using ClusterResearch.Findings;
using ClusterResearch.Rendering;
using ClusterResearch.Tables;

namespace ClusterResearch.Indexing.Weighing;

/// <summary>How much every node of a tree counts: among its siblings, and in the goal.</summary>
/// <remarks>
/// <para>Local weight l_j: of a node among its siblings. Global weight in the goal: g_j = l_j · g_parent, with g = 1 for the goal.
/// Pure numbers from 0 to 1.</para>
/// <para>Invariant: under every parent the local weights are not negative and sum to 1; so do the global weights of all k
/// indicators (to rounding). They are those before anything is missing: what a missing figure does to them in one
/// city-year is told by <see cref="IndexResult.Reweightings"/> and <see cref="IndexResult.Explain"/>.</para>
/// </remarks>
public sealed class WeightSet
{
    private readonly Dictionary<string, double> local;
    private readonly ImmutableArray<Intermediate> intermediates;

    internal WeightSet(IndexTree tree, MethodCard card, Dictionary<string, double> local, ImmutableArray<Intermediate> intermediates) =>
        (Tree, Card, this.local, this.intermediates) = (tree, card, local, intermediates);

    /// <summary>The tree.</summary>
    public IndexTree Tree { get; }

    /// <summary>The method and its variant.</summary>
    public MethodCard Card { get; }

    /// <summary>A node's weight among its siblings; 1 for the goal.</summary>
    /// <exception cref="FindingsException">No such code (CR3110).</exception>
    public double Local(string code) => local[Tree[code].Code];

    /// <summary>A node's weight in the goal: the product of local weights on the way up.</summary>
    /// <exception cref="FindingsException">No such code (CR3110).</exception>
    public double Global(string code) => Tree[code].Parent is { } parent ? Local(code) * Global(parent) : 1;

    /// <summary>One row per node: local and global weight, and what the method computed per indicator.</summary>
    public Table ToTable(Language language = Language.English)
    {
        var columns = new List<Column>
        {
            Column.Text("code", language.Say("Code", "代码")),
            Column.Text("name", language.Say("Name", "名称")),
            Column.Number("local", language.Say("Weight among siblings", "同级权重"), 4),
            Column.Number("global", language.Say("Weight in the goal", "总权重"), 4),
        };
        columns.AddRange(intermediates.Select(i => Column.Number(i.Key, language.Say(i.NameEn, i.NameZh), 4)));
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
        return new(language.Say($"Weights: {Tree.Goal.NameEn}", $"权重：{Tree.Goal.NameZh}"), columns, rows, notes) { Methods = [Card.Render(MimeType.Markdown)] };
    }
}
