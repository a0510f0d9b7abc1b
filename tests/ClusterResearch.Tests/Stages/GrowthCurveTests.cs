using ClusterResearch.Stages;

namespace ClusterResearch.Tests.Stages;

public sealed class GrowthCurveTests
{
    private static readonly double[] T42 = [9, 14, 21, 28, 42, 57, 63, 70, 79];
    private static readonly double[] Y42 = [8.93, 10.80, 18.59, 22.33, 39.35, 56.11, 61.73, 64.62, 67.08];
    private static readonly double[] Y43 = [16.08, 33.83, 65.80, 97.20, 191.55, 326.20, 386.87, 520.53, 590.03, 651.92, 724.93, 699.56, 689.96, 637.56, 717.41];

    /// <summary>NIST StRD Rat42, y = b1/(1 + exp(b2 − b3 x)), from both starts: K = b1, r = b3, t0 = b2/b3.</summary>
    [Theory]
    [InlineData(100, 1, 0.1)]
    [InlineData(75, 2.5, 0.07)]
    public void Rat42(double b1, double b2, double b3)
    {
        var curve = GrowthCurve.Fit(T42, Y42, start: [b1, b3, b2 / b3]);
        Assert.True(curve.Converged);
        Close(7.2462237576E+01, 1.7340283401E+00, curve.Ceiling, 1e-9);
        Close(6.7359200066E-02, 3.4465663377E-03, curve.Rate, 1e-9);
        var (r, t0) = (curve.Rate.Value, curve.Inflection.Value);
        Close(2.6180768402E+00, 8.8295217536E-02, curve.Derived(r * t0, [0, t0, r]), 1e-9);
        Assert.Equal(8.0565229338E+00, curve.Rss, 1e-9);
        Assert.Equal(1.1587725499E+00, curve.Sigma, 1e-10);
    }

    /// <summary>NIST StRD Rat43, y = b1/(1 + exp(b2 − b3 x))^(1/b4), from both starts: ν = b4, b2 = ln ν + r t0.</summary>
    [Theory]
    [InlineData(100, 10, 1, 1)]
    [InlineData(700, 5, 0.75, 1.3)]
    public void Rat43(double b1, double b2, double b3, double b4)
    {
        double[] t = [.. Enumerable.Range(1, 15)];
        foreach (var curve in new[] { GrowthCurve.Fit(t, Y43, GrowthForm.Richards, [b1, b3, (b2 - Math.Log(b4)) / b3, b4]), GrowthCurve.Fit(t, Y43, GrowthForm.Richards) })
        {
            Assert.True(curve.Converged);
            Close(6.9964151270E+02, 1.6302297817E+01, curve.Ceiling, 1e-7);
            Close(7.5962938329E-01, 1.9566123451E-01, curve.Rate, 1e-7);
            Close(1.2792483859E+00, 6.8761936385E-01, curve.Asymmetry!, 1e-7);
            var (r, t0, nu) = (curve.Rate.Value, curve.Inflection.Value, curve.Asymmetry!.Value);
            Close(5.2771253025E+00, 2.0828735829E+00, curve.Derived(Math.Log(nu) + r * t0, [0, t0, r, 1 / nu]), 1e-7);
            Assert.Equal(8.7864049080E+03, curve.Rss, 1e-5);
            Assert.Equal(2.8262414662E+01, curve.Sigma, 1e-8);
        }
    }

