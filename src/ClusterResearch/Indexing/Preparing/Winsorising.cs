using ClusterResearch.Findings;
using ClusterResearch.Statistics;

namespace ClusterResearch.Indexing.Preparing;

/// <summary>Sets a number of the smallest and largest values of an indicator to the nearest one that is kept.</summary>
/// <remarks>
/// <para>With x_(1) ≤ … ≤ x_(n) over all city-years present, l low and h high: x' = min(max(x, x_(l+1)), x_(n−h)). Ties beyond the
/// count stay where they are. Missing values stay missing. An indicator with no value between is refused (CR3205).</para>
/// <para><b>Source</b> Dixon, Annals of Mathematical Statistics 31 (1960), 385–391.</para>
/// <para><b>Verification</b> scipy.stats.mstats.winsorize: tests/reference/A_normalisation.json.</para>
/// </remarks>
public sealed record CountWinsorising : Treatment
{
    /// <summary>How many of the smallest values are raised. <value>Default: 0.</value></summary>
    public int Low { get; init => field = Checked(value); }

    /// <summary>How many of the largest values are lowered. <value>Default: 0.</value></summary>
    public int High { get; init => field = Checked(value); }

    /// <inheritdoc/>
    public override MethodCard Card =>
        new("treatment", "Winsorising by count", string.Create(Invariant, $"the {Low} smallest and the {High} largest values of all city-years"),
            @"x' = \min(\max(x, x_{(l+1)}), x_{(n-h)})", "Ties beyond the count stay. Missing stays missing.",
            "Dixon (1960), Annals of Mathematical Statistics 31, 385–391")
        { Symbols = "x: value; x with a bracketed index: in order of size; l, h: how many at the lower and the upper end; n: values" };

    internal override bool IsNone => Low == 0 && High == 0;

    /// <summary>Winsorises one column by count.</summary>
    /// <param name="x">Values; NaN is missing and stays so.</param>
    /// <param name="low">How many of the smallest are raised.</param>
    /// <param name="high">How many of the largest are lowered.</param>
    /// <returns>One value each.</returns>
    /// <exception cref="ArgumentException">A value is infinite, or no value would be left between.</exception>
    public static double[] Of(ReadOnlySpan<double> x, int low, int high)
    {
        var sorted = Sorted(x);
        return sorted.Length == 0 ? x.ToArray()
            : Checked(low) + Checked(high) >= sorted.Length
            ? throw new ArgumentException(string.Create(Invariant, $"{low} low and {high} high of {sorted.Length} values leave none between."), nameof(low))
            : PercentileWinsorising.Clip(x, sorted[low], sorted[sorted.Length - 1 - high]);
    }

    internal override TreatedColumn? Treat(IndicatorTable table, IndexNode node, List<Finding> findings)
    {
        var x = table.Column(node.Code);
        var n = Sorted(x.Span).Length;
        if (n > 0 && Low + High >= n)
        {
            findings.Add(PreparationFindings.Few(table.Design.Tree.File, node.Line, node.Code, n, Low + High));
            return null;
        }
        return TreatedColumn.Winsorised(x.Span, Of(x.Span, Low, High));
    }

    private static double[] Sorted(ReadOnlySpan<double> x)
    {
        var sorted = Present.Of(x);
        Array.Sort(sorted);
        return sorted;
    }

    private static int Checked(int count) =>
        count >= 0 ? count : throw new ArgumentOutOfRangeException(nameof(count), count, "The number of values to winsorise is zero or more.");
}

/// <summary>Sets what lies outside two quantiles of an indicator to these quantiles.</summary>
/// <remarks>
/// <para>x' = min(max(x, Q(p_low)), Q(p_high)), with the quantiles of all city-years present, of the named type. Missing values
/// stay missing.</para>
/// <para><b>Source</b> Dixon, Annals of Mathematical Statistics 31 (1960), 385–391; OECD/JRC, Handbook on Constructing Composite Indicators (2008),
/// step “normalisation of data”.</para>
/// <para><b>Verification</b> DescTools 0.99.59 Winsorize: tests/reference/A_normalisation.json.</para>
/// </remarks>
public sealed record PercentileWinsorising : Treatment
{
    /// <summary>The share below the lower end, from 0 to 1, below <see cref="High"/>. <value>Default: 0.05.</value></summary>
    public double Low { get; init => field = Share(value); } = 0.05;

    /// <summary>The share below the upper end, from 0 to 1. <value>Default: 0.95.</value></summary>
    public double High { get; init => field = Share(value); } = 0.95;

    /// <summary>How quantiles are taken. <value>Default: type 7.</value></summary>
    public QuantileType Quantiles { get; init; } = QuantileType.Linear;

    /// <inheritdoc/>
    public override MethodCard Card =>
        new("treatment", "Winsorising by percentile", string.Create(Invariant, $"at {Low * 100:0.##} % and {High * 100:0.##} % of all city-years, quantiles of type {(int)Quantiles}"),
            @"x' = \min(\max(x, Q(p_l)), Q(p_h))", "Missing stays missing.", "Dixon (1960), Annals of Mathematical Statistics 31, 385–391")
        { Symbols = "x: value; Q: quantile; p_l, p_h: shares at the lower and the upper end" };

    /// <summary>Winsorises one column at two quantiles.</summary>
    /// <param name="x">Values; NaN is missing and stays so.</param>
    /// <param name="low">The share below the lower end.</param>
    /// <param name="high">The share below the upper end.</param>
    /// <param name="type">How quantiles are taken.</param>
    /// <returns>One value each.</returns>
    /// <exception cref="ArgumentException">A value is infinite, or the shares are not in order.</exception>
    public static double[] Of(ReadOnlySpan<double> x, double low, double high, QuantileType type = QuantileType.Linear) =>
        Share(low) > Share(high)
            ? throw new ArgumentException(string.Create(Invariant, $"The lower share {low:R} is above the upper one, {high:R}."), nameof(low))
            : Clip(x, Quantile.Of(x, low, type), Quantile.Of(x, high, type));

    internal static double[] Clip(ReadOnlySpan<double> x, double low, double high)
    {
        var clipped = new double[x.Length];
        for (var i = 0; i < x.Length; i++)
        {
            clipped[i] = x[i] < low ? low : x[i] > high ? high : x[i];
        }
        return clipped;
    }

    internal override TreatedColumn Treat(IndicatorTable table, IndexNode node, List<Finding> findings)
    {
        var x = table.Column(node.Code);
        return TreatedColumn.Winsorised(x.Span, Of(x.Span, Low, High, Quantiles));
    }

    private static double Share(double share) =>
        share is >= 0 and <= 1 ? share : throw new ArgumentOutOfRangeException(nameof(share), share, "The share below a quantile is from 0 to 1.");
}
