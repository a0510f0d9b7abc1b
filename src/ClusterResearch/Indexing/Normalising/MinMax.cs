using ClusterResearch.Findings;
using ClusterResearch.Numerics;

namespace ClusterResearch.Indexing.Normalising;

/// <summary>Min-max normalisation: the worst city-year gives 0, the best gives 1.</summary>
/// <remarks>
/// <para>With m and M the minimum and maximum over the city-years of <see cref="Normalisation.Pooling"/> that are present, all n·T by default:</para>
/// <para>higher: y = (x − m) / (M − m); lower: y = (M − x) / (M − m);
/// target T or range [A, B]: y = 1 − d / D, d the distance to the target or range, D the largest distance.</para>
/// <para>With <see cref="To"/> = (a, b) the result is a + (b − a)·y. Missing values stay missing. A constant
/// indicator (for a target or range: no distance at all) is refused: CR3103. With a base year, values of other years may
/// lie beyond a and b. A range is also known as optimal interval, a target as “middle best”.</para>
/// <para><b>Source</b> OECD/JRC, Handbook on Constructing Composite Indicators (2008), p. 30; for targets and
/// ranges Hwang and Yoon, Multiple Attribute Decision Making (1981).</para>
/// <para><b>Verification</b> COINr 1.1.14 n_minmax and R definitions: tests/reference/A_normalisation.json.</para>
/// </remarks>
public sealed record MinMax : Normalisation
{
    /// <summary>The ends of the result's scale. <value>Default: (0, 1).</value></summary>
    /// <exception cref="ArgumentException">They are not two finite numbers, the lower one first.</exception>
    public (double Low, double High) To
    {
        get;
        init => field = CheckScale(value);
    } = (0, 1);

    /// <inheritdoc/>
    public override MethodCard Card =>
        new("normalisation", "Min-max normalisation", string.Create(Invariant, $"{Pooling.Words}, to {To.Low:R}–{To.High:R}"),
            @"y = \frac{x - \min x}{\max x - \min x} \text{ (higher)},\quad y = \frac{\max x - x}{\max x - \min x} \text{ (lower)}",
            "A constant indicator is refused. Missing stays missing. A target or range counts by distance: 1 − d/max d.",
            "OECD/JRC (2008), Handbook on Constructing Composite Indicators, p. 30")
        { Symbols = "y: normalised value; x: value; d: distance from the best" };

    /// <summary>The values of one indicator on the scale <paramref name="to"/>.</summary>
    /// <param name="x">Values in the indicator's unit; NaN is missing and stays so.</param>
    /// <param name="direction">Which values are better.</param>
    /// <param name="to">The ends of the result's scale, the lower one first.</param>
    /// <returns>One value each; all NaN if the indicator does not vary, has one value only or none (for a target: if no
    /// value is away from it); the upper end for all if all lie inside a range. Any finite magnitude is allowed.</returns>
    /// <exception cref="ArgumentException">A value is infinite, or the ends are not two finite numbers in order.</exception>
    public static double[] Of(ReadOnlySpan<double> x, Direction direction, (double Low, double High) to) => Of(x, x, direction, to);

    /// <summary>The values of one indicator on a scale that other values of it set, e.g. those of a base year.</summary>
    /// <param name="x">Values in the indicator's unit; NaN is missing and stays so.</param>
    /// <param name="basis">The values whose worst and best become the ends; NaN is missing.</param>
    /// <param name="direction">Which values are better.</param>
    /// <param name="to">The ends of the result's scale, the lower one first; values worse or better than all of the basis lie beyond.</param>
    /// <returns>One value each; all NaN if the basis does not vary.</returns>
    /// <exception cref="ArgumentException">A value is infinite, or the ends are not two finite numbers in order.</exception>
    public static double[] Of(ReadOnlySpan<double> x, ReadOnlySpan<double> basis, Direction direction, (double Low, double High) to)
    {
        Magnitude.RefuseInfinite(x, nameof(x));
        Magnitude.RefuseInfinite(basis, nameof(basis));
        CheckScale(to);
        var scale = Math.Min(Magnitude.ForDifferences(x), Magnitude.ForDifferences(basis));
        var (min, max) = Ends(basis, direction, scale);
        var y = new double[x.Length];
        for (var i = 0; i < x.Length; i++)
        {
            var share = direction switch
            {
                Direction.Higher => (x[i] * scale - min) / (max - min),
                Direction.Lower => (max - x[i] * scale) / (max - min),
                _ => 1 - direction.Distance(x[i], scale) / max,
            };
            // inside a range a value is best even where no other lies outside
            var best = direction is Direction.Range && !(max > min) && !double.IsNaN(x[i]);
            y[i] = max > min || best ? to.Low + (to.High - to.Low) * (best ? 1 : share) : double.NaN;
        }
        return y;
    }

    internal override NormalisedColumn? Apply(IndicatorColumn column, List<Finding> findings)
    {
        var (min, max) = Ends(column.Basis.Span, column.Direction, scale: 1);
        if (!(max > min))
        {
            return Constant(column, findings);
        }
        var values = Of(column.Values.Span, column.Basis.Span, column.Direction, To);
        return column.Direction is Direction.Higher or Direction.Lower
            ? new(values, [("minimum", min), ("maximum", max)])
            : new(values, [("largest distance", max)]);
    }

    private static (double Low, double High) CheckScale((double Low, double High) to) =>
        to.Low < to.High && double.IsFinite(to.High - to.Low)
            ? to
            : throw new ArgumentException(string.Create(Invariant, $"A scale cannot go from {to.Low:R} to {to.High:R}: it needs two finite numbers, the lower one first."), nameof(to));

    /// <summary>Minimum and maximum; for a target or range 0 and the largest distance.</summary>
    private static (double Min, double Max) Ends(ReadOnlySpan<double> x, Direction direction, double scale)
    {
        var (min, max) = (double.PositiveInfinity, double.NegativeInfinity);
        var byDistance = direction is Direction.Target or Direction.Range;
        foreach (var value in x)
        {
            var v = byDistance && !double.IsNaN(value) ? direction.Distance(value, scale) : value * scale;
            min = v < min ? v : min;
            max = v > max ? v : max;
        }
        return byDistance ? (0, max) : (min, max);
    }
}
