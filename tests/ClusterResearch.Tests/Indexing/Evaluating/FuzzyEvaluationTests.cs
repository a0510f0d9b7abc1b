using ClusterResearch.Indexing.Evaluating;

namespace ClusterResearch.Tests.Indexing.Evaluating;

public sealed class FuzzyEvaluationTests
{
    private static readonly ReadOnlyMemory<double>[] R = [new[] { 0.8, 0.2 }, new[] { 0.1, 0.9 }];

    [Theory]
    [InlineData(FuzzyOperator.MinMax, 0.6, 0.4)] // max(min(0.6, 0.8), min(0.4, 0.1)); max(min(0.6, 0.2), min(0.4, 0.9))
    [InlineData(FuzzyOperator.ProductMax, 0.48, 0.36)]
    [InlineData(FuzzyOperator.MinBoundedSum, 0.7, 0.6)]
    [InlineData(FuzzyOperator.ProductSum, 0.52, 0.48)]
    public void Operators_by_hand(FuzzyOperator op, double first, double second)
    {
        var v = FuzzyEvaluation.Of([0.6, 0.4], R, op, [100, 50]);
        Assert.Equal([first, second], v.Memberships.Select(b => Math.Round(b, 15)));
        Assert.Equal(1, v.Normalised.Sum(), 1e-15);
        Assert.Equal((100 * first + 50 * second) / (first + second), v.Score, 1e-12);
        Assert.Equal(0, v.Grade);
    }

    [Fact]
    public void Sums_are_bounded_by_one() => Assert.Equal([1, 1], FuzzyEvaluation.Of([0.9, 0.9], [new[] { 0.9, 0.6 }, new[] { 0.8, 0.5 }], FuzzyOperator.MinBoundedSum, [1, 2]).Memberships);

    [Fact]
    public void Of_equal_memberships_the_first_is_the_grade_in_spite_of_rounding() =>
        Assert.Equal(0, FuzzyEvaluation.Of([0.1, 0.2, 0.7], [new[] { 0.0, 0 }, new[] { 0.0, 0 }, new[] { 0.3 / 0.7, (0.1 + 0.2) / 0.7 }], FuzzyOperator.ProductSum, [1, 2]).Grade);

    [Fact]
    public void A_factor_without_memberships_leaves_its_weight_to_the_others()
    {
        var v = FuzzyEvaluation.Of([0.6, 0.4], [R[0], new[] { double.NaN, double.NaN }], FuzzyOperator.ProductSum, [100, 50]);
        Assert.Equal([0.8, 0.2], v.Memberships.Select(b => Math.Round(b, 15)));
        var none = FuzzyEvaluation.Of([1], [new[] { double.NaN, double.NaN }], FuzzyOperator.MinMax, [100, 50]);
        Assert.Equal((-1, double.NaN), (none.Grade, none.Score));
        Assert.Equal("Nothing could be evaluated.", none.ToTable(["good", "bad"]).Notes[0]);
    }

    [Fact]
    public void Two_levels_by_hand()
    {
        var (groups, whole) = FuzzyEvaluation.TwoLevels([0.5, 0.5], [(new[] { 0.6, 0.4 }, R), (new[] { 1.0 }, [R[0]])], FuzzyOperator.MinMax, [100, 50], normaliseBetween: true);
        Assert.Equal([0.6, 0.4], groups[0].Memberships);
        // the second group: (0.8, 0.2); then max(min(0.5, 0.6), min(0.5, 0.8)), max(0.4, 0.2)
        Assert.Equal([0.5, 0.4], whole.Memberships);
        var bounded = FuzzyEvaluation.TwoLevels([1], [(new[] { 0.6, 0.4 }, R)], FuzzyOperator.MinBoundedSum, [100, 50], normaliseBetween: true);
        Assert.Equal(0.7 / 1.3, bounded.Whole.Memberships[0], 1e-15);
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        Assert.Equal("1 weights, 2 rows of memberships, 2 grades: they must fit, and be at least one. (Parameter 'memberships')", Assert.Throws<ArgumentException>(() => FuzzyEvaluation.Of([1], R, FuzzyOperator.MinMax, [1, 2])).Message);
        Assert.Throws<ArgumentException>(() => FuzzyEvaluation.Of([0.5, 0.5], R, FuzzyOperator.MinMax, [1]));
        Assert.Equal("Weights and memberships are from 0 to 1. (Parameter 'weights')", Assert.Throws<ArgumentException>(() => FuzzyEvaluation.Of([1.5, 0.5], R, FuzzyOperator.MinMax, [1, 2])).Message);
    }

    [Fact]
    public void As_a_table_it_says_both_verdicts() =>
        Assert.Equal("Maximum membership: good. Weighted average: 76.", FuzzyEvaluation.Of([0.6, 0.4], R, FuzzyOperator.ProductSum, [100, 50]).ToTable(["good", "bad"]).Notes[0]);
}
