using System.Collections.Immutable;
using ClusterResearch.Findings;
using ClusterResearch.Indexing.Normalising;
using ClusterResearch.Numerics;

namespace ClusterResearch.Indexing.Weighing;

/// <summary>CRITIC weights: an indicator counts the more, the more it varies and the less it agrees with the others.</summary>
/// <remarks>
/// <para>On min-max values by direction, over the pooled panel: C_j = s_j Σ_l (1 − r_jl), w_j = C_j / Σ_j C_j, with s the sample
/// standard deviation and r Pearson's correlation. With <see cref="Absolute"/>: Σ_l (1 − |r_jl|), as some papers have it.
/// Whether s divides by n or n − 1 does not change the weights.</para>
/// <para>Correlations are taken among the indicators of the branch the method governs, each over the city-years in which both have a value; C adds up
/// the tree. Constant indicators are refused (CR3103), and so is a pair that never varies together where both have values (CR3301).</para>
/// <para><b>Source</b> Diakoulaki, Mavrotas and Papayannakis, Computers and Operations Research 22 (1995), 763–770.</para>
/// <para><b>Verification</b> R and scikit-criteria: tests/reference/B_weighting.json.</para>
/// </remarks>
public sealed record CriticWeights : FlatWeighting
{
    /// <summary>Whether a negative correlation counts as agreement, too. <value>Default: false.</value></summary>
    public bool Absolute { get; init; }

    /// <inheritdoc/>
    public override MethodCard Card =>
        new("weighting", "CRITIC weights", $"min-max values by direction, pooled, Pearson correlation{(Absolute ? " in absolute value" : "")}, information adds up the tree",
            $@"C_j = s_j \sum_l (1 - {(Absolute ? "|r_{jl}|" : "r_{jl}")}),\quad w_j = \frac{{C_j}}{{\sum_j C_j}}",
            "Correlations over the city-years in which both indicators have a value. Constant indicators are refused.",
            "Diakoulaki, Mavrotas and Papayannakis (1995), Computers and Operations Research 22, 763–770")
        { Symbols = "w: weight of indicator j; C: information; s: standard deviation; r: correlation of indicators j and l" };

    /// <summary>Standard deviations, correlations, information and weights of k columns.</summary>
    /// <param name="columns">k columns of comparable values, higher being better; NaN is missing.</param>
    /// <param name="absolute">Whether correlations count in absolute value.</param>
    /// <returns>The intermediates; NaN for what rests on a column that does not vary, and so for all weights then.</returns>
    public static CriticResult Of(IReadOnlyList<ReadOnlyMemory<double>> columns, bool absolute)
    {
        var sd = columns.Select(c => Moments.StandardDeviation([.. c.ToArray().Where(v => !double.IsNaN(v))], 1)).ToImmutableArray();
        var r = Correlations.Matrix(columns).Select(row => row.ToImmutableArray()).ToImmutableArray();
        var conflict = r.Select(row => row.Sum(v => 1 - (absolute ? Math.Abs(v) : v))).ToImmutableArray();
        var information = sd.Zip(conflict, (s, c) => s * c).ToImmutableArray();
        var sum = information.Sum();
        return new(sd, r, conflict, information, [.. information.Select(c => c / sum)]);
    }

    internal override FlatImportance? Assess(NormalisedIndicators data, IReadOnlyList<IndexNode> indicators, List<Finding> findings)
    {
        var columns = MinMaxColumns(data, indicators);
        RefuseConstant(data, indicators, columns, findings);
        if (findings.Count > 0)
        {
            return null;
        }
        var result = Of(columns, Absolute);
        WeighingFindings.RefusePairs(data.Indicators.Design.Tree.File, [.. indicators.Select(n => (n.Code, n.Line))], result.Correlations, findings);
        return new(result.Information,
            [new("sd", "Standard deviation", "标准差", result.StandardDeviations), new("conflict", "Conflict", "冲突性", result.Conflict), new("information", "Information", "信息量", result.Information)],
            [string.Create(Invariant, $"correlations among {indicators.Count} indicators over at most {columns[0].Length} city-years")]);
    }
}

/// <summary>What CRITIC computed, column by column.</summary>
/// <param name="StandardDeviations">s_j, divisor n − 1.</param>
/// <param name="Correlations">r_jl.</param>
/// <param name="Conflict">Σ_l (1 − r_jl).</param>
/// <param name="Information">C_j.</param>
/// <param name="Weights">w_j, with the sum 1.</param>
public sealed record CriticResult(
    ImmutableArray<double> StandardDeviations,
    ImmutableArray<ImmutableArray<double>> Correlations,
    ImmutableArray<double> Conflict,
    ImmutableArray<double> Information,
    ImmutableArray<double> Weights
);
