using ClusterResearch.Indexing;
using ClusterResearch.Indexing.Normalising;
using ClusterResearch.Indexing.Weighing;
using ClusterResearch.Tests.Support;
using CsCheck;

namespace ClusterResearch.Tests.Indexing.Weighing;

/// <summary>What must hold for every method that weighs indicators by their figures.</summary>
public sealed class FlatWeightingTests
{
    private static readonly Dictionary<string, Func<double[][], IEnumerable<double>>> Methods = new()
    {
        ["entropy, min-max"] = x => EntropyWeights.Of(Scaled(x)).Weights,
        ["entropy, raw"] = x => EntropyWeights.Of(Raw(x)).Weights,
        ["CRITIC"] = x => CriticWeights.Of(Scaled(x), absolute: false).Weights,
        ["CRITIC, absolute"] = x => CriticWeights.Of(Scaled(x), absolute: true).Weights,
        ["standard deviation"] = x => VariationWeights.Of(Scaled(x), VariationMeasure.StandardDeviation).Weights,
        ["coefficient of variation"] = x => VariationWeights.Of(Raw(x), VariationMeasure.CoefficientOfVariation).Weights,
        ["MEREC"] = x => MerecWeights.Of(Raw(x), [.. x.Select((_, j) => j % 2 == 0)]).Weights,
        ["PCA, handbook"] = x => PcaWeights.Of(Raw(x), PcaScheme.Handbook, l => PcaWeights.Cumulative(l, 0.8)).Weights,
        ["PCA, communality"] = x => PcaWeights.Of(Raw(x), PcaScheme.Communality, PcaWeights.Kaiser).Weights,
        ["PCA, first squared"] = x => PcaWeights.Of(Raw(x), PcaScheme.FirstSquared, PcaWeights.Kaiser).Weights,
    };

    /// <summary>Six to ten rows, four columns, distinct positive values.</summary>
    private static readonly Gen<double[][]> Data =
        from n in Gen.Int[6, 10]
        from columns in Gen.Shuffle(Enumerable.Range(1, 30).Select(i => i * i + 3.0).ToArray()).Array[4]
        select columns.Select(c => c[..n]).ToArray();

    public static TheoryData<string> All => [.. Methods.Keys];

    [Theory, MemberData(nameof(All))]
    public void Weights_sum_to_one_and_none_is_negative(string method) =>
        Data.Sample(x =>
        {
            var w = Methods[method](x).ToArray();
            Assert.Equal(1, w.Sum(), 1e-12);
            Assert.All(w, v => Assert.InRange(v, 0, 1));
        }, iter: 50);

    [Theory, MemberData(nameof(All))]
    public void The_order_of_rows_does_not_matter(string method) =>
        Data.Sample(x => Close(Methods[method](x), Methods[method]([.. x.Select(c => c.Reverse().ToArray())])), iter: 50);

    [Theory, MemberData(nameof(All))]
    public void Permuting_columns_permutes_weights(string method) =>
        Data.Sample(x => Close(Permuted([.. Methods[method](x)]), Methods[method](Permuted(x))), iter: 50);

    [Theory, MemberData(nameof(All))]
    public void Units_change_nothing(string method) =>
        Data.Sample(x => Close(Methods[method](x), Methods[method]([.. x.Select((c, j) => c.Select(v => v * Math.Pow(1000, j - 1)).ToArray())])), iter: 50);

    [Fact]
    public void A_dimension_counts_as_much_as_its_indicators_together()
    {
        using var study = new StudyFolder();
        var index = study.Build(new() { Weighting = new CriticWeights() });
        var flat = CriticWeights.Of([.. index.Tree.Indicators.Select(n => index.Normalised.Column(n.Code).Values)], absolute: false).Weights;
        Assert.Equal(flat[0] + flat[1], index.Weights.Global("MON"), 1e-12);
        Assert.Equal(flat[0], index.Weights.Global("MON1"), 1e-12);
        Assert.Contains(index.Weights.ToTable().Columns, c => c.Key == "conflict");
    }

    [Fact]
    public void What_was_done_stands_on_the_card()
    {
        using var study = new StudyFolder();
        Assert.Equal(["correlations among 6 indicators over at most 16 city-years"], study.Build(new() { Weighting = new CriticWeights() }).Weights.Card.Did);
    }

