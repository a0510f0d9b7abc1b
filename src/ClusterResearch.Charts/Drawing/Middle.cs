namespace ClusterResearch.Charts.Drawing;

/// <summary>What charts say of many numbers at once; missing ones do not count.</summary>
internal static class Middle
{
    /// <summary>The median; NaN of nothing.</summary>
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Where(double.IsFinite).Order().ToArray();
        var middle = sorted.Length / 2;
        return sorted.Length == 0 ? double.NaN : sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// <summary>Smallest and largest with a little room at both ends; 0 to 1 of nothing.</summary>
    public static (double Low, double High) Range(IEnumerable<double> values, double room = 0.05)
    {
        var present = values.Where(double.IsFinite).ToArray();
        if (present.Length == 0)
        {
            return (0, 1);
        }
        var (low, high) = (present.Min(), present.Max());
        var span = high > low ? (high - low) * room : Math.Max(Math.Abs(high) * room, room);
        return (low - span, high + span);
    }
}
