using System.Collections.Immutable;

namespace ClusterResearch.Indexing.Weighing.Ahp;

/// <summary>How priorities are taken from a matrix of comparisons.</summary>
public enum AhpPriorities
{
    /// <summary>The principal eigenvector (Saaty); incomplete matrices by Harker's.</summary>
    Eigenvector,

    /// <summary>Geometric means of the rows; incomplete matrices by logarithmic least squares, which is the same for complete ones.</summary>
    GeometricMean,

    /// <summary>Means of the rows after each column is divided by its sum; complete matrices only.</summary>
    ColumnMean,
}

/// <summary>A reciprocal matrix of pairwise comparisons of n items: a_ij says how many times i counts more than j.</summary>
/// <remarks>
/// <para>a_ii = 1, a_ji = 1 / a_ij; NaN where no comparison was made. Priorities w sum to 1. λ = Σ_i (Aw)_i / w_i / n for the vector used, the Perron root for
/// the eigenvector. CI = (λ − n) / (n − 1); CR = CI / RI with Saaty's random index RI; 0 for n of 2 or less, NaN above 15 items. Geometric
/// consistency index: GCI = 2 Σ_{i&lt;j} ln²(a_ij w_j / w_i) / ((n − 1)(n − 2)) with geometric means.</para>
/// <para>Incomplete: Harker puts 0 for what is missing and 1 + m_i on the diagonal, m_i missing in row i, and keeps λ; logarithmic least squares
/// minimise Σ (ln a_ij − ln w_i + ln w_j)² over what is there. The random index is that of complete matrices, so CR is a lower bound of what
/// completing the matrix by chance would be compared with.</para>
/// <para><b>Source</b> Saaty, The Analytic Hierarchy Process (1980); Crawford and Williams, Journal of Mathematical Psychology 29 (1985), 387–405; Aguarón and
/// Moreno-Jiménez, European Journal of Operational Research 147 (2003), 137–145 (GCI); Harker, Mathematical Modelling 9 (1987), 353–360.</para>
/// <para><b>Verification</b> Saaty's examples of drinks and of wealth, R eigen, numpy, pymcdm: tests/reference/B_weighting.json; incomplete ones by hand:
/// tests/ClusterResearch.Tests/Indexing/Weighing/Ahp/ComparisonMatrixTests.cs.</para>
/// </remarks>
public sealed class ComparisonMatrix
{
    private const int Iterations = 100_000;
    private const double Converged = 1e-15;

    /// <summary>A consistency index below this is rounding.</summary>
    private const double NoInconsistency = 1e-12;

    /// <summary>Saaty's random index for 1 to 15 items.</summary>
    private static readonly double[] RandomIndices = [0, 0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59];

    private readonly double[][] a;

    private ComparisonMatrix(double[][] a) => this.a = a;

    /// <summary>The number of items.</summary>
    public int Count => a.Length;

    /// <summary>Whether every pair is compared.</summary>
    public bool IsComplete => a.All(row => !row.Any(double.IsNaN));

    /// <summary>Whether every item is compared with every other, directly or through others: else their priorities are not told.</summary>
    public bool IsConnected => Reached(0).Count == Count;

    /// <summary>How many times i counts more than j; NaN if they were not compared.</summary>
    public double this[int i, int j] => a[i][j];

    /// <summary>A matrix from its rows.</summary>
    /// <param name="rows">n rows of n numbers above zero; NaN where nothing was compared.</param>
    /// <exception cref="ArgumentException">Not square, a value not above zero, or a_ij · a_ji is not 1 to 1e-9.</exception>
    public static ComparisonMatrix Of(IReadOnlyList<ImmutableArray<double>> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var n = rows.Count;
        for (var i = 0; i < n; i++)
        {
            if (rows[i].Length != n)
            {
                throw new ArgumentException(string.Create(Invariant, $"Row {i + 1} has {rows[i].Length} comparisons of {n} items."), nameof(rows));
            }
            for (var j = 0; j <= i; j++)
            {
                var (one, other) = (rows[i][j], i == j ? 1 : rows[j][i]);
                if (double.IsNaN(one) != double.IsNaN(other) || (!double.IsNaN(one) && !(one > 0 && double.IsFinite(one) && Math.Abs(one * other - 1) <= 1e-9)))
                {
                    throw new ArgumentException(string.Create(Invariant, $"Items {j + 1} and {i + 1}: {other:R} one way and {one:R} the other; one must be 1 divided by the other."), nameof(rows));
                }
            }
        }
        return new([.. rows.Select(r => r.ToArray())]);
    }

