using ClusterResearch.Indexing.Aggregating;
using ClusterResearch.Indexing.Normalising;

namespace ClusterResearch.Verification;

/// <summary>Family C: means and the Mazziotta-Pareto index.</summary>
internal static class AggregationCases
{
    public static Dictionary<string, ReferenceMethod> Methods { get; } =
        new()
        {
            ["aggregate.means"] = Means,
            ["aggregate.mazziotta_pareto"] = MazziottaPareto,
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

    private static Dictionary<string, object> MazziottaPareto(ReferenceCase c)
    {
        var spread = c.Word("standardise")?.Contains("population", StringComparison.Ordinal) == true ? ZScoreVariant.Population : ZScoreVariant.Sample;
        var within = c.Word("row_sd")?.Contains("population", StringComparison.Ordinal) == true ? RowDeviation.Population : RowDeviation.Sample;
        var direction = c.Input.GetProperty("direction");
        var z = c.Columns.Select((_, j) => (ReadOnlyMemory<double>)ZScore.Of(c.Column(j), ReferenceCase.DirectionOf(direction, j), spread).Select(v => 100 + 10 * v).ToArray());
        var result = Indexing.Aggregating.MazziottaPareto.Of([.. z], within);
        // Compind names the penalty after the index: “positive” for one of which more is better, so imbalance is subtracted
        return new() { ["positive_penalty"] = result.Subtracted, ["negative_penalty"] = result.Added };
    }
}
