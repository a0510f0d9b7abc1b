using ClusterResearch.Findings;
using ClusterResearch.Numerics;

namespace ClusterResearch.Indexing.Normalising;

/// <summary>How a goalpost on either side of a best value or range counts.</summary>
public enum GoalpostSides
{
    /// <summary>Both sides by the distance of the farther goalpost.</summary>
    Farther,

    /// <summary>Each side by its own goalpost: the <i>interval with tolerance</i>.</summary>
    EachItsOwn,
}

/// <summary>Normalisation by goalposts: fixed ends set in the index file, not taken from the data.</summary>
/// <remarks>
/// <para>With low L and high H: higher: y = (x − L) / (H − L); lower: y = (H − x) / (H − L);
/// target or range: y = 1 − d / D, D the distance from the target or range to the farther goalpost, or with
/// <see cref="GoalpostSides.EachItsOwn"/> to the goalpost of the value's own side (beyond a goalpost that lies inside the
/// range a value is simply at its end: 0).</para>
/// <para>Scores of one city do not change when another city or year is added. Outside the goalposts y is clipped to
/// [0, 1] when <see cref="Clip"/>, and left as it is when not; how many were clipped is a parameter of the result.
/// Missing values stay missing. An indicator without goalposts is refused (CR3109), and so is one with
/// both goalposts inside its best range (CR3016).</para>
/// <para><b>Source</b> UNDP, Human Development Report, technical note 1.</para>
/// <para><b>Verification</b> COINr 1.1.14 n_goalposts; interval with tolerance by definition: tests/reference/A_normalisation.json.</para>
/// </remarks>
public sealed record GoalpostsNormalisation : Normalisation
{
    /// <summary>Whether values outside the goalposts count as the goalpost. <value>Default: true.</value></summary>
    public bool Clip { get; init; } = true;

    /// <summary>How goalposts count for a target or range. <value>Default: both sides by the farther one.</value></summary>
    public GoalpostSides Sides { get; init; }

    /// <inheritdoc/>
    public override MethodCard Card =>
        new("normalisation", "Goalposts", $"ends from the index file, {(Sides == GoalpostSides.Farther ? "" : "interval with tolerance, ")}{(Clip ? "clipped to 0–1" : "not clipped")}",
            @"y = \frac{x - L}{H - L} \text{ (higher)},\quad y = \frac{H - x}{H - L} \text{ (lower)}",
            "An indicator without goalposts is refused. Missing stays missing.",
            "UNDP, Human Development Report, technical note 1")
        { Symbols = "y: normalised value; x: value; L, H: lower and upper goalpost" };

    /// <summary>The values of one indicator between its goalposts.</summary>
    /// <param name="x">Values in the indicator's unit; NaN is missing and stays so.</param>
    /// <param name="direction">Which values are better.</param>
    /// <param name="goalposts">The fixed ends, in the indicator's unit.</param>
    /// <param name="clip">Whether to clip to [0, 1].</param>
    /// <returns>One value each, whatever the others are: constant columns and single values are as good as any.</returns>
    /// <exception cref="ArgumentException">A value is infinite; the goalposts are not two finite numbers, the lower one
    /// first; or both goalposts lie inside the best range, so that nothing says what is worst.</exception>
    public static double[] Of(ReadOnlySpan<double> x, Direction direction, Goalposts goalposts, bool clip) => Of(x, direction, goalposts, clip, GoalpostSides.Farther);

    /// <summary>The values of one indicator between its goalposts, with a say on how goalposts count for a target or range.</summary>
    /// <param name="x">Values in the indicator's unit; NaN is missing and stays so.</param>
    /// <param name="direction">Which values are better.</param>
    /// <param name="goalposts">The fixed ends, in the indicator's unit.</param>
    /// <param name="clip">Whether to clip to [0, 1].</param>
    /// <param name="sides">How goalposts count for a target or range.</param>
    /// <returns>One value each.</returns>
    /// <exception cref="ArgumentException">As without <paramref name="sides"/>.</exception>
    public static double[] Of(ReadOnlySpan<double> x, Direction direction, Goalposts goalposts, bool clip, GoalpostSides sides)
    {
        Magnitude.RefuseInfinite(x, nameof(x));
        if (!(goalposts.Low < goalposts.High) || !double.IsFinite(goalposts.Low) || !double.IsFinite(goalposts.High))
        {
            throw new ArgumentException("Goalposts are two finite numbers, the lower one first.", nameof(goalposts));
        }
        if (!HasWorst(direction, goalposts))
        {
            throw new ArgumentException("Both goalposts lie inside the best range, so nothing says what is worst.", nameof(goalposts));
        }
        var scale = Magnitude.ForDifferences([goalposts.Low, goalposts.High, .. x]);
        var (low, high) = (goalposts.Low * scale, goalposts.High * scale);
        var (below, above) = HasDistance(direction) ? (direction.Distance(goalposts.Low, scale), direction.Distance(goalposts.High, scale)) : (0, 0);
        var (best, _) = direction.Best(scale);
        var y = new double[x.Length];
        for (var i = 0; i < x.Length; i++)
        {
            var share = direction switch
            {
                Direction.Higher => (x[i] * scale - low) / (high - low),
                Direction.Lower => (high - x[i] * scale) / (high - low),
                _ => Closeness(direction.Distance(x[i], scale), sides == GoalpostSides.Farther ? Math.Max(below, above) : x[i] * scale < best ? below : above),
            };
            y[i] = clip ? Math.Clamp(share, 0, 1) : share;
        }
        return y;
    }

    internal override NormalisedColumn? Apply(IndicatorColumn column, List<Finding> findings)
    {
        if (column.Node.Indicator!.Goalposts is not { } posts)
        {
            findings.Add(IndexFindings.PostsNeeded(column.File, column.Node.Line, column.Node.Code));
            return null;
        }
        if (!HasWorst(column.Direction, posts))
        {
            findings.Add(IndexFindings.PostsInside(column.File, column.Node.Line, column.Node.Code, posts.Low, posts.High));
            return null;
        }
        var outside = column.Values.ToArray().Count(v => v < posts.Low || v > posts.High);
        return new(Of(column.Values.Span, column.Direction, posts, Clip, Sides),
            [("low goalpost", posts.Low), ("high goalpost", posts.High), (Clip ? "values clipped" : "values outside", outside)]);
    }

    /// <summary>1 − d/D; with no room on a side, anything beyond the best is as bad as can be.</summary>
    private static double Closeness(double distance, double worst) => distance == 0 ? 1 : worst == 0 ? 0 : 1 - distance / worst;

    private static bool HasDistance(Direction direction) => direction is Direction.Target or Direction.Range;

    private static bool HasWorst(Direction direction, Goalposts posts) =>
        !HasDistance(direction) || direction.Distance(posts.Low) > 0 || direction.Distance(posts.High) > 0;
}
