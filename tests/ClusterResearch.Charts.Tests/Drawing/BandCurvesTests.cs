using ClusterResearch.Charts.Drawing;
using ClusterResearch.Charts.Tests.Support;
using ClusterResearch.Indexing.Evaluating;

namespace ClusterResearch.Charts.Tests.Drawing;

/// <summary>With equal weights the standard form is D = (x y)^(1/4): a band begins where x y = D⁴.</summary>
public sealed class BandCurvesTests
{
    private readonly BandCurve[] curves = BandCurves.Of(CouplingCoordination.Of(Sample.Result), (0.1, 0.8), (0.2, 0.9));

    [Fact]
    public void Curves_lie_where_the_band_begins()
    {
        foreach (var curve in curves.Where(c => c.Band.Low > 0))
        {
            Assert.All(curve.X.Zip(curve.Y).Where(p => !double.IsNaN(p.First)), p => Assert.Equal(Math.Pow(curve.Band.Low, 4), p.First * p.Second, 1e-6));
        }
        Assert.Contains(curves.Single(c => c.Band.Low == 0.6).X, x => !double.IsNaN(x));
    }

    [Fact]
    public void They_stay_inside_the_plot() =>
        Assert.All(curves.SelectMany(c => c.X.Zip(c.Y)).Where(p => !double.IsNaN(p.First)), p => Assert.True(p is { First: >= 0.1 and <= 0.8, Second: >= 0.2 and <= 0.9 }));

    [Fact]
    public void They_meet_the_edges_where_they_must()
    {
        var curve = curves.Single(c => c.Band.Low == 0.5);
        Assert.Equal(0.0625 / 0.1, curve.AtLeft, 1e-6);
        Assert.Equal(0.0625 / 0.8, curve.AtRight, 1e-6);
        Assert.Equal(double.PositiveInfinity, curves.Single(c => c.Band.Low == 0.9).AtLeft);
        Assert.Equal(0, curves[0].AtRight);
    }
}
