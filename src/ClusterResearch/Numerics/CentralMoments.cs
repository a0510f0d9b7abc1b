namespace ClusterResearch.Numerics;

/// <summary>Mean and central moments of plain numbers in two passes; the caller has removed missing ones.</summary>
/// <remarks>The mean is corrected by the mean of the residuals, so that m₂, m₃ and m₄ keep the digits that large values with a
/// small spread lose in one pass. The data are brought near 1 first if their fourth powers could overflow.</remarks>
internal readonly record struct CentralMoments(int N, double Mean, double M2, double M3, double M4)
{
    /// <summary>n, mean and m_r = Σ (x − mean)^r / n. A constant has moments of exactly 0; without values all are NaN.</summary>
    public static CentralMoments Of(ReadOnlySpan<double> x)
    {
        if (x.IsEmpty)
        {
            return new(0, double.NaN, double.NaN, double.NaN, double.NaN);
        }
        if (x.IndexOfAnyExcept(x[0]) < 0)
        {
            return new(x.Length, x[0], 0, 0, 0); // the mean of equal numbers can be off by an ulp
        }
        var mean = AccurateMean(x);
        var (second, third, fourth) = (0.0, 0.0, 0.0);
        foreach (var v in x)
        {
            var d = v - mean;
            second += d * d;
            third += d * d * d;
            fourth += d * d * (d * d);
        }
        return new(x.Length, mean, second / x.Length, third / x.Length, fourth / x.Length);
    }

    private static double AccurateMean(ReadOnlySpan<double> x)
    {
        var mean = Moments.Mean(x);
        var residuals = 0.0;
        foreach (var v in x)
        {
            residuals += v - mean;
        }
        return mean + residuals / x.Length;
    }
}
