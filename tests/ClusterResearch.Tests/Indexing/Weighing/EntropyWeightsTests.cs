using ClusterResearch.Indexing;
using ClusterResearch.Indexing.Normalising;
using ClusterResearch.Indexing.Weighing;
using ClusterResearch.Tests.Support;
using CsCheck;

namespace ClusterResearch.Tests.Indexing.Weighing;

/// <summary>Entropy weights by hand; the reference cases hold the rest.</summary>
public sealed class EntropyWeightsTests
{
    private static readonly Broken[] Faults =
    [
        new("a constant indicator with goalposts", s => s.Index("waste / output", "waste - waste + 0.1").BuildFindings(new() { Normalisation = new GoalpostsNormalisation() }), """
            CR3103 constant-column  study/index.csv:13
              found:    “WAS” is 0.1 in all 16 city-years that have a value
              expected: an indicator that varies: a constant one has no minimum-to-maximum range, no standard deviation and no information
              way out:  remove the indicator, widen the period or the cities, or use goalposts with equal or given weights
            """),
        new("negative z-scores", s => s.BuildFindings(new() { Normalisation = new ZScore(), Weighting = new EntropyWeights { Basis = EntropyBasis.Normalised }, Period = new(2001, 2001) }), """
            CR3106 negative-values  study/index.csv:5
              found:    “MON1” holds -1.1315789473684212
              expected: values of zero or more, as the entropy method needs
              way out:  normalise by min-max first, or choose another method
            CR3106 negative-values  study/index.csv:6
              found:    “MON2” holds -1.2079736909867287
              expected: values of zero or more, as the entropy method needs
              way out:  normalise by min-max first, or choose another method
            CR3106 negative-values  study/index.csv:8
              found:    “PEO1” holds -0.8589556903873333
              expected: values of zero or more, as the entropy method needs
              way out:  normalise by min-max first, or choose another method
            CR3106 negative-values  study/index.csv:11
              found:    “PRD1” holds -1.3754239509242667
              expected: values of zero or more, as the entropy method needs
              way out:  normalise by min-max first, or choose another method
            CR3106 negative-values  study/index.csv:12
              found:    “PRD2” holds -1.375423950924267
              expected: values of zero or more, as the entropy method needs
              way out:  normalise by min-max first, or choose another method
            CR3106 negative-values  study/index.csv:13
              found:    “WAS” holds -1.4142135623730951
              expected: values of zero or more, as the entropy method needs
              way out:  normalise by min-max first, or choose another method
            """),
        new("negative raw values", s => s.Index("waste / output", "waste - 25").BuildFindings(new() { Weighting = new EntropyWeights { Basis = EntropyBasis.Raw } }), """
            CR3106 negative-values  study/index.csv:13
              found:    “WAS” holds -5
              expected: values of zero or more, as the entropy method needs
              way out:  normalise by min-max first, or choose another method
            """),
        new("nothing under a parent that varies beyond rounding", s => s.Index("range 8..12,%,students / workers * 100", "higher,%,1e15 + waste").BuildFindings(new() { Weighting = new EntropyWeights { Basis = EntropyBasis.Raw } }), """
            CR3107 weights-not-one  study/index.csv:7
              found:    under “PEO” nothing that the method could weigh: every importance is zero
              expected: at least one importance above zero
              way out:  use equal or given weights
            """),
    ];

    [Theory, MemberData(nameof(FaultNames))]
    public void A_fault_is_found_and_nothing_written(string name) => Broken.Check(Faults, name);

    /// <summary>Three rows, two columns: (1, 1, 2) and (1, 0, 1).</summary>
    /// <remarks>
    /// First: shares 1/4, 1/4, 1/2; −Σ p ln p = 2 · (1/4) ln 4 + (1/2) ln 2 = 1.5 ln 2; e = 1.5 ln 2 / ln 3.
    /// Second: shares 1/2, 0, 1/2; −Σ p ln p = ln 2; e = ln 2 / ln 3.
    /// </remarks>
    [Fact]
    public void By_hand()
    {
        var result = EntropyWeights.Of([new double[] { 1, 1, 2 }, new double[] { 1, 0, 1 }]);
        var (e1, e2) = (1.5 * Math.Log(2) / Math.Log(3), Math.Log(2) / Math.Log(3));
        Assert.Equal([0.25, 0.25, 0.5], result.Shares[0]);
        Assert.Equal([0.5, 0, 0.5], result.Shares[1]);
        Assert.Equal(e1, result.Entropy[0], 1e-14);
        Assert.Equal(e2, result.Entropy[1], 1e-14);
        Assert.Equal(1 - e1, result.Divergence[0], 1e-14);
        Assert.Equal((1 - e1) / (2 - e1 - e2), result.Weights[0], 1e-14);
        Assert.Equal(1, result.Weights.Sum(), 1e-14);
    }

