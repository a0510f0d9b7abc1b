using ClusterResearch.Indexing;

namespace ClusterResearch.Tests.Reference;

/// <summary>How each method of the reference cases is asked of the library: only by its public methods.</summary>
internal static class ReferenceMethods
{
    private static readonly Direction Higher = new Direction.Higher();

    public static IReadOnlyDictionary<string, Func<ReferenceCase, Dictionary<string, object>>> All { get; } =
        new Dictionary<string, Func<ReferenceCase, Dictionary<string, object>>>
        {
            ["normalise.minmax"] = c => ByColumn(c, (x, j) => MinMax.Of(x, ReferenceCase.DirectionOf(c.Options.GetProperty("direction"), j), Scale(c))),
            ["normalise.goalposts"] = c => ByColumn(c, (x, j) => Goalposts(c, x, j)),
            ["normalise.zscore"] = c => ByColumn(c, (x, _) => ZScore.Of(x, Higher, c.Number("ddof") == 1 ? ZScoreVariant.Sample : ZScoreVariant.Population)),
            ["normalise.zscore_robust"] = c => ByColumn(c, (x, _) => ZScore.Of(x, Higher, ZScoreVariant.Robust)),
            ["normalise.rank"] = c => ByColumn(c, (x, _) => Ranking.Of(x, Enum.Parse<TieRule>(c.Word("ties")!, ignoreCase: true), c.Options.GetProperty("ascending").GetBoolean())),
            ["normalise.interval"] = c => OneColumn(c, new Direction.Range(c.Number("a"), c.Number("b"))),
            ["normalise.middle"] = c => OneColumn(c, new Direction.Target(c.Number("t"))),
            ["weights.entropy"] = Entropy,
            ["weights.entropy_panel"] = Entropy,
            ["weights.equal"] = c => new() { ["w"] = EqualWeights.Of(c.Columns.Length) },
            ["aggregate.means"] = Means,
        };

    private static Dictionary<string, object> ByColumn(ReferenceCase c, Func<double[], int, double[]> method) =>
        new() { ["values"] = c.Columns.Select((name, j) => (name, Values: method(c.Column(j), j))).ToDictionary(v => v.name, v => (object)v.Values) };

    private static Dictionary<string, object> OneColumn(ReferenceCase c, Direction direction) =>
        new() { ["values"] = MinMax.Of(ReferenceCase.Numbers(c.Input.GetProperty("x")), direction, (0, 1)) };

    private static (double, double) Scale(ReferenceCase c) =>
        c.Options.TryGetProperty("to", out var to) ? (to[0].GetDouble(), to[1].GetDouble()) : (0, 1);

    private static double[] Goalposts(ReferenceCase c, double[] x, int j)
    {
        var posts = new Goalposts(c.Options.GetProperty("lo")[j].GetDouble(), c.Options.GetProperty("hi")[j].GetDouble());
        return GoalpostsNormalisation.Of(x, ReferenceCase.DirectionOf(c.Options.GetProperty("direction"), j), posts, c.Options.GetProperty("clip").GetBoolean());
    }

    private static Dictionary<string, object> Entropy(ReferenceCase c)
    {
        var shift = c.Options.TryGetProperty("shift", out var s) ? s.GetDouble() : 0;
        var columns = c.Columns.Select((_, j) =>
        {
            var x = c.Word("transform") == "raw" ? c.Column(j) : MinMax.Of(c.Column(j), ReferenceCase.DirectionOf(c.Input.GetProperty("direction"), j), (0, 1));
            return (ReadOnlyMemory<double>)x.Select(v => v + shift).ToArray();
        });
        var result = EntropyWeights.Of([.. columns]);
        var p = c.Rows.Select((_, i) => result.Shares.Select(share => share[i]).ToArray()).ToArray();
        return new() { ["p"] = p, ["e"] = result.Entropy, ["d"] = result.Divergence, ["w"] = result.Weights };
    }

    private static Dictionary<string, object> Means(ReferenceCase c)
    {
        var w = ReferenceCase.Numbers(c.Input.GetProperty("weights"));
        return new()
        {
            ["arithmetic"] = c.Rows.Select(x => ArithmeticMean.Of(x, w)).ToArray(),
            ["geometric"] = c.Rows.Select(x => GeometricMean.Of(x, w)).ToArray(),
            ["harmonic"] = c.Rows.Select(x => HarmonicMean.Of(x, w)).ToArray(),
            ["power"] = c.Rows.Select(x => PowerMean.Of(x, w, c.Number("power_p"))).ToArray(),
        };
    }
}
