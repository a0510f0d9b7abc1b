using ClusterResearch.Indexing.Evaluating;

namespace ClusterResearch.Charts.Drawing;

/// <summary>Where a band of the coordination degree of two systems begins, inside a plot.</summary>
/// <param name="Band">The band.</param>
/// <param name="X">The curve, from the x axis round to the y axis; NaN outside the plot.</param>
/// <param name="Y">The same, y.</param>
/// <param name="AtLeft">Where the band begins on the plot's left edge; infinity if it does not.</param>
/// <param name="AtRight">Where it begins on the right edge.</param>
internal sealed record BandCurve(CoordinationBand Band, double[] X, double[] Y, double AtLeft, double AtRight);

/// <summary>Finds the curves along rays from the origin, on which the degree grows with the distance in most forms; where it does not, its first crossing counts.</summary>
internal static class BandCurves
{
    private const int Rays = 180;
    private const int Steps = 60;

    public static BandCurve[] Of(CityCoupling coupling, (double Low, double High) x, (double Low, double High) y)
    {
        var far = Math.Sqrt(x.High * x.High + y.High * y.High);
        return [.. coupling.Bands.Bands.Select(band =>
        {
            var points = Enumerable.Range(0, Rays + 1).Select(i => OnRay(Math.PI / 2 * i / Rays, band.Low)).ToArray();
            return new BandCurve(band, [.. points.Select(p => p.X)], [.. points.Select(p => p.Y)],
                First(v => coupling.Degree(x.Low, v), band.Low, y.High), First(v => coupling.Degree(x.High, v), band.Low, y.High));
        })];

        (double X, double Y) OnRay(double angle, double level)
        {
            var (cos, sin) = (Math.Cos(angle), Math.Sin(angle));
            var r = First(distance => coupling.Degree(distance * cos, distance * sin), level, far);
            return r * cos >= x.Low && r * cos <= x.High && r * sin >= y.Low && r * sin <= y.High ? (r * cos, r * sin) : (double.NaN, double.NaN);
        }
    }

    /// <summary>The smallest place from 0 at which a degree reaches a level; infinity if it does not.</summary>
    private static double First(Func<double, double> degree, double level, double end)
    {
        if (level <= 0)
        {
            return 0;
        }
        for (var step = 1; step <= Steps; step++)
        {
            var (low, high) = (end * (step - 1) / Steps, end * step / Steps);
            if (degree(high) >= level)
            {
                for (var halving = 0; halving < 40; halving++)
                {
                    var middle = (low + high) / 2;
                    (low, high) = degree(middle) >= level ? (low, middle) : (middle, high);
                }
                return high;
            }
        }
        return double.PositiveInfinity;
    }
}
