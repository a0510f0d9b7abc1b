namespace ClusterResearch.Numerics;

/// <summary>Keeps numbers of extreme size from overflowing, or vanishing, on the way to a result that is ordinary.</summary>
/// <remarks>Only powers of two are used, which change no digit; numbers of ordinary size are not touched at all.</remarks>
internal static class Magnitude
{
    /// <summary>Beyond this power of two the square of a number leaves the range of doubles.</summary>
    private const int Ordinary = 400;

    /// <summary>What to multiply numbers with so that the difference of any two is finite: 1, or for huge numbers 1/8.</summary>
    public static double ForDifferences(ReadOnlySpan<double> x) => Largest(x) > double.MaxValue / 8 ? 0.125 : 1;

    /// <summary>The power of two that brings the largest number near 1; 0 if all are of ordinary size.</summary>
    public static int Exponent(ReadOnlySpan<double> x) =>
        Largest(x) is var largest && largest > 0 && Math.ILogB(largest) is var exponent && Math.Abs(exponent) > Ordinary ? -exponent : 0;

    /// <summary>The numbers times 2 to the power of <see cref="Exponent"/>.</summary>
    public static double[] Tame(ReadOnlySpan<double> x) => Scaled(x, Exponent(x));

    /// <summary>The numbers times 2 to the power of <paramref name="exponent"/>.</summary>
    public static double[] Scaled(ReadOnlySpan<double> x, int exponent)
    {
        var tame = x.ToArray();
        if (exponent != 0)
        {
            for (var i = 0; i < tame.Length; i++)
            {
                tame[i] = Math.ScaleB(tame[i], exponent);
            }
        }
        return tame;
    }

    /// <summary>Refuses infinities: they are neither figures nor missing.</summary>
    /// <exception cref="ArgumentException">A value is infinite.</exception>
    public static void RefuseInfinite(ReadOnlySpan<double> x, string name)
    {
        if (double.IsInfinity(Largest(x)))
        {
            throw new ArgumentException("A value is infinite; a missing one is NaN.", name);
        }
    }

    private static double Largest(ReadOnlySpan<double> x)
    {
        var largest = 0.0;
        foreach (var v in x)
        {
            largest = Math.Abs(v) > largest ? Math.Abs(v) : largest; // false for NaN
        }
        return largest;
    }
}
