namespace ClusterResearch.Stages;

/// <summary>Places from which to look for the best curve: a grid of rates and inflections, with the K that fits each best.</summary>
internal static class GrowthStarts
{
    private const int Kept = 5;

    /// <summary>Ten to ninety per cent in these shares of the observed span.</summary>
    private static readonly double[] Widths = [0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 3.2];

    /// <summary>The best places, best first.</summary>
    public static double[][] Of(GrowthForm form, double[] t, double[] y)
    {
        var (first, span) = (t.Min(), t.Max() - t.Min());
        double[] asymmetries = form == GrowthForm.Richards ? [0.2, 1, 4] : [1];
        var places =
            from width in Widths
            from sign in new[] { 1.0, -1 }
            from step in Enumerable.Range(-10, 31)
            from nu in asymmetries
            let start = Place(form, t, y, sign * Math.Log(81) / (width * span), first + step * span / 10, nu)
            where double.IsFinite(start.Rss)
            select start;
        // of neighbours on the grid one is enough
        return [.. places.OrderBy(p => p.Rss).DistinctBy(p => (Math.Sign(p.Start[1]), (int)Math.Floor(p.Start[2] / span * 3))).Take(Kept).Select(p => p.Start)];
    }

    private static (double Rss, double[] Start) Place(GrowthForm form, double[] t, double[] y, double r, double t0, double nu)
    {
        double[] p = form == GrowthForm.Richards ? [1, r, t0, Math.Log(nu)] : [1, r, t0];
        var gradient = new double[4];
        var g = t.Select(v => GrowthShape.Value(form, p, v, gradient)).ToArray();
        var squares = g.Sum(v => v * v);
        p[0] = squares > 0 ? g.Zip(y, (a, b) => a * b).Sum() / squares : double.NaN;
        return (g.Zip(y, (a, b) => b - p[0] * a).Sum(e => e * e), p);
    }
}
