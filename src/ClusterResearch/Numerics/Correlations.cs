namespace ClusterResearch.Numerics;

/// <summary>Pearson correlations over the rows in which both columns have a value.</summary>
internal static class Correlations
{
    /// <summary>The correlation of two columns; NaN with fewer than two common rows, or where one of them does not vary there.</summary>
    public static double Pearson(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var (n, sumX, sumY) = (0, 0.0, 0.0);
        var (minX, maxX, minY, maxY) = (double.PositiveInfinity, double.NegativeInfinity, double.PositiveInfinity, double.NegativeInfinity);
        for (var i = 0; i < x.Length; i++)
        {
            if (!double.IsNaN(x[i]) && !double.IsNaN(y[i]))
            {
                (n, sumX, sumY) = (n + 1, sumX + x[i], sumY + y[i]);
                (minX, maxX, minY, maxY) = (Math.Min(minX, x[i]), Math.Max(maxX, x[i]), Math.Min(minY, y[i]), Math.Max(maxY, y[i]));
            }
        }
        // the mean of equal numbers can be off by an ulp, which would make a correlation of noise
        if (n < 2 || minX == maxX || minY == maxY)
        {
            return double.NaN;
        }
        var (meanX, meanY) = (sumX / n, sumY / n);
        var (xx, yy, xy) = (0.0, 0.0, 0.0);
        for (var i = 0; i < x.Length; i++)
        {
            if (!double.IsNaN(x[i]) && !double.IsNaN(y[i]))
            {
                var (dx, dy) = (x[i] - meanX, y[i] - meanY);
                (xx, yy, xy) = (xx + dx * dx, yy + dy * dy, xy + dx * dy);
            }
        }
        return Math.Clamp(xy / Math.Sqrt(xx) / Math.Sqrt(yy), -1, 1);
    }

    /// <summary>The k × k matrix of correlations, 1 on the diagonal of a column that varies.</summary>
    public static double[][] Matrix(IReadOnlyList<ReadOnlyMemory<double>> columns)
    {
        var r = columns.Select(_ => new double[columns.Count]).ToArray();
        for (var j = 0; j < columns.Count; j++)
        {
            for (var l = 0; l <= j; l++)
            {
                r[j][l] = r[l][j] = Pearson(columns[j].Span, columns[l].Span);
            }
        }
        return r;
    }
}