    [Theory]
    [InlineData(GrowthForm.Logistic)]
    [InlineData(GrowthForm.Gompertz)]
    [InlineData(GrowthForm.Richards)]
    public void An_exact_curve_is_found_and_its_special_points_are_special(GrowthForm form)
    {
        double[] t = [.. Enumerable.Range(1990, 30)];
        double Exact(double x) => form switch
        {
            GrowthForm.Logistic => 80 / (1 + Math.Exp(-0.3 * (x - 2004))),
            GrowthForm.Gompertz => 80 * Math.Exp(-Math.Exp(-0.3 * (x - 2004))),
            _ => 80 * Math.Pow(1 + 2.5 * Math.Exp(-0.3 * (x - 2004)), -1 / 2.5),
        };
        var curve = GrowthCurve.Fit(t, [.. t.Select(Exact)], form);
        Assert.Equal((80, 0.3, 2004), (Math.Round(curve.Ceiling.Value, 6), Math.Round(curve.Rate.Value, 8), Math.Round(curve.Inflection.Value, 6)));
        Assert.Equal(Exact(2004), curve.InflectionValue, 1e-6);
        Assert.Equal((Exact(2004.001) - Exact(2003.999)) / 0.002, curve.FastestGrowth, 1e-5);
        Assert.Equal(20, Exact(curve.Reaches(0.25)), 1e-5);
        foreach (var cut in new[] { curve.FirstCut.Value, curve.SecondCut.Value })
        {
            const double H = 0.01; // where the second difference of the curve is extreme, the third derivative changes its sign
            double Second(double x) => Exact(x + H) - 2 * Exact(x) + Exact(x - H);
            Assert.True(Math.Sign(Second(cut + 0.2) - Second(cut)) == Math.Sign(Second(cut - 0.2) - Second(cut)));
        }
        Assert.True(curve.FirstCut.Value < curve.Inflection.Value && curve.Inflection.Value < curve.SecondCut.Value);
    }

    [Fact]
    public void Units_and_the_begin_of_time_do_not_matter()
    {
        var plain = GrowthCurve.Fit(T42, Y42);
        var moved = GrowthCurve.Fit([.. T42.Select(t => t + 1900)], [.. Y42.Select(y => y * 1e12)]);
        Assert.Equal(plain.Ceiling.Value, moved.Ceiling.Value / 1e12, 1e-8);
        Assert.Equal(plain.Inflection.Value + 1900, moved.Inflection.Value, 1e-8);
        Assert.Equal(plain.SecondCut.Error, moved.SecondCut.Error, 1e-8);
    }

    [Fact]
    public void Missing_values_are_left_out_and_counted()
    {
        var whole = GrowthCurve.Fit(T42, Y42);
        var gap = GrowthCurve.Fit([.. T42, 90], [.. Y42, double.NaN]);
        Assert.Equal((1, whole.Ceiling), (gap.Missing, gap.Ceiling));
        Assert.Contains("n = 9, 1 missing", gap.ToTable().Notes[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_constant_series_has_no_errors()
    {
        double[] t = [.. Enumerable.Range(0, 12)];
        var constant = GrowthCurve.Fit(t, [.. t.Select(_ => 5.0)]);
        Assert.True(double.IsNaN(constant.RSquared) && double.IsNaN(constant.Ceiling.Error));
    }

    [Fact]
    public void The_band_is_narrowest_inside()
    {
        var curve = GrowthCurve.Fit(T42, Y42);
        Assert.Equal(curve.At(42), curve.Band(42).Value, 1e-12);
        Assert.True(curve.Band(120).Error > curve.Band(42).Error);
        Assert.Equal(curve.Ceiling.Error, curve.Band(1000).Error, 1e-9);
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        Assert.StartsWith("2 values at 2 times: a curve of 3 parameters needs at least 3, at different times.", Assert.Throws<ArgumentException>(() => GrowthCurve.Fit([1, 2], [3, 4])).Message, StringComparison.Ordinal);
        Assert.StartsWith("3 times but 2 values.", Assert.Throws<ArgumentException>(() => GrowthCurve.Fit([1, 2, 3], [3, 4])).Message, StringComparison.Ordinal);
        Assert.StartsWith("2 start values for 3 parameters.", Assert.Throws<ArgumentException>(() => GrowthCurve.Fit(T42, Y42, start: [1, 2])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => GrowthCurve.Fit([1, double.NaN, 3], [1, 2, 3]));
        Assert.Throws<ArgumentException>(() => GrowthCurve.Fit([1, 2, 3], [1, double.PositiveInfinity, 3]));
        Assert.Throws<ArgumentException>(() => GrowthCurve.Fit([1, 2, 3], [double.NaN, double.NaN, double.NaN]));
        Assert.Throws<ArgumentException>(() => GrowthCurve.Fit([2, 2, 2], [1, 2, 3]));
    }

    private static void Close(double value, double error, Estimate estimate, double relative)
    {
        Assert.Equal(value, estimate.Value, relative * value);
        Assert.Equal(error, estimate.Error, relative * error * 10);
    }
}
