using ClusterResearch.Indexing;

namespace ClusterResearch.Tests.Indexing;

/// <summary>Ranks by hand; the reference cases hold the rest.</summary>
public sealed class RankingTests
{
    private static readonly double[] X = [3, 5, double.NaN, 5, 1];

    [Theory]
    [InlineData(TieRule.Min, new[] { 3, 1, double.NaN, 1, 4 })]
    [InlineData(TieRule.Max, new[] { 3, 2, double.NaN, 2, 4 })]
    [InlineData(TieRule.Average, new[] { 3, 1.5, double.NaN, 1.5, 4 })]
    [InlineData(TieRule.First, new[] { 3, 1, double.NaN, 2, 4 })]
    [InlineData(TieRule.Dense, new[] { 2, 1, double.NaN, 1, 3 })]
    public void The_largest_is_first_and_missing_has_no_rank(TieRule ties, double[] expected) => Assert.Equal(expected, Ranking.Of(X, ties, ascending: false));

    [Fact]
    public void Or_the_smallest() => Assert.Equal([2, 3, double.NaN, 3, 1], Ranking.Of(X, TieRule.Min, ascending: true));

    [Fact]
    public void Values_equal_at_twelve_digits_tie_at_eleven_they_do_not()
    {
        Assert.Equal([1, 1], Ranking.Of([0.1 + 0.2, 0.3], TieRule.Min, ascending: true));
        Assert.Equal([1, 1], Ranking.Of([1234567890.12, 1234567890.1200001], TieRule.Min, ascending: true));
        Assert.Equal([1, 2], Ranking.Of([1.00000000001, 1.00000000002], TieRule.Min, ascending: true));
        Assert.Equal([2, 1], Ranking.Of([-0.5, -0.5000000001], TieRule.Min, ascending: true));
    }

    [Fact]
    public void Zero_infinity_and_numbers_beyond_rounding_are_ranked()
    {
        Assert.Equal([1, 2, 2, 4, 5, 6], Ranking.Of([double.NegativeInfinity, 0, -0.0, double.Epsilon, 1e308, double.PositiveInfinity], TieRule.Min, ascending: true));
        Assert.Empty(Ranking.Of([], TieRule.Min, ascending: true));
    }

    [Fact]
    public void Twelve_digits_count_at_every_magnitude()
    {
        foreach (var scale in new[] { 1e-300, 1e-20, 1, 1e300 })
        {
            Assert.Equal([1, 1, 3], Ranking.Of([1.5 * scale, 1.5 * scale * (1 + 1e-13), 1.5 * scale * (1 + 1e-10)], TieRule.Min, ascending: true));
        }
        Assert.Equal([1, double.NaN], Ranking.Of([7, double.NaN], TieRule.Average, ascending: false));
    }
}
