namespace ClusterResearch.Indexing.Aggregating;

/// <summary>Weighted harmonic mean: punishes low scores more than the geometric mean does.</summary>
/// <remarks>
/// <para>S = (Σ w_j / Σ (w_j / x_j)) over the present children. A zero gives 0; a negative value is refused (CR3106).</para>
/// <para><b>Source</b> OECD/JRC, Handbook on Constructing Composite Indicators (2008), step “weighting and aggregation”.</para>
/// <para><b>Verification</b> COINr 1.1.14 a_hmean, scipy hmean: tests/reference/C_aggregation_ranking.json.</para>
/// </remarks>
public sealed record HarmonicMean : WeightedMean
{
    /// <inheritdoc/>
    public override MethodCard Card =>
        new("aggregation", "Weighted harmonic mean", "little compensatory, a zero gives 0", @"S = \left( \sum_j \frac{w_j}{x_j} \right)^{-1}",
            "Missing children: weights renormalised over the present ones. Negative values are refused.",
            "OECD/JRC (2008), Handbook on Constructing Composite Indicators, step “weighting and aggregation”")
        { Symbols = "S: score of the parent; x: score of child j; w: its weight among siblings, Σw = 1" };

    internal override bool AllowsNegative => false;

    /// <summary>The weighted mean of the values that are present.</summary>
    /// <param name="x">Values of zero or more; NaN is missing.</param>
    /// <param name="weights">As many weights, not negative; renormalised over the present values.</param>
    /// <returns>The mean; NaN if nothing with a weight is present, also for empty spans or if a value is negative. A value with weight 0 plays no part.</returns>
    /// <exception cref="ArgumentException">Not one weight per value; a value is infinite; a weight is negative or no finite number.</exception>
    public static double Of(ReadOnlySpan<double> x, ReadOnlySpan<double> weights) => OfPowers(x, weights, -1);

    internal override double Combine(ReadOnlySpan<double> x, ReadOnlySpan<double> weights) => Of(x, weights);
}
