namespace ClusterResearch.Statistics;

/// <summary>The nine ways to take a quantile of a sample, numbered as Hyndman and Fan (1996) and R do.</summary>
public enum QuantileType
{
    /// <summary>Type 1: the inverse of the empirical distribution function.</summary>
    InverseDistribution = 1,

    /// <summary>Type 2: as type 1, with the mean of both values at a jump (SAS's default).</summary>
    AveragedAtJumps = 2,

    /// <summary>Type 3: the nearest value, the one of even order at a tie.</summary>
    NearestEven = 3,

    /// <summary>Type 4: linear between the steps of the empirical distribution function.</summary>
    LinearDistribution = 4,

    /// <summary>Type 5: linear between the middles of the steps (Hazen).</summary>
    Hazen = 5,

    /// <summary>Type 6: position p (n + 1) (Weibull; Minitab, SPSS).</summary>
    Weibull = 6,

    /// <summary>Type 7: position 1 + p (n − 1) (the default of R, Excel and NumPy).</summary>
    Linear = 7,

    /// <summary>Type 8: about median-unbiased whatever the distribution; what Hyndman and Fan recommend.</summary>
    MedianUnbiased = 8,

    /// <summary>Type 9: about unbiased for a normal distribution (Blom).</summary>
    NormalUnbiased = 9,
}

/// <summary>Sample quantiles: the value below which a share p of a column lies, in nine named ways.</summary>
/// <remarks>
/// <para>With x_(1) ≤ … ≤ x_(n) the values that are present, j = ⌊n p + m⌋ and g = n p + m − j:
/// Q(p) = (1 − γ) x_(j) + γ x_(j+1), places outside 1 … n counting as the nearest.
/// Types 1 and 2 have m = 0, type 3 m = −1/2, and γ is 1 for g &gt; 0; at g = 0 it is 0, 1/2, and 0 for even j, else 1.
/// Types 4 to 9 have γ = g and m = 0, 1/2, p, 1 − p, (p + 1)/3, p/4 + 3/8.</para>
/// <para>Missing values (NaN) are left out; the result is in the unit of the values.</para>
/// <para><b>Source</b> Hyndman and Fan, The American Statistician 50 (1996), 361–365.</para>
/// <para><b>Verification</b> R 4.2.2 quantile: tests/reference/A_normalisation.json.</para>
/// </remarks>
public static class Quantile
{
    /// <summary>What a position may be off by rounding.</summary>
    private const double Fuzz = 4 * 2.220446049250313e-16;

    /// <summary>The quantile of one column.</summary>
    /// <param name="x">Values; NaN is missing.</param>
    /// <param name="p">The share below, from 0 to 1.</param>
    /// <param name="type">Which of the nine definitions.</param>
    /// <returns>The quantile; NaN without any value.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The share is not from 0 to 1, or there is no such type.</exception>
    /// <exception cref="ArgumentException">A value is infinite.</exception>
    public static double Of(ReadOnlySpan<double> x, double p, QuantileType type = QuantileType.Linear)
    {
        if (p is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(p), p, "The share below a quantile is from 0 to 1.");
        }
        var sorted = Present.Of(x);
        Array.Sort(sorted);
        var n = sorted.Length;
        if (n == 0)
        {
            return double.NaN;
        }
        var position = Position(n, p, type);
        var j = Math.Floor(position + Fuzz);
        var g = position - j < Fuzz ? 0 : position - j;
        var (low, high) = (At(sorted, j), At(sorted, j + 1));
        return Gamma(type, j, g) switch
        {
            0 => low,
            1 => high,
            _ when low == high => low,
            var gamma => (1 - gamma) * low + gamma * high,
        };
    }

    /// <summary>n p + m.</summary>
    private static double Position(int n, double p, QuantileType type) =>
        type switch
        {
            QuantileType.InverseDistribution or QuantileType.AveragedAtJumps => n * p,
            QuantileType.NearestEven => n * p - 0.5,
            QuantileType.LinearDistribution => p * n,
            QuantileType.Hazen => 0.5 + p * n,
            QuantileType.Weibull => p * (n + 1),
            QuantileType.Linear => 1 + p * (n - 1),
            QuantileType.MedianUnbiased => 1 / 3.0 + p * (n + 1 / 3.0),
            QuantileType.NormalUnbiased => 0.375 + p * (n + 0.25),
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Quantiles have the types 1 to 9."),
        };

    private static double Gamma(QuantileType type, double j, double g) =>
        type switch
        {
            QuantileType.InverseDistribution => g > 0 ? 1 : 0,
            QuantileType.AveragedAtJumps => g > 0 ? 1 : 0.5,
            QuantileType.NearestEven => g > 0 || Math.Abs(j % 2) == 1 ? 1 : 0,
            _ => g,
        };

    private static double At(double[] sorted, double place) => sorted[(int)Math.Clamp(place, 1, sorted.Length) - 1];
}
