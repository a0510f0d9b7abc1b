using ClusterResearch.Indexing;
using ClusterResearch.Indexing.Normalising;
using ClusterResearch.Tests.Support;
using CsCheck;

namespace ClusterResearch.Tests.Indexing.Normalising;

/// <summary>What holds for every normalisation, whatever the figures.</summary>
public sealed class NormalisationTests
{
    /// <summary>Each method on plain columns of positive figures, and whether a change of the unit by a factor, or by a shift, may change nothing.</summary>
    private static readonly Dictionary<string, (Func<double[], Direction, double[]> Of, bool FreeOfFactor, bool FreeOfShift)> Methods = new()
    {
        ["min-max"] = ((x, d) => MinMax.Of(x, d, (0, 1)), true, true),
        ["z-score, sample"] = ((x, d) => ZScore.Of(x, d, ZScoreVariant.Sample), true, true),
        ["z-score, population"] = ((x, d) => ZScore.Of(x, d, ZScoreVariant.Population), true, true),
        ["z-score, robust"] = ((x, d) => ZScore.Of(x, d, ZScoreVariant.Robust), true, true),
        ["rank"] = ((x, d) => RankNormalisation.Of(x, d, RankVariant.Rank, TieRule.Average), true, true),
        ["percentile rank"] = ((x, d) => RankNormalisation.Of(x, d, RankVariant.PercentileRank, TieRule.Average), true, true),
        ["distance to maximum"] = ((x, d) => DistanceToReference.Of(x, x, d is Direction.Higher, double.NaN), true, true),
        ["goalposts"] = ((x, d) => GoalpostsNormalisation.Of(x, d, new Goalposts(0, 200), clip: false), false, false),
        ["distance to target"] = ((x, d) => DistanceToTarget.Of(x, x, d is Direction.Higher, d is Direction.Higher ? 200 : 0, cap: false), false, false),
        ["ratio to maximum"] = ((x, d) => Ratio(x, d, RatioBase.Maximum), true, false),
        ["ratio to sum"] = ((x, d) => Ratio(x, d, RatioBase.Sum), true, false),
        ["vector"] = ((x, d) => Ratio(x, d, RatioBase.Vector), true, false),
    };

    private static readonly Gen<double[]> Figures = Gen.Double[1, 100].Array[3, 20].Where(x => new Direction[] { new Direction.Higher(), new Direction.Lower() }
        .All(d => ZScore.Of(x, d, ZScoreVariant.Robust).All(double.IsFinite)) && x.Order().Zip(x.Order().Skip(1), (a, b) => b - a).All(gap => gap > 1e-6));

    public static IEnumerable<TheoryDataRow<string>> Names() => Methods.Keys.Select(n => new TheoryDataRow<string>(n));

    [Theory, MemberData(nameof(Names))]
    public void A_change_of_the_unit_changes_nothing_where_it_should_not(string name)
    {
        var (of, freeOfFactor, freeOfShift) = Methods[name];
        Gen.Select(Figures, Gen.Double[0.001, 1000], Gen.Double[0, 1000]).Sample((x, factor, shift) =>
        {
            foreach (var direction in new Direction[] { new Direction.Higher(), new Direction.Lower() })
            {
                var before = of(x, direction);
                Assert.Equal(before, freeOfFactor ? of([.. x.Select(v => v * factor)], direction) : before, Near);
                Assert.Equal(before, freeOfShift ? of([.. x.Select(v => v + shift)], direction) : before, Near);
            }
        }, iter: 200);
    }

    [Theory, MemberData(nameof(Names))]
    public void The_better_figure_has_the_higher_score_and_reversing_the_direction_reverses_the_order(string name) =>
        Figures.Sample(x =>
        {
            var order = Enumerable.Range(0, x.Length).OrderBy(i => x[i]).ToArray();
            Assert.Equal(order, Enumerable.Range(0, x.Length).OrderBy(i => Methods[name].Of(x, new Direction.Higher())[i]));
            Assert.Equal(order.Reverse(), Enumerable.Range(0, x.Length).OrderBy(i => Methods[name].Of(x, new Direction.Lower())[i]));
        }, iter: 200);

    [Theory, MemberData(nameof(Names))]
    public void Permuting_the_rows_permutes_the_scores(string name) =>
        Gen.Select(Figures, Gen.Int).Sample((x, seed) =>
        {
            var order = Enumerable.Range(0, x.Length).OrderBy(i => HashCode.Combine(i, seed)).ToArray();
            var (before, after) = (Methods[name].Of(x, new Direction.Lower()), Methods[name].Of([.. order.Select(i => x[i])], new Direction.Lower()));
            Assert.Equal(order.Select(i => before[i]), after, Near);
        }, iter: 200);

    [Theory, MemberData(nameof(Names))]
    public void A_missing_value_stays_missing_and_the_others_are_as_if_it_were_not_there(string name) =>
        Figures.Sample(x =>
        {
            foreach (var direction in new Direction[] { new Direction.Higher(), new Direction.Lower() })
            {
                Assert.Equal([.. Methods[name].Of(x, direction), double.NaN], Methods[name].Of([.. x, double.NaN], direction));
            }
        }, iter: 200);

    [Fact]
    public void What_a_method_did_to_the_data_stands_on_its_card()
    {
        using var study = new StudyFolder();
        var table = IndicatorTable.Measure(study.Index("waste / output", "\"waste - lag(waste, 1)\"").Open().Index("index"));
        Assert.Equal(["92 of 96 cells of 6 indicators put on the scale; 4 are missing and stay so"], new MinMax().Normalise(table).Card.Did);
        var clipped = new GoalpostsNormalisation().Normalise(table).Card.Did;
        Assert.Equal(2, clipped.Length);
        Assert.EndsWith("values beyond the ends count as the end", clipped[1], StringComparison.Ordinal);
    }

    private static double[] Ratio(double[] x, Direction d, RatioBase to) => RatioNormalisation.Of(x, x, to, d is Direction.Lower ? RatioNormalisation.UsualFor(to) : null);

    private static bool Near(double a, double b) => a.Equals(b) || Math.Abs(a - b) < 1e-8 * Math.Max(1, Math.Abs(a));
}
