using ClusterResearch.Findings;
using ClusterResearch.Numerics;

namespace ClusterResearch.Indexing.Normalising;

/// <summary>Distance to a reference: 1 at the reference, 0 at the worst value, more than 1 beyond the reference.</summary>
/// <remarks>
/// <para>With reference r and minimum m or maximum M over the city-years of <see cref="Normalisation.Pooling"/>:
/// higher: y = 1 − (r − x) / (r − m); lower: y = 1 − (x − r) / (M − r).</para>
/// <para>Without <see cref="City"/> the reference is the best value: <i>distance to maximum</i>, which equals min-max to 0–1.
/// With a city it is that city's value: its mean over the years that set the scale, so one fixed number over the pooled panel,
/// the value of the year where each year is on its own, that of the base year against a base year.
/// A target or range counts by distance, for which lower is better. Missing values stay missing; a reference city without a value,
/// or no better than the worst, is refused (CR3505).</para>
/// <para><b>Source</b> OECD/JRC, Handbook on Constructing Composite Indicators (2008), step “normalisation of data”.</para>
/// <para><b>Verification</b> COINr 1.1.14 n_dist2max, n_dist2ref: tests/reference/A_normalisation.json.</para>
/// </remarks>
public sealed record DistanceToReference : Normalisation
{
    /// <summary>The key of the reference city; null for the best value. <value>Default: null.</value></summary>
    public string? City { get; init; }

    /// <inheritdoc/>
    public override MethodCard Card =>
        new("normalisation", City is null ? "Distance to maximum" : "Distance to reference", City is null ? $"{Pooling.Words}, from the worst to the best value" : $"{Pooling.Words}, reference {City}",
            @"y = 1 - \frac{r - x}{r - \min x} \text{ (higher)},\quad y = 1 - \frac{x - r}{\max x - r} \text{ (lower)}",
            "Missing stays missing. A reference no better than the worst value is refused. A target or range counts by distance.",
            "OECD/JRC (2008), Handbook on Constructing Composite Indicators, step “normalisation of data”")
        { Symbols = "y: normalised value; x: value; r: reference" };

    /// <summary>The values of one indicator measured from the worst one to a reference.</summary>
    /// <param name="x">Values in the indicator's unit; NaN is missing and stays so.</param>
    /// <param name="basis">The values whose worst is taken; NaN is missing.</param>
    /// <param name="higherIsBetter">Whether the worst value is the smallest.</param>
    /// <param name="reference">The reference value; NaN for the best of the basis.</param>
    /// <returns>One value each; all NaN if the reference is no better than the worst value.</returns>
    /// <exception cref="ArgumentException">A value is infinite.</exception>
    public static double[] Of(ReadOnlySpan<double> x, ReadOnlySpan<double> basis, bool higherIsBetter, double reference)
    {
        Magnitude.RefuseInfinite(x, nameof(x));
        Magnitude.RefuseInfinite(basis, nameof(basis));
        var (worst, best) = Ends(basis, higherIsBetter);
        var r = double.IsNaN(reference) ? best : reference;
        var y = new double[x.Length];
        for (var i = 0; i < x.Length; i++)
        {
            y[i] = (higherIsBetter ? r > worst : r < worst) ? 1 - (r - x[i]) / (r - worst) : double.NaN;
        }
        return y;
    }

    internal override void Check(IndicatorTable indicators, List<Finding> findings)
    {
        base.Check(indicators, findings);
        if (City is not null && indicators.Cities.All(c => c.Key != City))
        {
            var hint = Nearest.Hint(City, indicators.Cities.Select(c => c.Key));
            findings.Add(new(NormalisingFindings.NoReference, indicators.Design.Tree.File, 0, 0, $"“{City}” as reference city", "a city of the index", $"{hint}correct the key, or take the city into the frame"));
        }
    }

    internal override NormalisedColumn? Apply(IndicatorColumn column, List<Finding> findings)
    {
        var isHigher = column.Direction is Direction.Higher;
        var (x, basis) = (Measured(column.Values.Span, column.Direction), Measured(column.Basis.Span, column.Direction));
        var (worst, best) = Ends(basis, isHigher);
        var reference = City is null ? best : Moments.Mean([.. Measured(column.BasisOf(City), column.Direction).Where(v => !double.IsNaN(v))]);
        if (isHigher ? reference > worst : reference < worst)
        {
            return new(Of(x, basis, isHigher, reference), [("worst", worst), ("reference", reference)]);
        }
        if (City is null)
        {
            return Constant(column, findings);
        }
        var found = double.IsNaN(reference) ? $"has no value for {City}" : string.Create(Invariant, $"is {reference:G6} for {City}, no better than its worst value");
        findings.Add(NormalisingFindings.Reference(column.File, column.Node.Line, column.Node.Code, found + (column.Year is { } year ? string.Create(Invariant, $" in {year}") : "")));
        return null;
    }

    private static double[] Measured(ReadOnlySpan<double> x, Direction direction)
    {
        var measured = x.ToArray();
        return direction is Direction.Target or Direction.Range ? [.. measured.Select(v => double.IsNaN(v) ? v : direction.Distance(v))] : measured;
    }

    private static (double Worst, double Best) Ends(ReadOnlySpan<double> x, bool isHigher)
    {
        var (min, max) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var v in x)
        {
            min = v < min ? v : min;
            max = v > max ? v : max;
        }
        return isHigher ? (min, max) : (max, min);
    }
}
