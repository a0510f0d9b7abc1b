using System.Collections.Immutable;
using ClusterResearch.Findings;
using ClusterResearch.Statistics;

namespace ClusterResearch.Indexing.Preparing;

/// <summary>Winsorises an indicator point by point until its skewness or kurtosis is ordinary, or else takes a logarithm.</summary>
/// <remarks>
/// <para>An indicator passes if |G₁| &lt; <see cref="SkewnessLimit"/> or G₂ &lt; <see cref="KurtosisLimit"/> (skewness and excess kurtosis of
/// type 2, over all n·T city-years present). While it does not pass and fewer than <see cref="MaximumPoints"/> values were replaced, all
/// that equal the maximum (G₁ ≥ 0) or the minimum (G₁ &lt; 0) are set to the next value. Ties are replaced together, so the number can
/// exceed the limit. A step that would leave only one value is not taken.</para>
/// <para>If it still does not pass, <see cref="Fallback"/> is applied to the values before winsorising; with <see cref="NoTreatment"/> the
/// winsorised values stand. Columns without skewness (constant, fewer than four values) pass.</para>
/// <para><b>Source</b> OECD/JRC, Handbook on Constructing Composite Indicators (2008), step “normalisation of data”; the limits 2 and 3.5
/// are those of the JRC's COIN Tool and of COINr.</para>
/// <para><b>Verification</b> COINr 1.1.14 winsorise: tests/reference/A_normalisation.json; the ASEM example of COINr:
/// tests/ClusterResearch.Tests/EndToEnd/AsemTests.cs.</para>
/// </remarks>
public sealed record SkewnessWinsorising : Treatment
{
    /// <summary>How many values are replaced at most, ties apart. <value>Default: 5.</value></summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public int MaximumPoints
    {
        get;
        init => field = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The number of values to winsorise is zero or more.");
    } = 5;

    /// <summary>The absolute skewness from which on an indicator may not pass. <value>Default: 2.</value></summary>
    public double SkewnessLimit { get; init; } = 2;

    /// <summary>The excess kurtosis from which on an indicator may not pass. <value>Default: 3.5.</value></summary>
    public double KurtosisLimit { get; init; } = 3.5;

    /// <summary>What is done to an indicator that winsorising does not bring to pass. <value>Default: logarithm, shifted by 1 % of the range.</value></summary>
    public Treatment Fallback { get; init; } = new LogTransform { Shift = PositiveShift.HundredthOfRange };

    /// <inheritdoc/>
    public override MethodCard Card =>
        new("treatment", "Winsorising by skewness and kurtosis",
            string.Create(Invariant, $"where |skewness| ≥ {SkewnessLimit:R} and excess kurtosis ≥ {KurtosisLimit:R} (type 2, pooled over all city-years), up to {MaximumPoints} values, else {(Fallback is NoTreatment ? "winsorised all the same" : Fallback.Card.ToString())}"),
            @"\text{while } |G_1| \ge s \text{ and } G_2 \ge k:\quad x_{(n)} \leftarrow x_{(n-1)} \ (G_1 \ge 0),\quad x_{(1)} \leftarrow x_{(2)} \ (G_1 < 0)",
            "Ties are replaced together. Missing stays missing. Constant indicators and those with fewer than four values are left as they are.",
            "OECD/JRC (2008), Handbook on Constructing Composite Indicators, step “normalisation of data”")
        { Symbols = "G₁, G₂: skewness and excess kurtosis; s, k: their limits; x with a bracketed index: values in order of size; n: values" };

    /// <summary>Winsorises one column by the rule.</summary>
    /// <param name="x">Values; NaN is missing.</param>
    /// <param name="maximumPoints">How many values are replaced at most, ties apart.</param>
    /// <param name="skewnessLimit">Passes below this absolute skewness.</param>
    /// <param name="kurtosisLimit">Passes below this excess kurtosis.</param>
    /// <returns>The values, how many were replaced, and whether the column passes now.</returns>
    /// <exception cref="ArgumentException">A value is infinite.</exception>
    public static WinsorisedColumn Of(ReadOnlySpan<double> x, int maximumPoints = 5, double skewnessLimit = 2, double kurtosisLimit = 3.5)
    {
        var y = x.ToArray();
        var (high, low) = (0, 0);
        while (true)
        {
            var skewness = Skewness.Of(y);
            var passes = IsOrdinary(skewness, Kurtosis.Of(y), skewnessLimit, kurtosisLimit);
            if (passes || high + low >= maximumPoints || !Step(y, skewness >= 0 ? 1 : -1, out var replaced))
            {
                return new([.. y], high + low, passes);
            }
            (high, low) = skewness >= 0 ? (replaced, low) : (high, replaced);
        }
    }

    /// <summary>Whether skewness and kurtosis are within the limits; a column that has none has nothing to treat.</summary>
    internal static bool IsOrdinary(double skewness, double kurtosis, double skewnessLimit, double kurtosisLimit) =>
        double.IsNaN(skewness) || double.IsNaN(kurtosis) || Math.Abs(skewness) < skewnessLimit || kurtosis < kurtosisLimit;

    internal override void Check(IndicatorTable table, List<Finding> findings) => Fallback.Check(table, findings);

    internal override TreatedColumn? Treat(IndicatorTable table, IndexNode node, List<Finding> findings)
    {
        var x = table.Column(node.Code);
        var done = Of(x.Span, MaximumPoints, SkewnessLimit, KurtosisLimit);
        return done.Passes || Fallback is NoTreatment
            ? TreatedColumn.Winsorised(x.Span, [.. done.Values])
            : Fallback.For(table.Design.Tree, node.Code).Treat(table, node, findings);
    }

    /// <summary>Sets all that equal the largest value (side 1) or the smallest (side −1) to the next one; not if no other two would be left.</summary>
    private static bool Step(double[] y, int side, out int replaced)
    {
        var distinct = y.Where(v => !double.IsNaN(v)).Distinct().OrderByDescending(v => side * v).ToArray();
        replaced = distinct.Length > 2 ? y.Count(v => v == distinct[0]) : 0;
        for (var i = 0; i < y.Length && replaced > 0; i++)
        {
            y[i] = y[i] == distinct[0] ? distinct[1] : y[i];
        }
        return replaced > 0;
    }
}

/// <summary>A column winsorised point by point.</summary>
/// <param name="Values">One value each; NaN where missing.</param>
/// <param name="Count">How many values were replaced.</param>
/// <param name="Passes">Whether skewness or kurtosis is below its limit now.</param>
public sealed record WinsorisedColumn(ImmutableArray<double> Values, int Count, bool Passes);
