using ClusterResearch.Statistics;

namespace ClusterResearch.Tests.Statistics;

public sealed class CategoryAgreementTests
{
    [Fact]
    public void Cohen_by_hand()
    {
        // 20 yes-yes, 5, 10, 15 no-no: p_o = 0.7, p_e = 0.5·0.6 + 0.5·0.4
        int[] a = [.. Enumerable.Repeat(1, 25), .. Enumerable.Repeat(2, 25)], b = [.. Enumerable.Repeat(1, 20), .. Enumerable.Repeat(2, 5), .. Enumerable.Repeat(1, 10), .. Enumerable.Repeat(2, 15)];
        var kappa = CategoryAgreement.Cohen(a, b);
        Assert.Equal(0.4, kappa.Value, 1e-12);
        Assert.Equal((0.7, 0.5, 50), (kappa.Observed, kappa.Expected, kappa.N));
    }

    /// <summary>Fleiss (1971), table 1: 30 patients, 6 psychiatrists, 5 diagnoses; κ = 0.430.</summary>
    [Fact]
    public void Fleiss_printed_example()
    {
        int[][] counts =
        [
            [0, 0, 0, 6, 0], [0, 3, 0, 0, 3], [0, 1, 4, 0, 1], [0, 0, 0, 0, 6], [0, 3, 0, 3, 0], [2, 0, 4, 0, 0], [0, 0, 4, 0, 2], [2, 0, 3, 1, 0], [2, 0, 0, 4, 0], [0, 0, 0, 0, 6],
            [1, 0, 0, 5, 0], [1, 1, 0, 4, 0], [0, 3, 3, 0, 0], [1, 0, 0, 5, 0], [0, 2, 0, 3, 1], [0, 0, 5, 0, 1], [3, 0, 0, 1, 2], [5, 1, 0, 0, 0], [0, 2, 0, 4, 0], [1, 0, 2, 0, 3],
            [0, 0, 0, 0, 6], [0, 1, 0, 5, 0], [0, 2, 0, 1, 3], [2, 0, 0, 4, 0], [1, 0, 0, 4, 1], [0, 5, 0, 1, 0], [4, 0, 0, 0, 2], [0, 2, 0, 4, 0], [1, 0, 5, 0, 0], [0, 0, 0, 0, 6],
        ];
        int[][] objects = [.. counts.Select(c => c.SelectMany((n, k) => Enumerable.Repeat(k + 1, n)).ToArray())];
        var kappa = CategoryAgreement.Fleiss([.. Enumerable.Range(0, 6).Select(j => objects.Select(o => o[j]).ToArray())]);
        Assert.Equal(0.430, kappa.Value, 5e-4);
        Assert.Equal((0.556, 0.220), (Math.Round(kappa.Observed, 3), Math.Round(kappa.Expected, 3)));
    }

    [Fact]
    public void Open_objects_are_left_out_and_one_category_is_no_test()
    {
        Assert.Equal((1, 2, 1), (CategoryAgreement.Cohen([1, 2, 0], [1, 2, 2]).Value, CategoryAgreement.Cohen([1, 2, 0], [1, 2, 2]).N, CategoryAgreement.Cohen([1, 2, 0], [1, 2, 2]).LeftOut));
        Assert.True(double.IsNaN(CategoryAgreement.Cohen([1, 1], [1, 1]).Value) && double.IsNaN(CategoryAgreement.Fleiss([[0], [1]]).Value));
        Assert.Throws<ArgumentException>(() => CategoryAgreement.Cohen([1], [1, 2]));
        Assert.Throws<ArgumentException>(() => CategoryAgreement.Fleiss([[1]]));
    }
}