    [Fact]
    public void A_missing_value_is_left_out_of_n() =>
        Assert.Equal(EntropyWeights.Of([new double[] { 1, 3 }]).Entropy[0], EntropyWeights.Of([new double[] { 1, double.NaN, 3 }]).Entropy[0]);

    [Fact]
    public void A_constant_column_has_no_divergence_and_never_a_negative_one() =>
        Gen.Double[1e-3, 1e6].Select(Gen.Int[2, 60]).Sample((value, n) =>
        {
            var result = EntropyWeights.Of([Enumerable.Repeat(value, n).ToArray(), Enumerable.Range(0, n).Select(i => (double)i).ToArray()]);
            Assert.InRange(result.Divergence[0], 0, 1e-12);
            Assert.InRange(result.Weights[1], 1 - 1e-9, 1);
        });

    [Fact]
    public void A_column_that_sums_to_zero_or_has_one_value_has_no_entropy()
    {
        Assert.True(double.IsNaN(EntropyWeights.Of([new double[] { 0, 0 }]).Entropy[0]));
        Assert.True(double.IsNaN(EntropyWeights.Of([new double[] { 4, double.NaN }]).Weights[0]));
    }

    [Fact]
    public void Negative_values_are_refused() =>
        Assert.StartsWith("Entropy needs values of zero or more.", Assert.Throws<ArgumentException>(() => EntropyWeights.Of([new double[] { 1, -1 }])).Message, StringComparison.Ordinal);

    [Fact]
    public void Divergences_add_up_the_tree()
    {
        using var study = new StudyFolder();
        var index = study.Build();
        var flat = EntropyWeights.Of([.. index.Tree.Indicators.Select(n => index.Normalised.Column(n.Code).Values)]);
        foreach (var (node, weight) in index.Tree.Indicators.Zip(flat.Weights))
        {
            Assert.Equal(weight, index.Weights.Global(node.Code), 1e-12);
        }
    }

    [Fact]
    public void A_shift_flattens_the_weights()
    {
        using var study = new StudyFolder();
        var (plain, shifted) = (study.Build(), study.Build(new() { Weighting = new EntropyWeights { Shift = 10 } }));
        double Range(IndexResult index) => index.Tree.Indicators.Max(n => index.Weights.Global(n.Code)) - index.Tree.Indicators.Min(n => index.Weights.Global(n.Code));
        Assert.True(Range(shifted) < Range(plain));
        Assert.Equal("pooled over city-years, shares of min-max values, shift 10, divergences add up the tree", shifted.Weights.Card.Variant);
    }

    [Fact]
    public void Raw_shares_do_not_depend_on_the_direction()
    {
        using var study = new StudyFolder();
        var recipe = new IndexRecipe { Weighting = new EntropyWeights { Basis = EntropyBasis.Raw } };
        var lower = study.Build(recipe).Weights.Global("WAS");
        Assert.Equal(lower, study.Index("lower,t/1e4", "higher,t/1e4").Build(recipe).Weights.Global("WAS"));
    }

    /// <summary>Expected values computed with 60 digits.</summary>
    [Fact]
    public void Any_finite_magnitude_has_its_entropy()
    {
        var result = EntropyWeights.Of([new[] { 1e308, 5e307, 1.5e308, 0 }, new[] { 1e-300, double.NaN, 3e-300, 2e-300 }, new[] { 3.0, 1, 4, 1 }]);
        Assert.Equal([0.7295739585136224, 0.920619835714305, 0.8763576394898523], result.Entropy, (a, b) => Math.Abs(a - b) < 1e-14);
        Assert.Equal([0.5711835682805257, 0.16766375471158768, 0.2611526770078865], result.Weights, (a, b) => Math.Abs(a - b) < 1e-14);
        Assert.Throws<ArgumentException>(() => EntropyWeights.Of([new[] { 1, double.PositiveInfinity }]));
    }

    [Fact]
    public void A_constant_column_counts_exactly_nothing_and_alone_it_has_no_weight()
    {
        var result = EntropyWeights.Of([Enumerable.Repeat(0.1, 7).ToArray(), new double[] { 0, 0, 5, 0, 0, 0, 0 }]);
        Assert.Equal([1, 0], result.Entropy);
        Assert.Equal([0, 1], result.Weights);
        Assert.True(double.IsNaN(EntropyWeights.Of([Enumerable.Repeat(0.1, 7).ToArray()]).Weights[0]));
        Assert.Empty(EntropyWeights.Of([]).Weights);
    }

    public static IEnumerable<TheoryDataRow<string>> FaultNames() => Broken.Names(Faults);
}
