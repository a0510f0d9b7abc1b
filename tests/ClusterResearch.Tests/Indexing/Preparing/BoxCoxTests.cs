using ClusterResearch.Indexing.Preparing;
using ClusterResearch.Indexing.Weighing;
using ClusterResearch.Tests.Support;
using CsCheck;

namespace ClusterResearch.Tests.Indexing.Preparing;

/// <summary>By hand, and against SciPy 1.10.1 (scipy.stats.boxcox, and boxcox_llf maximised between −5 and 5 to 1e-12).</summary>
public sealed class BoxCoxTests
{
    private static readonly double[] Sample = [1.2, 3.4, 2.2, 8.9, 15.3, 4.4, 6.1, 2.8, 30.5, 1.9];

    private static readonly Broken[] Faults =
    [
        new("zero", s => s.Panel("Alder,2002,110,50,12,5,22", "Alder,2002,110,50,12,5,0").BuildFindings(new() { Treatment = new BranchTreatment { ["WAS"] = new BoxCox { Lambda = 0.5 } } }), """
            CR3204 not-positive  study/index.csv:13
              found:    “WAS” is zero or negative in 1 city-year, first Alder 2002 (study/panel.csv:3)
              expected: values above zero, as a Box–Cox transform without a shift needs
              way out:  choose a shift, or leave this indicator as it is with BranchTreatment
            """),
        new("a constant has no λ", s => s.Index("waste / output", "waste - waste + 3").BuildFindings(new() { Treatment = new BranchTreatment { ["WAS"] = new BoxCox() } }), """
            CR3103 constant-column  study/index.csv:13
              found:    “WAS” is 3 in all 16 city-years that have a value
              expected: an indicator that varies: a constant one has no minimum-to-maximum range, no standard deviation and no information
              way out:  remove the indicator, widen the period or the cities, or use goalposts with equal or given weights
            """),
    ];

    [Theory, MemberData(nameof(FaultNames))]
    public void A_fault_is_found_and_nothing_written(string name) => Broken.Check(Faults, name);

    [Fact]
    public void By_hand()
    {
        Assert.Equal([0, 1.5, double.NaN, 4], BoxCox.Of([1, 2, double.NaN, 3], 2), (a, b) => a.Equals(b) || Math.Abs(a - b) < 1e-14);
        Assert.Equal([0, Math.Log(2)], BoxCox.Of([1, 2], 0));
        Assert.Equal([0, 0.5], BoxCox.Of([1, 2], -1), (a, b) => Math.Abs(a - b) < 1e-15);
        Assert.Equal(Math.Log(2), BoxCox.Of([2], 1e-14)[0], 1e-13);
    }

    [Fact]
    public void Transforms_as_SciPy()
    {
        double[] half = [0.1908902300206644, 1.687817782917155, 0.9664793948382654, 3.966573556070519, 5.8230428862431785, 2.1952353926806065, 2.9396356140913875, 1.3466401061363018, 9.045361017187261, 0.7568097504180444];
        double[] negative = [0.17871343261693512, 1.072876961900673, 0.72386245517995, 1.7354209140443981, 2.051174545506038, 1.2643676645808695, 1.4919065156919786, 0.9213346881194188, 2.4024092296473336, 0.5985963152363911];
        Assert.Equal(half, BoxCox.Of(Sample, 0.5), (a, b) => Math.Abs(a - b) < 1e-13);
        Assert.Equal(negative, BoxCox.Of(Sample, -0.22), (a, b) => Math.Abs(a - b) < 1e-13);
    }

    [Fact]
    public void Finds_the_same_power_as_SciPy()
    {
        Assert.Equal(-0.29407720076183125, BoxCox.LambdaOf(Sample), 1e-7);
        Assert.Equal(1.0069352397225182, BoxCox.LambdaOf([0.012, 0.5, 0.33, 0.48, 0.51, double.NaN, 0.29, 0.77, 0.6, 0.41]), 1e-7);
        Assert.Equal(-5, BoxCox.LambdaOf([101.2, 99.8, 100.4, 97.3, 105.9, 100, 98.6, 112.7]), 1e-7);
        Assert.True(double.IsNaN(BoxCox.LambdaOf([3, 3, 3])));
    }

    [Fact]
    public void The_power_does_not_depend_on_the_unit_or_the_order() =>
        Gen.Select(Gen.Double[0.1, 50].Array[4, 12], Gen.Double[1e-3, 1e3]).Where((x, _) => x.Distinct().Count() > 3).Sample((x, factor) =>
            Math.Abs(BoxCox.LambdaOf(x) - BoxCox.LambdaOf(x.Reverse().Select(v => v * factor).ToArray())) < 1e-4, iter: 50);

    [Fact]
    public void An_index_says_which_power_it_took()
    {
        using var study = new StudyFolder();
        study.Index("waste / output,,0,1", "waste / output,,0.1,1");
        var index = study.Build(new() { Treatment = new BranchTreatment { ["WAS"] = new BoxCox() }, Weighting = new EqualWeights() });
        var x = index.Measured.Column("WAS").ToArray();
        var lambda = BoxCox.LambdaOf(x);
        Assert.Equal(BoxCox.Of(x, lambda), index.Indicators.Column("WAS").ToArray());
        Assert.Equal(FormattableString.Invariant($"WAS: Box–Cox transform, λ = {lambda:G6}"), index.Indicators.Cards.Single().Did[1]);
        Assert.Equal(FormattableString.Invariant($"Box–Cox {lambda:G3} of t/1e4 CNY"), index.Tree["WAS"].Indicator!.Unit);
        Assert.Equal("Box–Cox transform (λ by maximum likelihood per indicator, no shift)", new BoxCox().Card.ToString());
        Assert.Equal("Box–Cox transform (λ = 0.5, shifted to a minimum of 1)", new BoxCox { Lambda = 0.5, Shift = PositiveShift.One }.Card.ToString());
        var shifted = study.Build(new() { Treatment = new BranchTreatment { ["WAS"] = new BoxCox { Lambda = 0.5, Shift = PositiveShift.One } }, Weighting = new EqualWeights() });
        Assert.StartsWith("WAS: Box–Cox transform, λ = 0.5, of the value + 0.", shifted.Indicators.Cards.Single().Did[1], StringComparison.Ordinal);
    }

    public static IEnumerable<TheoryDataRow<string>> FaultNames() => Broken.Names(Faults);
}