    /// <summary>The weighted geometric mean of judges' matrices, cell by cell over those who judged it (aggregation of individual judgements).</summary>
    /// <param name="matrices">One matrix per judge, of one size.</param>
    /// <param name="judges">How much each judge counts; empty for all the same.</param>
    public static ComparisonMatrix Mean(IReadOnlyList<ComparisonMatrix> matrices, ImmutableArray<double> judges = default)
    {
        ArgumentNullException.ThrowIfNull(matrices);
        double Weight(int m) => judges.IsDefaultOrEmpty ? 1 : judges[m];
        var n = matrices[0].Count;
        var mean = Enumerable.Range(0, n).Select(i => Enumerable.Range(0, n).Select(j =>
        {
            var present = matrices.Select((m, k) => (Value: m[i, j], Weight: Weight(k))).Where(c => !double.IsNaN(c.Value)).ToArray();
            return present.Length == 0 ? double.NaN : i == j ? 1 : Math.Exp(present.Sum(c => c.Weight * Math.Log(c.Value)) / present.Sum(c => c.Weight));
        }).ToArray());
        return new([.. mean]);
    }

    /// <summary>Priorities of the items, with the sum 1; NaN if they are not connected, or for column means of an incomplete matrix.</summary>
    public ImmutableArray<double> Priorities(AhpPriorities by) =>
        !IsConnected ? [.. a.Select(_ => double.NaN)]
        : by switch
        {
            AhpPriorities.Eigenvector => Perron(),
            AhpPriorities.GeometricMean => LeastSquares(),
            _ => [.. a.Select(row => row.Select((v, j) => v / a.Sum(r => r[j])).Average())],
        };

    /// <summary>λ of priorities: the mean of (Aw)_i / w_i, with Harker's matrix where comparisons are missing.</summary>
    public double Lambda(ImmutableArray<double> priorities) => Harker(priorities).Select((v, i) => v / priorities[i]).Average();

    /// <summary>(λ − n) / (n − 1) of the eigenvector; 0 for one item.</summary>
    public double ConsistencyIndex => Count < 2 ? 0 : Math.Max(0, Lambda(Priorities(AhpPriorities.Eigenvector)) - Count) / (Count - 1);

    /// <summary>Saaty's random index; NaN above 15 items.</summary>
    public double RandomIndex => Count <= RandomIndices.Length ? RandomIndices[Count - 1] : double.NaN;

    /// <summary>CI / RI; 0 for one or two items.</summary>
    public double ConsistencyRatio => Count <= 2 ? 0 : ConsistencyIndex / RandomIndex;

    /// <summary>The geometric consistency index; 0 for one or two items.</summary>
    public double GeometricConsistencyIndex
    {
        get
        {
            var w = Priorities(AhpPriorities.GeometricMean);
            return Count <= 2 ? 0 : 2 * Pairs().Sum(p => Math.Pow(Math.Log(a[p.I][p.J] * w[p.J] / w[p.I]), 2)) / ((Count - 1) * (Count - 2));
        }
    }

    /// <summary>The comparison without which the others agree best, and what they would make of it; null if all agree or there are none to spare.</summary>
    /// <remarks>Each comparison is left out in turn; that with the smallest consistency index of the rest is the worst. What the rest implies is
    /// w_i / w_j of its priorities.</remarks>
    public WorstComparison? Worst()
    {
        var tried = Pairs().Select(p => (Pair: p, Others: Without(p.I, p.J))).Where(p => p.Others.IsConnected).ToArray();
        if (tried.Length == 0 || ConsistencyIndex < NoInconsistency)
        {
            return null;
        }
        var worst = tried.MinBy(p => (p.Others.ConsistencyIndex, p.Pair));
        var ((i, j), w) = (worst.Pair, worst.Others.Priorities(AhpPriorities.Eigenvector));
        return new(i, j, a[i][j], w[i] / w[j], With(i, j, w[i] / w[j]).ConsistencyRatio);
    }

