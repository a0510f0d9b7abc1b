using System.Collections.Immutable;
using ClusterResearch.Data;
using ClusterResearch.Findings;
using ClusterResearch.Indexing.Formulas;
using ClusterResearch.Tables;

namespace ClusterResearch.Indexing;

/// <summary>An index system: a goal, dimensions under it, indicators at the leaves.</summary>
/// <remarks>
/// Read from a file that a reader can edit; never code. Indicators may stand at any depth, also directly under the
/// goal. Invariants: one goal, no circles, a formula and a direction at every leaf and nowhere else.
/// </remarks>
public sealed class IndexTree
{
    private readonly Dictionary<string, int> position;
    private readonly Dictionary<string, int> indicatorPosition;
    private readonly ILookup<string, IndexNode> below;

    internal IndexTree(string name, string file, ImmutableArray<IndexNode> nodes)
    {
        (Name, File) = (name, file);
        below = nodes.ToLookup(n => n.Parent ?? "");
        Nodes = [.. Walk(below[""].Single())];
        position = Nodes.Select((n, i) => (n.Code, i)).ToDictionary(n => n.Code, n => n.i);
        Indicators = [.. Nodes.Where(n => n.Indicator is not null)];
        Dimensions = DimensionsOf();
        indicatorPosition = Indicators.Select((n, i) => (n.Code, i)).ToDictionary(n => n.Code, n => n.i);
    }

    /// <summary>The name of the index in the data package.</summary>
    public string Name { get; }

    /// <summary>The file it was read from, as findings name it.</summary>
    public string File { get; }

    /// <summary>All nodes, each parent before its children, siblings in the file's order.</summary>
    public ImmutableArray<IndexNode> Nodes { get; }

    /// <summary>The k indicators, in the order of <see cref="Nodes"/>.</summary>
    public ImmutableArray<IndexNode> Indicators { get; }

    /// <summary>The goal.</summary>
    public IndexNode Goal => Nodes[0];

    /// <summary>The lowest nodes above the indicators, and indicators that stand beside such nodes: together they cover the tree.</summary>
    public ImmutableArray<IndexNode> Dimensions { get; }

    /// <summary>The node with a code.</summary>
    /// <exception cref="FindingsException">No such code (CR3110).</exception>
    public IndexNode this[string code] => Nodes[IndexOf(code)];

    /// <summary>The node with a code; null if there is none.</summary>
    internal IndexNode? Find(string code) => position.TryGetValue(code, out var index) ? Nodes[index] : null;

    /// <summary>The tree with other nodes in the place of those of the same code.</summary>
    internal IndexTree With(IEnumerable<IndexNode> nodes)
    {
        var others = nodes.ToDictionary(n => n.Code);
        return others.Count == 0 ? this : Changed([.. Nodes.Select(n => others.GetValueOrDefault(n.Code, n))]);
    }

    private IndexTree Changed(ImmutableArray<IndexNode> nodes) => ReferenceEquals(Whole, this) ? new(Name, File, nodes) : new(Name, File, nodes) { Whole = Whole };

    /// <summary>The tree before a screening dropped indicators, so that choices made for all of it still hold; else this one.</summary>
    internal IndexTree Whole { get => field ?? this; private init; }

    /// <summary>The tree without some indicators, and without dimensions of which nothing is left.</summary>
    internal IndexTree Without(IEnumerable<string> indicators)
    {
        var dropped = indicators.ToHashSet();
        return dropped.Count == 0 ? this : new(Name, File, [.. Nodes.Where(n => IndicatorsUnder(n.Code).Any(i => !dropped.Contains(i.Code)))]) { Whole = Whole };
    }

    /// <summary>The nodes directly under one.</summary>
    public IEnumerable<IndexNode> Children(string code) => below[code];

    /// <summary>The indicators under a node at any depth; the node itself if it is one.</summary>
    public IEnumerable<IndexNode> IndicatorsUnder(string code) =>
        this[code].Indicator is not null ? [this[code]] : Children(code).SelectMany(c => IndicatorsUnder(c.Code));

    /// <summary>Whether a node stands below another, or is that one.</summary>
    internal bool IsUnder(string code, string above) => code == above || (this[code].Parent is { } parent && IsUnder(parent, above));

    /// <summary>How many steps a node is below the goal: 0 for the goal.</summary>
    public int Depth(string code) => this[code].Parent is { } parent ? 1 + Depth(parent) : 0;

    /// <summary>The position of a node in <see cref="Nodes"/>.</summary>
    /// <exception cref="FindingsException">No such code (CR3110).</exception>
    public int IndexOf(string code) =>
        position.TryGetValue(code, out var index)
            ? index
            : throw new FindingsException([IndexFindings.Code(File, code, Nearest.Hint(code, position.Keys))]);

    /// <summary>The tree as a table: one row per node with direction, unit, formula, rationale and source.</summary>
    public Table ToTable(Language language = Language.English) =>
        new(
            language.Say($"Index system: {Goal.NameEn}", $"指标体系：{Goal.NameZh}"),
            [
                Column.Text("code", language.Say("Code", "代码")),
                Column.Text("name", language.Say("Name", "名称")),
                Column.Text("direction", language.Say("Better", "方向")),
                Column.Text("unit", language.Say("Unit", "单位")),
                Column.Text("formula", language.Say("Formula", "公式")),
                Column.Text("rationale", language.Say("Why", "理由")),
                Column.Text("source", language.Say("Source", "来源")),
            ],
            Nodes.Select(n =>
                (object?[])
                    [
                        n.Code,
                        new string('\u2003', Depth(n.Code)) + n.Name(language),
                        n.Indicator?.Direction.ToString(),
                        n.Indicator?.Unit,
                        n.Indicator?.Formula.Text,
                        n.Rationale,
                        n.Source,
                    ]
            ),
            [$"Read from {File}. A formula may use: {string.Join("; ", IndicatorFormula.Functions)}."]
        );

    /// <summary>The position of an indicator in <see cref="Indicators"/>.</summary>
    /// <exception cref="FindingsException">No such code, or that of the goal or of a dimension (CR3110).</exception>
    internal int IndicatorIndex(string code) =>
        indicatorPosition.TryGetValue(this[code].Code, out var index)
            ? index
            : throw new FindingsException([IndexFindings.NotAnIndicator(File, this[code].Line, code, string.Join(", ", IndicatorsUnder(code).Select(n => n.Code)))]);

    private ImmutableArray<IndexNode> DimensionsOf()
    {
        var lowest = Nodes.Where(n => n.Indicator is null && below[n.Code].All(c => c.Indicator is not null)).Select(n => n.Code).ToHashSet();
        return [.. Nodes.Where(n => lowest.Contains(n.Code) || (n.Indicator is not null && !lowest.Contains(n.Parent ?? "")))];
    }

    private IEnumerable<IndexNode> Walk(IndexNode node) => below[node.Code].SelectMany(Walk).Prepend(node);
}
