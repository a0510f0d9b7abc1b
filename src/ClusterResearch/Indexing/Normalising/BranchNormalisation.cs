using System.Collections.Immutable;
using ClusterResearch.Findings;

namespace ClusterResearch.Indexing.Normalising;

/// <summary>A normalisation of its own for some branches or indicators, another one for the rest.</summary>
/// <remarks>
/// <para>A key is the code of a node: its method governs that node's indicators, unless a key further down says otherwise.
/// Each method keeps its own pooling. Methods with different scales mix units of measurement inside a mean; that is on whoever
/// chooses them. Unknown codes are refused (CR3110).</para>
/// <para><b>Source</b> each method's own; that methods may differ by indicator is what COINr's table of indicators allows.</para>
/// <para><b>Verification</b> by hand: tests/ClusterResearch.Tests/Indexing/Normalising/BranchNormalisationTests.cs.</para>
/// </remarks>
/// <example><code>
/// var mixed = new BranchNormalisation { Otherwise = new MinMax(), ["OUT"] = new RankNormalisation() };
/// </code></example>
public sealed record BranchNormalisation : Normalisation
{
    private ImmutableSortedDictionary<string, Normalisation> branches = ImmutableSortedDictionary.Create<string, Normalisation>(StringComparer.Ordinal);

    /// <summary>The method of all other indicators. <value>Default: min-max.</value></summary>
    public Normalisation Otherwise { get; init; } = new MinMax();

    /// <summary>The method under a node, by code.</summary>
    public Normalisation this[string code]
    {
        get => branches[code];
        init => branches = branches.SetItem(code, value);
    }

    /// <inheritdoc/>
    public override MethodCard Card =>
        new("normalisation", "By branch", $"{string.Join(", ", branches.Select(b => $"{b.Key}: {b.Value.Card}"))}; otherwise {Otherwise.Card}",
            Otherwise.Card.Formula, $"Each branch by the rules of its method. {Otherwise.Card.Rules}", Otherwise.Card.Source)
        { Symbols = Otherwise.Card.Symbols };

    /// <inheritdoc/>
    public bool Equals(BranchNormalisation? other) => other is not null && Otherwise == other.Otherwise && branches.SequenceEqual(other.branches);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Otherwise, branches.Count);

    internal override Normalisation For(IndexTree tree, string code)
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

    internal override void Check(IndicatorTable indicators, List<Finding> findings)
    {
        var tree = indicators.Design.Tree;
        findings.AddRange(branches.Keys.Where(c => tree.Whole.Find(c) is null)
            .Select(c => IndexFindings.Code(tree.File, c, Nearest.Hint(c, tree.Nodes.Select(n => n.Code)))));
        foreach (var method in branches.Values.Append(Otherwise))
        {
            method.Check(indicators, findings);
        }
    }

    internal override NormalisedColumn? Apply(IndicatorColumn column, List<Finding> findings) =>
        throw new InvalidOperationException("A branch is normalised by its own method.");
}
