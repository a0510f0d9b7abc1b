namespace ClusterResearch.Indexing;

/// <summary>Weighted arithmetic mean: a low score in one place can be made up for by a high one in another.</summary>
/// <remarks>
/// <para>S = Σ w_j x_j / Σ w_j over the present children.</para>
/// <para><b>Source</b> OECD/JRC, Handbook on Constructing Composite Indicators (2008), step “weighting and aggregation”.</para>
/// <para><b>Verification</b> COINr 1.1.14 a_amean, numpy: tests/reference/C_aggregation_ranking.json.</para>
/// </remarks>
public sealed record ArithmeticMean : Aggregation
{
    /// <inheritdoc/>
    public override MethodCard Card =>
        new("aggregation", "Weighted arithmetic mean", "fully compensatory", @"S = \sum_j w_j x_j",
            "Missing children: weights renormalised over the present ones.", "OECD/JRC (2008), Handbook on Constructing Composite Indicators, step “weighting and aggregation”");

    internal override bool AllowsNegative => true;

    /// <summary>The weighted mean of the values that are present.</summary>
    /// <param name="x">Values; NaN is missing.</param>
    /// <param name="weights">As many weights, not negative; renormalised over the present values.</param>
    /// <returns>The mean; NaN if nothing is present.</returns>
    public static double Of(ReadOnlySpan<double> x, ReadOnlySpan<double> weights) => Mean(x, weights, v => v, v => v);

    internal override double Combine(ReadOnlySpan<double> x, ReadOnlySpan<double> weights) => Of(x, weights);
}
