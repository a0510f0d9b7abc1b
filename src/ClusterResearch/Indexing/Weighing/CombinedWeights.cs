using System.Collections.Immutable;
using ClusterResearch.Findings;
using ClusterResearch.Indexing.Normalising;
using MathNet.Numerics.LinearAlgebra;

namespace ClusterResearch.Indexing.Weighing;

/// <summary>How several weight vectors become one.</summary>
public enum CombinationRule
{
    /// <summary>Products: w ∝ Π_m w_m.</summary>
    Multiplicative,

    /// <summary>A weighted mean: w = Σ_m α_m w_m.</summary>
    Linear,

    /// <summary>Geometric means: w ∝ (Π_m w_m)^(1/M); for two vectors the one of minimum relative entropy to both.</summary>
    Geometric,

    /// <summary>Game theory: the combination that is nearest to all vectors at once.</summary>
    GameTheory,
}

/// <summary>Weights of several methods combined, usually judgements (AHP) with figures (entropy).</summary>
/// <remarks>
/// <para>Combined are the weights w_m of the k indicators in the branch, m = 1…M. Multiplicative: w_j = Π_m w_mj / Σ_j Π_m w_mj;
/// linear: Σ_m α_m w_mj with Σα = 1; geometric: (Π_m w_mj)^(1/M), rescaled; game theory: α solves Σ_l α_l w_m·w_l = w_m·w_m for every m, is divided by its
/// sum, and weighs as in the linear rule. A negative α is possible where vectors are nearly the same; it is said on the card.</para>
/// <para>Up the tree the combined weights add; weights that the index file gives still stand. A zero of one method stays zero by products.</para>
/// <para><b>Source</b> common in the literature on evaluation; survey: Odu (2019), Journal of Applied Sciences and Environmental Management 23,
/// 1449–1457; geometric mean as minimum relative entropy: Kullback, Information Theory and Statistics (1959).</para>
/// <para><b>Verification</b> R solve, numpy: tests/reference/B_weighting.json.</para>
/// </remarks>
/// <example><code>
/// new CombinedWeights(CombinationRule.GameTheory, new EntropyWeights(), new CriticWeights())
/// </code></example>
public sealed record CombinedWeights : Weighting
{
    /// <summary>Combines methods by a rule.</summary>
    /// <exception cref="ArgumentException">Fewer than two methods.</exception>
    public CombinedWeights(CombinationRule rule, params ImmutableArray<Weighting> parts)
    {
        if (parts.Length < 2)
        {
            throw new ArgumentException("A combination needs at least two methods.", nameof(parts));
        }
        (Rule, Parts) = (rule, parts);
    }

    /// <summary>The rule.</summary>
    public CombinationRule Rule { get; }

    /// <summary>The methods.</summary>
    public ImmutableArray<Weighting> Parts { get; }

    /// <summary>How much each method counts in the linear rule; empty for all the same. Divided by their sum. <value>Default: all the same.</value></summary>
    /// <exception cref="ArgumentException">Not one share per method, a negative one, or none above zero.</exception>
    public ImmutableArray<double> Shares
    {
        get;
        init => field = value.IsDefaultOrEmpty || (value.Length == Parts.Length && value.All(s => s >= 0) && value.Sum() > 0)
            ? value
            : throw new ArgumentException("One share of zero or more per method, and one above zero.", nameof(value));
    } = [];

    /// <inheritdoc/>
    public override MethodCard Card =>
        new("weighting", "Combined weights", $"{Words} of {string.Join(" and ", Parts.Select(p => p.Card))}, combined weights add up the tree",
            Rule switch
            {
                CombinationRule.Multiplicative => @"w_j = \frac{\prod_m w_{mj}}{\sum_j \prod_m w_{mj}}",
                CombinationRule.Geometric => @"w_j = \frac{(\prod_m w_{mj})^{1/M}}{\sum_j (\prod_m w_{mj})^{1/M}}",
                CombinationRule.Linear => @"w_j = \sum_m \alpha_m w_{mj}",
                _ => @"w_j = \frac{\sum_m \alpha_m w_{mj}}{\sum_m \alpha_m},\quad \sum_l \alpha_l \sum_j w_{mj} w_{lj} = \sum_j w_{mj}^2",
            },
            $"Each method by its own rules. {string.Join(" ", Parts.Select(p => p.Card.Rules).Distinct())}", "Odu (2019), Journal of Applied Sciences and Environmental Management 23, 1449–1457")
        { Symbols = "w: weight of indicator j, w_m: by method m; α: how much a method counts; M: methods" };

    private string Words => Rule switch { CombinationRule.Multiplicative => "product", CombinationRule.Geometric => "geometric mean", CombinationRule.Linear => "weighted mean", _ => "game-theory combination" };

