using ClusterResearch.Indexing.Aggregating;

namespace ClusterResearch.Verification;

/// <summary>Family C: aggregation and ranking.</summary>
internal static class AggregationCases
{
    public static Dictionary<string, ReferenceMethod> Methods { get; } =
        new()
        {
            ["aggregate.means"] = Means,
        };

    private static Dictionary<string, object> Means(ReferenceCase c)
    {
        var w = c.Values("weights");
        return new()
        {
            ["arithmetic"] = c.Rows.Select(x => ArithmeticMean.Of(x, w)).ToArray(),
            ["geometric"] = c.Rows.Select(x => GeometricMean.Of(x, w)).ToArray(),
            ["harmonic"] = c.Rows.Select(x => HarmonicMean.Of(x, w)).ToArray(),
            ["power"] = c.Rows.Select(x => PowerMean.Of(x, w, c.Number("power_p"))).ToArray(),
        };
    }
}
