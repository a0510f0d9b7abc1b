using System.Collections.Immutable;
using ClusterResearch.Findings;
using ClusterResearch.Indexing.Normalising;

namespace ClusterResearch.Indexing.Weighing;

/// <summary>A weighting of its own for some branches, another one for the rest.</summary>
/// <remarks>
/// <para>A key is the code of a node: its method weighs everything below that node, unless a key further down says otherwise. What the node
/// itself counts among its siblings is left to <see cref="Otherwise"/>, which sees all indicators. Unknown codes are refused
/// (CR3110), and indicators, which have nothing below them (CR3308).</para>
/// <para><b>Source</b> each method's own.</para>
/// <para><b>Verification</b> by hand: tests/ClusterResearch.Tests/Indexing/Weighing/BranchWeightsTests.cs.</para>
/// </remarks>
/// <example><code>
/// new BranchWeights { ["INT"] = new EqualWeights(), ["OUT"] = new CriticWeights() }
/// </code></example>
public sealed record BranchWeights : Weighting
{
    private ImmutableSortedDictionary<string, Weighting> branches = ImmutableSortedDictionary.Create<string, Weighting>(StringComparer.Ordinal);

    /// <summary>The method of all other nodes. <value>Default: entropy weights.</value></summary>
    public Weighting Otherwise { get; init; } = new EntropyWeights();

    /// <summary>The method of what is below a node, by code.</summary>
    public Weighting this[string code]
    {
        get => branches[code];
        init => branches = branches.SetItem(code, value);
    }

    /// <inheritdoc/>
    public override MethodCard Card =>
        new("weighting", "By branch", $"{string.Concat(branches.Select(b => $"{b.Key}: {b.Value.Card}, "))}otherwise {Otherwise.Card}",
            Otherwise.Card.Formula, $"Each branch by the rules of its method. {Otherwise.Card.Rules}", Otherwise.Card.Source)
        { Symbols = Otherwise.Card.Symbols };

    /// <inheritdoc/>
    public bool Equals(BranchWeights? other) => other is not null && Otherwise == other.Otherwise && branches.SequenceEqual(other.branches);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Otherwise, branches.Count);

    internal override bool ReadsNormalised => Otherwise.ReadsNormalised || branches.Values.Any(b => b.ReadsNormalised);

    internal override bool Sets(string code) => Otherwise.Sets(code) || branches.Values.Any(b => b.Sets(code));

    internal override Importance Assess(NormalisedIndicators data, IndexNode branch, List<Finding> findings)
    {
        var tree = data.Indicators.Design.Tree;
        var whole = Otherwise.Assess(data, branch, findings);
        var (byCode, intermediates, did) = (new Dictionary<string, double>(whole.ByCode), whole.Intermediates, whole.Did.ToList());
        // branches further down come later and stand
        foreach (var (code, method) in branches.OrderBy(b => tree.Find(b.Key) is null ? 0 : tree.Depth(b.Key)))
        {
            if (tree.Find(code) is not { Indicator: null } node)
            {
                Refuse(tree, code, findings);
                continue;
            }
            var own = method.Assess(data, node, findings);
            foreach (var below in Below(tree, node).Where(n => own.ByCode.ContainsKey(n.Code)))
            {
                byCode[below.Code] = own.ByCode[below.Code];
            }
            intermediates = Merge(own.Intermediates, intermediates);
            did.AddRange(own.Did.Select(d => $"{code}: {d}"));
        }
        return new(byCode, intermediates) { Did = [.. did] };
    }

    private static void Refuse(IndexTree tree, string code, List<Finding> findings)
    {
        if (tree.Whole.Find(code) is not { } node)
        {
            findings.Add(IndexFindings.Code(tree.File, code, Nearest.Hint(code, tree.Nodes.Select(n => n.Code))));
        }
        else if (node.Indicator is not null)
        {
            findings.Add(WeighingFindings.Leaf(tree.File, node.Line, code, node.Parent ?? code));
        }
    }

    private static IEnumerable<IndexNode> Below(IndexTree tree, IndexNode node) => tree.Children(node.Code).SelectMany(c => Below(tree, c).Prepend(c));

    private static ImmutableArray<Intermediate> Merge(ImmutableArray<Intermediate> first, ImmutableArray<Intermediate> then) =>
        [.. first.Select(f => then.FirstOrDefault(t => t.Key == f.Key) is { } t ? f.Or(t) : f), .. then.Where(t => first.All(f => f.Key != t.Key))];
}
