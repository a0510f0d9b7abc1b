using ClusterResearch.Indexing;
using ClusterResearch.Indexing.Normalising;
using ClusterResearch.Indexing.Weighing;
using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests.Indexing.Normalising;

/// <summary>Ratios by hand; the reference cases hold the rest.</summary>
public sealed class RatioNormalisationTests
{
    private static readonly Broken[] Faults =
    [
        new("a negative value", s => s.Index("budget / output * 100", "budget - 10").BuildFindings(With(new RatioNormalisation { To = RatioBase.Sum })), """
            CR3106 negative-values  study/index.csv:5
              found:    “MON1” holds -6
              expected: values of zero or more, as the ratio to sum needs
              way out:  normalise by min-max first, or choose another method
            """),
        new("the reciprocal of zero, and nothing above zero", s => s.Index("waste / output", "waste - 20").Index("budget / output * 100", "budget - budget").BuildFindings(With(new RatioNormalisation())), """
            CR3506 no-ratio  study/index.csv:5
              found:    “MON1” has nothing above zero to divide by
              expected: values above zero where something is divided by them
              way out:  use min-max, or another handling of indicators where lower is better
            CR3506 no-ratio  study/index.csv:13
              found:    “WAS” holds 0, which has no reciprocal
              expected: values above zero where something is divided by them
              way out:  use min-max, or another handling of indicators where lower is better
            """),
    ];

    [Theory, MemberData(nameof(FaultNames))]
    public void A_fault_is_found_and_nothing_written(string name) => Broken.Check(Faults, name);

    private static readonly double[] X = [3, double.NaN, 4];

    [Fact]
    public void By_hand()
    {
        Assert.Equal([0.75, double.NaN, 1], RatioNormalisation.Of(X, X, RatioBase.Maximum, null));
        Assert.Equal([3 / 7.0, double.NaN, 4 / 7.0], RatioNormalisation.Of(X, X, RatioBase.Sum, null));
        Assert.Equal([0.6, double.NaN, 0.8], RatioNormalisation.Of(X, X, RatioBase.Vector, null));
        Assert.Equal([1, double.NaN, 0.75], RatioNormalisation.Of(X, X, RatioBase.Maximum, LowerRule.Reciprocal), Near);
        Assert.Equal([4 / 7.0, double.NaN, 3 / 7.0], RatioNormalisation.Of(X, X, RatioBase.Sum, LowerRule.Reciprocal), Near);
        Assert.Equal([0.25, double.NaN, 0], RatioNormalisation.Of(X, X, RatioBase.Maximum, LowerRule.Complement));
        Assert.Equal([0.4, double.NaN, 0.2], RatioNormalisation.Of(X, X, RatioBase.Vector, LowerRule.Complement), Near);
        Assert.Equal([0.8, double.NaN, 0.6], RatioNormalisation.Of(X, X, RatioBase.Vector, LowerRule.Reciprocal), Near);
    }

    [Fact]
    public void Where_nothing_can_be_divided_the_value_is_NaN()
    {
        Assert.All(RatioNormalisation.Of([0, 0], [0, 0], RatioBase.Maximum, null), y => Assert.True(double.IsNaN(y)));
        Assert.True(double.IsNaN(RatioNormalisation.Of([0, 2], [0, 2], RatioBase.Maximum, LowerRule.Reciprocal)[0]));
        Assert.Throws<ArgumentException>(() => RatioNormalisation.Of([double.PositiveInfinity], [1], RatioBase.Sum, null));
    }

    [Fact]
    public void A_range_counts_by_closeness_and_the_base_year_sets_the_divisor()
    {
        using var study = new StudyFolder();
        var table = IndicatorTable.Measure(study.Open().Index("index"));
        var closeness = new RatioNormalisation().Normalise(table).Column("PEO1").Values.ToArray();
        Assert.Equal(new MinMax().Normalise(table).Column("PEO1").Values.ToArray(), closeness, Near);
        var based = new RatioNormalisation { Pooling = Pooling.BaseYear(2001) }.Normalise(table);
        Assert.Equal(Enumerable.Range(0, 4).Max(c => table.Column("MON1").Span[c * 4]), based.Column("MON1").Parameters.Single().Value);
        Assert.Contains("lie beyond the ends that the base year sets", based.Card.Did[1], StringComparison.Ordinal);
    }

    [Fact]
    public void The_card_says_how_lower_is_turned_around()
    {
        Assert.Equal("Ratio to maximum (pooled over all city-years, lower is better by reciprocal)", new RatioNormalisation().Card.ToString());
        Assert.Equal("Vector normalisation (each year on its own, lower is better by complement)", new RatioNormalisation { To = RatioBase.Vector, Pooling = Pooling.PerYear }.Card.ToString());
        Assert.Equal("Ratio to sum (pooled over all city-years, lower is better by complement)", new RatioNormalisation { To = RatioBase.Sum, Lower = LowerRule.Complement }.Card.ToString());
    }

    public static IEnumerable<TheoryDataRow<string>> FaultNames() => Broken.Names(Faults);

    private static bool Near(double a, double b) => a.Equals(b) || Math.Abs(a - b) < 1e-14;

    private static IndexRecipe With(Normalisation normalisation) => new() { Normalisation = normalisation, Weighting = new EqualWeights() };
}
