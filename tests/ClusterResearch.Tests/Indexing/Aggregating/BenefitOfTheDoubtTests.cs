using ClusterResearch.Indexing;
using ClusterResearch.Indexing.Aggregating;
using ClusterResearch.Tests.Support;
using CsCheck;

namespace ClusterResearch.Tests.Indexing.Aggregating;

public sealed class BenefitOfTheDoubtTests
{
    private static readonly DecisionMatrix Four = DecisionMatrixTests.Of([[4, 1, 2, 1], [1, 4, 2, 1]]);

    private static readonly Broken[] Faults =
    [
        new("shares that cannot sum to one", s => s.BuildFindings(new() { Aggregation = new BenefitOfTheDoubt { Shares = (0.6, 1) } }), """
            CR3403 share-bounds  study/index.csv:4
              found:    “MON” has 2 children, each with a share from 0.6 to 1
              expected: shares that can sum to 1
              way out:  widen the bounds
            CR3403 share-bounds  study/index.csv:10
              found:    “PRD” has 2 children, each with a share from 0.6 to 1
              expected: shares that can sum to 1
              way out:  widen the bounds
            """),
    ];

    /// <summary>C = (2, 2): 4w₁ + w₂ ≤ 1 and w₁ + 4w₂ ≤ 1 meet at (0.2, 0.2), so 0.8; its peers A and B with 4λ + λ = 2.</summary>
    [Fact]
    public void By_hand()
    {
        var r = BenefitOfTheDoubt.Of(Four);
        Assert.Equal([1, 1, 0.8, 0.4], r.Scores.Select(s => Math.Round(s, 14)));
        Assert.Equal([0.2, 0.2], r.Weights[2].Select(w => Math.Round(w, 14)));
        Assert.Equal([0.5, 0.5], r.Shares[2].Select(w => Math.Round(w, 14)));
        Assert.Equal([(0, 0.4), (1, 0.4)], r.Peers[2].Select(p => (p.Alternative, Math.Round(p.Intensity, 14))));
        Assert.Equal([(0, 1.0)], r.Peers[0].Select(p => (p.Alternative, p.Intensity)));
    }

    /// <summary>A = (4, 1) with shares from 0.4 to 0.6: 4w₁ = a s and w₂ = (1 − a) s; B's score s (a/4 + 4 (1 − a)) ≤ 1 is loosest at a = 0.6.</summary>
    [Fact]
    public void Bounds_of_shares_by_hand()
    {
        var r = BenefitOfTheDoubt.Of(Four, (0.4, 1));
        Assert.Equal(4.0 / 7, r.Scores[0], 1e-14);
        Assert.Equal([0.6, 0.4], r.Shares[0].Select(s => Math.Round(s, 13)));
        Assert.Equal([(1, 4.0 / 7)], r.Peers[0].Select(p => (p.Alternative, Math.Round(p.Intensity, 15))), (a, b) => a.Item1 == b.Item1 && Math.Abs(a.Item2 - b.Item2) < 1e-14);
        Assert.Equal(r.Scores, BenefitOfTheDoubt.Of(Four, (0, 0.6)).Scores, (a, b) => Math.Abs(a - b) < 1e-13);
        Assert.Equal(0.8, r.Scores[2], 1e-14); // equal shares are allowed anyway
    }

    [Fact]
    public void Zeros_and_missing_values()
    {
        var r = BenefitOfTheDoubt.Of(DecisionMatrixTests.Of([[4, 0, double.NaN, double.NaN], [0, 0, 2, double.NaN]]));
        Assert.Equal([1, 0, 1, double.NaN], r.Scores);
        Assert.Equal(double.NaN, r.Shares[1][0]);
        Assert.Equal(0, BenefitOfTheDoubt.Of(DecisionMatrixTests.Of([[4, 2], [0, 2]]), (0.1, 1)).Scores[0]);
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        Assert.Equal("2 shares from 0.6 to 1 cannot sum to 1. (Parameter 'shares')", Assert.Throws<ArgumentException>(() => BenefitOfTheDoubt.Of(Four, (0.6, 1))).Message);
        Assert.Throws<ArgumentException>(() => BenefitOfTheDoubt.Of(DecisionMatrixTests.Of([[-1, 2]])));
        Assert.Throws<ArgumentException>(() => BenefitOfTheDoubt.Of(DecisionMatrixTests.Of([[1, 2]], [1], [new Direction.Lower()])));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BenefitOfTheDoubt { Shares = (0.5, 0.4) });
    }

    [Theory, MemberData(nameof(FaultNames))]
    public void A_fault_is_found_and_nothing_written(string name) => Broken.Check(Faults, name);

    /// <summary>No weights that are the same for all can serve a city better than its own.</summary>
    [Fact]
    public void No_common_weights_serve_better() =>
        Gen.Select(Gen.Double[0, 9].Array[3].Array[2, 12], Gen.Double[0.01, 1].Array[3]).Sample((rows, w) =>
        {
            var matrix = DecisionMatrixTests.Of([.. Enumerable.Range(0, 3).Select(j => rows.Select(r => r[j]).ToArray())]);
            var composite = rows.Select(r => r.Zip(w, (v, u) => v * u).Sum()).ToArray();
            var scores = BenefitOfTheDoubt.Of(matrix).Scores;
            Assert.All(scores, s => Assert.InRange(s, 0, 1 + 1e-12));
            Assert.All(composite.Zip(scores), p => Assert.True(composite.Max() == 0 || p.First / composite.Max() <= p.Second + 1e-9));
        });

    [Fact]
    public void As_a_table_it_names_the_peers()
    {
        var table = BenefitOfTheDoubt.Of(Four).ToTable(["A", "B", "C", "D"], ["First", "Second"]);
        Assert.Equal("A 0.400, B 0.400", table.Rows[2][4]);
        Assert.Equal("First", table.Columns[2].Title);
    }

    public static IEnumerable<TheoryDataRow<string>> FaultNames() => Broken.Names(Faults);
}
