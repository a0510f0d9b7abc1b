using ClusterResearch.Dynamics;

namespace ClusterResearch.Verification;

/// <summary>Family E: trends, change points, volatility, filters, convergence, transitions.</summary>
internal static class DynamicsCases
{
    public static Dictionary<string, ReferenceMethod> Methods { get; } =
        new()
        {
            ["trend.mann_kendall"] = Trend,
            ["changepoint.pettitt"] = Change,
            ["changepoint.chow"] = Chow,
            ["changepoint.optimal_segmentation"] = Segments,
            ["dynamics.volatility"] = Spread,
            ["dynamics.hp_filter"] = Filter,
            ["dynamics.convergence"] = Converge,
            ["dynamics.markov_transition"] = Markov,
        };

    private static Dictionary<string, object> Trend(ReferenceCase c)
    {
        var x = c.Values("x");
        var (test, sen) = (MannKendall.Of(x, continuity: c.Flag("continuity", true)), SenSlope.Of(x));
        return new()
        {
            ["S"] = test.S, ["varS"] = test.Variance, ["tau_a"] = test.TauA, ["tau_b"] = test.TauB, ["z"] = test.Z, ["p"] = test.P,
            ["sen_slope"] = sen.Slope, ["sen_ci95"] = new[] { sen.Low, sen.High }, ["sen_intercept_t0"] = sen.Intercept,
        };
    }

    private static Dictionary<string, object> Change(ReferenceCase c)
    {
        var p = Pettitt.Of(c.Values("x"));
        return new() { ["U"] = p.U, ["K"] = p.Positions, ["p"] = p.P, ["Uk"] = p.Path, ["mean_before"] = p.MeanBefore, ["mean_after"] = p.MeanAfter };
    }

    private static Dictionary<string, object> Chow(ReferenceCase c)
    {
        var test = ChowTest.Of(c.Values("x"), (int)c.Number("break_after"), trend: c.Word("model")?.Contains('t', StringComparison.Ordinal) != false);
        return new() { ["F"] = test.F, ["df1"] = test.Df1, ["df2"] = test.Df2, ["p"] = test.P };
    }

    private static Dictionary<string, Dictionary<string, object>> Segments(ReferenceCase c) =>
        ReferenceCase.Numbers(c.Option("k")!.Value).ToDictionary(k => string.Create(Invariant, $"k{k}"), k =>
        {
            var parts = Segmentation.Of(c.Values("x"), (int)k);
            return new Dictionary<string, object> { ["breaks"] = parts.Breaks, ["within_ss"] = parts.WithinSquares };
        });

    private static Dictionary<string, object> Spread(ReferenceCase c)
    {
        var v = Volatility.Of(c.Values("x"));
        var window = (int)c.Number("rolling_window", 2);
        var (means, deviations) = v.Rolling(window);
        return new()
        {
            ["mean"] = v.Mean, ["sd"] = v.StandardDeviation, ["cv"] = v.Variation, ["mad_mean"] = v.MeanAbsoluteDeviation, ["range"] = v.Range,
            ["von_neumann_ratio"] = v.VonNeumannRatio, ["diff_sd"] = v.ChangeDeviation, ["growth_simple"] = v.Growth,
            ["growth_log_mean"] = v.LogGrowthMean, ["growth_log_sd"] = v.LogGrowthDeviation, ["growth_simple_sd"] = v.GrowthDeviation,
            ["cagr"] = v.CompoundGrowth, ["max_drawdown"] = v.LargestDrawdown,
            ["rolling"] = new Dictionary<string, object> { ["window"] = window, ["mean"] = means, ["sd"] = deviations },
        };
    }

    private static Dictionary<string, Dictionary<string, object>> Filter(ReferenceCase c)
    {
        var lambda = c.Option("lambda")!.Value;
        double[] all = lambda.ValueKind == System.Text.Json.JsonValueKind.Array ? ReferenceCase.Numbers(lambda) : [lambda.GetDouble()];
        return all.ToDictionary(l => l.ToString(Invariant), l =>
        {
            var (trend, cycle) = HodrickPrescott.Of(c.Values("x"), l);
            return new Dictionary<string, object> { ["trend"] = trend, ["cycle"] = cycle };
        });
    }

    private static Dictionary<string, object> Converge(ReferenceCase c)
    {
        var years = ReferenceCase.Matrix(c.Input.GetProperty("Y"));
        var b = Convergence.Beta(years[0], years[^1], c.Number("T"));
        var sigma = years.Select(y => Convergence.Sigma(y)).ToArray();
        return new()
        {
            ["beta"] = new Dictionary<string, object>
            {
                ["intercept"] = b.Intercept, ["beta"] = b.Beta, ["se_beta"] = b.Error, ["p_beta"] = b.P, ["r_squared"] = b.RSquared, ["speed"] = b.Speed, ["half_life"] = b.HalfLife,
            },
            ["sigma_sd_ln"] = sigma.Select(s => s.LogDeviation), ["sigma_cv_population"] = sigma.Select(s => s.Variation),
        };
    }

    private static Dictionary<string, object> Markov(ReferenceCase c)
    {
        var paths = ReferenceCase.Matrix(c.Input.GetProperty("states")).Select(p => p.Select(s => double.IsNaN(s) ? 0 : (int)s).ToArray());
        var matrix = TransitionMatrix.Of(paths, c.Input.GetProperty("k").GetInt32());
        var states = Enumerable.Range(1, matrix.States).ToArray();
        return new()
        {
            ["counts"] = states.Select(i => states.Select(j => matrix.Count(i, j)).ToArray()), ["P"] = states.Select(i => states.Select(j => matrix.Share(i, j)).ToArray()),
            ["ergodic"] = matrix.Ergodic(),
        };
    }
}
