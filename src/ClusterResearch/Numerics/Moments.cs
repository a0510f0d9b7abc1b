namespace ClusterResearch.Numerics;

/// <summary>Centre and spread of plain numbers; the caller has removed missing ones.</summary>
internal static class Moments
{
    public static double Mean(ReadOnlySpan<double> x)
    {
        var sum = 0.0;
        foreach (var v in x)
        {
            sum += v;
        }
        return sum / x.Length;
    }

    /// <summary>Two passes; <paramref name="ddof"/> is subtracted from n in the divisor. A constant gives exactly 0.</summary>
    public static double StandardDeviation(ReadOnlySpan<double> x, int ddof)
    {
        if (x.Length > 0 && x.IndexOfAnyExcept(x[0]) < 0)
        {
            return x.Length > ddof ? 0 : double.NaN; // the mean of equal numbers can be off by an ulp
        }
        var mean = Mean(x);
        var squares = 0.0;
        foreach (var v in x)
        {
            squares += (v - mean) * (v - mean);
        }
        return x.Length > ddof ? Math.Sqrt(squares / (x.Length - ddof)) : double.NaN;
    }

    public static double Median(ReadOnlySpan<double> x)
    {
        if (x.IsEmpty)
        {
            return double.NaN;
        }
        var sorted = x.ToArray();
        Array.Sort(sorted);
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    public static double MedianAbsoluteDeviation(ReadOnlySpan<double> x)
    {
        var median = Median(x);
        var distances = new double[x.Length];
        for (var i = 0; i < x.Length; i++)
        {
            distances[i] = Math.Abs(x[i] - median);
        }
        return Median(distances);
    }
}
