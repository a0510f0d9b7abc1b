using ClusterResearch.Indexing;

namespace ClusterResearch.Tests.Indexing;

/// <summary>The rules as they show themselves; what they do stands in <see cref="ScoreTableTests"/> and <see cref="IndexRecipeTests"/>.</summary>
public sealed class MissingRuleTests
{
    [Fact]
    public void Cards_and_needed_shares()
    {
        Assert.Equal("Renormalised weights (a score needs 33.3 % of its weight present)", new MissingRule.Renormalise(1 / 3.0).Card.ToString());
        Assert.Equal([0.5, 1, 1], new MissingRule[] { new MissingRule.Renormalise(), new MissingRule.Propagate(), new MissingRule.Refuse() }.Select(r => r.RequiredShare));
        Assert.Equal("Propagated (a score with a missing child is missing)", new MissingRule.Propagate().Card.ToString());
        Assert.Equal("Refused (an index with a missing cell is not computed)", new MissingRule.Refuse().Card.ToString());
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void A_share_is_from_0_to_1(double share) =>
        Assert.StartsWith("The share of weight that must be present is from 0 to 1.", Assert.Throws<ArgumentOutOfRangeException>(() => new MissingRule.Renormalise(share)).Message, StringComparison.Ordinal);
}
