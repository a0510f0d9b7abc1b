using MathNet.Numerics;

namespace ClusterResearch.Numerics;

/// <summary>Quantiles and tail probabilities, each by the function that keeps its digits far out in the tail; NaN in, NaN out.</summary>
internal static class Distributions
{
    /// <summary>z with Φ(z) = p.</summary>
    public static double NormalQuantile(double p) => -Math.Sqrt(2) * SpecialFunctions.ErfcInv(2 * p);

    /// <summary>P(|Z| ≥ |z|).</summary>
    public static double NormalTwoSided(double z) => SpecialFunctions.Erfc(Math.Abs(z) / Math.Sqrt(2));

    /// <summary>P(|T| ≥ |t|) with df degrees of freedom.</summary>
    public static double StudentTwoSided(double t, double df) =>
        double.IsNaN(t) || !(df > 0) ? double.NaN : double.IsInfinity(t) ? 0 : Beta(df / 2, 0.5, df / (df + t * t));

    /// <summary>P(χ² ≥ x) with df degrees of freedom.</summary>
    public static double ChiSquaredUpper(double x, double df) =>
        double.IsNaN(x) || !(df > 0) ? double.NaN : x <= 0 ? 1 : double.IsInfinity(x) ? 0 : SpecialFunctions.GammaUpperRegularized(df / 2, x / 2);

    /// <summary>P(F ≥ f) with d1 and d2 degrees of freedom.</summary>
    public static double FUpper(double f, double d1, double d2) =>
        double.IsNaN(f) || !(d1 > 0) || !(d2 > 0) ? double.NaN : f <= 0 ? 1 : double.IsInfinity(f) ? 0 : Beta(d2 / 2, d1 / 2, d2 / (d2 + d1 * f));

    private static double Beta(double a, double b, double x) => SpecialFunctions.BetaRegularized(a, b, x);
}
