using ClusterResearch.Numerics;

namespace ClusterResearch.Indexing.Preparing;

/// <summary>Fills a missing cell from other years of the same city.</summary>
public abstract record SeriesImputation : Imputation
{
    /// <summary>One city's years, missing ones filled where the method can.</summary>
    internal abstract double[] Fill(ReadOnlySpan<double> series);

    internal sealed override double[] Fill(IndicatorTable table, IndexNode node)
    {
        var (column, years) = (table.Column(node.Code), table.Period.Count);
        return [.. table.Cities.SelectMany((_, c) => Fill(column.Span.Slice(c * years, years)))];
    }
}

/// <summary>What linear imputation does before the first and after the last figure of a city.</summary>
public enum Extrapolation
{
    /// <summary>Nothing: only gaps between two figures are filled.</summary>
    None,

    /// <summary>The nearest figure is repeated.</summary>
    Nearest,

    /// <summary>The line through the two nearest figures is continued.</summary>
    Linear,
}

/// <summary>Fills gaps in a city's series along a straight line between the figures on either side.</summary>
/// <remarks>
/// <para>Between the years a &lt; t &lt; b with figures: x'_t = x_a + (x_b − x_a)(t − a) / (b − a). Before the first and after the
/// last figure of the index's period nothing is filled unless <see cref="Extrapolation"/> says so; a line needs two figures, and one
/// continued far enough leaves what is possible, such as shares below zero.</para>
/// <para><b>Source</b> OECD/JRC, Handbook on Constructing Composite Indicators (2008), step “imputation of missing data”.</para>
/// <para><b>Verification</b> by hand: tests/ClusterResearch.Tests/Indexing/Preparing/SeriesImputationTests.cs.</para>
/// </remarks>
public sealed record LinearImputation : SeriesImputation
{
    /// <summary>What is done outside the figures. <value>Default: nothing, inner gaps only.</value></summary>
    public Extrapolation Extrapolation { get; init; }

    /// <inheritdoc/>
    public override MethodCard Card =>
        new("imputation", "Linear imputation", Words, @"x'_t = x_a + (x_b - x_a) \frac{t - a}{b - a}",
            "A straight line over years between the figures of the same city. What has no figure to go by stays missing. Filled cells are marked in tables and charts.",
            "OECD/JRC (2008), Handbook on Constructing Composite Indicators, step “imputation of missing data”")
        { Symbols = "x: value of a city in year t; a, b: the nearest years with a figure" };

    private string Words =>
        Extrapolation switch
        {
            Extrapolation.None => "over years, inner gaps only",
            Extrapolation.Nearest => "over years, the nearest figure repeated outside",
            _ => "over years, the line continued outside",
        };

    /// <summary>A series of equal steps, gaps filled along straight lines.</summary>
    /// <param name="series">Values in the order of years; NaN is missing.</param>
    /// <param name="extrapolation">What is done outside the figures.</param>
    /// <returns>One value each; NaN where there is nothing to go by.</returns>
    /// <exception cref="ArgumentException">A value is infinite.</exception>
    public static double[] Of(ReadOnlySpan<double> series, Extrapolation extrapolation = Extrapolation.None)
    {
        Magnitude.RefuseInfinite(series, nameof(series));
        var filled = series.ToArray();
        var known = Enumerable.Range(0, filled.Length).Where(t => !double.IsNaN(filled[t])).ToArray();
        for (var t = 0; t < filled.Length && known.Length > 0; t++)
        {
            var after = Array.FindIndex(known, k => k >= t);
            filled[t] = after < 0 ? Outside(series, known, t, ^2, ^1, extrapolation)
                : known[after] == t ? filled[t]
                : after == 0 ? Outside(series, known, t, 1, 0, extrapolation)
                : Line(series, known[after - 1], known[after], t);
        }
        return filled;
    }

    private static double Outside(ReadOnlySpan<double> series, int[] known, int t, Index next, Index nearest, Extrapolation extrapolation) =>
        extrapolation switch
        {
            Extrapolation.Nearest => series[known[nearest]],
            Extrapolation.Linear when known.Length > 1 => Line(series, known[nearest], known[next], t),
            _ => double.NaN,
        };

    private static double Line(ReadOnlySpan<double> series, int a, int b, int t)
    {
        var share = (double)(t - a) / (b - a);
        return (1 - share) * series[a] + share * series[b];
    }

    internal override double[] Fill(ReadOnlySpan<double> series) => Of(series, Extrapolation);
}

/// <summary>Carries a city's last figure forward over the years that have none.</summary>
/// <remarks>
/// <para>x'_t = x_a with a the last year before t that has a figure, if t − a is at most <see cref="MaximumYears"/>. Years before the
/// first figure of the index's period stay missing.</para>
/// <para><b>Source</b> Little and Rubin, Statistical Analysis with Missing Data (2002), last observation carried forward.</para>
/// <para><b>Verification</b> by hand: tests/ClusterResearch.Tests/Indexing/Preparing/SeriesImputationTests.cs.</para>
/// </remarks>
public sealed record LastValueImputation : SeriesImputation
{
    /// <summary>Over how many years a figure is carried; null for any number. <value>Default: null.</value></summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int? MaximumYears
    {
        get;
        init => field = value is null or >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A figure is carried forward over at least one year.");
    }

    /// <inheritdoc/>
    public override MethodCard Card =>
        new("imputation", "Last value carried forward", MaximumYears is { } years ? string.Create(Invariant, $"over at most {years} year{(years == 1 ? "" : "s")}") : "over any number of years",
            @"x'_t = x_a,\quad a = \max \{s < t : x_s \text{ present}\}",
            "Years before a city's first figure stay missing. Filled cells are marked in tables and charts.",
            "Little and Rubin (2002), Statistical Analysis with Missing Data")
        { Symbols = "x: value of a city in year t; a: the last year with a figure" };

    /// <summary>A series of equal steps, gaps filled with the last value before them.</summary>
    /// <param name="series">Values in the order of years; NaN is missing.</param>
    /// <param name="maximumSteps">Over how many steps a value is carried.</param>
    /// <returns>One value each; NaN where there is none to carry.</returns>
    /// <exception cref="ArgumentException">A value is infinite.</exception>
    public static double[] Of(ReadOnlySpan<double> series, int maximumSteps = int.MaxValue)
    {
        Magnitude.RefuseInfinite(series, nameof(series));
        var filled = series.ToArray();
        var last = -1;
        for (var t = 0; t < filled.Length; t++)
        {
            last = double.IsNaN(series[t]) ? last : t;
            filled[t] = last >= 0 && t - last <= maximumSteps ? series[last] : filled[t];
        }
        return filled;
    }

    internal override double[] Fill(ReadOnlySpan<double> series) => Of(series, MaximumYears ?? int.MaxValue);
}
