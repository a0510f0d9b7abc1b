using ClusterResearch.Numerics;

namespace ClusterResearch.Statistics;

/// <summary>The values of a column that are there.</summary>
internal static class Present
{
    /// <summary>Without missing values, in the order given.</summary>
    /// <exception cref="ArgumentException">A value is infinite.</exception>
    public static double[] Of(ReadOnlySpan<double> x)
    {
        Magnitude.RefuseInfinite(x, nameof(x));
        var present = new List<double>(x.Length);
        foreach (var v in x)
        {
            if (!double.IsNaN(v))
            {
                present.Add(v);
            }
        }
        return [.. present];
    }
}
