using System.Collections.Immutable;
using ClusterResearch.Findings;
using ClusterResearch.Indexing.Normalising;

namespace ClusterResearch.Indexing.Weighing;

/// <summary>Weights that the reader sets, for some siblings or for all; another method fills the rest.</summary>
/// <remarks>
/// <para>A parent's children are either all given or all left to <see cref="Otherwise"/>. Given weights are not
/// rescaled: they must sum to 1 under their parent (CR3107), be finite and not negative; where a screening dropped indicators, the
/// weights of the rest keep their proportions. They stand before those of
/// the index file.</para>
/// <para><b>Source</b> the reader's own judgement; OECD/JRC, Handbook on Constructing Composite Indicators (2008), step “weighting and aggregation”,
/// on weights set by experts.</para>
/// <para><b>Verification</b> by hand: tests/ClusterResearch.Tests/Indexing/Weighing/GivenWeightsTests.cs.</para>
/// </remarks>
/// <example><code>
/// var tilted = recipe with
/// {
///     Weighting = new GivenWeights { ["INT"] = 0.7, ["OUT"] = 0.3 },
/// };
/// </code></example>
public sealed record GivenWeights : Weighting
{
    private ImmutableSortedDictionary<string, double> given = ImmutableSortedDictionary.Create<string, double>(StringComparer.Ordinal);

    /// <summary>The method for all siblings that are not given. <value>Default: entropy weights.</value></summary>
    public Weighting Otherwise { get; init; } = new EntropyWeights();

    /// <summary>The weight of a node among its siblings, by code.</summary>
    public double this[string code]
    {
        get => given[code];
        init => given = given.SetItem(code, value);
    }

    /// <summary>Weights by code, from computed ones.</summary>
    internal static GivenWeights Of(IEnumerable<(string Code, double Weight)> weights) => new() { given = weights.ToImmutableSortedDictionary(w => w.Code, w => w.Weight, StringComparer.Ordinal) };

    /// <summary>The same without the weights of some nodes.</summary>
    internal GivenWeights Without(IEnumerable<string> codes) => this with { given = given.RemoveRange(codes) };

    /// <inheritdoc/>
    public override MethodCard Card =>
        new("weighting", "Given weights",
            $"{string.Join(", ", given.Select(g => string.Create(Invariant, $"{g.Key} = {g.Value:R}")))}; otherwise {Otherwise.Card}",
            Otherwise.Card.Formula, $"Given weights must sum to 1 under each parent. {Otherwise.Card.Rules}", Otherwise.Card.Source)
        { Symbols = Otherwise.Card.Symbols };

    /// <inheritdoc/>
    public bool Equals(GivenWeights? other) => other is not null && Otherwise == other.Otherwise && given.SequenceEqual(other.given);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Otherwise, given.Count);

    internal override Importance Assess(NormalisedIndicators data, IndexNode branch, List<Finding> findings)
    {
        var tree = data.Indicators.Design.Tree;
        var assessed = Otherwise.Assess(data, branch, findings);
        var (importance, intermediates) = assessed;
        foreach (var code in given.Keys.Where(c => tree.Whole.Find(c) is null))
        {
            findings.Add(IndexFindings.Code(tree.File, code, Nearest.Hint(code, tree.Nodes.Select(n => n.Code))));
        }
        if (given.ContainsKey(tree.Goal.Code))
        {
            findings.Add(IndexFindings.GoalWeight(tree.File, tree.Goal.Line, tree.Goal.Code));
        }
        foreach (var siblings in tree.Whole.Nodes.Where(n => n.Parent is not null).GroupBy(n => n.Parent!))
        {
            var set = siblings.Where(n => given.ContainsKey(n.Code)).ToArray();
            if (set.Length == 0)
            {
                continue;
            }
            var sum = set.Sum(n => given[n.Code]);
            if (set.Length < siblings.Count() || !(Math.Abs(sum - 1) <= 1e-9) || set.Any(n => given[n.Code] < 0))
            {
                findings.Add(
                    set.Length < siblings.Count()
                        ? IndexFindings.Given(tree.File, set[0].Line, siblings.Key, string.Create(Invariant, $"{set.Length} of {siblings.Count()} weights are given"))
                    : set.Any(n => given[n.Code] < 0) ? IndexFindings.Given(tree.File, set[0].Line, siblings.Key, "a weight is outside 0 to 1")
                    : IndexFindings.Sum(tree.File, set[0].Line, siblings.Key, sum)
                );
            }
            foreach (var node in set)
            {
                importance[node.Code] = given[node.Code];
            }
        }
        return new(importance, intermediates) { Did = [string.Create(Invariant, $"{given.Count} weights given, the rest by {Otherwise.Card.Name.ToLowerInvariant()}"), .. assessed.Did] };
    }

    internal override bool ReadsNormalised => Otherwise.ReadsNormalised;

    /// <summary>Whether the reader gave this node's weight.</summary>
    internal override bool Sets(string code) => given.ContainsKey(code) || Otherwise.Sets(code);
}