    private static readonly Broken[] Faults =
    [
        new("a constant indicator", s => s.Index("waste / output,,", "1 + 0 * waste,,").BuildFindings(new() { Normalisation = new GoalpostsNormalisation(), Weighting = new CriticWeights() }), """
            CR3103 constant-column  study/index.csv:13
              found:    “WAS” is 1 in all 16 city-years that have a value
              expected: an indicator that varies: a constant one has no minimum-to-maximum range, no standard deviation and no information
              way out:  remove the indicator, widen the period or the cities, or use goalposts with equal or given weights
            """),
        new("a pair that is never measured together", s => Apart(s).BuildFindings(new() { Weighting = new CriticWeights(), Missing = new MissingRule.Renormalise(0) }), """
            CR3301 no-correlation  study/index.csv:4
              found:    “B” and “A” do not vary together in any city-years
              expected: city-years in which both have values that vary
              way out:  leave the indicator out, or choose another method for its branch
            """),
        new("nothing measured together", s => Apart(s).BuildFindings(new() { Weighting = new PcaWeights(), Missing = new MissingRule.Renormalise(0) }), """
            CR3305 no-complete-city-year  study/index.csv
              found:    0 of 16 city-years in which every indicator has a value
              expected: at least two
              way out:  choose years without gaps, impute, or choose another method
            """),
        new("a mean of zero", s => Pair(s, "output", "log(output) - log(output) + (workers - 59.875)").BuildFindings(new() { Weighting = new VariationWeights { Measure = VariationMeasure.CoefficientOfVariation } }), """
            CR3302 mean-of-zero  study/index.csv:4
              found:    “B” has the mean 0
              expected: a mean other than zero, as a coefficient of variation needs
              way out:  leave the indicator out, or choose another method for its branch
            """),
        new("MEREC of zeros and targets", s => Pair(s, "output - 50", "budget", "target 20").BuildFindings(new() { Weighting = new MerecWeights() }), """
            CR3303 values-not-positive  study/index.csv:3
              found:    “A” holds 0
              expected: values above zero, as MEREC takes their logarithms
              way out:  leave the indicator out, or choose another method for its branch
            CR3304 no-direction-for-method  study/index.csv:4
              found:    “B” is best at “target 20”
              expected: higher or lower, as MEREC knows no target
              way out:  leave the indicator out, or choose another method for its branch
            """),
    ];

    [Theory, MemberData(nameof(FaultNames))]
    public void A_fault_is_found_and_nothing_written(string name) => Broken.Check(Faults, name);

    public static IEnumerable<TheoryDataRow<string>> FaultNames() => Broken.Names(Faults);

    /// <summary>Two indicators directly under the goal.</summary>
    internal static StudyFolder Pair(StudyFolder study, string a, string b, string direction = "higher") =>
        study.With("index.csv", $"""
            code,parent,name,name_zh,direction,unit,formula,weight,low,high,rationale,source
            GOAL,,Performance,绩效,,,,,,,Why,Own
            A,GOAL,First,第一,higher,1,{a},,,,Why,Own
            B,GOAL,Second,第二,{direction},1,{b},,,,Why,Own

            """);

    /// <summary>Budget is known in the first two years, students in the last two.</summary>
    private static StudyFolder Apart(StudyFolder study)
    {
        var rows = SoundStudy.Panel.Split('\n').Select((l, i) =>
        {
            var cells = l.Split(',');
            if (i > 0 && cells.Length == 7)
            {
                cells[cells[1] is "2001" or "2002" ? 5 : 4] = "";
            }
            return string.Join(',', cells);
        });
        return Pair(study.With("panel.csv", string.Join('\n', rows)), "budget", "students");
    }

    private static ReadOnlyMemory<double>[] Raw(double[][] x) => [.. x.Select(c => (ReadOnlyMemory<double>)c)];

    private static ReadOnlyMemory<double>[] Scaled(double[][] x) => [.. x.Select(c => (ReadOnlyMemory<double>)MinMax.Of(c, new Direction.Higher(), (0, 1)))];

    /// <summary>First with third, second with fourth: MEREC's directions by place stay with their columns.</summary>
    private static T[] Permuted<T>(T[] x) => [x[2], x[3], x[0], x[1]];

    private static void Close(IEnumerable<double> a, IEnumerable<double> b) => Assert.All(a.Zip(b), p => Assert.Equal(p.First, p.Second, 1e-7));
}
