using System.Collections.Immutable;
using ClusterResearch.Findings;
using ClusterResearch.Indexing.Normalising;
using ClusterResearch.Numerics;

namespace ClusterResearch.Indexing.Weighing;

/// <summary>Which measure of spread weighs.</summary>
public enum VariationMeasure
{
    /// <summary>Sample standard deviation of the min-max values.</summary>
    StandardDeviation,

    /// <summary>Coefficient of variation of the raw values: sample standard deviation over the absolute mean.</summary>
    CoefficientOfVariation,
}

/// <summary>Weights by spread: standard deviation or coefficient of variation.</summary>
/// <remarks>
/// <para>Standard deviation: w_j = s_j / Σ s_j, s_j of the min-max values over the pooled panel. Coefficient of variation:
/// w_j = v_j / Σ v_j with v_j = s_j / |x̄_j| of the raw values, in which directions play no part. Sample standard deviation,
/// divisor N − 1, over the city-years in which the indicator is present; spread adds up the tree.</para>
/// <para>Constant indicators are refused (CR3103), and a mean of zero for the coefficient of variation (CR3302). The coefficient depends on where zero lies,
/// so it is meant for ratio scales: for growth rates, which can be near zero in the mean, it explodes.</para>
/// <para><b>Source</b> Diakoulaki, Mavrotas and Papayannakis, Computers and Operations Research 22 (1995), 763–770 (standard deviation);
/// the coefficient of variation is Pearson's.</para>
/// <para><b>Verification</b> R and scikit-criteria: tests/reference/B_weighting.json.</para>
/// </remarks>
public sealed record VariationWeights : FlatWeighting
{
    /// <summary>The measure of spread. <value>Default: the standard deviation.</value></summary>
    public VariationMeasure Measure { get; init; }

    /// <inheritdoc/>
    public override MethodCard Card =>
        Measure == VariationMeasure.StandardDeviation
            ? new("weighting", "Standard deviation weights", "sample standard deviation of min-max values, pooled, spread adds up the tree", @"w_j = \frac{s_j}{\sum_j s_j}",
                "Missing city-years are left out per indicator. Constant indicators are refused.", "Diakoulaki, Mavrotas and Papayannakis (1995), Computers and Operations Research 22, 763–770")
            { Symbols = "w: weight of indicator j; s: standard deviation" }
            : new("weighting", "Coefficient of variation weights", "sample standard deviation over absolute mean of raw values, pooled, spread adds up the tree", @"w_j = \frac{s_j / |\bar x_j|}{\sum_j s_j / |\bar x_j|}",
                "Missing city-years are left out per indicator. Constant indicators and a mean of zero are refused. Directions play no part.", "Pearson's coefficient of variation")
            { Symbols = "w: weight of indicator j; s, x̄: standard deviation and mean" };

    /// <summary>The spread of k columns and their weights.</summary>
    /// <param name="columns">k columns; min-max values for the standard deviation, raw ones for the coefficient of variation; NaN is missing.</param>
    /// <param name="measure">The measure of spread.</param>
    /// <returns>Spread and weights; NaN where a column has fewer than two values, or for the coefficient of variation the mean zero.</returns>
    public static VariationResult Of(IReadOnlyList<ReadOnlyMemory<double>> columns, VariationMeasure measure)
    {
        var spread = columns.Select(c => Spread([.. c.ToArray().Where(v => !double.IsNaN(v))], measure)).ToImmutableArray();
        var sum = spread.Sum();
        return new(spread, [.. spread.Select(s => s / sum)]);
    }

    internal override FlatImportance? Assess(NormalisedIndicators data, IReadOnlyList<IndexNode> indicators, List<Finding> findings)
    {
        var isDeviation = Measure == VariationMeasure.StandardDeviation;
        var columns = isDeviation ? MinMaxColumns(data, indicators) : [.. indicators.Select(n => data.Indicators.Column(n.Code))];
        RefuseConstant(data, indicators, columns, findings);
        var result = Of(columns, Measure);
        var tree = data.Indicators.Design.Tree;
        findings.AddRange(indicators.Zip(columns).Where(p => !isDeviation && Moments.Mean([.. p.Second.ToArray().Where(v => !double.IsNaN(v))]) == 0)
            .Select(p => WeighingFindings.ZeroMean(tree.File, p.First.Line, p.First.Code)));
        var missing = columns.Sum(c => c.ToArray().Count(double.IsNaN));
        return new(result.Spread, [isDeviation ? new("sd", "Standard deviation", "标准差", result.Spread) : new("cv", "Coefficient of variation", "变异系数", result.Spread)],
            [string.Create(Invariant, $"spread over {columns[0].Length} city-years, {missing} cells missing")]);
    }

    private static double Spread(double[] x, VariationMeasure measure)
    {
        var sd = Moments.StandardDeviation(x, 1);
        return measure == VariationMeasure.StandardDeviation ? sd : Moments.Mean(x) is var mean && mean != 0 ? sd / Math.Abs(mean) : double.NaN;
    }
}

/// <summary>Spread and weights, column by column.</summary>
/// <param name="Spread">Standard deviation or coefficient of variation.</param>
/// <param name="Weights">w_j, with the sum 1.</param>
public sealed record VariationResult(ImmutableArray<double> Spread, ImmutableArray<double> Weights);
