using ClusterResearch.Indexing.Preparing;
using ClusterResearch.Statistics;
using ClusterResearch.Tests.Support;
using CsCheck;

namespace ClusterResearch.Tests.Indexing.Preparing;

public sealed class WinsorisingTests
{
    private static readonly Broken[] Faults =
    [
        new("nothing between", s => s.BuildFindings(new() { Treatment = new BranchTreatment { ["WAS"] = new CountWinsorising { Low = 8, High = 8 } } }), """
            CR3205 too-few-values  study/index.csv:13
              found:    “WAS” has 16 values, of which 16 are to be winsorised
              expected: at least one value between those that are winsorised
              way out:  winsorise fewer values
            """),
    ];

    [Theory, MemberData(nameof(FaultNames))]
    public void A_fault_is_found_and_nothing_written(string name) => Broken.Check(Faults, name);

    [Fact]
    public void By_count_by_hand()
    {
        Assert.Equal([3, 2, double.NaN, 5, 5, 2], CountWinsorising.Of([3, 1, double.NaN, 9, 5, 2], 1, 1));
        Assert.Equal([3, 1, double.NaN, 9, 5, 2], CountWinsorising.Of([3, 1, double.NaN, 9, 5, 2], 0, 0));
        // the second of two equal ones is beyond the count
        Assert.Equal([1, 2, 9, 9], CountWinsorising.Of([1, 2, 9, 9], 0, 1));
        Assert.Equal([double.NaN], CountWinsorising.Of([double.NaN], 1, 1));
        Assert.StartsWith("1 low and 1 high of 2 values leave none between.", Assert.Throws<ArgumentException>(() => CountWinsorising.Of([1, 2], 1, 1)).Message, StringComparison.Ordinal);
        Assert.StartsWith("The number of values to winsorise is zero or more.", Assert.Throws<ArgumentOutOfRangeException>(() => new CountWinsorising { Low = -1 }).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void By_percentile_by_hand()
    {
        // type 7 of five values: the quarter is the second value
        Assert.Equal([2, 2, 3, 4, 4, double.NaN], PercentileWinsorising.Of([1, 2, 3, 4, 50, double.NaN], 0.25, 0.75));
        Assert.Equal([10, 20], PercentileWinsorising.Of([10, 20], 0, 1));
        Assert.Equal([1.25, 2, 3, 3.75, 3.75], PercentileWinsorising.Of([1, 2, 3, 4, 50], 0.25, 0.75, QuantileType.LinearDistribution), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.StartsWith("The lower share 0.9 is above the upper one, 0.1.", Assert.Throws<ArgumentException>(() => PercentileWinsorising.Of([1, 2], 0.9, 0.1)).Message, StringComparison.Ordinal);
        Assert.StartsWith("The share below a quantile is from 0 to 1.", Assert.Throws<ArgumentOutOfRangeException>(() => new PercentileWinsorising { Low = 5 }).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_time_by_count_changes_nothing_and_neither_does_the_order() =>
        Gen.Select(Gen.Double[-10, 10].Array[5, 15], Gen.Int[0, 2], Gen.Int[0, 2]).Sample((x, low, high) =>
        {
            var once = CountWinsorising.Of(x, low, high);
            return CountWinsorising.Of(once, low, high).SequenceEqual(once) && CountWinsorising.Of(x.Reverse().ToArray(), low, high).Reverse().SequenceEqual(once);
        });

    [Fact]
    public void Cards_name_the_variant()
    {
        Assert.Equal("Winsorising by count (the 1 smallest and the 2 largest values of all city-years)", new CountWinsorising { Low = 1, High = 2 }.Card.ToString());
        Assert.Equal("Winsorising by percentile (at 2.5 % and 97.5 % of all city-years, quantiles of type 8)", new PercentileWinsorising { Low = 0.025, High = 0.975, Quantiles = QuantileType.MedianUnbiased }.Card.ToString());
    }

    public static IEnumerable<TheoryDataRow<string>> FaultNames() => Broken.Names(Faults);
}
