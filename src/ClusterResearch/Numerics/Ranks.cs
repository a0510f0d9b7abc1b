namespace ClusterResearch.Numerics;

/// <summary>Order of plain numbers, equal at 12 significant digits; NaN is missing and takes no place.</summary>
internal static class Ranks
{
    /// <summary>Significant digits at which two numbers count as equal.</summary>
    public const int TieDigits = 12;

    /// <summary>The positions of equal numbers, group by group, from the smallest number or from the largest; within a group as they come.</summary>
    public static IEnumerable<ReadOnlyMemory<int>> Groups(ReadOnlySpan<double> x, bool ascending)
    {
        var keys = new double[x.Length];
        for (var i = 0; i < x.Length; i++)
        {
            keys[i] = (ascending ? 1 : -1) * Significant(x[i]);
        }
        var order = Enumerable.Range(0, keys.Length).Where(i => !double.IsNaN(keys[i])).ToArray();
        Array.Sort(order, (a, b) => keys[a].CompareTo(keys[b]) is not 0 and var c ? c : a.CompareTo(b));
        return Split(keys, order);
    }

    /// <summary>Ranks from 1; equal numbers share the mean of their places; NaN where missing.</summary>
    public static double[] Average(ReadOnlySpan<double> x, bool ascending)
    {
        var ranks = new double[x.Length];
        Array.Fill(ranks, double.NaN);
        var before = 0;
        foreach (var group in Groups(x, ascending))
        {
            foreach (var i in group.Span)
            {
                ranks[i] = before + (group.Length + 1) / 2.0;
            }
            before += group.Length;
        }
        return ranks;
    }

    /// <summary>A number at 12 significant digits.</summary>
    public static double Significant(double x)
    {
        if (x == 0 || !double.IsFinite(x))
        {
            return x;
        }
        var scale = Math.Pow(10, TieDigits - 1 - (int)Math.Floor(Math.Log10(Math.Abs(x))));
        // for tiny numbers the power is too large: then by way of the decimal digits, which is slower
        return double.IsFinite(scale) ? Math.Round(x * scale) / scale : double.Parse(x.ToString("E11", Invariant), Invariant);
    }

    private static IEnumerable<ReadOnlyMemory<int>> Split(double[] keys, int[] order)
    {
        for (int first = 0, next; first < order.Length; first = next)
        {
            next = first + 1;
            while (next < order.Length && keys[order[next]] == keys[order[first]])
            {
                next++;
            }
            yield return order.AsMemory(first, next - first);
        }
    }
}
