using System.Collections.Immutable;
using ClusterResearch.Findings;
using ClusterResearch.Indexing.Normalising;
using ClusterResearch.Numerics;

namespace ClusterResearch.Indexing.Weighing;

/// <summary>What the shares of the entropy method are taken of.</summary>
public enum EntropyBasis
{
    /// <summary>Min-max normalised values, by direction: the usual order, and the default.</summary>
    MinMax,

    /// <summary>The recipe's own normalised values; they must not be negative.</summary>
    Normalised,

    /// <summary>The raw values; they must not be negative, and directions play no part.</summary>
    Raw,
}

/// <summary>Over which city-years the shares of the entropy method are taken.</summary>
public enum EntropyPooling
{
    /// <summary>All city-years together, N = n·T.</summary>
    Panel,

    /// <summary>Each year on its own, N = n; the weights of the years are averaged.</summary>
    MeanOfYears,
}

/// <summary>Entropy weights: an indicator counts the more, the less evenly it is spread.</summary>
/// <remarks>
/// <para>For indicator j over the N city-years in which it is present: p_ij = x_ij / Σ_i x_ij;
/// e_j = −(1 / ln N) Σ_i p_ij ln p_ij with 0 · ln 0 = 0; divergence d_j = 1 − e_j; w_j = d_j / Σ_j d_j.</para>
/// <para>Up the tree divergences add: a dimension counts Σ d_j of its indicators, so global weights equal those of
/// the flat method within each part of the tree that has no given weights.</para>
/// <para>With <see cref="EntropyPooling.MeanOfYears"/> this is done year by year with the N cities of the year, and the weights of the
/// years are averaged; a year in which an indicator does not vary is left out and named. The base of the logarithm changes
/// nothing as long as it is the same in both places.</para>
/// <para>x is what <see cref="Basis"/> says, plus <see cref="Shift"/>. A shift is not needed for zeros and flattens
/// the weights, so it is 0 unless asked for. Missing city-years are left out of N, per indicator. Refused by name:
/// constant indicators (CR3103) and negative values (CR3106).</para>
/// <para><b>Source</b> Shannon, Bell System Technical Journal 27 (1948), 379–423; Zeleny, Multiple Criteria Decision
/// Making (1982); Hwang and Yoon, Multiple Attribute Decision Making (1981).</para>
/// <para><b>Verification</b> scikit-criteria, R and pandas: tests/reference/B_weighting.json.</para>
/// </remarks>
public sealed record EntropyWeights : FlatWeighting
{
    /// <summary>What the shares are taken of. <value>Default: min-max values.</value></summary>
    public EntropyBasis Basis { get; init; }

    /// <summary>Added to every value before the shares are taken. <value>Default: 0.</value></summary>
    public double Shift { get; init; }

    /// <summary>Over which city-years the shares are taken. <value>Default: all together.</value></summary>
    public EntropyPooling Pooling { get; init; }

    /// <inheritdoc/>
    public override MethodCard Card =>
        new("weighting", "Entropy weights", Variant,
            @"e_j = -\frac{1}{\ln N} \sum_{i=1}^{N} p_{ij} \ln p_{ij},\quad p_{ij} = \frac{x_{ij}}{\sum_i x_{ij}},\quad w_j = \frac{1 - e_j}{\sum_j (1 - e_j)}",
            "0 · ln 0 = 0. Missing city-years are left out of N per indicator. Negative values and constant indicators are refused.",
            "Shannon (1948); Hwang and Yoon (1981), Multiple Attribute Decision Making")
        { Symbols = "w: weight of indicator j; e: entropy; p: share of city-year i; x: value; N: city-years with a value" };

    internal override bool ReadsNormalised => Basis == EntropyBasis.Normalised;

    private string Variant
    {
        get
        {
            var basis = Basis switch
            {
                EntropyBasis.MinMax => "shares of min-max values",
                EntropyBasis.Normalised => "shares of the recipe's normalised values",
                _ => "shares of raw values",
            };
            var shift = Shift == 0 ? "no shift" : string.Create(Invariant, $"shift {Shift:R}");
            return Pooling == EntropyPooling.Panel
                ? $"pooled over city-years, {basis}, {shift}, divergences add up the tree"
                : $"mean of the weights of single years, {basis}, {shift}, weights add up the tree";
        }
    }

    /// <summary>Shares, entropies, divergences and weights of k columns.</summary>
    /// <param name="columns">k columns of values that are zero or more; NaN is missing.</param>
    /// <returns>The intermediates. A constant column has entropy 1 and divergence 0; if all columns are constant every
    /// weight is NaN. A column of fewer than two values or with the sum zero has no entropy: NaN, and so is every
    /// weight. Any finite magnitude is allowed. Without columns everything is empty.</returns>
    /// <exception cref="ArgumentException">A value is negative or infinite.</exception>
    public static EntropyResult Of(IReadOnlyList<ReadOnlyMemory<double>> columns)
    {
        var shares = columns.Select(c => Shares(c.Span)).ToImmutableArray();
        var entropy = shares.Select(p => Entropy(p.AsSpan())).ToImmutableArray();
        // rounding must not make a divergence, and so a weight, negative
        var divergence = entropy.Select(e => Math.Max(0, 1 - e)).ToImmutableArray();
        var sum = divergence.Sum();
        return new(shares, entropy, divergence, [.. divergence.Select(d => d / sum)]);
    }

