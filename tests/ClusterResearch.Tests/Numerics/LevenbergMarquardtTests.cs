using ClusterResearch.Numerics;

namespace ClusterResearch.Tests.Numerics;

/// <summary>Certified values of NIST's StRD, nonlinear regression, from both of its starts (itl.nist.gov/div898/strd/nls).</summary>
public sealed class LevenbergMarquardtTests
{
    private static readonly double[] X = [4, 2, 1, 0.5, 0.25, 0.167, 0.125, 0.1, 0.0833, 0.0714, 0.0625];
    private static readonly double[] Y = [0.1957, 0.1947, 0.1735, 0.16, 0.0844, 0.0627, 0.0456, 0.0342, 0.0323, 0.0235, 0.0246];

    /// <summary>MGH09 (Kowalik and Osborne), of high difficulty; from the first start most programs fail.</summary>
    [Theory]
    [InlineData(25, 39, 41.5, 39)]
    [InlineData(0.25, 0.39, 0.415, 0.39)]
    public void Mgh09(double b1, double b2, double b3, double b4)
    {
        var fit = LevenbergMarquardt.Fit(Y, [b1, b2, b3, b4], Kowalik);
        Assert.True(fit.Converged);
        Close([1.9280693458E-01, 1.9128232873E-01, 1.2305650693E-01, 1.3606233068E-01], fit.Parameters, 1e-9);
        Close([3.0750560385E-04], [fit.Rss], 1e-10);
        var s = Math.Sqrt(fit.Rss / 7);
        Close([1.1435312227E-02, 1.9633220911E-01, 8.0842031232E-02, 9.0025542308E-02], [.. Enumerable.Range(0, 4).Select(i => s * Math.Sqrt(fit.Cross![i, i]))], 1e-9);
    }

    [Fact]
    public void A_line_is_fitted_as_by_hand()
    {
        double[] y = [1, 3, 5, 8];
        var fit = LevenbergMarquardt.Fit(y, [0, 0], (p, i, g) => { (g[0], g[1]) = (1, i); return p[0] + p[1] * i; });
        Assert.Equal(0.8, fit.Parameters[0], 1e-12);
        Assert.Equal(2.3, fit.Parameters[1], 1e-12);
        Assert.Equal(0.3, fit.Rss, 1e-12);
        Assert.Equal(0.2, fit.Cross![1, 1], 1e-12); // 1/Σ(t − t̄)²
    }

    [Fact]
    public void Parameters_that_cannot_be_told_apart_are_no_result()
    {
        var fit = LevenbergMarquardt.Fit([1, 2, 3], [1, 1], (p, _, g) => { (g[0], g[1]) = (1, 1); return p[0] + p[1]; });
        Assert.False(fit.Converged);
        Assert.Null(fit.Cross);
        Assert.True(double.IsNaN(LevenbergMarquardt.Fit([1, 2], [1], (_, _, g) => { g[0] = 1; return double.NaN; }).Rss));
    }

    private static double Kowalik(ReadOnlySpan<double> p, int i, Span<double> g)
    {
        var (x, top, below) = (X[i], X[i] * X[i] + X[i] * p[1], X[i] * X[i] + X[i] * p[2] + p[3]);
        g[0] = top / below;
        g[1] = p[0] * x / below;
        g[2] = -p[0] * top * x / (below * below);
        g[3] = -p[0] * top / (below * below);
        return p[0] * top / below;
    }

    private static void Close(double[] expected, double[] actual, double relative) =>
        Assert.All(expected.Zip(actual), p => Assert.Equal(p.First, p.Second, relative * Math.Abs(p.First)));
}
