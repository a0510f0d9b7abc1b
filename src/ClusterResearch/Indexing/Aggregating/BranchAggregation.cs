using System.Collections.Immutable;
using ClusterResearch.Findings;

namespace ClusterResearch.Indexing.Aggregating;

/// <summary>An aggregation of its own for some branches, another one for the rest.</summary>
/// <remarks>
/// <para>A key is the code of a node: its method makes the score of that node and of every node below it, unless a key further
/// down says otherwise. Scores of different methods may lie on different scales, and a mean above them mixes these; that is on
/// whoever chooses them. Unknown codes and indicators, which have nothing to aggregate, are refused (CR3110, CR3405).</para>
/// <para><b>Source</b> each method's own; that methods may differ by level is what COINr allows, by branch what the cases of the
/// literature ask for.</para>
/// <para><b>Verification</b> by hand: tests/ClusterResearch.Tests/Indexing/Aggregating/BranchAggregationTests.cs.</para>
/// </remarks>
/// <example><code>
/// var mixed = new BranchAggregation { Otherwise = new ArithmeticMean(), ["INT"] = new GeometricMean() };
/// </code></example>
public sealed record BranchAggregation : Aggregation
{
    private ImmutableSortedDictionary<string, Aggregation> branches = ImmutableSortedDictionary.Create<string, Aggregation>(StringComparer.Ordinal);

    /// <summary>The method of all other nodes. <value>Default: the arithmetic mean.</value></summary>
    public Aggregation Otherwise { get; init; } = new ArithmeticMean();

    /// <summary>The method of a node and of what is below it, by code.</summary>
    public Aggregation this[string code]
    {
        get => branches[code];
        init => branches = branches.SetItem(code, value);
    }

    /// <inheritdoc/>
    public override MethodCard Card =>
        new("aggregation", "By branch", $"{string.Concat(branches.Select(b => $"{b.Key}: {b.Value.Card}, "))}otherwise {Otherwise.Card}",
            Otherwise.Card.Formula, $"Each branch by the rules of its method. {Otherwise.Card.Rules}", Otherwise.Card.Source)
        { Symbols = Otherwise.Card.Symbols };

    /// <summary>Whether the scores of all branches add up.</summary>
    public override bool AddsUp => Otherwise.AddsUp && branches.Values.All(b => b.AddsUp);

    internal override bool AllowsNegative => Otherwise.AllowsNegative && branches.Values.All(b => b.AllowsNegative);

    /// <inheritdoc/>
    public bool Equals(BranchAggregation? other) => other is not null && Otherwise == other.Otherwise && branches.SequenceEqual(other.branches);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Otherwise, branches.Count);

    internal override Aggregation For(IndexTree tree, string code)
    {
        for (var at = code; at is not null; at = tree[at].Parent)
        {
            if (branches.TryGetValue(at, out var method))
            {
                return method.For(tree, code);
            }
        }
        return Otherwise.For(tree, code);
    }

    internal override void Check(IndexTree tree, Period period, List<Finding> findings)
    {
        foreach (var code in branches.Keys)
        {
            if (tree.Nodes.FirstOrDefault(n => n.Code == code) is not { } node)
            {
                findings.Add(IndexFindings.Code(tree.File, code, Nearest.Hint(code, tree.Nodes.Select(n => n.Code))));
            }
            else if (node.Indicator is not null)
            {
                findings.Add(AggregatingFindings.Leaf(tree.File, node.Line, code, node.Parent ?? code));
            }
        }
        foreach (var method in branches.Values.Append(Otherwise))
        {
            method.Check(tree, period, findings);
        }
    }

    internal override NodeScores Combine(Siblings siblings, List<Finding> findings) => For(siblings.Tree, siblings.Parent.Code).Combine(siblings, findings);
}
