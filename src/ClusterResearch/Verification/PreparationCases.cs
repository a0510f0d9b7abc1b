using System.Text.Json;
using ClusterResearch.Indexing.Normalising;
using ClusterResearch.Indexing.Preparing;
using ClusterResearch.Statistics;

namespace ClusterResearch.Verification;

/// <summary>Family A: treatment of outliers, quantiles and descriptions; certified univariate statistics.</summary>
internal static class PreparationCases
{
    public static Dictionary<string, ReferenceMethod> Methods { get; } =
        new()
        {
            ["normalise.winsorise"] = c => ByColumn(c, (x, _) => Winsorised(c, x)),
            ["normalise.winsorise+minmax"] = c => ByColumn(c, (x, j) => MinMax.Of(Winsorised(c, x), ReferenceCase.DirectionOf(c.Option("direction")!.Value, j), (0, 1))),
            ["normalise.winsorise_count"] = c => ByColumn(c, (x, _) => ByCount(x, ReferenceCase.Numbers(c.Option("limits")!.Value))),
            ["normalise.winsorise_skew_kurt"] = BySkewness,
            ["stats.quantile"] = Quantiles,
            ["stats.describe"] = Describe,
            ["stats.univariate"] = Univariate,
        };

    /// <summary>The columns that the case names, or all.</summary>
    private static Dictionary<string, object> ByColumn(ReferenceCase c, Func<double[], int, double[]> method)
    {
        var used = c.Has("use_columns") ? ReferenceCase.Texts(c.Input.GetProperty("use_columns")) : c.Columns;
        return new() { ["values"] = c.Columns.Index().Where(v => used.Contains(v.Item)).ToDictionary(v => v.Item, v => method(c.Column(v.Index), v.Index)) };
    }

    private static double[] Winsorised(ReferenceCase c, double[] x) =>
        PercentileWinsorising.Of(x, c.Number("p_low"), c.Number("p_high"), (QuantileType)(int)c.Number("quantile_type", 7));

    private static double[] ByCount(double[] x, double[] shares)
    {
        var n = x.Count(v => !double.IsNaN(v));
        return CountWinsorising.Of(x, (int)(shares[0] * n), (int)(shares[1] * n));
    }

    private static Dictionary<string, object> BySkewness(ReferenceCase c)
    {
        var x = c.Values("x");
        var most = c.Option("winmax") is { ValueKind: JsonValueKind.Null } ? int.MaxValue : (int)c.Number("winmax", 5); // null: as many as it takes
        var done = SkewnessWinsorising.Of(x, most, c.Number("skew_threshold", 2), c.Number("kurt_threshold", 3.5));
        return new()
        {
            ["x"] = done.Values, ["nwin"] = done.Count,
            ["skew_before"] = Skewness.Of(x), ["kurt_before"] = Kurtosis.Of(x),
            ["skew_after"] = Skewness.Of(done.Values.AsSpan()), ["kurt_after"] = Kurtosis.Of(done.Values.AsSpan()),
        };
    }

    private static Dictionary<string, object> Quantiles(ReferenceCase c)
    {
        var (x, shares) = (c.Values("x"), ReferenceCase.Numbers(c.Option("p")!.Value));
        return Enum.GetValues<QuantileType>().ToDictionary(t => FormattableString.Invariant($"type{(int)t}"), t => (object)shares.Select(p => Quantile.Of(x, p, t)).ToArray());
    }

    private static Dictionary<string, object> Describe(ReferenceCase c)
    {
        var x = c.Values("x");
        var d = Description.Of(x);
        return new()
        {
            ["n"] = d.N, ["mean"] = d.Mean, ["median"] = d.Median, ["min"] = d.Minimum, ["max"] = d.Maximum,
            ["sd_sample"] = d.StandardDeviation, ["sd_population"] = d.PopulationStandardDeviation, ["var_sample"] = d.Variance,
            ["mad_raw"] = d.MedianAbsoluteDeviation, ["mad_1_4826"] = 1.4826 * d.MedianAbsoluteDeviation, ["iqr_type7"] = d.InterquartileRange,
            ["trimmed_mean_10"] = d.TrimmedMean, ["geometric_mean"] = d.GeometricMean, ["harmonic_mean"] = d.HarmonicMean,
            ["cv_sample"] = d.CoefficientOfVariation, ["se_mean"] = d.StandardError,
            ["skew_g1"] = Skewness.Of(x, MomentType.Population), ["skew_G1"] = Skewness.Of(x), ["skew_b1"] = Skewness.Of(x, MomentType.SampleDeviation),
            ["kurt_g2"] = Kurtosis.Of(x, MomentType.Population), ["kurt_G2"] = Kurtosis.Of(x), ["kurt_b2"] = Kurtosis.Of(x, MomentType.SampleDeviation),
        };
    }

    private static Dictionary<string, object> Univariate(ReferenceCase c)
    {
        var y = c.Values("y");
        var d = Description.Of(y);
        return new() { ["n"] = d.N, ["mean"] = d.Mean, ["sd"] = d.StandardDeviation, ["r1"] = Autocorrelation.Of(y) };
    }
}
