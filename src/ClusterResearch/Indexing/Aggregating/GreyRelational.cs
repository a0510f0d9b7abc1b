using System.Collections.Immutable;
using ClusterResearch.Data;
using ClusterResearch.Tables;

namespace ClusterResearch.Indexing.Aggregating;

/// <summary>Grey relational analysis: how closely a city follows a reference, which is the best of everything.</summary>
/// <remarks>
/// <para>With Δ_ij = |z_ij − z_0j|, Δmin and Δmax the smallest and largest over all alternatives and criteria (two levels), and ρ the
/// distinguishing coefficient: ξ_ij = (Δmin + ρ Δmax) / (Δ_ij + ρ Δmax); grade γ_i = Σ_j w_j ξ_ij.</para>
/// <para>As an aggregation z are the children's scores by min-max over the city-years compared, and the reference is 1 everywhere. Where
/// nothing differs from the reference every grade is 1. A constant criterion equals the reference. A missing value: mean over the
/// criteria that are present, weights renormalised. Adding or removing a city can reverse the order of others.</para>
/// <para><b>Source</b> Deng, Systems and Control Letters 1 (1982), 288–294, and The Journal of Grey System 1 (1989), 1–24.</para>
/// <para><b>Verification</b> R, pyDecision 4.9.1: tests/reference/C_aggregation_ranking.json.</para>
/// </remarks>
public sealed record GreyRelational : ComparativeAggregation
{
    /// <summary>Makes the method; it compares all city-years.</summary>
    public GreyRelational() => Comparison = Comparison.Pooled;

    /// <summary>The distinguishing coefficient ρ, above 0 to 1: the smaller, the farther grades lie apart. <value>Default: 0.5.</value></summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0 and at most 1.</exception>
    public double Rho { get; init => field = Checked(value); } = 0.5;

    /// <inheritdoc/>
    public override MethodCard Card =>
        new("aggregation", "Grey relational analysis", string.Create(Invariant, $"ρ = {Rho:R}, smallest and largest difference over all children, reference: the best of each child, {Among}"),
            @"\gamma_i = \sum_j w_j \xi_{ij},\quad \xi_{ij} = \frac{\Delta_{\min} + \rho \Delta_{\max}}{\Delta_{ij} + \rho \Delta_{\max}},\quad \Delta_{ij} = |z_{ij} - z_{0j}|",
            "Grades above 0 to 1, higher is better. A constant child equals the reference. Missing children: mean over the present ones. Ranks of others can change with the cities compared.",
            "Deng (1989), The Journal of Grey System 1, 1–24")
        { Symbols = "γ: grade; ξ: relational coefficient; Δ: distance of city-year i from the reference 0 in child j; ρ: distinguishing coefficient; w: weight; z: score" };

    /// <summary>Grades against the best of each criterion, after min-max by direction.</summary>
    /// <param name="matrix">n alternatives, k criteria.</param>
    /// <param name="rho">The distinguishing coefficient, above 0 to 1.</param>
    /// <returns>Coefficients, grades, ranks.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rho"/> is not above 0 and at most 1.</exception>
    public static GreyRelationalResult Of(DecisionMatrix matrix, double rho = 0.5)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        return Grades(matrix, [.. Enumerable.Range(0, matrix.Criteria).Select(matrix.Regret)], rho);
    }

    /// <summary>Grades against a given reference, on values that are comparable as they stand; directions play no part.</summary>
    /// <param name="matrix">n alternatives (series), k criteria (points).</param>
    /// <param name="reference">z_0: one value per criterion.</param>
    /// <param name="rho">The distinguishing coefficient, above 0 to 1.</param>
    /// <returns>Coefficients, grades, ranks.</returns>
    /// <exception cref="ArgumentException">Not one reference value per criterion, or one that is no finite number.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rho"/> is not above 0 and at most 1.</exception>
    public static GreyRelationalResult Of(DecisionMatrix matrix, ReadOnlySpan<double> reference, double rho = 0.5)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        var z = reference.ToArray();
        if (z.Length != matrix.Criteria || !z.All(double.IsFinite))
        {
            throw new ArgumentException(string.Create(Invariant, $"{matrix.Criteria} criteria need {matrix.Criteria} finite reference values."), nameof(reference));
        }
        return Grades(matrix, [.. z.Select((r, j) => matrix.Column(j).Select(x => Math.Abs(x - r)).ToArray())], rho);
    }

    internal override IReadOnlyList<double> Compare(DecisionMatrix matrix, List<string> did) => Of(matrix, Rho).Grades;

    private static GreyRelationalResult Grades(DecisionMatrix matrix, double[][] delta, double rho)
    {
        Checked(rho);
        var present = delta.SelectMany(c => c).Where(d => !double.IsNaN(d)).DefaultIfEmpty(double.NaN).ToArray();
        var (min, max) = (present.Min(), present.Max());
        double[][] xi = [.. delta.Select(c => c.Select(d => max > 0 ? (min + rho * max) / (d + rho * max) : 1 + 0 * d).ToArray())];
        ImmutableArray<double> grades = [.. Enumerable.Range(0, matrix.Alternatives).Select(i => matrix.WeightedSum(i, xi))];
        ImmutableArray<ImmutableArray<double>> rows = [.. Enumerable.Range(0, matrix.Alternatives).Select(i => xi.Select(c => c[i]).ToImmutableArray())];
        return new(min, max, rows, grades, [.. Ranking.Of(grades.AsSpan(), TieRule.Min, ascending: false)]);
    }

    private static double Checked(double rho) => rho is > 0 and <= 1 ? rho : throw new ArgumentOutOfRangeException(nameof(rho), rho, "The distinguishing coefficient ρ is above 0 and at most 1.");
}

/// <summary>What grey relational analysis computes.</summary>
/// <param name="SmallestDifference">Δmin over all alternatives and criteria.</param>
/// <param name="LargestDifference">Δmax.</param>
/// <param name="Coefficients">ξ: one row per alternative, one value per criterion; NaN where missing.</param>
/// <param name="Grades">γ: one per alternative.</param>
/// <param name="Ranks">1 for the largest grade; equal ones share the smaller rank.</param>
public sealed record GreyRelationalResult(
    double SmallestDifference, double LargestDifference, ImmutableArray<ImmutableArray<double>> Coefficients, ImmutableArray<double> Grades, ImmutableArray<double> Ranks)
{
    /// <summary>One row per alternative.</summary>
    /// <param name="names">One name per alternative.</param>
    /// <param name="language">Language of title and headers.</param>
    public Table ToTable(IReadOnlyList<string> names, Language language = Language.English) =>
        AlternativesTable.Of(language.Say("Grey relational analysis", "灰色关联分析"), language, names, [string.Create(Invariant, $"Differences from the reference from {SmallestDifference:0.####} to {LargestDifference:0.####}.")],
            (Column.Number("grade", language.Say("Grade", "关联度"), 4), Grades), (Column.Number("rank", language.Say("Rank", "排名"), 0), Ranks));
}
