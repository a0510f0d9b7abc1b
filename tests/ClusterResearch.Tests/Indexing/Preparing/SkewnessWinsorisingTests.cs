using ClusterResearch.Indexing.Preparing;
using ClusterResearch.Indexing.Weighing;
using ClusterResearch.Statistics;
using ClusterResearch.Tests.Support;
using CsCheck;

namespace ClusterResearch.Tests.Indexing.Preparing;

/// <summary>The rule at its edges; the reference cases and the ASEM example hold the rest.</summary>
public sealed class SkewnessWinsorisingTests
{
    [Fact]
    public void One_high_value_is_set_to_the_next()
    {
        var done = SkewnessWinsorising.Of([1, 2, 3, 4, double.NaN, 5, 6, 7, 100]);
        Assert.Equal([1, 2, 3, 4, double.NaN, 5, 6, 7, 7], done.Values);
        Assert.Equal((1, true), (done.Count, done.Passes));
    }

    [Fact]
    public void Low_values_as_well_and_ties_together()
    {
        var done = SkewnessWinsorising.Of([-100, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
        Assert.Equal([1, 1, 2, 3, 4, 5, 6, 7, 8, 9], done.Values);
        // both maxima at once, although one is asked for
        var tied = SkewnessWinsorising.Of([.. Enumerable.Range(1, 20), 500, 500], maximumPoints: 1);
        Assert.Equal((2, 20.0, 20.0), (tied.Count, tied.Values[20], tied.Values[21]));
    }

    [Fact]
    public void After_the_last_allowed_point_it_stops_and_says_that_it_does_not_pass()
    {
        double[] x = [1, 2, 3, 1, 2, 3, 1, 2, 3, 1000, 2000, 4000];
        var none = SkewnessWinsorising.Of(x, maximumPoints: 0, kurtosisLimit: 1);
        Assert.Equal((0, false), (none.Count, none.Passes));
        Assert.Equal(x, none.Values);
    }

    [Fact]
    public void A_step_that_would_leave_one_value_only_is_not_taken()
    {
        double[] x = [0, 0, 0, 0, 0, 0, 0, 0, 9];
        var done = SkewnessWinsorising.Of(x);
        Assert.Equal((0, false), (done.Count, done.Passes));
        Assert.Equal(x, done.Values);
    }

    [Fact]
    public void What_has_no_shape_passes() =>
        Assert.All(new double[][] { [], [5], [1, 2, 100], [3, 3, 3, 3, 3], [double.NaN, double.NaN] }, x => Assert.Equal((0, true), (SkewnessWinsorising.Of(x).Count, SkewnessWinsorising.Of(x).Passes)));

    [Fact]
    public void What_passes_is_left_and_a_second_time_changes_nothing() =>
        Gen.Select(Gen.Double[-1, 1].Array[4, 30], Gen.Int[0, 2]).Sample((x, extremes) =>
        {
            var values = x.Select((v, i) => i < extremes ? 1000 * v : v).ToArray();
            var done = SkewnessWinsorising.Of(values);
            var ordinary = SkewnessWinsorising.IsOrdinary(Skewness.Of(values), Kurtosis.Of(values), 2, 3.5);
            return (!ordinary || done.Values.SequenceEqual(values)) && (!done.Passes || SkewnessWinsorising.Of(done.Values.AsSpan()).Values.SequenceEqual(done.Values));
        });

    [Fact]
    public void The_fallback_takes_the_values_before_winsorising()
    {
        using var study = Skewed();
        var rule = new SkewnessWinsorising { MaximumPoints = 1 };
        var index = study.Build(new() { Treatment = rule, Weighting = new EqualWeights() });
        var raw = index.Measured.Column("WAS").ToArray();
        Assert.Equal(LogTransform.Of(raw, PositiveShift.HundredthOfRange), index.Indicators.Column("WAS").ToArray());
        Assert.Equal("ln t/1e4 CNY", index.Tree["WAS"].Indicator!.Unit);
        Assert.StartsWith("WAS: logarithm of the value + ", index.Indicators.Cards.Single().Did[1], StringComparison.Ordinal);
        var kept = study.Build(new() { Treatment = rule with { Fallback = new NoTreatment() }, Weighting = new EqualWeights() });
        Assert.Equal([.. SkewnessWinsorising.Of(raw, 1).Values], kept.Indicators.Column("WAS").ToArray());
        Assert.Equal("WAS winsorised: Birch 2002", kept.Indicators.Cards.Single().Did[1]);
    }

    [Fact]
    public void The_card_names_limits_and_fallback()
    {
        Assert.Equal("Winsorising by skewness and kurtosis (where |skewness| ≥ 2 and excess kurtosis ≥ 3.5 (type 2, pooled over all city-years), up to 5 values, "
            + "else Logarithm (natural, shifted to a minimum of 1 % of the range))", new SkewnessWinsorising().Card.ToString());
        Assert.EndsWith("up to 2 values, else winsorised all the same)", new SkewnessWinsorising { MaximumPoints = 2, Fallback = new NoTreatment() }.Card.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("The number of values to winsorise is zero or more.", Assert.Throws<ArgumentOutOfRangeException>(() => new SkewnessWinsorising { MaximumPoints = -1 }).Message, StringComparison.Ordinal);
    }

    /// <summary>Two extreme wastes.</summary>
    private static StudyFolder Skewed() =>
        new StudyFolder().Panel("Birch,2002,210,82,33,6,58", "Birch,2002,210,82,33,6,9000").Panel("Cedar,2003,60,41,5,3,28", "Cedar,2003,60,41,5,3,1500");
}
