namespace ClusterResearch.Statistics;

/// <summary>Points of d numbers, checked once for whatever groups them.</summary>
internal static class PointSet
{
    /// <exception cref="ArgumentException">No point, points of different length, a missing or infinite number.</exception>
    public static double[][] Of(IReadOnlyList<ReadOnlyMemory<double>> points, string name)
    {
        ArgumentNullException.ThrowIfNull(points);
        double[][] rows = [.. points.Select(p => p.ToArray())];
        return rows.Length == 0 ? throw new ArgumentException("There are no points.", name)
            : rows.Any(r => r.Length != rows[0].Length || r.Length == 0) ? throw new ArgumentException("Points have different numbers of coordinates, or none.", name)
            : Array.FindIndex(rows, r => r.Any(v => !double.IsFinite(v))) is >= 0 and var bad
                ? throw new ArgumentException(string.Create(Invariant, $"Point {bad + 1} has a coordinate that is missing or infinite; leave it out, it has no place."), name)
            : rows;
    }

    public static double SquaredDistance(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var j = 0; j < a.Length; j++)
        {
            sum += (a[j] - b[j]) * (a[j] - b[j]);
        }
        return sum;
    }

    public static double[] Mean(IReadOnlyCollection<double[]> points, int d) => [.. Enumerable.Range(0, d).Select(j => points.Sum(p => p[j]) / points.Count)];
}
