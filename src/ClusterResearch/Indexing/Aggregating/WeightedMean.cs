using ClusterResearch.Findings;
using ClusterResearch.Numerics;

namespace ClusterResearch.Indexing.Aggregating;

/// <summary>An aggregation that looks at one city-year at a time: a weighted mean of the children that are present.</summary>
public abstract record WeightedMean : Aggregation
{
    /// <summary>The mean of the present values (not NaN), weights renormalised over them; NaN if none is present.</summary>
    internal abstract double Combine(ReadOnlySpan<double> x, ReadOnlySpan<double> weights);

    internal sealed override NodeScores Combine(Siblings siblings, List<Finding> findings)
    {
        var result = new double[siblings.Scores[0].Length];
        var x = new double[siblings.Scores.Length];
        for (var row = 0; row < result.Length; row++)
        {
            for (var c = 0; c < x.Length; c++)
            {
                x[c] = siblings.Scores[c].Span[row];
            }
            result[row] = Combine(x, siblings.Weights.Span);
        }
        return new(result, []);
    }

    /// <summary>Σ w f(x) / Σ w over what is present and has a weight; NaN if that is nothing.</summary>
    private protected static double Mean(ReadOnlySpan<double> x, ReadOnlySpan<double> weights, Func<double, double> transform)
    {
        var (sum, total) = (0.0, 0.0);
        for (var i = 0; i < x.Length; i++)
        {
            // a weight of zero must not turn log 0 into NaN
            if (!double.IsNaN(x[i]) && weights[i] != 0)
            {
                sum += weights[i] * transform(x[i]);
                total += weights[i];
            }
        }
        return total > 0 ? sum / total : double.NaN;
    }

    /// <summary>What every mean asks of its input.</summary>
    /// <exception cref="ArgumentException">Not one weight per value; a value is infinite; a weight is negative or no finite number.</exception>
    private protected static void Check(ReadOnlySpan<double> x, ReadOnlySpan<double> weights)
    {
        if (x.Length != weights.Length)
        {
            throw new ArgumentException(string.Create(Invariant, $"{x.Length} values but {weights.Length} weights."), nameof(weights));
        }
        Magnitude.RefuseInfinite(x, nameof(x));
        foreach (var w in weights)
        {
            if (!(w >= 0) || double.IsInfinity(w))
            {
                throw new ArgumentException(string.Create(Invariant, $"The weight {w:R}: a weight is a finite number of zero or more."), nameof(weights));
            }
        }
    }

    /// <summary>Whether a value that counts is negative: then a mean of powers or logarithms does not exist.</summary>
    private protected static bool HasNegative(ReadOnlySpan<double> x, ReadOnlySpan<double> weights)
    {
        for (var i = 0; i < x.Length; i++)
        {
            if (x[i] < 0 && weights[i] > 0)
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>(Σ w x^p / Σ w)^(1/p) for x of zero or more, over any magnitude; NaN if a value is negative.</summary>
    private protected static double OfPowers(ReadOnlySpan<double> x, ReadOnlySpan<double> weights, double p)
    {
        Check(x, weights);
        if (HasNegative(x, weights))
        {
            return double.NaN;
        }
        // the largest value decides for p > 0, the smallest for p < 0: it is brought near 1 by a power of two
        var exponent = Decisive(x, weights, p) is var v && v > 0 ? -Math.ILogB(v) : 0;
        var mean = p == -1
            ? Mean(x, weights, v => 1 / (Math.ScaleB(v, exponent) + 0.0)) // + 0 makes −0 a 0
            : Mean(x, weights, v => Math.Pow(Math.ScaleB(v, exponent) + 0.0, p));
        return Math.ScaleB(p == -1 ? 1 / mean : Math.Pow(mean, 1 / p), -exponent);
    }

    private static double Decisive(ReadOnlySpan<double> x, ReadOnlySpan<double> weights, double p)
    {
        var decisive = double.NaN;
        for (var i = 0; i < x.Length; i++)
        {
            var counts = !double.IsNaN(x[i]) && weights[i] > 0;
            decisive = counts && (double.IsNaN(decisive) || (p > 0 ? x[i] > decisive : x[i] < decisive)) ? x[i] : decisive;
        }
        return decisive;
    }
}
