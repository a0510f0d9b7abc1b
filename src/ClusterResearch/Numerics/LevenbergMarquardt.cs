using MathNet.Numerics.LinearAlgebra;

namespace ClusterResearch.Numerics;

/// <summary>The value of a curve at observation i, and its derivatives by the parameters.</summary>
internal delegate double CurveModel(ReadOnlySpan<double> parameters, int i, Span<double> gradient);

/// <summary>Nonlinear least squares by Levenberg and Marquardt, with derivatives given and each parameter on its own scale.</summary>
/// <remarks>
/// Every step is a linear least-squares problem solved by QR of the Jacobian with √λ·D below it, D the largest column norms so far
/// (Moré 1978), λ steered by the ratio of gained to promised decrease (Nielsen 1999). Undamped steps polish the result to the last digits.
/// Converged: the relative offset of Bates and Watts (1988, section 2.2.3) is below 1e-6, or nothing is left over.
/// </remarks>
internal sealed class LevenbergMarquardt
{
    private const int MostSteps = 2000;
    private readonly double[] y;
    private readonly CurveModel model;
    private readonly int k;

    private LevenbergMarquardt(double[] y, int k, CurveModel model) => (this.y, this.k, this.model) = (y, k, model);

    /// <summary>Minimises Σ (y_i − f_i(p))² from a start.</summary>
    public static LeastSquaresFit Fit(double[] y, ReadOnlySpan<double> start, CurveModel model)
    {
        var search = new LevenbergMarquardt(y, start.Length, model);
        return search.Finish(search.Polish(search.Descend(start.ToArray())));
    }

    private double[] Descend(double[] p)
    {
        var (r, j, rss) = At(p);
        var scale = new double[k];
        var (damping, growth) = (1.0, 2.0);
        for (var step = 0; step < MostSteps && double.IsFinite(rss) && rss > 0; step++)
        {
            for (var c = 0; c < k; c++)
            {
                scale[c] = Math.Max(scale[c], j.Column(c).L2Norm());
            }
            if (Step(j, r, scale, damping) is not { } h)
            {
                damping *= 4; // a column of zeros: damping alone makes the step defined
                if (damping > 1e12)
                {
                    break;
                }
                continue;
            }
            double[] next = [.. p.Select((v, c) => v + h[c])];
            var (nextR, nextJ, nextRss) = At(next);
            var promised = rss - Square((r - j * h).L2Norm());
            var gain = (rss - nextRss) / Math.Max(promised, double.Epsilon);
            if (nextRss < rss)
            {
                var small = rss - nextRss <= 1e-15 * rss && h.Select((v, c) => Math.Abs(v) / Math.Max(Math.Abs(p[c]), 1e-300)).Max() < 1e-9;
                (p, r, j, rss) = (next, nextR, nextJ, nextRss);
                (damping, growth) = (damping * Math.Max(1 / 3.0, 1 - Math.Pow(2 * gain - 1, 3)), 2);
                if (small)
                {
                    break;
                }
            }
            else
            {
                (damping, growth) = (damping * growth, growth * 2);
                if (damping > 1e20)
                {
                    break; // no decrease in any direction
                }
            }
        }
        return p;
    }

    /// <summary>Undamped steps as long as they get shorter, with large residuals slowly: near the minimum the sum of squares is flat to rounding, the parameters are not yet.</summary>
    private double[] Polish(double[] p)
    {
        var last = double.PositiveInfinity;
        for (var step = 0; step < 200; step++)
        {
            var (r, j, rss) = At(p);
            if (Step(j, r, new double[k], 0) is not { } h)
            {
                break;
            }
            var length = h.Select((v, c) => Math.Abs(v) / Math.Max(Math.Abs(p[c]), 1e-300)).Max();
            double[] next = [.. p.Select((v, c) => v + h[c])];
            if (!(length < last) || !(At(next).Rss <= rss * (1 + 1e-10)))
            {
                break;
            }
            (p, last) = (next, length);
        }
        return p;
    }

