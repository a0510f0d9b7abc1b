using ClusterResearch.Numerics;

namespace ClusterResearch.Statistics;

/// <summary>Excess kurtosis of a column: how heavy its tails are against those of a normal distribution.</summary>
/// <remarks>
/// <para>With m_r = Σ (x − x̄)^r / n: g₂ = m₄ / m₂² − 3; G₂ = ((n + 1) g₂ + 6) (n − 1) / ((n − 2) (n − 3));
/// b₂ = (g₂ + 3) (1 − 1/n)² − 3. Zero for a normal distribution. A pure number.</para>
/// <para>Missing values (NaN) are left out. Undefined (NaN) for a constant column and, for type 2, below four values.</para>
/// <para><b>Source</b> Joanes and Gill, Journal of the Royal Statistical Society D 47 (1998), 183–189.</para>
/// <para><b>Verification</b> psych 2.2.9, SciPy and exact rational arithmetic: tests/reference/A_normalisation.json.</para>
/// </remarks>
public static class Kurtosis
{
    /// <summary>The excess kurtosis of one column.</summary>
    /// <param name="x">Values; NaN is missing.</param>
    /// <param name="type">Which convention.</param>
    /// <returns>The excess kurtosis; NaN where it is not defined. Any finite magnitude is allowed.</returns>
    /// <exception cref="ArgumentException">A value is infinite.</exception>
    public static double Of(ReadOnlySpan<double> x, MomentType type = MomentType.Corrected)
    {
        var m = CentralMoments.Of(Magnitude.Tame(Present.Of(x)));
        double n = m.N;
        var g = m.M2 > 0 ? m.M4 / (m.M2 * m.M2) - 3 : double.NaN;
        return type switch
        {
            MomentType.Population => g,
            MomentType.Corrected => n > 3 ? ((n + 1) * g + 6) * (n - 1) / ((n - 2) * (n - 3)) : double.NaN,
            MomentType.SampleDeviation => (g + 3) * Math.Pow(1 - 1 / n, 2) - 3,
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Kurtosis has the types 1 to 3."),
        };
    }
}
