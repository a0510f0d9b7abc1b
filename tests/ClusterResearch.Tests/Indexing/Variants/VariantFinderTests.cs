using ClusterResearch.Indexing;
using ClusterResearch.Indexing.Variants;
using ClusterResearch.Indexing.Weighing;
using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests.Indexing.Variants;

/// <summary>Tables are printed from variants that are known; the finder must name them.</summary>
public sealed class VariantFinderTests
{
    private static readonly IndexDesign Henan = Study.Open(Path.Combine(Repository.Root, "data/henan")).Index("index-panel");
    private static readonly IndicatorTable Table = IndicatorTable.Measure(Henan);
    private static readonly string[] Codes = [.. Henan.Tree.Indicators.Select(n => n.Code)];

    public static IEnumerable<TheoryDataRow<int, int>> Variants() =>
        from v in Enumerable.Range(0, EntropyVariants.Known.Length)
        where EntropyVariants.Weights(EntropyVariants.Known[v].Variant, Table) is not null
        from decimals in new[] { 3, 5 }
        select new TheoryDataRow<int, int>(v, decimals);

    [Theory, MemberData(nameof(Variants))]
    public void A_table_printed_by_a_known_variant_is_given_back(int known, int decimals)
    {
        var variant = EntropyVariants.Known[known].Variant;
        var weights = EntropyVariants.Weights(variant, Table)!.Value;
        var search = VariantFinder.OfWeights(Table, [.. Codes.Zip(weights, (c, w) => (c, Print(w, decimals)))]);
        Assert.Contains(search.Exact, m => m.Variants.Contains(variant.Named.With("tree", "flat")));
        if (decimals == 5)
        {
            Assert.Contains(variant.Named.With("tree", "flat"), search.Matches[0].Variants);
        }
    }

    [Fact]
    public void Weights_of_the_index_file_are_respected()
    {
        var index = new IndexRecipe().Build(Henan);
        var search = VariantFinder.OfWeights(Table, [.. Codes.Select(c => (c, Print(index.Weights.Global(c), 4)))]);
        Assert.True(search.Matches[0].IsExact);
        Assert.Equal(new EntropyVariant().Named.With("tree", "weights of the index file stand"), search.Matches[0].Variant);
        Assert.InRange(search.Tried, 5000, 20000);
        Assert.StartsWith("8 groups of variants give every printed number, so the printed decimals do not tell them apart; first “entropy; min-max by direction; scale of all years; no shift", search.Answer.Render("text/plain"), StringComparison.Ordinal);
    }

    [Fact]
    public void Weights_among_siblings_in_per_cent()
    {
        var index = new IndexRecipe().Build(Henan);
        var search = VariantFinder.OfWeights(Table, [.. Henan.Tree.Children("CAP").Select(n => (n.Code, Print(100 * index.Weights.Local(n.Code), 2)))]);
        Assert.Equal(new EntropyVariant().Named, search.Matches[0].Variant);
        Assert.Contains($"4 indicators under CAP weighed against each other over {Table.Cities.Length} cities, {Table.Period}.", search.ToTable().Notes);
    }

    [Fact]
    public void Other_methods_are_recognised()
    {
        var index = new IndexRecipe { Weighting = new CriticWeights() }.Build(Henan);
        var search = VariantFinder.OfWeights(Table, [.. Henan.Tree.Children("CAP").Select(n => (n.Code, Print(index.Weights.Local(n.Code), 4)))]);
        var own = VariantFinder.OfWeights(Table, [("CAP1", "0.25"), ("CAP2", "0.25"), ("CAP3", "0.25"), ("CAP4", "0.25")]);
        Assert.Contains(own.Exact, m => m.Variants.Any(v => v.ToString() == "equal among siblings"));
        Assert.NotEmpty(search.Matches);
    }

