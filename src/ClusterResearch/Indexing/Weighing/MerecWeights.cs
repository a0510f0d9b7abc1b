using System.Collections.Immutable;
using ClusterResearch.Findings;
using ClusterResearch.Indexing.Normalising;

namespace ClusterResearch.Indexing.Weighing;

/// <summary>MEREC weights: an indicator counts the more, the more the overall performance changes when it is removed.</summary>
/// <remarks>
/// <para>With n_ij = min_i x_ij / x_ij (higher is better) or x_ij / max_i x_ij (lower), both for values above zero:
/// S_i = ln(1 + (1/k) Σ_j |ln n_ij|), S'_ij the same without j (still divided by k), E_j = Σ_i |S'_ij − S_i|, w_j = E_j / Σ_j E_j.</para>
/// <para>Over the city-years of the pooled panel in which every indicator of the branch has a value; how many is told. E adds up the tree. Values of zero or
/// less are refused (CR3303), constant indicators too (CR3103). For an indicator with a target or a range there is no MEREC: CR3304.</para>
/// <para><b>Source</b> Keshavarz-Ghorabaee et al., Symmetry 13 (2021), 525.</para>
/// <para><b>Verification</b> by hand: tests/ClusterResearch.Tests/Indexing/Weighing/MerecWeightsTests.cs.</para>
/// </remarks>
public sealed record MerecWeights : FlatWeighting
{
    /// <inheritdoc/>
    public override MethodCard Card =>
        new("weighting", "MEREC weights", "raw values, pooled over the city-years without a gap, removal effects add up the tree",
            @"S_i = \ln\left(1 + \frac{1}{k} \sum_j |\ln n_{ij}|\right),\quad E_j = \sum_i |S'_{ij} - S_i|,\quad w_j = \frac{E_j}{\sum_j E_j}",
            "n = min x / x (higher), x / max x (lower). Values of zero or less, constant indicators, targets and ranges are refused.", "Keshavarz-Ghorabaee et al. (2021), Symmetry 13, 525")
        { Symbols = "w: weight of indicator j; E: removal effect; S: performance of city-year i, S′ without j; n: normalised value; k: indicators" };

    /// <summary>Removal effects and weights of k columns.</summary>
    /// <param name="columns">k columns of values above zero, in their units; a row with a NaN is left out.</param>
    /// <param name="higherIsBetter">For each column.</param>
    /// <returns>E_j and w_j; NaN if a value is not above zero or no row is complete.</returns>
    /// <exception cref="ArgumentException">Not one direction per column.</exception>
    public static MerecResult Of(IReadOnlyList<ReadOnlyMemory<double>> columns, IReadOnlyList<bool> higherIsBetter)
    {
        if (columns.Count != higherIsBetter.Count)
        {
            throw new ArgumentException(string.Create(Invariant, $"{columns.Count} columns but {higherIsBetter.Count} directions."), nameof(higherIsBetter));
        }
        var k = columns.Count;
        var rows = Complete(columns);
        var ends = columns.Select((c, j) => rows.Select(i => c.Span[i]).Aggregate(double.NaN, (e, v) => double.IsNaN(e) ? v : higherIsBetter[j] ? Math.Min(e, v) : Math.Max(e, v))).ToArray();
        var effects = new double[k];
        foreach (var i in rows)
        {
            var logs = columns.Select((c, j) => Math.Abs(Math.Log(ends[j] / c.Span[i]))).ToArray();
            var (sum, whole) = (logs.Sum(), Math.Log(1 + logs.Sum() / k));
            for (var j = 0; j < k; j++)
            {
                effects[j] += Math.Abs(Math.Log(1 + (sum - logs[j]) / k) - whole);
            }
        }
        var total = effects.Sum();
        return new([.. effects], [.. effects.Select(e => rows.Length == 0 ? double.NaN : e / total)]);
    }

    internal override FlatImportance? Assess(NormalisedIndicators data, IReadOnlyList<IndexNode> indicators, List<Finding> findings)
    {
        var columns = indicators.Select(n => data.Indicators.Column(n.Code)).ToArray();
        RefuseConstant(data, indicators, columns, findings);
        var file = data.Indicators.Design.Tree.File;
        foreach (var (node, column) in indicators.Zip(columns))
        {
            var lowest = column.ToArray().Where(v => !double.IsNaN(v)).DefaultIfEmpty(1).Min();
            if (node.Indicator!.Direction is not (Direction.Higher or Direction.Lower))
            {
                findings.Add(WeighingFindings.NoDirection(file, node.Line, node.Code, node.Indicator.Direction.ToString()!));
            }
            else if (lowest <= 0)
            {
                findings.Add(WeighingFindings.NotPositive(file, node.Line, node.Code, lowest));
            }
        }
        var complete = Complete(columns).Length;
        if (findings.Count == 0 && complete < 2)
        {
            findings.Add(WeighingFindings.NoCompleteRow(file, complete, columns[0].Length));
        }
        if (findings.Count > 0)
        {
            return null;
        }
        var result = Of(columns, [.. indicators.Select(n => n.Indicator!.Direction is Direction.Higher)]);
        return new(result.Effects, [new("effect", "Removal effect", "移除效应", result.Effects)], [string.Create(Invariant, $"over the {complete} of {columns[0].Length} city-years without a gap")]);
    }

    private static int[] Complete(IReadOnlyList<ReadOnlyMemory<double>> columns) =>
        [.. Enumerable.Range(0, columns.Count == 0 ? 0 : columns[0].Length).Where(i => columns.All(c => !double.IsNaN(c.Span[i])))];
}

/// <summary>What MEREC computed, column by column.</summary>
/// <param name="Effects">E_j.</param>
/// <param name="Weights">w_j, with the sum 1.</param>
public sealed record MerecResult(ImmutableArray<double> Effects, ImmutableArray<double> Weights);