    /// <inheritdoc/>
    public bool Equals(CombinedWeights? other) => other is not null && Rule == other.Rule && Parts.SequenceEqual(other.Parts) && Shares.SequenceEqual(other.Shares);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Rule, Parts.Length);

    /// <summary>Combines weight vectors.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="vectors">M vectors of k weights each, with the sum 1.</param>
    /// <param name="shares">α of the linear rule; empty for all the same.</param>
    /// <returns>Weights with the sum 1, and how much each vector counts (NaN by products). NaN where the products are all zero.</returns>
    /// <exception cref="ArgumentException">No vector, or vectors of different lengths.</exception>
    public static CombinationResult Of(CombinationRule rule, IReadOnlyList<ImmutableArray<double>> vectors, ImmutableArray<double> shares = default)
    {
        ArgumentNullException.ThrowIfNull(vectors);
        if (vectors.Count == 0 || vectors.Any(v => v.Length != vectors[0].Length))
        {
            throw new ArgumentException("A combination needs at least one vector, and all of one length.", nameof(vectors));
        }
        var m = vectors.Count;
        ImmutableArray<double> equal = [.. Enumerable.Repeat(1.0 / m, m)];
        if (rule is CombinationRule.Linear or CombinationRule.GameTheory)
        {
            var alpha = rule == CombinationRule.GameTheory ? Game(vectors) : shares.IsDefaultOrEmpty ? equal : shares;
            ImmutableArray<double> counts = [.. alpha.Select(a => a / alpha.Sum())];
            return new(alpha, counts, [.. vectors[0].Select((_, j) => vectors.Select((v, i) => counts[i] * v[j]).Sum())]);
        }
        var power = rule == CombinationRule.Geometric ? 1.0 / m : 1;
        var raw = vectors[0].Select((_, j) => Math.Pow(vectors.Aggregate(1.0, (p, v) => p * v[j]), power)).ToArray();
        return new([], [], [.. raw.Select(r => r / raw.Sum())]);
    }

    internal override bool ReadsNormalised => Parts.Any(p => p.ReadsNormalised);

    internal override Importance Assess(NormalisedIndicators data, IndexNode branch, List<Finding> findings)
    {
        var tree = data.Indicators.Design.Tree;
        var indicators = tree.IndicatorsUnder(branch.Code).ToArray();
        var found = findings.Count;
        var parts = Parts.Select(p => p.Locals(data, branch, findings)).ToArray();
        if (findings.Count > found)
        {
            return new([], []);
        }
        var vectors = parts.Select(p => indicators.Select(n => Global(tree, branch, p, n)).ToImmutableArray()).ToArray();
        var combined = Of(Rule, vectors, Shares);
        var byIndicator = indicators.Zip(combined.Weights).ToDictionary(w => w.First.Code, w => w.Second);
        var byCode = tree.Nodes.Where(n => tree.IndicatorsUnder(n.Code).All(i => byIndicator.ContainsKey(i.Code))).ToDictionary(n => n.Code, n => tree.IndicatorsUnder(n.Code).Sum(i => byIndicator[i.Code]));
        var columns = vectors.Select((v, m) => new Intermediate(string.Create(Invariant, $"part{m + 1}"), Parts[m].Card.Name, $"方法{(m + 1).ToString(Invariant)}", v).Over(tree, indicators));
        return new(byCode, [.. columns])
        {
            Did = combined.Counts.IsEmpty ? [] : [$"the methods count {string.Join(" and ", combined.Counts.Select((a, m) => string.Create(Invariant, $"{a:F4} ({Parts[m].Card.Name.ToLowerInvariant()})")))}{(combined.Counts.Any(a => a < 0) ? "; a negative share means that the methods nearly agree" : "")}"],
        };
    }

    /// <summary>The share of an indicator in the branch: the product of local weights on the way up.</summary>
    private static double Global(IndexTree tree, IndexNode branch, Dictionary<string, double> local, IndexNode node) =>
        node.Code == branch.Code ? 1 : local[node.Code] * Global(tree, branch, local, tree[node.Parent!]);

    private static ImmutableArray<double> Game(IReadOnlyList<ImmutableArray<double>> w)
    {
        var products = Matrix<double>.Build.Dense(w.Count, w.Count, (m, l) => Dot(w[m], w[l]));
        var squares = Vector<double>.Build.Dense(w.Count, m => Dot(w[m], w[m]));
        // vectors that are the same leave α open: then each counts the same
        var alpha = products.Rank() == w.Count ? products.Solve(squares).ToArray() : [.. Enumerable.Repeat(1.0 / w.Count, w.Count)];
        return [.. alpha];
    }

    private static double Dot(ImmutableArray<double> a, ImmutableArray<double> b) => a.Zip(b, (x, y) => x * y).Sum();
}

/// <summary>What a combination computed.</summary>
/// <param name="Alpha">α before it is divided by its sum; empty by products.</param>
/// <param name="Counts">How much each vector counts, with the sum 1; empty by products.</param>
/// <param name="Weights">w_j, with the sum 1.</param>
public sealed record CombinationResult(ImmutableArray<double> Alpha, ImmutableArray<double> Counts, ImmutableArray<double> Weights);
