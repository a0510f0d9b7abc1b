using ClusterResearch.Stages;
using ClusterResearch.Statistics;

namespace ClusterResearch.Verification;

/// <summary>Family E: growth curves, groups of points.</summary>
internal static class StageCases
{
    public static Dictionary<string, ReferenceMethod> Methods { get; } =
        new()
        {
            ["growth.logistic"] = Logistic,
            ["growth.gompertz"] = Gompertz,
            ["cluster.kmeans"] = Groups,
            ["cluster.ward"] = Tree,
        };

    private static Dictionary<string, object> Logistic(ReferenceCase c)
    {
        var curve = GrowthCurve.Fit(c.Values("t"), c.Values("y"));
        return new(Common(curve))
        {
            ["r"] = curve.Rate.Value, ["t0"] = curve.Inflection.Value, ["se_r"] = curve.Rate.Error, ["se_t0"] = curve.Inflection.Error,
        };
    }

    /// <summary>The reference writes y = K exp(−b exp(−c t)), so b = exp(c t0).</summary>
    private static Dictionary<string, object> Gompertz(ReferenceCase c)
    {
        var curve = GrowthCurve.Fit(c.Values("t"), c.Values("y"), GrowthForm.Gompertz);
        var (rate, t0) = (curve.Rate.Value, curve.Inflection.Value);
        var b = Math.Exp(rate * t0);
        return new(Common(curve))
        {
            ["b"] = b, ["c"] = rate, ["se_b"] = curve.Derived(b, [0, t0 * b, rate * b]).Error, ["se_c"] = curve.Rate.Error,
        };
    }

    private static Dictionary<string, object> Common(GrowthCurve curve) =>
        new()
        {
            ["K"] = curve.Ceiling.Value, ["se_K"] = curve.Ceiling.Error, ["rss"] = curve.Rss, ["sigma"] = curve.Sigma, ["r_squared"] = curve.RSquared,
            ["inflection_t"] = curve.Inflection.Value, ["inflection_y"] = curve.InflectionValue, ["max_growth_rate"] = curve.FastestGrowth,
            ["stage_cut_1_t"] = curve.FirstCut.Value, ["stage_cut_2_t"] = curve.SecondCut.Value,
            ["stage_cut_1_y"] = curve.At(curve.FirstCut.Value), ["stage_cut_2_y"] = curve.At(curve.SecondCut.Value),
            ["t_10pct"] = curve.Reaches(0.1), ["t_90pct"] = curve.Reaches(0.9), ["fitted"] = curve.Fitted,
        };

    private static Dictionary<string, object> Groups(ReferenceCase c)
    {
        var (points, centers) = (Points(c, "M"), Points(c, "start_centers"));
        var found = KMeans.From(points, centers);
        return new()
        {
            ["labels"] = found.Labels, ["centers"] = found.Centers, ["inertia"] = found.WithinSquares, ["sizes"] = found.Sizes,
            ["silhouette"] = ClusterQuality.Silhouette(points, found.Labels), ["calinski_harabasz"] = ClusterQuality.CalinskiHarabasz(points, found.Labels),
            ["davies_bouldin"] = ClusterQuality.DaviesBouldin(points, found.Labels), ["total_ss"] = KMeans.Of(points, 1).WithinSquares,
            ["global_best_inertia"] = KMeans.Of(points, centers.Length, seed: 1, starts: 300).WithinSquares,
        };
    }

    private static Dictionary<string, object> Tree(ReferenceCase c)
    {
        var tree = WardClustering.Of(Points(c, "M"));
        var result = new Dictionary<string, object> { ["heights"] = tree.Heights };
        foreach (var k in ReferenceCase.Numbers(c.Option("cuts")!.Value))
        {
            result[string.Create(Invariant, $"partition_{k}")] = tree.Cut((int)k).Index().GroupBy(p => p.Item).Select(g => g.Select(p => p.Index).ToArray()).ToArray();
        }
        return result;
    }

    private static ReadOnlyMemory<double>[] Points(ReferenceCase c, string member) => [.. ReferenceCase.Matrix(c.Input.GetProperty(member)).Select(r => (ReadOnlyMemory<double>)r)];
}
