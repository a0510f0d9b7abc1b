using ClusterResearch.Numerics;

namespace ClusterResearch.Statistics;

/// <summary>Which of the conventions for sample skewness and kurtosis, numbered as R's e1071 and psych do.</summary>
public enum MomentType
{
    /// <summary>Type 1: moments with divisor n (g₁, g₂; SciPy's default, older textbooks).</summary>
    Population = 1,

    /// <summary>Type 2: corrected for small samples (G₁, G₂; Excel, SAS, SPSS, COINr).</summary>
    Corrected = 2,

    /// <summary>Type 3: moments over powers of the standard deviation with n − 1 (b₁, b₂; psych's default, Minitab).</summary>
    SampleDeviation = 3,
}

/// <summary>Skewness of a column: how far its tails differ.</summary>
/// <remarks>
/// <para>With m_r = Σ (x − x̄)^r / n: g₁ = m₃ / m₂^{3/2}; G₁ = g₁ √(n (n − 1)) / (n − 2); b₁ = g₁ ((n − 1) / n)^{3/2}.
/// Zero for a symmetric column, above zero with a long tail of high values. A pure number.</para>
/// <para>Missing values (NaN) are left out. Undefined (NaN) for a constant column and, for type 2, below three values.</para>
/// <para><b>Source</b> Joanes and Gill, Journal of the Royal Statistical Society D 47 (1998), 183–189.</para>
/// <para><b>Verification</b> psych 2.2.9, SciPy and exact rational arithmetic: tests/reference/A_normalisation.json.</para>
/// </remarks>
public static class Skewness
{
    /// <summary>The skewness of one column.</summary>
    /// <param name="x">Values; NaN is missing.</param>
    /// <param name="type">Which convention.</param>
    /// <returns>The skewness; NaN where it is not defined. Any finite magnitude is allowed.</returns>
    /// <exception cref="ArgumentException">A value is infinite.</exception>
    public static double Of(ReadOnlySpan<double> x, MomentType type = MomentType.Corrected)
    {
        var m = CentralMoments.Of(Magnitude.Tame(Present.Of(x)));
        double n = m.N;
        var g = m.M2 > 0 ? m.M3 / Math.Pow(m.M2, 1.5) : double.NaN;
        return type switch
        {
            MomentType.Population => g,
            MomentType.Corrected => n > 2 ? g * Math.Sqrt(n * (n - 1)) / (n - 2) : double.NaN,
            MomentType.SampleDeviation => g * Math.Pow((n - 1) / n, 1.5),
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Skewness has the types 1 to 3."),
        };
    }
}
