using System.Collections.Immutable;
using ClusterResearch.Indexing;
using ClusterResearch.Indexing.Auditing;
using ClusterResearch.Indexing.Weighing;
using ClusterResearch.Tables;
using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests.Indexing.Auditing;

public sealed class KnownMistakesTests
{
    [Fact]
    public void Each_mistake_stands_beside_the_index()
    {
        var index = new IndexRecipe().Build(Study.Open(Path.Combine(Repository.Root, "data/henan")).Index("index-panel"));
        var table = KnownMistakes.ToTable(index);
        var years = Row(table, "Entropy weights with divisor: ln of the number of years instead of ln of the number of shares");
        Assert.True(years[2] is > 0.0 || ((string)years[5]!).EndsWith("weights would be negative", StringComparison.Ordinal));
        var shifted = Row(table, "Entropy weights with shift: 1 added instead of no shift");
        var expected = Consequence.Of(index, (index.Recipe with { Weighting = new EntropyWeights { Shift = 1 } }).Build(index.Design));
        Assert.Equal([(double)expected.Moved, expected.Largest, expected.Spearman], shifted[2..5]);
        var yearly = Row(table, "A scale for each year");
        Assert.True(yearly[2] is > 0.0 || ((string)yearly[5]!).Length > 0);
        Assert.Contains(table.Rows, r => ((string)r[0]!).StartsWith("Costs entered as benefits", StringComparison.Ordinal));
        Assert.Equal("Ranks of scores rounded to 1 decimal", table.Rows[^1][0]);
    }

    private static ImmutableArray<object?> Row(Table table, string mistake) => table.Rows.Single(r => (string)r[0]! == mistake);
}