    [Fact]
    public void An_unsound_variant_is_named_as_such()
    {
        var wrong = EntropyVariants.Weights(new() { Divisor = EntropyDivisor.Years }, Table)!.Value;
        var search = VariantFinder.OfWeights(Table, [.. Codes.Zip(wrong, (c, w) => (c, Print(w, 4)))]);
        Assert.False(search.Matches[0].Variant.IsSound);
        Assert.Contains("which is unsound: the divisor is not the logarithm of the number of shares", search.Answer.Render("text/plain"), StringComparison.Ordinal);
    }

    [Fact]
    public void Near_ones_say_what_differs_and_where()
    {
        var weights = EntropyVariants.Weights(new(), Table)!.Value;
        var printed = Codes.Zip(weights, (c, w) => (c, Print(c == "FIS1" ? w + 0.0003 : w, 4))).ToArray();
        var search = VariantFinder.OfWeights(Table, printed);
        Assert.False(search.Matches[0].IsExact);
        Assert.Equal(["FIS1"], search.Matches[0].Outside);
        Assert.Equal("near", search.ToTable().Rows[0][0]);
        Assert.StartsWith("No variant gives the printed weights. Nearest is “entropy; min-max by direction", search.Answer.Render("text/plain"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_sum_that_rounding_does_not_explain_is_said()
    {
        var search = VariantFinder.OfWeights(Table, [("CAP1", "0.30"), ("CAP2", "0.30"), ("CAP3", "0.30"), ("CAP4", "0.30")]);
        Assert.Contains("The printed weights sum to 1.2; rounding explains 0.98 to 1.02. Weights among other siblings may be printed, or some left out.", search.ToTable().Notes);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    public void Scores_give_normalisation_weights_and_aggregation(int scale)
    {
        var index = new IndexRecipe { Aggregation = new ClusterResearch.Indexing.Aggregating.GeometricMean() }.Build(TwoIndicators.Design);
        var printed = index.Cities.SelectMany(c => new[] { 2002, 2003, 2004 }.Select(y => (c.Key, y, Print(scale * index.Score(c.Key, y), 5)))).ToArray();
        var search = VariantFinder.OfScores(index.Measured, printed);
        Assert.True(search.Matches[0].IsExact);
        var expected = new EntropyVariant().Named.With("normalisation of scores", "pooled over all city-years").With("aggregation", "geometric mean").With("printed", scale == 1 ? "from 0 to 1" : "from 0 to 100");
        Assert.Contains(expected.ToString(), search.Matches[0].Variants.Select(v => v.ToString()));
    }

    private static readonly Broken[] Faults =
    [
        new("printed weights with four faults", s => Findings(s, [("MON1", "0,3"), ("MON3", "0.2"), ("MON2", "0.4"), ("MON2", "0.4")]), """
            CR3110 unknown-code  study/index.csv
              found:    the code “MON3”
              expected: a code of this index
              way out:  did you mean “MON”? correct the code
            CR3701 printed-number  study/index.csv:5
              found:    “0,3” for “MON1”
              expected: a number with its decimals as printed, e.g. 0.269 or 26.9 %
              way out:  copy it as it stands in the table, with a point before the decimals
            CR3703 printed-twice  study/index.csv:6
              found:    “MON2” 2 times
              expected: each once
              way out:  leave out all but one
            """),
        new("nothing printed", s => Findings(s, []), """
            CR3702 nothing-printed  study/index.csv
              found:    no printed weights
              expected: at least one
              way out:  give the weights as printed, each as a text so that its decimals are kept
            """),
    ];

    [Theory, MemberData(nameof(FaultNames))]
    public void What_cannot_be_read_is_said_at_once(string name) => Broken.Check(Faults, name);

    public static IEnumerable<TheoryDataRow<string>> FaultNames() => Broken.Names(Faults);

    private static string Findings(StudyFolder study, IReadOnlyList<(string, string)> printed) =>
        study.FindingsOf(design => VariantFinder.OfWeights(IndicatorTable.Measure(design), printed));

    private static string Print(double v, int decimals) => v.ToString($"F{decimals}", System.Globalization.CultureInfo.InvariantCulture);
}
