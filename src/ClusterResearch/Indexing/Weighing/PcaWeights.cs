using System.Collections.Immutable;
using ClusterResearch.Findings;
using ClusterResearch.Indexing.Normalising;
using ClusterResearch.Statistics;

namespace ClusterResearch.Indexing.Weighing;

/// <summary>How weights are made of principal components.</summary>
public enum PcaScheme
{
    /// <summary>The OECD/JRC handbook's: each indicator by its squared loading on the rotated factor where it loads highest, times that factor's share.</summary>
    Handbook,

    /// <summary>Communalities: the sum of squared loadings on all components kept.</summary>
    Communality,

    /// <summary>Squared elements of the first component.</summary>
    FirstSquared,

    /// <summary>Elements of the first component with their signs, as some packages have it.</summary>
    FirstSigned,
}

/// <summary>What is done with negative weights of <see cref="PcaScheme.FirstSigned"/>.</summary>
public enum NegativeWeights
{
    /// <summary>They are refused, each indicator named.</summary>
    Refuse,

    /// <summary>They count as zero, and are named.</summary>
    Zero,

    /// <summary>They stay: a better figure lowers the score there. Only with the arithmetic mean.</summary>
    Keep,
}

/// <summary>Weights from principal components: an indicator counts by what it shares with the others.</summary>
/// <remarks>
/// <para>On min-max values by direction (the correlation matrix is the same for any linear scale), over the city-years without a gap.
/// Kept are components with an eigenvalue above 1, or the fewest with a given share of the variance, or a given number; at
/// least one.</para>
/// <para><see cref="PcaScheme.Handbook"/>: varimax with Kaiser's normalisation; b_jk = l_jk² / Σ_j l_jk²; indicator j belongs to the factor k
/// where b_jk is largest; w_j ∝ b_jk s_k with s_k the factor's share of the rotated variance. <see cref="PcaScheme.Communality"/>:
/// w_j ∝ Σ_k l_jk².</para>
/// <para>Such weights say how much an indicator has in common with the others, not how much it matters; squares hide that an indicator
/// may run against the rest. Up the tree they add. Constant indicators are refused (CR3103), and fewer than two complete city-years (CR3305).</para>
/// <para><b>Source</b> OECD/JRC, Handbook on Constructing Composite Indicators (2008), section 6; Nicoletti, Scarpetta and Boylaud (2000), OECD Economics
/// Department Working Papers 226.</para>
/// <para><b>Verification</b> R prcomp and varimax, numpy: tests/reference/B_weighting.json.</para>
/// </remarks>
public sealed record PcaWeights : FlatWeighting
{
    /// <summary>How weights are made. <value>Default: the handbook's.</value></summary>
    public PcaScheme Scheme { get; init; }

    /// <summary>The share of the variance that the components kept must reach; null for Kaiser's rule. <value>Default: null.</value></summary>
    public double? CumulativeShare { get; init; }

    /// <summary>The number of components kept; null for the other rules. <value>Default: null.</value></summary>
    public int? Components { get; init; }

    /// <summary>What is done with negative weights. <value>Default: refuse.</value></summary>
    public NegativeWeights Negative { get; init; }

    /// <inheritdoc/>
    public override MethodCard Card =>
        new("weighting", "Weights from principal components", Variant,
            Scheme switch
            {
                PcaScheme.Handbook => @"w_j = \frac{b_{jk} s_k}{\sum_j b_{jk} s_k},\quad b_{jk} = \frac{l_{jk}^2}{\sum_j l_{jk}^2},\quad k = \operatorname{argmax}_k b_{jk}",
                PcaScheme.Communality => @"w_j = \frac{\sum_k l_{jk}^2}{\sum_j \sum_k l_{jk}^2}",
                PcaScheme.FirstSquared => @"w_j = v_{j1}^2",
                _ => @"w_j = \frac{v_{j1}}{\sum_j v_{j1}}",
            },
            "Correlation matrix of the city-years without a gap; constant indicators are refused. " + (Scheme == PcaScheme.FirstSigned ? $"Negative weights: {Negative.ToString().ToLowerInvariant()}." : "Squares: no weight is negative."),
            "OECD/JRC (2008), Handbook on Constructing Composite Indicators, section 6")
        { Symbols = "w: weight of indicator j; v, l: element and loading of component k; s: share of its variance after rotation" };

    private string Variant =>
        Scheme switch
        {
            PcaScheme.Handbook => $"squared loadings after varimax, {Kept}",
            PcaScheme.Communality => $"communalities, {Kept}",
            PcaScheme.FirstSquared => "squared elements of the first component",
            _ => "signed elements of the first component",
        } + ", correlations pooled over city-years, weights add up the tree";

    private string Kept =>
        Components is { } k ? string.Create(Invariant, $"{k} component{(k == 1 ? "" : "s")} kept")
        : CumulativeShare is { } share ? string.Create(Invariant, $"components to {100 * share:0.#} % of the variance kept")
        : "components with an eigenvalue above 1 kept";

