using ClusterResearch.Indexing.Evaluating;
using ClusterResearch.Indexing.Normalising;
using ClusterResearch.Indexing.Weighing;
using ClusterResearch.Findings;
using ClusterResearch.Tests.Support;
using CsCheck;

namespace ClusterResearch.Tests.Indexing.Evaluating;

public sealed class CouplingCoordinationTests
{
    private static readonly Broken[] Faults =
    [
        new("scores outside 0 to 1", s =>
        {
            var index = s.Build(new() { Normalisation = new MinMax { To = (0, 100) }, Weighting = new EqualWeights() });
            var findings = Assert.Throws<FindingsException>(() => CouplingCoordination.Of(index, ["MON1", "WAS"])).Findings;
            return string.Join("\n", findings.Select(f => f with { File = "study/index.csv" }));
        }, """
            CR3406 out-of-scale  study/index.csv:5
              found:    “MON1” holds 100
              expected: scores from 0 to 1, as the coupling degree needs
              way out:  normalise by min-max to 0–1 and aggregate by a mean
            CR3406 out-of-scale  study/index.csv:13
              found:    “WAS” holds 100
              expected: scores from 0 to 1, as the coupling degree needs
              way out:  normalise by min-max to 0–1 and aggregate by a mean
            """),
    ];

    [Theory]
    [InlineData(CouplingForm.Standard, 0.8)] // 2 √0.16 / 1
    [InlineData(CouplingForm.StandardPowerN, 0.64)]
    [InlineData(CouplingForm.Legacy, 0.4)]
    [InlineData(CouplingForm.Wang2021, 0.31622776601683794)] // √(0.4 · 0.25)
    [InlineData(CouplingForm.Fan, 0.4)] // 1 − 2 · 0.3
    [InlineData(CouplingForm.PairwiseMean, 0.8)]
    public void Forms_by_hand(CouplingForm form, double expected)
    {
        var r = CouplingCoordination.Of([new[] { 0.2 }, new[] { 0.8 }], [0.4, 0.6], form);
        Assert.Equal(expected, r.Coupling[0], 1e-14);
        Assert.Equal(0.56, r.Level[0], 1e-14);
        Assert.Equal(Math.Sqrt(expected * 0.56), r.Coordination[0], 1e-14);
    }

    [Fact]
    public void Nothing_everywhere_is_no_coupling_and_what_is_no_score_has_none()
    {
        foreach (var form in Enum.GetValues<CouplingForm>())
        {
            var r = CouplingCoordination.Of([new[] { 0, double.NaN, -0.1 }, new[] { 0, 1, 0.5 }, new[] { 0, 1, 0.5 }], form: form);
            Assert.Equal((0, 0, 0), (r.Coupling[0], r.Level[0], r.Coordination[0]));
            Assert.True(double.IsNaN(r.Coupling[1]) && double.IsNaN(r.Level[1]) && double.IsNaN(r.Coordination[2]));
        }
        // pairs of which both are nothing do not couple
        Assert.Equal(0, CouplingCoordination.Of([new[] { 0.0 }, new[] { 0.0 }, new[] { 0.5 }], form: CouplingForm.PairwiseMean).Coupling[0]);
    }

    [Fact]
    public void Equal_systems_couple_fully_and_tiny_ones_do_not_vanish()
    {
        foreach (var form in Enum.GetValues<CouplingForm>().Except([CouplingForm.Legacy, CouplingForm.Wang2021, CouplingForm.Fan]))
        {
            Assert.Equal(1, CouplingCoordination.Of([new[] { 1e-200 }, new[] { 1e-200 }, new[] { 1e-200 }], form: form).Coupling[0], 1e-12);
        }
        Assert.Equal(1, CouplingCoordination.Of([new[] { 0.3 }, new[] { 0.3 }], form: CouplingForm.Wang2021).Coupling[0], 1e-12);
    }

    /// <summary>The geometric mean is at most the arithmetic one.</summary>
    [Fact]
    public void The_standard_form_lies_between_nothing_and_one() =>
        Gen.Double[0, 1].Array[2, 5].Sample(u =>
        {
            var c = CouplingCoordination.Of([.. u.Select(v => (ReadOnlyMemory<double>)new[] { v })]).Coupling[0];
            return c is >= 0 and <= 1 + 1e-12;
        });

    [Fact]
    public void Fewer_than_two_systems_are_refused() =>
        Assert.Equal("Coupling is of two or more systems. (Parameter 'systems')", Assert.Throws<ArgumentException>(() => CouplingCoordination.Of([new[] { 0.5 }])).Message);

    [Theory, MemberData(nameof(FaultNames))]
    public void A_fault_is_found_and_nothing_written(string name) => Broken.Check(Faults, name);

    public static IEnumerable<TheoryDataRow<string>> FaultNames() => Broken.Names(Faults);
}
