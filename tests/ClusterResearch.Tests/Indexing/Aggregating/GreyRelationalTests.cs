using ClusterResearch.Indexing.Aggregating;

namespace ClusterResearch.Tests.Indexing.Aggregating;

public sealed class GreyRelationalTests
{
    [Fact]
    public void By_hand()
    {
        // differences 0 0.5 1 and 1 0 0.5: (0 + 0.5) / (d + 0.5)
        var r = GreyRelational.Of(DecisionMatrixTests.Of([[2, 1, 0], [0, 2, 1]]));
        Assert.Equal((0, 1), (r.SmallestDifference, r.LargestDifference));
        Assert.Equal([1, 1.0 / 3], r.Coefficients[0]);
        Assert.Equal([(1 + 1.0 / 3) / 2, (0.5 + 1) / 2, (1.0 / 3 + 0.5) / 2], r.Grades.Select(g => g));
        Assert.Equal([2, 1, 3], r.Ranks);
    }

    [Fact]
    public void The_smallest_difference_counts_over_everything()
    {
        // against the reference 3: differences 1 and 2, ρ = 1: (1 + 2) / (1 + 2) and (1 + 2) / (2 + 2)
        Assert.Equal([1, 0.75], GreyRelational.Of(DecisionMatrixTests.Of([[2, 1]]), [3], rho: 1).Grades);
    }

    [Fact]
    public void What_equals_the_reference_has_the_grade_one()
    {
        Assert.Equal([1, 1], GreyRelational.Of(DecisionMatrixTests.Of([[4, 4]])).Grades);
        Assert.Equal([1, double.NaN], GreyRelational.Of(DecisionMatrixTests.Of([[4, double.NaN]])).Grades);
    }

    [Fact]
    public void Bad_options_are_refused()
    {
        var matrix = DecisionMatrixTests.Of([[1, 2]]);
        Assert.StartsWith("The distinguishing coefficient ρ is above 0 and at most 1.", Assert.Throws<ArgumentOutOfRangeException>(() => GreyRelational.Of(matrix, rho: 0)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new GreyRelational { Rho = 2 });
        Assert.Equal("1 criteria need 1 finite reference values. (Parameter 'reference')", Assert.Throws<ArgumentException>(() => GreyRelational.Of(matrix, [1, 2])).Message);
    }

    [Fact]
    public void As_a_table_it_shows_the_range_of_differences() =>
        Assert.Equal("Differences from the reference from 0 to 1.", GreyRelational.Of(DecisionMatrixTests.Of([[1, 2]])).ToTable(["A", "B"]).Notes[0]);
}
