using ClusterResearch.Indexing.Normalising;
using ClusterResearch.Indexing.Weighing;

namespace ClusterResearch.Verification;

/// <summary>Family B: weights.</summary>
internal static class WeightingCases
{
    public static Dictionary<string, ReferenceMethod> Methods { get; } =
        new()
        {
            ["weights.entropy"] = Entropy,
            ["weights.entropy_panel"] = Entropy,
            ["weights.equal"] = c => new Dictionary<string, object> { ["w"] = EqualWeights.Of(c.Columns.Length) },
        };

    private static Dictionary<string, object> Entropy(ReferenceCase c)
    {
        var shift = c.Number("shift", 0);
        var columns = c.Columns.Select((_, j) =>
        {
            var x = c.Word("transform") == "raw" ? c.Column(j) : MinMax.Of(c.Column(j), ReferenceCase.DirectionOf(c.Input.GetProperty("direction"), j), (0, 1));
            return (ReadOnlyMemory<double>)x.Select(v => v + shift).ToArray();
        });
        var result = EntropyWeights.Of([.. columns]);
        var p = c.Rows.Select((_, i) => result.Shares.Select(share => share[i]).ToArray()).ToArray();
        return new() { ["p"] = p, ["e"] = result.Entropy, ["d"] = result.Divergence, ["w"] = result.Weights };
    }
}
