using ClusterResearch.Indexing;
using ClusterResearch.Indexing.Auditing;
using ClusterResearch.Indexing.Weighing;
using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests.Indexing.Auditing;

/// <summary>Two indicators whose orders are Alder, Birch, Cedar, Dogwood and Birch, Cedar, Alder, Dogwood.</summary>
public sealed class ConsequenceTests
{
    private static readonly IndexResult First = By(1), Second = By(0);

    [Fact]
    public void Places_are_compared_in_the_last_year()
    {
        var c = Consequence.Of(First, Second);
        Assert.Equal((2004, 4, 3, 2.0, "Alder"), (c.Year, c.Cities, c.Moved, c.Largest, c.Who!.Key));
        // ranks 1 2 3 4 against 3 1 2 4: 1 − 6·(4 + 1 + 1)/(4·15)
        Assert.Equal(0.4, c.Spearman, 1e-12);
        Assert.Equal("3 of 4 cities have another place in 2004, at most 2 away (Alder); Spearman 0.400", c.ToString());
    }

    [Fact]
    public void The_same_index_moves_nobody() => Assert.Equal("no city of 4 has another place in 2004; Spearman 1.000", Consequence.Of(First, First).ToString());

    [Fact]
    public void Cities_of_the_first_must_be_in_the_second() =>
        Assert.Throws<KeyNotFoundException>(() => Consequence.Of(First, (First.Recipe with { Cities = ["Alder", "Birch"] }).Build(TwoIndicators.Design)));

    private static IndexResult By(double first) => new IndexRecipe { Weighting = new GivenWeights { ["X1"] = first, ["X2"] = 1 - first } }.Build(TwoIndicators.Design);
}