    /// <summary>The mean over years of the weights of each year.</summary>
    /// <param name="columns">k columns of n·T values of zero or more, city by city, year by year within a city; NaN is missing.</param>
    /// <param name="years">T.</param>
    /// <returns>One weight each, with the sum 1. A year in which a column does not vary, or has no two values, is left out;
    /// NaN if all are.</returns>
    /// <exception cref="ArgumentException">A value is negative or infinite.</exception>
    public static ImmutableArray<double> OfYears(IReadOnlyList<ReadOnlyMemory<double>> columns, int years) => OfYears(columns, years, out _);

    private static ImmutableArray<double> OfYears(IReadOnlyList<ReadOnlyMemory<double>> columns, int years, out int[] left)
    {
        var perYear = Enumerable.Range(0, years).Select(t => Of([.. columns.Select(c => OfYear(c.Span, t, years))])).ToArray();
        left = [.. perYear.Index().Where(y => y.Item.Divergence.Any(d => !(d > 0))).Select(y => y.Index)];
        var kept = perYear.Where(y => y.Divergence.All(d => d > 0)).ToArray();
        return [.. columns.Select((_, j) => kept.Length == 0 ? double.NaN : kept.Average(y => y.Weights[j]))];
    }

    private static ReadOnlyMemory<double> OfYear(ReadOnlySpan<double> column, int year, int years)
    {
        var one = new double[column.Length / years];
        for (var c = 0; c < one.Length; c++)
        {
            one[c] = column[c * years + year];
        }
        return one;
    }

    internal override FlatImportance? Assess(NormalisedIndicators data, IReadOnlyList<IndexNode> indicators, List<Finding> findings)
    {
        var columns = Columns(data, indicators);
        RefuseConstant(data, indicators, columns, findings);
        RefuseNegative(data.Indicators, indicators, columns, findings);
        if (findings.Count > 0)
        {
            return null;
        }
        var (rows, missing) = (columns[0].Length, columns.Sum(c => c.ToArray().Count(double.IsNaN)));
        var did = string.Create(Invariant, $"shares over {rows} city-years{(missing == 0 ? "" : string.Create(Invariant, $", fewer where figures are missing ({missing} cells)"))}");
        if (Pooling == EntropyPooling.MeanOfYears)
        {
            var yearly = OfYears(columns, data.Indicators.Period.Count, out var left);
            var without = left.Length == 0 ? "" : $"; left out for want of variation: {string.Join(", ", left.Select(t => (data.Indicators.Period.First + t).ToString(Invariant)))}";
            return new(yearly, [], [string.Create(Invariant, $"weights of {data.Indicators.Period.Count - left.Length} years averaged{without}"), did]);
        }
        var result = Of(columns);
        return new(result.Divergence, [new("entropy", "Entropy", "熵值", result.Entropy), new("divergence", "Divergence", "差异系数", result.Divergence)], [did]);
    }

    private ReadOnlyMemory<double>[] Columns(NormalisedIndicators data, IReadOnlyList<IndexNode> indicators) =>
        [.. indicators.Select(n => Shifted(Basis switch
        {
            EntropyBasis.MinMax => MinMax.Of(data.Indicators.Column(n.Code).Span, n.Indicator!.Direction, (0, 1)),
            EntropyBasis.Normalised => data.Column(n.Code).Values.ToArray(),
            _ => data.Indicators.Column(n.Code).ToArray(),
        }))];

    private ReadOnlyMemory<double> Shifted(double[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            values[i] += Shift;
        }
        return values;
    }

    private static void RefuseNegative(IndicatorTable table, IReadOnlyList<IndexNode> indicators, IReadOnlyList<ReadOnlyMemory<double>> columns, List<Finding> findings)
    {
        foreach (var (node, column) in indicators.Zip(columns))
        {
            var present = column.ToArray().Where(v => !double.IsNaN(v)).ToArray();
            if (present.Any(v => v < 0) && present.Any(v => v != present[0]))
            {
                findings.Add(IndexFindings.Negative(table.Design.Tree.File, node.Line, node.Code, present.Min(), "the entropy method"));
            }
        }
    }

    private static ImmutableArray<double> Shares(ReadOnlySpan<double> values)
    {
        Magnitude.RefuseInfinite(values, nameof(values));
        var x = Magnitude.Tame(values);
        var sum = 0.0;
        foreach (var v in x)
        {
            if (v < 0)
            {
                throw new ArgumentException("Entropy needs values of zero or more.", nameof(values));
            }
            sum += double.IsNaN(v) ? 0 : v;
        }
        var shares = new double[x.Length];
        for (var i = 0; i < x.Length; i++)
        {
            shares[i] = x[i] / sum;
        }
        return [.. shares];
    }

    private static double Entropy(ReadOnlySpan<double> p)
    {
        var (sum, n, min, max) = (0.0, 0, double.PositiveInfinity, double.NegativeInfinity);
        foreach (var share in p)
        {
            (min, max) = (share < min ? share : min, share > max ? share : max);
            sum += share > 0 ? share * Math.Log(share) : 0;
            n += double.IsNaN(share) ? 0 : 1;
        }
        // rounding must not take the entropy of equal shares from 1, or it would count for something
        return n < 2 ? double.NaN : min == max ? 1 : (0 - sum) / Math.Log(n);
    }
}

/// <summary>What the entropy method computed, column by column.</summary>
/// <param name="Shares">p_ij; NaN where missing.</param>
/// <param name="Entropy">e_j, from 0 to 1.</param>
/// <param name="Divergence">d_j = 1 − e_j.</param>
/// <param name="Weights">w_j, with the sum 1.</param>
public sealed record EntropyResult(
    ImmutableArray<ImmutableArray<double>> Shares,
    ImmutableArray<double> Entropy,
    ImmutableArray<double> Divergence,
    ImmutableArray<double> Weights
);
