using System.Collections.Immutable;
using ClusterResearch.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace ClusterResearch.Statistics;

/// <summary>Principal components of a correlation matrix.</summary>
/// <remarks>
/// <para>R = V Λ Vᵀ with the eigenvalues λ in falling order; loadings l_jk = v_jk √λ_k; scores = standardised values times V.
/// Standard deviations divide by n − 1. The sign of a component is fixed: its element of largest magnitude is positive (of two
/// equal ones the first), so that numbers do not depend on the solver.</para>
/// <para>Rows that lack a value of any column are left out and counted.</para>
/// <para><b>Source</b> Jolliffe, Principal Component Analysis, 2nd ed. (2002), chapters 2 and 3.</para>
/// <para><b>Verification</b> R prcomp, numpy, scikit-learn: tests/reference/G_agreement_pca.json.</para>
/// </remarks>
public static class PrincipalComponents
{
    /// <summary>Elements of a component that agree to this have the same magnitude.</summary>
    private const double SameMagnitude = 1e-12;

    /// <summary>The components of k columns of n values.</summary>
    /// <param name="columns">k columns of one length; NaN is missing.</param>
    /// <returns>Everything NaN where a column does not vary over the complete rows, or fewer than two rows are complete.</returns>
    /// <exception cref="ArgumentException">No column, or columns of different lengths.</exception>
    public static ComponentResult Of(IReadOnlyList<ReadOnlyMemory<double>> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        if (columns.Count == 0 || columns.Any(c => c.Length != columns[0].Length))
        {
            throw new ArgumentException("Principal components need at least one column, and all of one length.", nameof(columns));
        }
        var rows = Enumerable.Range(0, columns[0].Length).Where(i => columns.All(c => !double.IsNaN(c.Span[i]))).ToArray();
        var z = columns.Select(c => Standardised([.. rows.Select(i => c.Span[i])])).ToArray();
        var k = columns.Count;
        var r = Correlations.Matrix([.. z.Select(c => (ReadOnlyMemory<double>)c)]);
        if (r.Any(row => row.Any(double.IsNaN)))
        {
            var none = Enumerable.Repeat(double.NaN, k).ToImmutableArray();
            ImmutableArray<ImmutableArray<double>> nothing = [.. none.Select(_ => none)];
            return new(none, nothing, [.. rows.Select(_ => none)], columns[0].Length - rows.Length);
        }
        var solved = Matrix<double>.Build.DenseOfRowArrays(r).Evd(Symmetricity.Symmetric);
        var order = Enumerable.Range(0, k).OrderByDescending(i => solved.EigenValues[i].Real).ToArray();
        var vectors = order.Select(i => Signed(solved.EigenVectors.Column(i).ToArray())).ToArray(); // one component each
        return new(
            [.. order.Select(i => solved.EigenValues[i].Real)],
            [.. Enumerable.Range(0, k).Select(j => vectors.Select(v => v[j]).ToImmutableArray())],
            [.. rows.Select((_, i) => vectors.Select(v => v.Select((e, j) => e * z[j][i]).Sum()).ToImmutableArray())],
            columns[0].Length - rows.Length);
    }

    /// <summary>A component with its element of largest magnitude positive.</summary>
    internal static double[] Signed(double[] component)
    {
        var largest = component.Max(Math.Abs);
        var first = component.First(e => Math.Abs(e) >= largest * (1 - SameMagnitude));
        return first < 0 ? [.. component.Select(e => -e)] : component;
    }

    private static double[] Standardised(double[] x)
    {
        if (x.Length < 2 || x.All(v => v == x[0]))
        {
            return [.. x.Select(_ => double.NaN)];
        }
        var (mean, sd) = (Moments.Mean(x), Moments.StandardDeviation(x, 1));
        return [.. x.Select(v => (v - mean) / sd)];
    }
}

/// <summary>The components found.</summary>
/// <param name="Eigenvalues">λ_k, the largest first.</param>
/// <param name="Eigenvectors">v_jk: a row per column of the data, a column per component.</param>
/// <param name="Scores">A row per complete row of the data, a column per component.</param>
/// <param name="LeftOut">Rows that lack a value.</param>
public sealed record ComponentResult(ImmutableArray<double> Eigenvalues, ImmutableArray<ImmutableArray<double>> Eigenvectors, ImmutableArray<ImmutableArray<double>> Scores, int LeftOut)
{
    /// <summary>The share of each component in the variance; they sum to 1.</summary>
    public ImmutableArray<double> Shares => [.. Eigenvalues.Select(l => l / Eigenvalues.Sum())];

    /// <summary>l_jk = v_jk √λ_k, with an eigenvalue below zero by rounding as zero.</summary>
    public ImmutableArray<ImmutableArray<double>> Loadings => [.. Eigenvectors.Select(row => row.Select((v, k) => v * Math.Sqrt(Math.Max(0, Eigenvalues[k]))).ToImmutableArray())];
}
