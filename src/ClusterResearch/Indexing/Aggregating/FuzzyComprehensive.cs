using System.Collections.Immutable;
using ClusterResearch.Findings;
using ClusterResearch.Indexing.Evaluating;

namespace ClusterResearch.Indexing.Aggregating;

/// <summary>Fuzzy comprehensive evaluation at a node: the children's scores become memberships in grades, weighed together, and a score again.</summary>
/// <remarks>
/// <para>Each child's score belongs to the grades by <see cref="Membership.Grades"/> with the centres <see cref="Grades"/>; B = A ∘ R by
/// <see cref="Operator"/> with A the weights; score = Σ_g v_g b_g / Σ_g b_g with v the centres. With the operator M(·, ⊕) this is the
/// arithmetic mean of scores that lie between the outer centres; with the others the main factor decides more.</para>
/// <para>Scores beyond the outer centres belong fully to the outer grades, and are counted. Missing children: weights renormalised over the present ones.
/// A city's score does not depend on other cities.</para>
/// <para><b>Source</b> Wang, Fuzzy Set Theory and its Applications (1983); Xie and Liu, Fuzzy Mathematics and its Applications.</para>
/// <para><b>Verification</b> R, the clothing example of Xie and Liu: tests/reference/C_aggregation_ranking.json.</para>
/// </remarks>
public sealed record FuzzyComprehensive : Aggregation
{
    /// <summary>How weights and memberships are put together. <value>Default: M(·, ⊕), the weighted average.</value></summary>
    public FuzzyOperator Operator { get; init; } = FuzzyOperator.ProductSum;

    /// <summary>The scores that belong fully to each grade, ascending or descending. <value>Default: 0, 0.25, 0.5, 0.75, 1.</value></summary>
    /// <exception cref="ArgumentException">Fewer than two, or not in strict order.</exception>
    public ImmutableArray<double> Grades { get; init => field = Membership.Grades(0, value.AsSpan()) is not null ? value : default; } = [0, 0.25, 0.5, 0.75, 1];

    /// <inheritdoc/>
    public override MethodCard Card =>
        new("aggregation", "Fuzzy comprehensive evaluation", $"operator {Words}, triangular membership with centres {string.Join(", ", Grades.Select(g => g.ToString("R", Invariant)))}, score by weighted average",
            Operator switch
            {
                FuzzyOperator.MinMax => @"b_g = \max_j \min(w_j, r_{jg}),\quad S = \frac{\sum_g v_g b_g}{\sum_g b_g}",
                FuzzyOperator.ProductMax => @"b_g = \max_j w_j r_{jg},\quad S = \frac{\sum_g v_g b_g}{\sum_g b_g}",
                FuzzyOperator.MinBoundedSum => @"b_g = \min(1, \sum_j \min(w_j, r_{jg})),\quad S = \frac{\sum_g v_g b_g}{\sum_g b_g}",
                _ => @"b_g = \min(1, \sum_j w_j r_{jg}),\quad S = \frac{\sum_g v_g b_g}{\sum_g b_g}",
            },
            "Scores beyond the outer centres belong fully to the outer grades. Missing children: weights renormalised over the present ones.",
            "Wang (1983), Fuzzy Set Theory and its Applications")
        { Symbols = "b: membership of grade g; r: membership of child j in it; w: weight; v: value of the grade; S: score" };

    internal override bool AllowsNegative => true;

    private string Words => Operator switch { FuzzyOperator.MinMax => "M(∧, ∨)", FuzzyOperator.ProductMax => "M(·, ∨)", FuzzyOperator.MinBoundedSum => "M(∧, ⊕)", _ => "M(·, ⊕)" };

    /// <inheritdoc/>
    public bool Equals(FuzzyComprehensive? other) => other is not null && Operator == other.Operator && Grades.SequenceEqual(other.Grades);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Operator, Grades.Length);

    internal override NodeScores Combine(Siblings siblings, List<Finding> findings)
    {
        var values = new double[siblings.Count];
        var (low, high) = (Grades.Min(), Grades.Max());
        var beyond = 0;
        for (var row = 0; row < values.Length; row++)
        {
            double[] scores = [.. siblings.Scores.Select(s => s.Span[row])];
            beyond += scores.Count(s => s < low || s > high);
            values[row] = FuzzyEvaluation.Of(siblings.Weights.Span, [.. scores.Select(s => (ReadOnlyMemory<double>)Membership.Grades(s, Grades.AsSpan()))], Operator, Grades.AsSpan()).Score;
        }
        return new(values, beyond == 0 ? [] : [string.Create(Invariant, $"{siblings.Parent.Code}: {beyond} scores of children beyond the outer grades count as these")]);
    }
}
