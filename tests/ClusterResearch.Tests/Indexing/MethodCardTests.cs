using ClusterResearch.Indexing;
using ClusterResearch.Indexing.Aggregating;
using ClusterResearch.Indexing.Normalising;
using ClusterResearch.Indexing.Weighing;
using ClusterResearch.Rendering;

namespace ClusterResearch.Tests.Indexing;

public sealed class MethodCardTests
{
    private static readonly MethodCard Card = new("step", "Name", "variant", "x = 1", "Rules.", "Book");

    [Fact]
    public void Renders_to_markdown_and_text()
    {
        Assert.Equal("> **Name** · step\n>\n> Variant: variant.\n>\n> $$x = 1$$\n>\n> Rules.\n>\n> Source: Book.", Card.Render(MimeType.Markdown));
        Assert.Equal("Name (variant)", Card.Render(MimeType.Text));
        Assert.Equal(MimeType.Text, Card.MimeTypes[^1]);
        Assert.StartsWith("A method card does not render to text/html.", Assert.Throws<ArgumentException>(() => Card.Render(MimeType.Html)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_method_did_to_the_data_stands_on_its_card()
    {
        var did = Card with { Did = ["3 of 40 cells filled.", "A dropped."] };
        Assert.Contains("> Rules.\n>\n> On this data: 3 of 40 cells filled.\n>\n> On this data: A dropped.\n>\n> Source", did.Render(MimeType.Markdown), StringComparison.Ordinal);
        Assert.Equal(did, Card with { Did = ["3 of 40 cells filled.", "A dropped."] });
        Assert.NotEqual(Card, did);
    }

    [Fact]
    public void Every_method_has_a_complete_card()
    {
        MethodCard[] cards =
        [
            new MinMax().Card, new ZScore().Card, new ZScore { Variant = ZScoreVariant.Robust }.Card, new GoalpostsNormalisation().Card,
            new EntropyWeights().Card, new EqualWeights().Card, new GivenWeights { ["A"] = 1 }.Card,
            new ArithmeticMean().Card, new GeometricMean().Card, new HarmonicMean().Card, new PowerMean(2).Card,
            new MazziottaPareto().Card, new MazziottaPareto { Penalty = Penalty.Added }.Card, new MazziottaPareto { Deviation = RowDeviation.Sample }.Card, new AdjustedMazziottaPareto().Card,
            new AdjustedMazziottaPareto { BaseYear = 2003 }.Card, new Topsis().Card, new Topsis { Scale = TopsisScale.MinMax }.Card, new Topsis { Comparison = Comparison.WithinYear }.Card,
            new Vikor().Card, new Vikor { V = 0.3 }.Card, new GreyRelational().Card, new GreyRelational { Rho = 0.3 }.Card, new RankSumRatio().Card, new RankSumRatio { Ranks = RsrRanks.NonIntegerRanks }.Card,
            new Copeland().Card, new Borda().Card, new BenefitOfTheDoubt().Card, new BenefitOfTheDoubt { Shares = (0.1, 0.5) }.Card, new FuzzyComprehensive().Card, new BranchAggregation().Card,
            new MissingRule.Renormalise().Card, new MissingRule.Propagate().Card, new MissingRule.Refuse().Card,
        ];
        Assert.All(cards, c => Assert.All(new[] { c.Step, c.Name, c.Variant, c.Formula, c.Rules, c.Source }, t => Assert.NotEmpty(t)));
        Assert.Equal(cards.Length, cards.Select(c => c.ToString()).Distinct().Count());
    }
}