    /// <summary>Weights of k columns by a scheme.</summary>
    /// <param name="columns">k columns of comparable direction; a row with a NaN is left out.</param>
    /// <param name="scheme">The scheme.</param>
    /// <param name="keep">How many components are kept, by their eigenvalues; at least one and at most k is kept.</param>
    /// <returns>The intermediates and the weights with the sum 1; NaN where a column does not vary.</returns>
    public static PcaResult Of(IReadOnlyList<ReadOnlyMemory<double>> columns, PcaScheme scheme, Func<ImmutableArray<double>, int> keep)
    {
        ArgumentNullException.ThrowIfNull(keep);
        var pca = PrincipalComponents.Of(columns);
        var kept = pca.Eigenvalues.Any(double.IsNaN) ? 1 : Math.Clamp(keep(pca.Eigenvalues), 1, columns.Count);
        ImmutableArray<ImmutableArray<double>> loadings = [.. pca.Loadings.Select(row => row[..kept])];
        var rotated = loadings[0].Any(double.IsNaN) ? loadings : Varimax.Of(loadings);
        var squares = Enumerable.Range(0, kept).Select(k => rotated.Sum(row => row[k] * row[k])).ToImmutableArray();
        var groups = rotated.Select(row => Enumerable.Range(0, kept).MaxBy(k => row[k] * row[k] / squares[k])).ToImmutableArray();
        var raw = columns.Select((_, j) => scheme switch
        {
            PcaScheme.Handbook => rotated[j][groups[j]] * rotated[j][groups[j]] / squares[groups[j]] * squares[groups[j]] / squares.Sum(),
            PcaScheme.Communality => loadings[j].Sum(l => l * l),
            PcaScheme.FirstSquared => pca.Eigenvectors[j][0] * pca.Eigenvectors[j][0],
            _ => pca.Eigenvectors[j][0],
        }).ToArray();
        return new(pca, kept, loadings, rotated, squares, groups, [.. raw.Select(w => w / raw.Sum())]);
    }

    /// <summary>Kaiser's rule: how many eigenvalues exceed 1, beyond rounding.</summary>
    public static int Kaiser(ImmutableArray<double> eigenvalues) => eigenvalues.Count(l => l > 1 + 1e-10);

    /// <summary>The fewest components whose eigenvalues reach a share of the sum.</summary>
    public static int Cumulative(ImmutableArray<double> eigenvalues, double share)
    {
        var (sum, k) = (0.0, 0);
        while (k < eigenvalues.Length && sum < (share - 1e-12) * eigenvalues.Sum())
        {
            sum += eigenvalues[k++];
        }
        return k;
    }

    internal override FlatImportance? Assess(NormalisedIndicators data, IReadOnlyList<IndexNode> indicators, List<Finding> findings)
    {
        var columns = MinMaxColumns(data, indicators);
        RefuseConstant(data, indicators, columns, findings);
        var file = data.Indicators.Design.Tree.File;
        var complete = Enumerable.Range(0, columns[0].Length).Count(i => columns.All(c => !double.IsNaN(c.Span[i])));
        if (findings.Count == 0 && complete < 2)
        {
            findings.Add(WeighingFindings.NoCompleteRow(file, complete, columns[0].Length));
        }
        if (findings.Count > 0)
        {
            return null;
        }
        var result = Of(columns, Scheme, l => Components ?? (CumulativeShare is { } share ? Cumulative(l, share) : Kaiser(l)));
        if (result.Weights.Any(double.IsNaN))
        {
            findings.Add(WeighingFindings.NoCompleteRow(file, complete, columns[0].Length));
            return null;
        }
        var negative = indicators.Zip(result.Weights).Where(w => w.Second < 0).ToArray();
        if (Negative == NegativeWeights.Refuse)
        {
            findings.AddRange(negative.Select(w => WeighingFindings.Negative(file, w.First.Line, w.First.Code, w.Second)));
        }
        ImmutableArray<double> weights = Negative == NegativeWeights.Keep ? result.Weights : [.. result.Weights.Select(w => Math.Max(0, w))];
        return new(weights,
            [
                new("communality", "Communality", "共同度", [.. result.Loadings.Select(row => row.Sum(l => l * l))]),
                new("factor", "Factor", "所属因子", [.. result.Groups.Select(g => g + 1.0)]),
                new("first", "First component", "第一主成分", [.. result.Components.Eigenvectors.Select(v => v[0])]),
            ],
            [
                string.Create(Invariant, $"{result.Kept} of {indicators.Count} components kept with {100 * result.Components.Shares.Take(result.Kept).Sum():F1} % of the variance, over the {complete} of {columns[0].Length} city-years without a gap"),
                .. negative.Length == 0 ? [] : new[] { $"negative weights {(Negative == NegativeWeights.Zero ? "count as zero" : "are kept")}: {string.Join(", ", negative.Select(n => string.Create(Invariant, $"{n.First.Code} {n.Second:F4}")))}" },
            ]);
    }
}

/// <summary>What weights from principal components rest on.</summary>
/// <param name="Components">All components.</param>
/// <param name="Kept">How many are kept.</param>
/// <param name="Loadings">Loadings on those, a row per column of the data.</param>
/// <param name="Rotated">The same after varimax.</param>
/// <param name="SumsOfSquares">Of the rotated factors.</param>
/// <param name="Groups">The factor each column belongs to, from 0.</param>
/// <param name="Weights">w_j, with the sum 1.</param>
public sealed record PcaResult(
    ComponentResult Components,
    int Kept,
    ImmutableArray<ImmutableArray<double>> Loadings,
    ImmutableArray<ImmutableArray<double>> Rotated,
    ImmutableArray<double> SumsOfSquares,
    ImmutableArray<int> Groups,
    ImmutableArray<double> Weights
);
