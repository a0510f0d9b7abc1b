using ClusterResearch.Findings;
using ClusterResearch.Numerics;

namespace ClusterResearch.Indexing.Normalising;

/// <summary>Which centre and spread a z-score takes.</summary>
public enum ZScoreVariant
{
    /// <summary>Mean and sample standard deviation (divisor n − 1).</summary>
    Sample,

    /// <summary>Mean and population standard deviation (divisor n).</summary>
    Population,

    /// <summary>Median and 1.4826 · median absolute deviation.</summary>
    Robust,
}

/// <summary>Standardisation: distance from the centre in units of spread.</summary>
/// <remarks>
/// <para>higher: z = (x − c) / s; lower: z = (c − x) / s; target or range: z = (c_d − d) / s_d, with d the distance
/// to the target or range and c_d, s_d its centre and spread.</para>
/// <para>Centre and spread by <see cref="Variant"/>, over the city-years of <see cref="Normalisation.Pooling"/> that are present. Missing values stay
/// missing. A spread of zero is refused: CR3103.</para>
/// <para><b>Source</b> OECD/JRC, Handbook on Constructing Composite Indicators (2008), p. 30; Huber, Robust
/// Statistics (1981).</para>
/// <para><b>Verification</b> R scale, scipy and psych: tests/reference/A_normalisation.json.</para>
/// </remarks>
public sealed record ZScore : Normalisation
{
    /// <summary>Centre and spread. <value>Default: mean and sample standard deviation.</value></summary>
    public ZScoreVariant Variant { get; init; }

    /// <inheritdoc/>
    public override MethodCard Card =>
        new("normalisation", "Z-score", $"{Pooling.Words}, {Words}",
            @"z = \frac{x - c}{s} \text{ (higher)},\quad z = \frac{c - x}{s} \text{ (lower)}",
            "A constant indicator is refused. Missing stays missing. A target or range counts by distance.",
            "OECD/JRC (2008), Handbook on Constructing Composite Indicators, p. 30")
        { Symbols = "z: normalised value; x: value; c, s: centre and spread named by the variant" };

    private string Words =>
        Variant switch
        {
            ZScoreVariant.Sample => "mean and sample standard deviation (n − 1)",
            ZScoreVariant.Population => "mean and population standard deviation (n)",
            _ => "median and 1.4826 · MAD",
        };

    /// <summary>The z-scores of one indicator.</summary>
    /// <param name="x">Values in the indicator's unit; NaN is missing and stays so.</param>
    /// <param name="direction">Which values are better.</param>
    /// <param name="variant">Centre and spread.</param>
    /// <returns>One value each; all NaN if the spread is zero (for the robust variant: if more than half of the values
    /// are the same) or fewer than two values are present. Any finite magnitude is allowed.</returns>
    /// <exception cref="ArgumentException">A value is infinite.</exception>
    public static double[] Of(ReadOnlySpan<double> x, Direction direction, ZScoreVariant variant) => Of(x, x, direction, variant);

    /// <summary>The z-scores of one indicator by centre and spread of other values of it, e.g. those of a base year.</summary>
    /// <param name="x">Values in the indicator's unit; NaN is missing and stays so.</param>
    /// <param name="basis">The values whose centre and spread are taken; NaN is missing.</param>
    /// <param name="direction">Which values are better.</param>
    /// <param name="variant">Centre and spread.</param>
    /// <returns>One value each; all NaN if the basis has no spread.</returns>
    /// <exception cref="ArgumentException">A value is infinite.</exception>
    public static double[] Of(ReadOnlySpan<double> x, ReadOnlySpan<double> basis, Direction direction, ZScoreVariant variant)
    {
        Magnitude.RefuseInfinite(x, nameof(x));
        Magnitude.RefuseInfinite(basis, nameof(basis));
        var (measured, measuredBasis) = (Measured(x, direction), Measured(basis, direction));
        var exponent = Magnitude.Exponent([.. measured, .. measuredBasis]);
        var values = Magnitude.Scaled(measured, exponent);
        var (centre, spread) = CentreAndSpread(Magnitude.Scaled(measuredBasis, exponent), variant);
        var isHigherBetter = direction is Direction.Higher;
        return [.. values.Select(v => !(spread > 0) ? double.NaN : isHigherBetter ? (v - centre) / spread : (centre - v) / spread)];
    }

    internal override NormalisedColumn? Apply(IndicatorColumn column, List<Finding> findings)
    {
        var values = Measured(column.Basis.Span, column.Direction);
        var (centre, spread) = CentreAndSpread(Magnitude.Tame(values), Variant);
        if (!(spread > 0))
        {
            return Constant(column, findings);
        }
        var back = -Magnitude.Exponent(values);
        return new(Of(column.Values.Span, column.Basis.Span, column.Direction, Variant), [("centre", Math.ScaleB(centre, back)), ("spread", Math.ScaleB(spread, back))]);
    }

    /// <summary>What centre and spread are taken of: the values, or their distances from the target or range.</summary>
    /// <remarks>A distance that is larger than any number counts as the largest one.</remarks>
    private static double[] Measured(ReadOnlySpan<double> x, Direction direction)
    {
        var measured = x.ToArray();
        if (direction is Direction.Target or Direction.Range)
        {
            for (var i = 0; i < measured.Length; i++)
            {
                measured[i] = double.IsNaN(x[i]) ? double.NaN : Math.Min(double.MaxValue, direction.Distance(x[i]));
            }
        }
        return measured;
    }

    private static (double Centre, double Spread) CentreAndSpread(double[] values, ZScoreVariant variant)
    {
        var present = values.Where(v => !double.IsNaN(v)).ToArray();
        return variant switch
        {
            ZScoreVariant.Robust => (Moments.Median(present), 1.4826 * Moments.MedianAbsoluteDeviation(present)),
            ZScoreVariant.Population => (Moments.Mean(present), Moments.StandardDeviation(present, 0)),
            _ => (Moments.Mean(present), Moments.StandardDeviation(present, 1)),
        };
    }
}
