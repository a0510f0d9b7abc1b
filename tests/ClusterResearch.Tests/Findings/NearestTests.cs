using ClusterResearch.Findings;

namespace ClusterResearch.Tests.Findings;

public sealed class NearestTests
{
    [Theory]
    [InlineData("outptu", "did you mean “output”? ")]
    [InlineData("OUTPUT", "did you mean “output”? ")]
    [InlineData("gpd", "did you mean “gdp”? ")]
    [InlineData("output_", "did you mean “output”? ")]
    [InlineData("put", "")]
    [InlineData("output", "")]
    [InlineData("", "")]
    [InlineData("budgets2", "did you mean “budget”? ")]
    [InlineData("wholly different", "")]
    public void The_nearest_within_a_third_of_the_length(string name, string hint) => Assert.Equal(hint, Nearest.Hint(name, ["output", "gdp", "budget"]));

    [Fact]
    public void Of_equally_near_ones_the_first_in_the_alphabet() => Assert.Equal("did you mean “xa1”? ", Nearest.Hint("xa", ["xa2", "xa1"]));

    [Fact]
    public void Nothing_is_near_to_nothing() => Assert.Equal("", Nearest.Hint("x", []));
}
