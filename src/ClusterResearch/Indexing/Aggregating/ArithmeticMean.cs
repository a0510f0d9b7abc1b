namespace ClusterResearch.Indexing.Aggregating;

/// <summary>Weighted arithmetic mean: a low score in one place can be made up for by a high one in another.</summary>
/// <remarks>
/// <para>S = Σ w_j x_j / Σ w_j over the present children.</para>
/// <para><b>Source</b> OECD/JRC, Handbook on Constructing Composite Indicators (2008), step “weighting and aggregation”.</para>
/// <para><b>Verification</b> COINr 1.1.14 a_amean, numpy: tests/reference/C_aggregation_ranking.json.</para>
/// </remarks>
public sealed record ArithmeticMean : WeightedMean
{
    /// <inheritdoc/>
    public override MethodCard Card =>
        new("aggregation", "Weighted arithmetic mean", "fully compensatory", @"S = \sum_j w_j x_j",
            "Missing children: weights renormalised over the present ones.", "OECD/JRC (2008), Handbook on Constructing Composite Indicators, step “weighting and aggregation”")
        { Symbols = "S: score of the parent; x: score of child j; w: its weight among siblings, Σw = 1" };

    /// <inheritdoc/>
    public override bool AddsUp => true;

    internal override bool AllowsNegative => true;

    /// <summary>The weighted mean of the values that are present.</summary>
    /// <param name="x">Values; NaN is missing.</param>
    /// <param name="weights">As many weights, not negative; renormalised over the present values.</param>
    /// <returns>The mean; NaN if nothing with a weight is present, also for empty spans. A value with weight 0 plays no part.</returns>
    /// <exception cref="ArgumentException">Not one weight per value; a value is infinite; a weight is negative or no finite number.</exception>
    public static double Of(ReadOnlySpan<double> x, ReadOnlySpan<double> weights)
    {
        Check(x, weights);
        return Unchecked(x, weights);
    }

    /// <summary>The same where a method of weights was asked to keep negative ones.</summary>
    internal override double Combine(ReadOnlySpan<double> x, ReadOnlySpan<double> weights) => Unchecked(x, weights);

    private static double Unchecked(ReadOnlySpan<double> x, ReadOnlySpan<double> weights)
    {
        var mean = Mean(x, weights, v => v);
        return double.IsFinite(mean) || double.IsNaN(mean) ? mean : Math.ScaleB(Mean(x, weights, v => Math.ScaleB(v, -64)), 64); // the sum was too large
    }
}
