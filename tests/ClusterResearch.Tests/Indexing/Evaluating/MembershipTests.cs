using ClusterResearch.Indexing.Evaluating;
using CsCheck;

namespace ClusterResearch.Tests.Indexing.Evaluating;

public sealed class MembershipTests
{
    [Theory]
    [InlineData(-1, new[] { 1.0, 0, 0 })]
    [InlineData(0, new[] { 1.0, 0, 0 })]
    [InlineData(2.5, new[] { 0.75, 0.25, 0 })]
    [InlineData(10, new[] { 0, 1.0, 0 })]
    [InlineData(15, new[] { 0, 0.5, 0.5 })]
    [InlineData(99, new[] { 0, 0, 1.0 })]
    [InlineData(double.NaN, new[] { double.NaN, double.NaN, double.NaN })]
    public void Grades_by_their_centres(double x, double[] expected)
    {
        Assert.Equal(expected, Membership.Grades(x, [0, 10, 20]));
        Assert.Equal(expected, Membership.Grades(-x, [0, -10, -20])); // the best grade first
    }

    [Fact]
    public void Memberships_sum_to_one_and_give_back_the_value() =>
        Gen.Double[0, 20].Sample(x =>
        {
            var r = Membership.Grades(x, [0, 3, 10, 20]);
            Assert.Equal(1, r.Sum(), 1e-15);
            Assert.Equal(x, 3 * r[1] + 10 * r[2] + 20 * r[3], 1e-12);
        });

    [Fact]
    public void A_trapezoid()
    {
        Assert.Equal([0, 0.5, 1, 1, 0.25, 0, double.NaN], new[] { 1, 2, 3, 5, 8, 9, double.NaN }.Select(x => Membership.Trapezoid(x, 1, 3, 5, 9)));
        Assert.Equal([1, 1, 0], new[] { 0.0, 5, 5.1 }.Select(x => Membership.Trapezoid(x, 0, 0, 5, 5)));
        Assert.Equal("A trapezoid needs a ≤ b ≤ c ≤ d, not 2, 1, 3, 4. (Parameter 'a')", Assert.Throws<ArgumentException>(() => Membership.Trapezoid(0, 2, 1, 3, 4)).Message);
    }

    [Fact]
    public void Votes()
    {
        Assert.Equal([0.2, 0.5, 0.3], Membership.Votes([2, 5, 3]));
        Assert.Equal([double.NaN, double.NaN], Membership.Votes([0, 0]));
        Assert.Throws<ArgumentException>(() => Membership.Votes([-1, 2]));
    }

    [Fact]
    public void Centres_are_in_order()
    {
        Assert.Equal("Grades need two or more centres, all ascending or all descending. (Parameter 'centres')", Assert.Throws<ArgumentException>(() => Membership.Grades(1, [0, 2, 1])).Message);
        Assert.Throws<ArgumentException>(() => Membership.Grades(1, [0]));
        Assert.Throws<ArgumentException>(() => Membership.Grades(1, [0, 0]));
    }
}
