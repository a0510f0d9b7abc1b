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
    public const int TieDigits = 12;

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
        var keys = new double[x.Length];
        var ranks = new double[x.Length];
        for (var i = 0; i < x.Length; i++)
        {
            keys[i] = (ascending ? 1 : -1) * Significant(x[i]);
        }
        Array.Fill(ranks, double.NaN);
        var order = Enumerable.Range(0, keys.Length).Where(i => !double.IsNaN(keys[i])).ToArray();
        // equal keys keep the order in which they came, as the rule First needs
        Array.Sort(order, (a, b) => keys[a].CompareTo(keys[b]) is not 0 and var c ? c : a.CompareTo(b));
        for (int first = 0, dense = 1; first < order.Length; dense++)
        {
            var last = first;
            while (last + 1 < order.Length && keys[order[last + 1]] == keys[order[first]])
            {
                last++;
            }
            for (var i = first; i <= last; i++)
            {
                ranks[order[i]] = ties switch
                {
                    TieRule.Min => first + 1,
                    TieRule.Max => last + 1,
                    TieRule.Average => (first + last) / 2.0 + 1,
                    TieRule.First => i + 1,
                    _ => dense,
                };
            }
            first = last + 1;
        }
        return ranks;
    }

    private static double Significant(double x)
    {
        if (x == 0 || !double.IsFinite(x))
        {
            return x;
        }
        var scale = Math.Pow(10, TieDigits - 1 - (int)Math.Floor(Math.Log10(Math.Abs(x))));
        // for tiny numbers the power is too large: then by way of the decimal digits, which is slower
        return double.IsFinite(scale) ? Math.Round(x * scale) / scale : double.Parse(x.ToString("E11", Invariant), Invariant);
    }
}