    private LeastSquaresFit Finish(double[] p)
    {
        var (r, j, rss) = At(p);
        if (!double.IsFinite(rss))
        {
            return new(p, double.NaN, null, [], Converged: false);
        }
        var (n, scale) = (y.Length, j.ColumnNorms(2).ToArray());
        var fitted = y.Select((v, i) => v - r[i]).ToArray();
        if (n < k || scale.Any(s => !(s > 0)))
        {
            return new(p, rss, null, fitted, Converged: false);
        }
        var scaled = j * Matrix<double>.Build.DenseOfDiagonalArray([.. scale.Select(s => 1 / s)]);
        var qr = scaled.QR(MathNet.Numerics.LinearAlgebra.Factorization.QRMethod.Thin);
        var diagonal = qr.R.Diagonal().Select(Math.Abs).ToArray();
        if (diagonal.Min() < 1e-11 * diagonal.Max())
        {
            return new(p, rss, null, fitted, Converged: false);
        }
        var inverse = qr.R.Inverse();
        var unscale = Matrix<double>.Build.DenseOfDiagonalArray([.. scale.Select(s => 1 / s)]);
        var cross = unscale * inverse * inverse.Transpose() * unscale;
        var along = (qr.Q.Transpose() * r).L2Norm();
        var across = Math.Sqrt(Math.Max(0, rss - along * along));
        var total = Math.Sqrt(y.Sum(Square));
        var converged = Math.Sqrt(rss) <= 1e-10 * total || along * Math.Sqrt(Math.Max(1, n - k)) <= 1e-6 * across * Math.Sqrt(k);
        return new(p, rss, cross.ToArray(), fitted, converged);
    }

    /// <summary>The step h that minimises |r − J h|² + λ |D h|²; null where it is not determined.</summary>
    private Vector<double>? Step(Matrix<double> j, Vector<double> r, double[] scale, double damping)
    {
        var rows = damping > 0 ? y.Length + k : y.Length;
        if (rows < k)
        {
            return null;
        }
        var a = Matrix<double>.Build.Dense(rows, k);
        a.SetSubMatrix(0, 0, j);
        var b = Vector<double>.Build.Dense(rows);
        b.SetSubVector(0, y.Length, r);
        for (var c = 0; c < k && damping > 0; c++)
        {
            a[y.Length + c, c] = Math.Sqrt(damping) * scale[c];
        }
        var h = a.QR(MathNet.Numerics.LinearAlgebra.Factorization.QRMethod.Thin).Solve(b);
        return h.All(double.IsFinite) ? h : null;
    }

    /// <summary>Residuals, Jacobian of the curve and residual sum of squares; infinite where the curve has no value.</summary>
    private (Vector<double> R, Matrix<double> J, double Rss) At(double[] p)
    {
        var r = Vector<double>.Build.Dense(y.Length);
        var j = Matrix<double>.Build.Dense(y.Length, k);
        var gradient = new double[k];
        var rss = 0.0;
        for (var i = 0; i < y.Length; i++)
        {
            r[i] = y[i] - model(p, i, gradient);
            rss += r[i] * r[i];
            for (var c = 0; c < k; c++)
            {
                j[i, c] = gradient[c];
                rss += gradient[c] * 0; // a derivative that is no number spoils the place
            }
        }
        return (r, j, double.IsFinite(rss) ? rss : double.PositiveInfinity);
    }

    private static double Square(double x) => x * x;
}

/// <summary>A curve fitted by least squares.</summary>
/// <param name="Parameters">The estimates.</param>
/// <param name="Rss">Residual sum of squares; NaN where the curve has no value.</param>
/// <param name="Cross">(JᵀJ)⁻¹, to be multiplied by the residual variance; null where the Jacobian has not full rank.</param>
/// <param name="Fitted">The curve at the observations.</param>
/// <param name="Converged">Whether the gradient vanishes, and the parameters are told apart.</param>
internal sealed record LeastSquaresFit(double[] Parameters, double Rss, double[,]? Cross, double[] Fitted, bool Converged);
