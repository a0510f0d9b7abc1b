namespace ClusterResearch.Statistics;

/// <summary>Agreement on categories beyond chance: Cohen's κ of two judges, Fleiss' κ of several.</summary>
/// <remarks>
/// <para>κ = (p_o − p_e)/(1 − p_e). Cohen: p_o the share of objects with the same category, p_e = Σ_k a_k b_k of the judges' own shares. Fleiss, m judges: p_o the mean over objects of the share of agreeing pairs of
/// judges, p_e = Σ_k p_k² of the shares of all judgements. 1 is full agreement, 0 what chance gives; where all judgements are one category, κ is NaN.</para>
/// <para>An object that a judge left open (0) is left out and counted. Categories are names: growth and maturity disagree as much as formation and decline.</para>
/// <para><b>Source</b> Cohen, Educational and Psychological Measurement 20 (1960), 37–46; Fleiss, Psychological Bulletin 76 (1971), 378–382.</para>
/// <para><b>Verification</b> by hand and on Fleiss' printed example (κ = 0.430): tests/ClusterResearch.Tests/Statistics/CategoryAgreementTests.cs.</para>
/// </remarks>
public static class CategoryAgreement
{
    /// <summary>Cohen's κ.</summary>
    /// <param name="a">The categories one judge gave, from 1; 0 is left open.</param>
    /// <param name="b">Those of the other, for the same objects.</param>
    /// <exception cref="ArgumentException">Not as many on both sides.</exception>
    public static Kappa Cohen(IReadOnlyList<int> a, IReadOnlyList<int> b)
    {
        var both = Complete([a, b]);
        double n = both.Length;
        var (observed, expected) = (both.Count(o => o[0] == o[1]) / n, both.SelectMany(o => o).Distinct().Sum(k => both.Count(o => o[0] == k) / n * (both.Count(o => o[1] == k) / n)));
        return Of(observed, expected, both.Length, a.Count);
    }

    /// <summary>Fleiss' κ.</summary>
    /// <param name="judges">One list per judge, two or more: the categories, from 1; 0 is left open.</param>
    /// <exception cref="ArgumentException">Fewer than two judges, or not as many objects in all.</exception>
    public static Kappa Fleiss(IReadOnlyList<IReadOnlyList<int>> judges)
    {
        var all = Complete(judges);
        double n = all.Length, m = judges.Count;
        var observed = all.Sum(o => o.GroupBy(k => k).Sum(g => g.Count() * (g.Count() - 1))) / (n * m * (m - 1));
        var expected = all.SelectMany(o => o).GroupBy(k => k).Sum(g => g.Count() / (n * m) * (g.Count() / (n * m)));
        return Of(observed, expected, all.Length, judges[0].Count);
    }

    private static Kappa Of(double observed, double expected, int n, int all) => new(expected < 1 ? (observed - expected) / (1 - expected) : double.NaN, observed, expected, n, all - n);

    private static int[][] Complete(IReadOnlyList<IReadOnlyList<int>> judges)
    {
        ArgumentNullException.ThrowIfNull(judges);
        return judges.Count < 2 || judges.Any(j => j.Count != judges[0].Count) ? throw new ArgumentException("Agreement is of two or more judges of the same objects.", nameof(judges))
            : [.. Enumerable.Range(0, judges[0].Count).Select(i => judges.Select(j => j[i]).ToArray()).Where(o => o.All(k => k > 0))];
    }
}

/// <summary>Agreement beyond chance.</summary>
/// <param name="Value">κ; NaN where there is nothing to compare or only one category.</param>
/// <param name="Observed">The share of agreement.</param>
/// <param name="Expected">The share chance would give.</param>
/// <param name="N">How many objects all judged.</param>
/// <param name="LeftOut">How many a judge left open.</param>
public sealed record Kappa(double Value, double Observed, double Expected, int N, int LeftOut);