    private IEnumerable<(int I, int J)> Pairs() =>
        Enumerable.Range(0, Count).SelectMany(i => Enumerable.Range(i + 1, Count - i - 1).Select(j => (i, j))).Where(p => !double.IsNaN(a[p.i][p.j]));

    private ComparisonMatrix Without(int i, int j) => With(i, j, double.NaN);

    private ComparisonMatrix With(int i, int j, double value)
    {
        var copy = a.Select(row => row.ToArray()).ToArray();
        (copy[i][j], copy[j][i]) = (value, 1 / value);
        return new(copy);
    }

    /// <summary>The items that comparisons lead to from one.</summary>
    internal HashSet<int> Reached(int from)
    {
        var (seen, open) = (new HashSet<int> { from }, new Queue<int>([from]));
        while (open.TryDequeue(out var i))
        {
            foreach (var j in Enumerable.Range(0, Count).Where(j => !double.IsNaN(a[i][j]) && seen.Add(j)))
            {
                open.Enqueue(j);
            }
        }
        return seen;
    }

    /// <summary>Harker's matrix times a vector: the plain product where nothing is missing.</summary>
    private double[] Harker(IReadOnlyList<double> w) =>
        [.. a.Select((row, i) => row.Select((v, j) => double.IsNaN(v) ? 0 : v * w[j]).Sum() + row.Count(double.IsNaN) * w[i])];

    private ImmutableArray<double> Perron()
    {
        var w = LeastSquares().ToArray(); // close already, and exact where the matrix is consistent
        for (var round = 0; round < Iterations; round++)
        {
            var next = Harker(w);
            var sum = next.Sum();
            next = [.. next.Select(v => v / sum)];
            var change = next.Zip(w, (p, q) => Math.Abs(p - q) / p).Max();
            w = next;
            if (change <= Converged)
            {
                break;
            }
        }
        return [.. w];
    }

    /// <summary>exp of the solution of the graph's Laplacian system: the geometric means of the rows where nothing is missing.</summary>
    private ImmutableArray<double> LeastSquares()
    {
        var n = Count;
        double[] logs;
        if (IsComplete)
        {
            logs = [.. a.Select(row => row.Average(Math.Log))];
        }
        else
        {
            // the last item is set to ln w = 0, which makes the system regular
            var laplacian = MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.Dense(n - 1, n - 1, (i, j) => i == j ? a[i].Count(v => !double.IsNaN(v)) - 1 : double.IsNaN(a[i][j]) ? 0 : -1);
            var right = MathNet.Numerics.LinearAlgebra.Vector<double>.Build.Dense(n - 1, i => a[i].Where(v => !double.IsNaN(v)).Sum(Math.Log));
            logs = [.. laplacian.Solve(right), 0];
        }
        var w = logs.Select(l => Math.Exp(l - logs.Max())).ToArray();
        return [.. w.Select(v => v / w.Sum())];
    }
}

/// <summary>The comparison that spoils consistency most.</summary>
/// <param name="I">The first item, from 0.</param>
/// <param name="J">The second.</param>
/// <param name="Given">What was judged: how many times I counts more than J.</param>
/// <param name="Implied">What the other comparisons imply.</param>
/// <param name="RatioThen">The consistency ratio if the judgement were that.</param>
public sealed record WorstComparison(int I, int J, double Given, double Implied, double RatioThen)
{
    /// <summary>The implied number on Saaty's scale: the nearest of 1/9 … 1/2, 1, 2 … 9 by ratio.</summary>
    public double OnScale => Enumerable.Range(1, 9).SelectMany(v => new[] { v, 1.0 / v }).MinBy(v => Math.Abs(Math.Log(v / Implied)));
}
