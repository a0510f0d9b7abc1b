namespace ClusterResearch.Numerics;

/// <summary>A low-discrepancy sequence: points that fill the unit cube more evenly than random ones.</summary>
/// <remarks>
/// Kronecker's sequence x_i = frac(s + i·α) with α_j = φ_d⁻ʲ, φ_d the root of φᵈ⁺¹ = φ + 1 (Roberts 2018, generalising the golden ratio), and a random shift s
/// by seed. Any number of dimensions; point i can be had alone.
/// </remarks>
internal sealed class LowDiscrepancy
{
    private readonly double[] alpha, shift;

    public LowDiscrepancy(int dimensions, ulong seed)
    {
        var phi = 2.0;
        for (var i = 0; i < 64; i++)
        {
            phi = Math.Pow(1 + phi, 1.0 / (dimensions + 1));
        }
        var random = new CounterRandom(seed, 0);
        alpha = new double[dimensions];
        shift = new double[dimensions];
        for (var j = 0; j < dimensions; j++)
        {
            (alpha[j], shift[j]) = (Math.Pow(phi, -(j + 1)), random.Next());
        }
    }

    /// <summary>Coordinate j of point i, strictly between 0 and 1.</summary>
    public double At(long point, int dimension)
    {
        // the whole part of i·α is left out before it eats the digits of the fraction
        var x = shift[dimension] + Fraction(point, alpha[dimension]);
        x -= Math.Floor(x);
        return Math.Clamp(x, double.Epsilon, 1 - 1.2e-16);
    }

    private static double Fraction(long i, double a)
    {
        var high = (double)(i >> 20) * a * (1 << 20);
        var low = (double)(i & ((1 << 20) - 1)) * a;
        return high - Math.Floor(high) + low;
    }
}
