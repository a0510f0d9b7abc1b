namespace ClusterResearch.Indexing;

/// <summary>A weighted mean that makes one score of the children's scores.</summary>
public abstract record Aggregation
{
    /// <summary>Name, variant, formula, rules and source.</summary>
    public abstract MethodCard Card { get; }

    /// <summary>Whether the method is defined for negative scores.</summary>
    internal abstract bool AllowsNegative { get; }

    /// <summary>The mean of the present values (not NaN), weights renormalised over them; NaN if none is present.</summary>
    internal abstract double Combine(ReadOnlySpan<double> x, ReadOnlySpan<double> weights);

    private protected static double Mean(ReadOnlySpan<double> x, ReadOnlySpan<double> weights, Func<double, double> transform, Func<double, double> back)
    {
        if (x.Length != weights.Length)
        {
            throw new ArgumentException(string.Create(Invariant, $"{x.Length} values but {weights.Length} weights."), nameof(weights));
        }
        var (sum, total) = (0.0, 0.0);
        for (var i = 0; i < x.Length; i++)
        {
            // a weight of zero must not turn log 0 into NaN
            if (!double.IsNaN(x[i]) && weights[i] > 0)
            {
                sum += weights[i] * transform(x[i]);
                total += weights[i];
            }
        }
        return total > 0 ? back(sum / total) : double.NaN;
    }
}
