using ClusterResearch.Indexing;
using ClusterResearch.Indexing.Variants;
using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests.Indexing.Variants;

public sealed class EntropyVariantsTests
{
    [Fact]
    public void Data_that_do_not_allow_a_variant_give_no_weights()
    {
        using var study = new StudyFolder();
        var table = study.Index("waste / output", "waste - 25").Build(new()).Measured;
        Assert.Null(EntropyVariants.Weights(new() { Values = EntropyValues.Raw }, table));
        Assert.NotNull(EntropyVariants.Weights(new(), table));
    }

    [Fact]
    public void Some_indicators_alone() => Assert.Equal([1.0], EntropyVariants.Weights(new(), IndicatorTable.Measure(TwoIndicators.Design), ["X2"])!.Value);

    [Fact]
    public void The_table_of_known_variants_gives_verdict_and_call()
    {
        var rows = EntropyVariants.ToTable().Rows;
        Assert.Equal(["nothing", "this library's default; Stata's ewm with norm(MM)", "new EntropyWeights()", "sound"], rows[0]);
        Assert.Contains(rows, r => (string)r[2]! == "new EntropyWeights { Shift = 0.0001 }");
        Assert.Contains(rows, r => (string)r[0]! == "divisor: ln of the number of years" && (string)r[2]! == "recognised, not offered");
        Assert.True(rows.Length >= 8);
    }

    /// <summary>Enough to speak of a search: the crossing of all axes without what cannot matter.</summary>
    [Fact]
    public void About_5000_variants_and_no_two_of_the_same_name()
    {
        using var study = new StudyFolder();
        var table = study.Build(new()).Measured;
        var all = EntropyVariants.All(table, [.. table.Design.Tree.Indicators]).Select(v => v.Variant.ToString()).ToArray();
        Assert.InRange(all.Length, 4500, 12000);
        Assert.Equal(all.Length, all.Distinct().Count());
    }
}
