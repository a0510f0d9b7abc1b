using System.Collections.Immutable;
using ClusterResearch.Data;
using ClusterResearch.Numerics;
using ClusterResearch.Tables;

namespace ClusterResearch.Indexing.Evaluating;

/// <summary>How weights and memberships are put together.</summary>
public enum FuzzyOperator
{
    /// <summary>M(∧, ∨): b = max min(a, r). Decided by the main factor.</summary>
    MinMax,

    /// <summary>M(·, ∨): b = max a·r. Main factor, weights graded.</summary>
    ProductMax,

    /// <summary>M(∧, ⊕): b = min(1, Σ min(a, r)).</summary>
    MinBoundedSum,

    /// <summary>M(·, ⊕): b = min(1, Σ a·r), the weighted average where weights sum to 1.</summary>
    ProductSum,
}

/// <summary>Fuzzy comprehensive evaluation: from memberships in grades to one membership vector, its grade and its score.</summary>
/// <remarks>
/// <para>B = A ∘ R with A one weight per factor, R one row of memberships per factor, ∘ the operator. By the principle of maximum
/// membership the grade is that of the largest b (the first of equal ones, at 12 digits); by weighted average the score is
/// Σ_g v_g b_g / Σ_g b_g with v the values of the grades. Two levels: the B of each group of factors is a row of R of the level above.</para>
/// <para>A factor with a missing membership is left out and the weights renormalised over the others; none left: NaN.</para>
/// <para><b>Source</b> Wang, Fuzzy Set Theory and its Applications (1983); Xie and Liu, Fuzzy Mathematics and its Applications.</para>
/// <para><b>Verification</b> the clothing example of Xie and Liu, R: tests/reference/C_aggregation_ranking.json.</para>
/// </remarks>
public static class FuzzyEvaluation
{
    /// <summary>One level.</summary>
    /// <param name="weights">A: one weight per factor.</param>
    /// <param name="memberships">R: one row per factor, one membership per grade.</param>
    /// <param name="op">The operator.</param>
    /// <param name="gradeValues">v: one value per grade.</param>
    /// <returns>Membership vector, grade and score.</returns>
    /// <exception cref="ArgumentException">Not one weight per row or one value per grade; a weight or membership outside 0 to 1.</exception>
    public static FuzzyVerdict Of(ReadOnlySpan<double> weights, IReadOnlyList<ReadOnlyMemory<double>> memberships, FuzzyOperator op, ReadOnlySpan<double> gradeValues)
    {
        ArgumentNullException.ThrowIfNull(memberships);
        var (a, r, v) = (weights.ToArray(), memberships.Select(m => m.ToArray()).ToArray(), gradeValues.ToArray());
        if (a.Length == 0 || a.Length != r.Length || r.Any(row => row.Length != v.Length))
        {
            throw new ArgumentException(string.Create(Invariant, $"{a.Length} weights, {r.Length} rows of memberships, {v.Length} grades: they must fit, and be at least one."), nameof(memberships));
        }
        if (!a.All(w => w is >= 0 and <= 1 + 1e-12) || r.Any(row => row.Any(m => m is < 0 or > 1 + 1e-12)))
        {
            throw new ArgumentException("Weights and memberships are from 0 to 1.", nameof(weights));
        }
        var present = Enumerable.Range(0, a.Length).Where(i => !r[i].Any(double.IsNaN)).ToArray();
        var share = present.Length == a.Length ? 1 : present.Sum(i => a[i]) / a.Sum();
        double[] b = [.. v.Select((_, g) => share > 0 ? Compose([.. present.Select(i => a[i] / share)], [.. present.Select(i => r[i][g])], op) : double.NaN)];
        var sum = b.Sum();
        double[] normalised = [.. b.Select(m => m / sum)];
        var keys = b.Select(Ranks.Significant).ToArray();
        return new([.. b], [.. normalised], double.IsNaN(sum) ? -1 : Array.IndexOf(keys, keys.Max()), normalised.Zip(v, (m, value) => m * value).Sum());
    }

    /// <summary>Two levels: groups of factors, each with its own weights and memberships, and weights of the groups.</summary>
    /// <param name="groupWeights">One weight per group.</param>
    /// <param name="groups">Weights and memberships of each group's factors.</param>
    /// <param name="op">The operator, the same on both levels.</param>
    /// <param name="gradeValues">One value per grade.</param>
    /// <param name="normaliseBetween">Whether each group's B is divided by its sum before it goes up.</param>
    /// <returns>The verdict of every group and of the whole.</returns>
    /// <exception cref="ArgumentException">As for one level.</exception>
    public static (ImmutableArray<FuzzyVerdict> Groups, FuzzyVerdict Whole) TwoLevels(
        ReadOnlySpan<double> groupWeights,
        IReadOnlyList<(ReadOnlyMemory<double> Weights, IReadOnlyList<ReadOnlyMemory<double>> Memberships)> groups,
        FuzzyOperator op,
        ReadOnlySpan<double> gradeValues,
        bool normaliseBetween = false)
    {
        ArgumentNullException.ThrowIfNull(groups);
        var v = gradeValues.ToArray();
        ImmutableArray<FuzzyVerdict> below = [.. groups.Select(g => Of(g.Weights.Span, g.Memberships, op, v))];
        return (below, Of(groupWeights, [.. below.Select(g => (normaliseBetween ? g.Normalised : g.Memberships).AsMemory())], op, v));
    }

    private static double Compose(double[] a, double[] r, FuzzyOperator op)
    {
        var terms = a.Zip(r, (w, m) => op is FuzzyOperator.MinMax or FuzzyOperator.MinBoundedSum ? Math.Min(w, m) : w * m);
        return op is FuzzyOperator.MinMax or FuzzyOperator.ProductMax ? terms.Max() : Math.Min(1, terms.Sum());
    }
}

/// <summary>What fuzzy comprehensive evaluation finds.</summary>
/// <param name="Memberships">B: one membership per grade.</param>
/// <param name="Normalised">B / Σ B.</param>
/// <param name="Grade">The grade of maximum membership, from 0; −1 where nothing could be evaluated.</param>
/// <param name="Score">Σ v B / Σ B.</param>
public sealed record FuzzyVerdict(ImmutableArray<double> Memberships, ImmutableArray<double> Normalised, int Grade, double Score)
{
    /// <summary>One row per grade.</summary>
    /// <param name="grades">One name per grade.</param>
    /// <param name="language">Language of title and headers.</param>
    public Table ToTable(IReadOnlyList<string> grades, Language language = Language.English)
    {
        ArgumentNullException.ThrowIfNull(grades);
        return new(language.Say("Fuzzy comprehensive evaluation", "模糊综合评价"),
            [Column.Text("grade", language.Say("Grade", "等级")), Column.Number("b", "B", 4), Column.Number("normalised", "B / Σ B", 4)],
            grades.Select((g, i) => (object?[])[g, Memberships[i], Normalised[i]]),
            [Grade < 0 ? "Nothing could be evaluated." : string.Create(Invariant, $"Maximum membership: {grades[Grade]}. Weighted average: {Score:0.####}.")]);
    }
}
