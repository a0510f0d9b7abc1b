using ClusterResearch.Indexing.Aggregating;
using ClusterResearch.Indexing.Weighing;
using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests.Indexing.Weighing;

/// <summary>Weights from principal components; the reference cases hold the numbers.</summary>
public sealed class PcaWeightsTests
{
    /// <summary>Two columns with r = 0.5: eigenvalues 1.5 and 0.5, components (1, 1)/√2 and (1, −1)/√2.</summary>
    [Fact]
    public void Two_columns_by_hand()
    {
        var result = PcaWeights.Of([new double[] { 1, 2, 3 }, new double[] { 1, 3, 2 }], PcaScheme.FirstSigned, PcaWeights.Kaiser);
        Assert.Equal([1.5, 0.5], result.Components.Eigenvalues.Select(l => Math.Round(l, 12)));
        Assert.Equal(1, result.Kept);
        Assert.Equal([0.5, 0.5], result.Weights.Select(w => Math.Round(w, 12)));
        Assert.Equal(Math.Sqrt(0.75), result.Loadings[0][0], 1e-12);
    }

    [Theory]
    [InlineData(0.75, 1)]
    [InlineData(0.76, 2)]
    [InlineData(1, 2)]
    public void The_fewest_components_that_reach_a_share(double share, int kept) => Assert.Equal(kept, PcaWeights.Cumulative([1.5, 0.5], share));

    [Fact]
    public void At_least_one_and_at_most_all_are_kept()
    {
        ReadOnlyMemory<double>[] x = [new double[] { 1, 2, 3 }, new double[] { 1, 3, 2 }];
        Assert.Equal((1, 2), (PcaWeights.Of(x, PcaScheme.Handbook, _ => 0).Kept, PcaWeights.Of(x, PcaScheme.Handbook, _ => 9).Kept));
    }

    [Fact]
    public void Negative_weights_can_count_as_zero_or_be_kept_where_asked_for()
    {
        using var study = new StudyFolder();
        Opposed(study);
        var zero = study.Build(new() { Weighting = new PcaWeights { Scheme = PcaScheme.FirstSigned, Negative = NegativeWeights.Zero } });
        Assert.Equal(0, zero.Weights.Local("C"));
        Assert.Matches(@"^negative weights count as zero: C −?-?\d\.\d+$", zero.Weights.Card.Did[1]);
        var kept = study.Build(new() { Weighting = new PcaWeights { Scheme = PcaScheme.FirstSigned, Negative = NegativeWeights.Keep } });
        Assert.True(kept.Weights.Local("C") < 0);
        Assert.Equal(1, kept.Tree.Indicators.Sum(n => kept.Weights.Local(n.Code)), 1e-12);
        // the score is the plain weighted sum
        var expected = kept.Tree.Indicators.Sum(n => kept.Weights.Local(n.Code) * kept.Score("Alder", 2003, n.Code));
        Assert.Equal(expected, kept.Score("Alder", 2003), 1e-12);
    }

    private static readonly Broken[] Faults =
    [
        new("negative weights", s => Opposed(s).BuildFindings(new() { Weighting = new PcaWeights { Scheme = PcaScheme.FirstSigned } }), """
            CR3306 negative-weight  study/index.csv:5
              found:    the first component gives “C” the weight -1.0015
              expected: weights of zero or more: with a negative one a better figure lowers the score
              way out:  use communalities, say what to do by NegativeWeights, or leave the indicator out
            """),
        new("negative weights in a geometric mean", s => Opposed(s).BuildFindings(new() { Weighting = new PcaWeights { Scheme = PcaScheme.FirstSigned, Negative = NegativeWeights.Keep }, Aggregation = new GeometricMean() }), """
            CR3307 negative-weight-in-mean  study/index.csv:5
              found:    “C” has the weight -1.0015
              expected: weights of zero or more, as the weighted geometric mean needs
              way out:  use the arithmetic mean, or NegativeWeights.Zero
            """),
    ];

    [Theory, MemberData(nameof(FaultNames))]
    public void A_fault_is_found_and_nothing_written(string name) => Broken.Check(Faults, name);

    public static IEnumerable<TheoryDataRow<string>> FaultNames() => Broken.Names(Faults);

    /// <summary>The third indicator falls where the two others rise.</summary>
    private static StudyFolder Opposed(StudyFolder study) =>
        study.With("index.csv", """
            code,parent,name,name_zh,direction,unit,formula,weight,low,high,rationale,source
            GOAL,,Performance,绩效,,,,,,,Why,Own
            A,GOAL,First,第一,higher,1,output,,,,Why,Own
            B,GOAL,Second,第二,higher,1,budget,,,,Why,Own
            C,GOAL,Third,第三,higher,1,1000 - output - budget,,,,Why,Own

            """);
}
