using ClusterResearch.Numerics;

namespace ClusterResearch.Indexing;

/// <summary>Which rank equal values get.</summary>
public enum TieRule
{
    /// <summary>All the smallest of the places they take: 1, 2, 2, 4.</summary>
    Min,

    /// <summary>All the largest: 1, 3, 3, 4.</summary>
    Max,

    /// <summary>All the mean: 1, 2.5, 2.5, 4.</summary>
    Average,

    /// <summary>In the order in which they come: 1, 2, 3, 4.</summary>
    First,

    /// <summary>All the same, and no place is left out after them: 1, 2, 2, 3.</summary>
    Dense,
}

/// <summary>Ranks.</summary>
public static class Ranking
{
    /// <summary>Significant digits at which two scores count as equal: above rounding noise, far below anything printed.</summary>
    public const int TieDigits = Ranks.TieDigits;

    /// <summary>The rank of each value; values are compared at 12 significant digits, never rounded for print before.</summary>
    /// <param name="x">Values; NaN is missing and gets NaN.</param>
    /// <param name="ties">The rule for equal values.</param>
    /// <param name="ascending">Whether the smallest value has rank 1; otherwise the largest has.</param>
    /// <returns>One rank each, from 1 to the number of values present; NaN where missing.</returns>
    /// <remarks>
    /// <para>Values of any magnitude are compared at 12 significant digits, so those that differ by less than about
    /// 1 in 10¹² tie; 0 and −0 are equal. An infinity ranks beyond every number.</para>
    /// <para><b>Verification</b> R rank, scipy rankdata: tests/reference/A_normalisation.json.</para>
    /// </remarks>
    public static double[] Of(ReadOnlySpan<double> x, TieRule ties, bool ascending)
    {
        var ranks = new double[x.Length];
        Array.Fill(ranks, double.NaN);
        var (before, dense) = (0, 0);
        foreach (var group in Ranks.Groups(x, ascending))
        {
            dense++;
            for (var i = 0; i < group.Length; i++)
            {
                ranks[group.Span[i]] = ties switch
                {
                    TieRule.Min => before + 1,
                    TieRule.Max => before + group.Length,
                    TieRule.Average => before + (group.Length + 1) / 2.0,
                    TieRule.First => before + i + 1,
                    _ => dense,
                };
            }
            before += group.Length;
        }
        return ranks;
    }
}
