using System.Text.Json;
using ClusterResearch.Indexing;
using ClusterResearch.Indexing.Normalising;

namespace ClusterResearch.Verification;

/// <summary>Family A: normalisation.</summary>
internal static class NormalisationCases
{
    private static readonly Direction Higher = new Direction.Higher();

    public static Dictionary<string, ReferenceMethod> Methods { get; } =
        new()
        {
            ["normalise.minmax"] = c => ByColumn(c, (x, j) => MinMax.Of(x, DirectionOf(c, j), Scale(c))),
            ["normalise.goalposts"] = c => ByColumn(c, (x, j) => Goalposts(c, x, j)),
            ["normalise.zscore"] = c => ByColumn(c, (x, _) => ZScore.Of(x, Higher, c.Number("ddof") == 1 ? ZScoreVariant.Sample : ZScoreVariant.Population)),
            ["normalise.zscore_robust"] = c => ByColumn(c, (x, _) => ZScore.Of(x, Higher, ZScoreVariant.Robust)),
            ["normalise.rank"] = c => ByColumn(c, (x, _) => Ranking.Of(x, Ties(c), c.Flag("ascending", true))),
            ["normalise.vector"] = c => ByColumn(c, (x, j) => Ratio(c, x, j, RatioBase.Vector)),
            ["normalise.sum"] = c => ByColumn(c, (x, j) => Ratio(c, x, j, RatioBase.Sum)),
            ["normalise.max"] = c => ByColumn(c, (x, j) => Ratio(c, x, j, RatioBase.Maximum)),
            ["normalise.percentile_rank"] = c => ByColumn(c, (x, j) => RankNormalisation.Of(x, DirectionOf(c, j), RankVariant.PercentileRank, Ties(c))),
            ["normalise.distance_to_target"] = c => ByColumn(c, (x, j) => DistanceToTarget.Of(x, x, DirectionOf(c, j) is Direction.Higher, Target(c, j), c.Flag("cap"))),
            ["normalise.ratio_to_target"] = c => ByColumn(c, (x, j) => DistanceToTarget.RatioOf(x, Target(c, j), c.Flag("cap"))),
            ["normalise.distance_to_max"] = c => ByColumn(c, (x, j) => DistanceToReference.Of(x, x, DirectionOf(c, j) is Direction.Higher, double.NaN)),
            ["normalise.distance_to_reference"] = c => ByColumn(c, (x, j) => ToReference(c, x, j)),
            ["normalise.interval_with_tolerance"] = Tolerance,
            ["normalise.interval"] = c => OneColumn(c, new Direction.Range(c.Number("a"), c.Number("b"))),
            ["normalise.middle"] = c => OneColumn(c, new Direction.Target(c.Number("t"))),
        };

    private static Dictionary<string, object> ByColumn(ReferenceCase c, Func<double[], int, double[]> method) =>
        new() { ["values"] = c.Columns.Index().ToDictionary(v => v.Item, v => method(c.Column(v.Index), v.Index)) };

    private static Dictionary<string, object> OneColumn(ReferenceCase c, Direction direction) =>
        new() { ["values"] = MinMax.Of(c.Values("x"), direction, (0, 1)) };

    private static Direction DirectionOf(ReferenceCase c, int j) => c.Option("direction") is { } given ? ReferenceCase.DirectionOf(given, j) : Higher;

    private static TieRule Ties(ReferenceCase c) => Enum.Parse<TieRule>(c.Word("ties")!, ignoreCase: true);

    private static double Target(ReferenceCase c, int j) => c.Option("target") is { ValueKind: JsonValueKind.Array } list ? list[j].GetDouble() : c.Number("target");

    private static double[] Ratio(ReferenceCase c, double[] x, int j, RatioBase to) =>
        RatioNormalisation.Of(x, x, to, DirectionOf(c, j) is Direction.Lower ? RatioNormalisation.UsualFor(to) : null);

    /// <summary>A reference that is itself missing has no distance, unlike none given, which means the best value.</summary>
    private static double[] ToReference(ReferenceCase c, double[] x, int j)
    {
        var reference = x[(int)c.Number("reference_row")];
        return double.IsNaN(reference) ? x.Select(_ => double.NaN).ToArray() : DistanceToReference.Of(x, x, DirectionOf(c, j) is Direction.Higher, reference);
    }

    private static Dictionary<string, object> Tolerance(ReferenceCase c)
    {
        var (range, posts) = (new Direction.Range(c.Number("a"), c.Number("b")), new Goalposts(c.Number("lo"), c.Number("hi")));
        return new() { ["values"] = GoalpostsNormalisation.Of(c.Values("x"), range, posts, clip: true, GoalpostSides.EachItsOwn) };
    }

    private static (double, double) Scale(ReferenceCase c) => c.Option("to") is { } to ? (to[0].GetDouble(), to[1].GetDouble()) : (0, 1);

    private static double[] Goalposts(ReferenceCase c, double[] x, int j)
    {
        var posts = new Goalposts(c.Option("lo")!.Value[j].GetDouble(), c.Option("hi")!.Value[j].GetDouble());
        return GoalpostsNormalisation.Of(x, ReferenceCase.DirectionOf(c.Option("direction")!.Value, j), posts, c.Flag("clip"));
    }
}
