using ClusterResearch.Indexing;
using ClusterResearch.Indexing.Robustness;
using ClusterResearch.Indexing.Weighing;
using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests.Indexing.Robustness;

public sealed class WeightSamplingTests
{
    private static readonly IndexResult Index = new IndexRecipe { Weighting = new GivenWeights { ["X1"] = 0.25, ["X2"] = 0.75 } }.Build(TwoIndicators.Design);

    /// <summary>Mean w = 0.25 and variance w (1 − w) / (c + 1).</summary>
    [Fact]
    public void Dirichlet_has_the_weights_as_mean_and_the_variance_of_its_concentration()
    {
        var x = Draws(new DirichletSampling(20));
        Assert.Equal(0.25, x.Average(), 0.003);
        Assert.Equal(0.25 * 0.75 / 21, x.Average(v => (v - 0.25) * (v - 0.25)), 0.0005);
    }

    /// <summary>w'₁ is smallest with 0.25·0.8 beside 0.75·1.2, largest with 0.25·1.2 beside 0.75·0.8.</summary>
    [Fact]
    public void Noise_stays_in_its_bounds()
    {
        var x = Draws(new NoiseSampling(0.2));
        Assert.All(x, v => Assert.InRange(v, 0.2 / 1.1, 0.3 / 0.9));
        Assert.Equal(0.25, x.Average(), 0.002);
    }

    [Fact]
    public void The_simplex_is_filled_evenly()
    {
        var x = Draws(new SimplexSampling());
        Assert.Equal(0.5, x.Average(), 0.01);
        Assert.Equal(0.1, x.Count(v => v < 0.1) / (double)x.Length, 0.01);
    }

    [Fact]
    public void Constraints_are_kept_to()
    {
        Assert.All(Draws(new SimplexSampling { Constraints = [new WeightConstraint.Between("X1", 0.2, 0.4)] }), v => Assert.InRange(v, 0.2, 0.4));
        Assert.All(Draws(new SimplexSampling { Constraints = [new WeightConstraint.AtLeast("X1", "X2")], LowDiscrepancy = true }), v => Assert.InRange(v, 0.5, 1));
    }

    [Fact]
    public void Words_name_the_variant() =>
        Assert.Equal("weights ± 25 %, uniform, low-discrepancy points, X1 from 0.1 to 0.5", new NoiseSampling { LowDiscrepancy = true, Constraints = [new WeightConstraint.Between("X1", 0.1, 0.5)] }.ToString());

    private static readonly Broken[] Faults =
    [
        new("unknown codes and an indicator as parent", s => s.FindingsOf(d => RankUncertainty.Of(new IndexRecipe().Build(d), new SimplexSampling { Parents = ["MON1", "MOM"], Constraints = [new WeightConstraint.AtLeast("INN", "OUT")] })), """
            CR3110 unknown-code  study/index.csv
              found:    the code “MOM”
              expected: a code of this index
              way out:  did you mean “MON”? correct the code
            CR3110 unknown-code  study/index.csv
              found:    the code “INN”
              expected: a code of this index
              way out:  did you mean “IN”? correct the code
            CR3603 not-a-parent  study/index.csv:5
              found:    “MON1” has nothing below it
              expected: the goal or a dimension
              way out:  name the node above it
            """),
        new("constraints without room", s => s.FindingsOf(d => RankUncertainty.Of(new IndexRecipe().Build(d), new SimplexSampling { Constraints = [new WeightConstraint.Between("IN", 0.7, 1), new WeightConstraint.AtLeast("OUT", "IN")] })), """
            CR3602 constraints-leave-nothing  study/index.csv:2
              found:    of the weights drawn under “GOAL” a share of 0 keeps to IN from 0.7 to 1, OUT at least IN
              expected: constraints that at least one weight vector in ten thousand keeps to
              way out:  widen the bounds, or draw closer to weights that keep to them
            """),
    ];

    [Theory, MemberData(nameof(FaultNames))]
    public void A_fault_is_found_and_nothing_written(string name) => Broken.Check(Faults, name);

    public static IEnumerable<TheoryDataRow<string>> FaultNames() => Broken.Names(Faults);

    private static double[] Draws(WeightSampling sampling)
    {
        var draws = new WeightDraws(Index, sampling, 1);
        var local = new double[draws.Nodes];
        return [.. Enumerable.Range(0, 20_000).Select(r =>
        {
            draws.Local(r, local);
            Assert.Equal(1, local[1] + local[2], 1e-12);
            return local[1];
        })];
    }
}
