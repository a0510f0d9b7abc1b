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
            ["normalise.minmax"] = c => ByColumn(c, (x, j) => MinMax.Of(x, ReferenceCase.DirectionOf(c.Option("direction")!.Value, j), Scale(c))),
            ["normalise.goalposts"] = c => ByColumn(c, (x, j) => Goalposts(c, x, j)),
            ["normalise.zscore"] = c => ByColumn(c, (x, _) => ZScore.Of(x, Higher, c.Number("ddof") == 1 ? ZScoreVariant.Sample : ZScoreVariant.Population)),
            ["normalise.zscore_robust"] = c => ByColumn(c, (x, _) => ZScore.Of(x, Higher, ZScoreVariant.Robust)),
            ["normalise.rank"] = c => ByColumn(c, (x, _) => Ranking.Of(x, Enum.Parse<TieRule>(c.Word("ties")!, ignoreCase: true), c.Flag("ascending", true))),
            ["normalise.interval"] = c => OneColumn(c, new Direction.Range(c.Number("a"), c.Number("b"))),
            ["normalise.middle"] = c => OneColumn(c, new Direction.Target(c.Number("t"))),
        };

    private static Dictionary<string, object> ByColumn(ReferenceCase c, Func<double[], int, double[]> method) =>
        new() { ["values"] = c.Columns.Index().ToDictionary(v => v.Item, v => method(c.Column(v.Index), v.Index)) };

    private static Dictionary<string, object> OneColumn(ReferenceCase c, Direction direction) =>
        new() { ["values"] = MinMax.Of(c.Values("x"), direction, (0, 1)) };

    private static (double, double) Scale(ReferenceCase c) => c.Option("to") is { } to ? (to[0].GetDouble(), to[1].GetDouble()) : (0, 1);

    private static double[] Goalposts(ReferenceCase c, double[] x, int j)
    {
        var posts = new Goalposts(c.Option("lo")!.Value[j].GetDouble(), c.Option("hi")!.Value[j].GetDouble());
        return GoalpostsNormalisation.Of(x, ReferenceCase.DirectionOf(c.Option("direction")!.Value, j), posts, c.Flag("clip"));
    }
}
