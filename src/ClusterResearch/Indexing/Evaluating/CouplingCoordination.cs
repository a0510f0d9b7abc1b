using System.Collections.Immutable;
using ClusterResearch.Findings;
using ClusterResearch.Indexing.Aggregating;

namespace ClusterResearch.Indexing.Evaluating;

/// <summary>The forms of the coupling degree that the literature calls by one name.</summary>
public enum CouplingForm
{
    /// <summary>C = n (Π U)^(1/n) / Σ U: geometric over arithmetic mean, from 0 to 1.</summary>
    Standard,

    /// <summary>C = Π U / (Σ U / n)^n: the standard form to the power n, from 0 to 1.</summary>
    StandardPowerN,

    /// <summary>C = (Π U / (Σ U)^n)^(1/n): reaches 1/n at most, so its D is not comparable with the bands.</summary>
    Legacy,

    /// <summary>C = √((1 − mean |U_i − U_j|) · (Π U / max U)^(1/(n − 1)))  with U/max U in the product: spreads over all of 0 to 1.</summary>
    Wang2021,

    /// <summary>C = 1 − 2 √(population variance of U).</summary>
    Fan,

    /// <summary>The mean of the standard form over all pairs of systems.</summary>
    PairwiseMean,
}

/// <summary>Coupling coordination degree: how strongly n systems go together, and on what level.</summary>
/// <remarks>
/// <para>With U_1 … U_n the systems' scores from 0 to 1: coupling C by <see cref="CouplingForm"/>; level T = Σ w_s U_s; coordination
/// D = √(C T). Standard form: C = n (Π U_s)^(1/n) / Σ U_s. Wang: C = √((1 − Σ_{i&lt;j} |U_i − U_j| / (n (n − 1)/2)) · (Π U_s / max U)^(1/(n − 1))),
/// where the product leaves out the largest.</para>
/// <para>Where all U are 0, C and D are 0. A missing value (NaN) or a negative one: NaN; so where the form has no real value. Weights are used as given and should
/// sum to 1.</para>
/// <para><b>Source</b> Liao, Tropical Geography 19 (1999), 171–177; Wang, Kong, Ren, Zhi and Dai, Journal of Natural Resources 36 (2021),
/// 793–810; the R package coupling for the remaining forms.</para>
/// <para><b>Verification</b> the vignette of the R package coupling (six districts of Guangzhou): tests/reference/C_aggregation_ranking.json.</para>
/// </remarks>
public static class CouplingCoordination
{
    /// <summary>Coupling, level and coordination, row by row.</summary>
    /// <param name="systems">One column per system, n of them, of one length; scores from 0 to 1, NaN missing.</param>
    /// <param name="weights">One weight per system; empty for 1/n each.</param>
    /// <param name="form">The form of C.</param>
    /// <returns>One C, T and D per row.</returns>
    /// <exception cref="ArgumentException">Fewer than two systems, columns of different length, infinite values, weights that are none.</exception>
    public static CouplingDegrees Of(IReadOnlyList<ReadOnlyMemory<double>> systems, ReadOnlySpan<double> weights = default, CouplingForm form = CouplingForm.Standard)
    {
        var matrix = DecisionMatrix.Of(systems, weights);
        if (matrix.Criteria < 2)
        {
            throw new ArgumentException("Coupling is of two or more systems.", nameof(systems));
        }
        var rows = Enumerable.Range(0, matrix.Alternatives).Select(i => Enumerable.Range(0, matrix.Criteria).Select(s => matrix[i, s]).ToArray()).ToArray();
        ImmutableArray<double> c = [.. rows.Select(u => u.Any(v => !(v >= 0)) ? double.NaN : u.All(v => v == 0) ? 0 : Degree(u, form))];
        ImmutableArray<double> t = [.. rows.Select((u, i) => double.IsNaN(c[i]) ? double.NaN : u.Select((v, s) => matrix.Weights[s] * v).Sum())];
        return new(c, t, [.. c.Zip(t, (a, b) => Math.Sqrt(a * b))]);
    }

    /// <summary>Coupling of nodes of an index, e.g. of its halves, in every city-year.</summary>
    /// <param name="index">An index whose scores of these nodes are from 0 to 1.</param>
    /// <param name="codes">The systems: two or more nodes; null for the nodes directly under the goal.</param>
    /// <param name="weights">One weight per system in T; null for 1/n each, as usual.</param>
    /// <param name="form">The form of C.</param>
    /// <param name="bands">Names of the degrees; null for the ten of Liao.</param>
    /// <exception cref="FindingsException">A score is below 0 or above 1 (CR3406), no such code (CR3110): all at once.</exception>
    /// <exception cref="ArgumentException">Fewer than two nodes, or weights that are none.</exception>
    public static CityCoupling Of(IndexResult index, IEnumerable<string>? codes = null, IEnumerable<double>? weights = null, CouplingForm form = CouplingForm.Standard, CoordinationBands? bands = null)
    {
        ArgumentNullException.ThrowIfNull(index);
        ImmutableArray<IndexNode> nodes = [.. (codes ?? index.Tree.Children(index.Tree.Goal.Code).Select(n => n.Code)).Select(c => index.Tree[c])];
        UnitScale.Require(index, nodes, nodes.Select(n => index.Scores(n.Code)), "the coupling degree");
        return new(index, nodes, weights?.ToArray() ?? [], form, bands ?? CoordinationBands.Ten);
    }

    private static double Degree(double[] u, CouplingForm form)
    {
        var n = u.Length;
        var sum = u.Sum();
        return form switch
        {
            CouplingForm.Standard => Standard(u),
            // of scores relative to their sum, so that small ones do not vanish
            CouplingForm.StandardPowerN => u.Aggregate(1.0, (p, v) => p * (v / (sum / n))),
            CouplingForm.Legacy => Math.Pow(u.Aggregate(1.0, (p, v) => p * (v / sum)), 1.0 / n),
            CouplingForm.Wang2021 => Wang(u),
            CouplingForm.Fan => 1 - 2 * Numerics.Moments.StandardDeviation(u, 0),
            _ => Pairs(u).Average(p => p.A == 0 && p.B == 0 ? 0 : Standard([p.A, p.B])),
        };
    }

    private static double Standard(double[] u) => u.Sum() is var sum ? u.Length * Math.Pow(u.Aggregate(1.0, (p, v) => p * (v / sum)), 1.0 / u.Length) : 0;

    private static double Wang(double[] u)
    {
        var max = u.Max();
        return Math.Sqrt((1 - Pairs(u).Average(p => Math.Abs(p.A - p.B))) * Math.Pow(u.Aggregate(1.0, (p, v) => p * (v / max)), 1.0 / (u.Length - 1)));
    }

    private static IEnumerable<(double A, double B)> Pairs(double[] u) => u.SelectMany((a, i) => u.Skip(i + 1).Select(b => (a, b)));
}

/// <summary>Coupling, level and coordination of n systems, row by row.</summary>
/// <param name="Coupling">C.</param>
/// <param name="Level">T.</param>
/// <param name="Coordination">D = √(C T).</param>
public sealed record CouplingDegrees(ImmutableArray<double> Coupling, ImmutableArray<double> Level, ImmutableArray<double> Coordination);
