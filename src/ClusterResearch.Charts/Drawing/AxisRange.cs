namespace ClusterResearch.Charts.Drawing;

/// <summary>How far an axis must reach; missing numbers do not count.</summary>
internal static class AxisRange
{
    /// <summary>Smallest and largest with a little room at both ends; 0 to 1 of nothing.</summary>
    public static (double Low, double High) Of(IEnumerable<double> values, double room = 0.05)
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
