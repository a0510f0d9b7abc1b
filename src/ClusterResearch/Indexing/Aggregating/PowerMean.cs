namespace ClusterResearch.Indexing.Aggregating;

/// <summary>Weighted power mean: between the harmonic (p = −1), geometric (p → 0) and arithmetic (p = 1) mean and beyond.</summary>
/// <remarks>
/// <para>S = (Σ w_j x_j^p / Σ w_j)^(1/p) over the present children, p not 0. A negative value is refused (CR3106);
/// with p below 0 a zero gives 0.</para>
/// <para><b>Source</b> Bullen, Handbook of Means and Their Inequalities (2003), chapter III.</para>
/// <para><b>Verification</b> COINr 1.1.14 a_genmean, scipy pmean: tests/reference/C_aggregation_ranking.json.</para>
/// </remarks>
public sealed record PowerMean : WeightedMean
{
    private readonly double p;

    /// <summary>Makes the mean of an exponent.</summary>
    /// <param name="p">The exponent; not 0, finite.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="p"/> is 0 or not finite.</exception>
    public PowerMean(double p)
    {
        Check(p);
        this.p = p;
    }

    /// <inheritdoc/>
    public override MethodCard Card =>
        new("aggregation", "Weighted power mean", string.Create(Invariant, $"p = {p:R}"), @"S = \left( \sum_j w_j x_j^p \right)^{1/p}",
            "Missing children: weights renormalised over the present ones. Negative values are refused.",
            "Bullen (2003), Handbook of Means and Their Inequalities, chapter III")
        { Symbols = "S: score of the parent; x: score of child j; w: its weight among siblings, Σw = 1; p: power" };

    internal override bool AllowsNegative => false;

    /// <summary>The weighted mean of the values that are present.</summary>
    /// <param name="x">Values of zero or more; NaN is missing.</param>
    /// <param name="weights">As many weights, not negative; renormalised over the present values.</param>
    /// <param name="p">The exponent; not 0, finite.</param>
    /// <returns>The mean; NaN if nothing with a weight is present, also for empty spans or if a value is negative. A value with weight 0 plays no part.</returns>
    /// <exception cref="ArgumentException">Not one weight per value; a value is infinite; a weight is negative or no finite number.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="p"/> is 0 or not finite.</exception>
    public static double Of(ReadOnlySpan<double> x, ReadOnlySpan<double> weights, double p)
    {
        Check(p);
        return OfPowers(x, weights, p);
    }

    internal override double Combine(ReadOnlySpan<double> x, ReadOnlySpan<double> weights) => Of(x, weights, p);

    private static void Check(double p)
    {
        if (p == 0 || !double.IsFinite(p))
        {
            throw new ArgumentOutOfRangeException(nameof(p), p, "The exponent must be finite and not 0; for 0 use the geometric mean.");
        }
    }
}
