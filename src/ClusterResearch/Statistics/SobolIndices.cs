using System.Collections.Immutable;
using ClusterResearch.Numerics;

namespace ClusterResearch.Statistics;

/// <summary>Variance-based sensitivity: how much of the variance of a result each uncertain input accounts for.</summary>
/// <remarks>
/// <para>Y = f(x), x uniform on the unit cube of d inputs. First order S_i = Var(E[Y | x_i]) / Var(Y); total S_Ti = E[Var(Y | all but x_i)] / Var(Y). From two
/// samples A and B of N points, and A with column i of B: S_i = 1 − Σ (f(B) − f(A_Bi))² / (2N V), S_Ti = Σ (f(A) − f(A_Bi))² / (2N V) (Jansen), V the variance of
/// f over A and B together. N (d + 2) evaluations. Intervals by bootstrap over the N rows.</para>
/// <para>Estimates of small indices can be slightly negative: they are left so. V = 0 gives NaN. Points are of a low-discrepancy sequence, or random.</para>
/// <para><b>Source</b> Saltelli et al., Computer Physics Communications 181 (2010), 259–270; Jansen, Computer Physics Communications 117 (1999), 35–43.</para>
/// <para><b>Verification</b> analytic values of the Ishigami function and of Sobol's g-function: tests/ClusterResearch.Tests/Statistics/SobolIndicesTests.cs.</para>
/// </remarks>
public static class SobolIndices
{
    /// <summary>The indices of a function.</summary>
    /// <param name="inputs">The names of the d inputs.</param>
    /// <param name="function">f, of d numbers between 0 and 1; called from several threads.</param>
    /// <param name="n">N, rows of a sample.</param>
    /// <param name="seed">Of the points and of the bootstrap.</param>
    /// <param name="bootstrap">Bootstrap samples; 0 for no intervals.</param>
    /// <param name="random">Whether points are random instead of low-discrepancy.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <exception cref="ArgumentException">No input, or fewer than two rows.</exception>
    public static ImmutableArray<SobolIndex> Of(
        IReadOnlyList<string> inputs, Func<double[], double> function, int n = 4096, ulong seed = 1, int bootstrap = 500, bool random = false, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(function);
        if (inputs.Count == 0 || n < 2)
        {
            throw new ArgumentException("Sensitivity needs at least one input and two rows.", nameof(inputs));
        }
        var d = inputs.Count;
        var sequence = new LowDiscrepancy(2 * d, seed);
        var (a, b, ab) = (new double[n], new double[n], inputs.Select(_ => new double[n]).ToArray());
        Parallel.For(0, n, new ParallelOptions { CancellationToken = cancellation }, row =>
        {
            var stream = new CounterRandom(seed, (ulong)row + 1);
            var (x, other) = (new double[d], new double[d]);
            for (var j = 0; j < d; j++)
            {
                (x[j], other[j]) = random ? (stream.Next(), stream.Next()) : (sequence.At(row, j), sequence.At(row, d + j));
            }
            (a[row], b[row]) = (function([.. x]), function([.. other]));
            for (var i = 0; i < d; i++)
            {
                double[] mixed = [.. x];
                mixed[i] = other[i];
                ab[i][row] = function(mixed);
            }
        });
        var all = Enumerable.Range(0, n).ToArray();
        var point = Estimate(a, b, ab, all);
        var samples = Enumerable.Range(0, bootstrap).Select(s =>
        {
            var stream = new CounterRandom(seed + 1, (ulong)s);
            return Estimate(a, b, ab, [.. all.Select(_ => stream.Next(n))]);
        }).ToArray();
        return [.. inputs.Select((name, i) => new SobolIndex(name, point[i].First, point[i].Total, Interval([.. samples.Select(s => s[i].First)]), Interval([.. samples.Select(s => s[i].Total)])))];
    }

    private static (double First, double Total)[] Estimate(double[] a, double[] b, double[][] ab, int[] rows)
    {
        var n = rows.Length;
        var mean = rows.Sum(r => a[r] + b[r]) / (2 * n);
        var variance = rows.Sum(r => (a[r] - mean) * (a[r] - mean) + (b[r] - mean) * (b[r] - mean)) / (2 * n);
        return [.. ab.Select(m => (1 - rows.Sum(r => (b[r] - m[r]) * (b[r] - m[r])) / (2 * n * variance), rows.Sum(r => (a[r] - m[r]) * (a[r] - m[r])) / (2 * n * variance)))];
    }

    private static (double Low, double High) Interval(double[] samples) =>
        samples.Length == 0 ? (double.NaN, double.NaN) : (Quantile.Of(samples, 0.025), Quantile.Of(samples, 0.975));
}

/// <summary>The indices of one input.</summary>
/// <param name="Input">Its name.</param>
/// <param name="First">First order: the share of variance that goes when the input alone is known.</param>
/// <param name="Total">Total: the share that stays when all others are known.</param>
/// <param name="FirstInterval">95 % bootstrap interval; NaN without bootstrap.</param>
/// <param name="TotalInterval">The same for the total.</param>
public sealed record SobolIndex(string Input, double First, double Total, (double Low, double High) FirstInterval, (double Low, double High) TotalInterval);
