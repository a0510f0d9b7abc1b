using System.Collections.Immutable;
using ClusterResearch.Indexing.Weighing.Ahp;
using CsCheck;

namespace ClusterResearch.Tests.Indexing.Weighing.Ahp;

/// <summary>Matrices of comparisons by hand; the reference cases hold Saaty's examples.</summary>
public sealed class ComparisonMatrixTests
{
    /// <summary>Weights 4 : 2 : 1.</summary>
    private static readonly ComparisonMatrix Consistent = ComparisonMatrix.Of([[1, 2, 4], [0.5, 1, 2], [0.25, 0.5, 1]]);

    [Theory]
    [InlineData(AhpPriorities.Eigenvector)]
    [InlineData(AhpPriorities.GeometricMean)]
    [InlineData(AhpPriorities.ColumnMean)]
    public void A_consistent_matrix_gives_its_weights_by_every_method(AhpPriorities by)
    {
        Assert.All(Consistent.Priorities(by).Zip([4 / 7.0, 2 / 7.0, 1 / 7.0]), p => Assert.Equal(p.Second, p.First, 1e-14));
        Assert.Equal(3, Consistent.Lambda(Consistent.Priorities(by)), 1e-13);
        Assert.Equal(0, Consistent.ConsistencyRatio, 1e-13);
        Assert.Equal(0, Consistent.GeometricConsistencyIndex, 1e-13);
        Assert.Null(Consistent.Worst());
    }

    /// <summary>1 against 2 is missing; 4 against 3 items through the third: w1/w3 = 4, w2/w3 = 2.</summary>
    [Theory]
    [InlineData(AhpPriorities.Eigenvector)]
    [InlineData(AhpPriorities.GeometricMean)]
    public void What_is_missing_follows_from_the_others(AhpPriorities by)
    {
        var matrix = ComparisonMatrix.Of([[1, double.NaN, 4], [double.NaN, 1, 2], [0.25, 0.5, 1]]);
        Assert.False(matrix.IsComplete);
        Assert.All(matrix.Priorities(by).Zip([4 / 7.0, 2 / 7.0, 1 / 7.0]), p => Assert.Equal(p.Second, p.First, 1e-12));
        Assert.Equal(0, matrix.ConsistencyRatio, 1e-12);
        Assert.True(double.IsNaN(matrix.Priorities(AhpPriorities.ColumnMean)[0]));
    }

    /// <summary>Three items in a circle, 2 · 2 · 2 where consistency asks for 1: w is equal, λ = (1 + 2 + 1/2) = 3.5, CI = 0.25.</summary>
    [Fact]
    public void A_circle_by_hand()
    {
        var circle = ComparisonMatrix.Of([[1, 2, 0.5], [0.5, 1, 2], [2, 0.5, 1]]);
        Assert.All(circle.Priorities(AhpPriorities.Eigenvector), w => Assert.Equal(1 / 3.0, w, 1e-14));
        Assert.Equal(0.25, circle.ConsistencyIndex, 1e-14);
        Assert.Equal(0.25 / 0.58, circle.ConsistencyRatio, 1e-13);
        // three comparisons of ln 2: 2 · 3 ln²2 / (2 · 1)
        Assert.Equal(3 * Math.Log(2) * Math.Log(2), circle.GeometricConsistencyIndex, 1e-13);
    }

    /// <summary>Weights 4 : 2 : 1 : 1, but 1 against 4 is judged 1/9 instead of 4.</summary>
    [Fact]
    public void The_comparison_that_spoils_most_is_found_with_what_the_others_imply()
    {
        var spoiled = ComparisonMatrix.Of([[1, 2, 4, 1 / 9.0], [0.5, 1, 2, 2], [0.25, 0.5, 1, 1], [9, 0.5, 1, 1]]);
        var worst = spoiled.Worst()!;
        Assert.Equal((0, 3), (worst.I, worst.J));
        Assert.Equal(1 / 9.0, worst.Given);
        Assert.Equal(4, worst.Implied, 1e-9);
        Assert.Equal(4, worst.OnScale);
        Assert.Equal(0, worst.RatioThen, 1e-9);
        Assert.True(spoiled.ConsistencyRatio > 0.1);
    }

    [Fact]
    public void Items_without_a_chain_of_comparisons_have_no_priorities()
    {
        var apart = ComparisonMatrix.Of([[1, 2, double.NaN], [0.5, 1, double.NaN], [double.NaN, double.NaN, 1]]);
        Assert.False(apart.IsConnected);
        Assert.All(apart.Priorities(AhpPriorities.Eigenvector), w => Assert.True(double.IsNaN(w)));
    }

    [Fact]
    public void Judges_meet_in_the_geometric_mean_over_those_who_judged()
    {
        var mean = ComparisonMatrix.Mean([ComparisonMatrix.Of([[1, 2], [0.5, 1]]), ComparisonMatrix.Of([[1, 8], [0.125, 1]]), ComparisonMatrix.Of([[1, double.NaN], [double.NaN, 1]])]);
        Assert.Equal(4, mean[0, 1], 1e-14);
        Assert.Equal(0.25, mean[1, 0], 1e-14);
    }

    [Fact]
    public void Eigenvector_and_geometric_mean_agree_for_three_items() =>
        Gen.Double[0.2, 5].Array[3].Sample(v =>
        {
            var m = ComparisonMatrix.Of([[1, v[0], v[1]], [1 / v[0], 1, v[2]], [1 / v[1], 1 / v[2], 1]]);
            Assert.All(m.Priorities(AhpPriorities.Eigenvector).Zip(m.Priorities(AhpPriorities.GeometricMean)), p => Assert.Equal(p.Second, p.First, 1e-10));
        }, iter: 50);

    [Theory]
    [InlineData(2, 0)]
    [InlineData(3, 0.58)]
    [InlineData(15, 1.59)]
    public void Random_indices_of_Saaty(int n, double expected) => Assert.Equal(expected, Ones(n).RandomIndex);

    [Fact]
    public void Beyond_15_items_there_is_no_random_index() => Assert.True(double.IsNaN(Ones(16).RandomIndex));

    [Fact]
    public void What_is_not_reciprocal_is_refused()
    {
        Assert.Equal("Items 1 and 2: 2 one way and 0.4 the other; one must be 1 divided by the other. (Parameter 'rows')", Assert.Throws<ArgumentException>(() => ComparisonMatrix.Of([[1, 2], [0.4, 1]])).Message);
        Assert.Equal("Row 2 has 1 comparisons of 2 items. (Parameter 'rows')", Assert.Throws<ArgumentException>(() => ComparisonMatrix.Of([[1, 2], [0.5]])).Message);
    }

    private static ComparisonMatrix Ones(int n) => ComparisonMatrix.Of([.. Enumerable.Range(0, n).Select(_ => Enumerable.Repeat(1.0, n).ToImmutableArray())]);
}
