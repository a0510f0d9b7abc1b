namespace ClusterResearch.Charts.Drawing;

/// <summary>Places for labels that would lie on each other.</summary>
internal static class SpreadLabels
{
    /// <summary>The nearest places to the wanted ones, in the same order, at least a gap apart, inside the range as far as it goes.</summary>
    public static double[] Of(IReadOnlyList<double> wanted, double gap, double low, double high)
    {
        var order = Enumerable.Range(0, wanted.Count).OrderBy(i => wanted[i]).ToArray();
        var places = order.Select(i => wanted[i]).ToArray();
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = Math.Max(places[i], i == 0 ? low : places[i - 1] + gap);
        }
        for (var i = places.Length - 1; i >= 0; i--)
        {
            places[i] = Math.Min(places[i], i == places.Length - 1 ? high : places[i + 1] - gap);
        }
        var result = new double[places.Length];
        for (var i = 0; i < order.Length; i++)
        {
            result[order[i]] = places[i];
        }
        return result;
    }
}
