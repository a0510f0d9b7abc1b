using System.Collections.Immutable;
using ClusterResearch.Data;
using ClusterResearch.Findings;
using ClusterResearch.Tables;

namespace ClusterResearch.Indexing.Evaluating;

/// <summary>Obstacle degree: which share of a city's shortfall each indicator and dimension causes.</summary>
/// <remarks>
/// <para>O_j = F_j I_j / Σ_j F_j I_j with F_j the indicator's weight in the goal and I_j = 1 − y_j its deviation from the best; a dimension's
/// obstacle degree is the sum of its indicators'. Shares of one city-year sum to 1.</para>
/// <para>y is the normalised value from 0 to 1 (else refused: CR3406). Weights are those in force for the city-year, renormalised over what is
/// present, so a missing indicator has no obstacle degree (NaN) and is in no sum; a city-year without a score has none either. Where nothing falls short: NaN. With the
/// arithmetic mean Σ F_j I_j is exactly 1 minus the score.</para>
/// <para><b>Source</b> the obstacle degree model as used with entropy weights in Chinese regional studies; its parts are factor contribution F, indicator deviation I
/// and obstacle degree O.</para>
/// <para><b>Verification</b> by hand: tests/ClusterResearch.Tests/Indexing/Evaluating/ObstacleDegreeTests.cs.</para>
/// </remarks>
public sealed class ObstacleDegree
{
    private readonly double[][] shares; // node by node, row by row

    private ObstacleDegree(IndexResult index, double[][] shares) => (Index, this.shares) = (index, shares);

    /// <summary>The index.</summary>
    public IndexResult Index { get; }

    /// <summary>The shares of one shortfall.</summary>
    /// <param name="values">y: normalised values from 0 to 1; NaN is missing and in no sum.</param>
    /// <param name="weights">F: one weight of zero or more per value.</param>
    /// <returns>One share each, NaN where missing; all NaN if nothing falls short.</returns>
    /// <exception cref="ArgumentException">Not one weight per value, a value outside 0 to 1, a negative weight.</exception>
    public static double[] Of(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        if (values.Length != weights.Length)
        {
            throw new ArgumentException(string.Create(Invariant, $"{values.Length} values but {weights.Length} weights."), nameof(weights));
        }
        var (parts, total) = (new double[values.Length], 0.0);
        for (var j = 0; j < parts.Length; j++)
        {
            if (values[j] is < -1e-12 or > 1 + 1e-12 || !(weights[j] >= 0))
            {
                throw new ArgumentException(string.Create(Invariant, $"The value {values[j]:R} with the weight {weights[j]:R}: values are from 0 to 1, weights zero or more."), nameof(values));
            }
            parts[j] = double.IsNaN(values[j]) ? double.NaN : weights[j] * Math.Max(0, 1 - values[j]);
            total += double.IsNaN(values[j]) ? 0 : parts[j];
        }
        return [.. parts.Select(p => total > 0 ? p / total : double.NaN)];
    }

    /// <summary>The obstacle degrees of every city-year of an index.</summary>
    /// <exception cref="FindingsException">A normalised value is below 0 or above 1 (CR3406): every indicator named.</exception>
    public static ObstacleDegree Of(IndexResult index)
    {
        ArgumentNullException.ThrowIfNull(index);
        var (tree, rows) = (index.Tree, index.Scores().Length);
        UnitScale.Require(index, tree.Indicators, tree.Indicators.Select(n => index.Scores(n.Code)), "the obstacle degree");
        var leaves = tree.Indicators.Select(n => tree.IndexOf(n.Code)).ToArray();
        var degrees = tree.Nodes.Select(_ => Enumerable.Repeat(double.NaN, rows).ToArray()).ToArray();
        for (var row = 0; row < rows; row++)
        {
            var effective = index.EffectiveWeights(row);
            var parts = Of([.. tree.Indicators.Select(n => index.Scores(n.Code).Span[row])], [.. leaves.Select(l => effective[l])]);
            foreach (var (j, leaf) in leaves.Index())
            {
                degrees[leaf][row] = parts[j];
            }
            for (var node = tree.Nodes.Length - 1; node > 0; node--)
            {
                var parent = tree.IndexOf(tree.Nodes[node].Parent!);
                degrees[parent][row] = Sum(degrees[parent][row], degrees[node][row]);
            }
        }
        return new(index, degrees);
    }

    /// <summary>The share of a node in the shortfall of a city-year, from 0 to 1; NaN where its figures are missing, nothing falls short or there is no score.</summary>
    /// <exception cref="KeyNotFoundException">No such city or year.</exception>
    /// <exception cref="FindingsException">No such code (CR3110).</exception>
    public double this[string city, int year, string code] => shares[Index.Tree.IndexOf(code)][Index.Indicators.Row(city, year)];

    /// <summary>The indicators that hold a city back most, largest share first.</summary>
    /// <param name="city">The key of the city.</param>
    /// <param name="year">The year.</param>
    /// <param name="count">How many.</param>
    /// <exception cref="KeyNotFoundException">No such city or year.</exception>
    public ImmutableArray<(IndexNode Indicator, double Share)> Largest(string city, int year, int count) =>
        [.. Index.Tree.Indicators.Select(n => (n, this[city, year, n.Code])).Where(p => p.Item2 > 0).OrderByDescending(p => p.Item2).Take(count)];

    /// <summary>One row per city, one column per node: shares in per cent.</summary>
    /// <param name="year">The year.</param>
    /// <param name="codes">The nodes; null for the dimensions, which cover the tree.</param>
    /// <param name="language">Language of title, headers and names; notes are in English.</param>
    /// <exception cref="KeyNotFoundException">No such year.</exception>
    /// <exception cref="FindingsException">No such code (CR3110).</exception>
    public Table ToTable(int year, IEnumerable<string>? codes = null, Language language = Language.English)
    {
        var nodes = (codes ?? Index.Tree.Dimensions.Select(n => n.Code)).Select(c => Index.Tree[c]).ToArray();
        return new(language.Say(string.Create(Invariant, $"Obstacle degrees, {year}"), string.Create(Invariant, $"障碍度，{year}年")),
            [
                Column.Text("city", language.Say("City", "城市")), .. nodes.Select(n => Column.Number(n.Code, n.Name(language), 1, "%")),
                Column.Text("largest", language.Say("Largest obstacle", "首要障碍因子")),
            ],
            Index.Cities.Select(c => (object?[])
            [
                c.Name(language), .. nodes.Select(n => (object?)(100 * this[c.Key, year, n.Code])),
                Largest(c.Key, year, 1) is [var top] ? string.Create(Invariant, $"{top.Indicator.Name(language)} {100 * top.Share:0.0} %") : null,
            ]),
            [.. Notes, .. Index.Notes]) { Methods = Index.Methods };
    }

    private static double Sum(double a, double b) => double.IsNaN(a) ? b : double.IsNaN(b) ? a : a + b;

    /// <summary>What a reader must know of the shares.</summary>
    public ImmutableArray<string> Notes =>
    [
        "Obstacle degree: share of weight × (1 − normalised value) in the sum over all indicators of the city; weights in force for the city and year. Missing indicators have no share.",
        .. Index.Recipe.Aggregation.AddsUp ? ImmutableArray<string>.Empty : ["The aggregation does not add up, so the shares are of the weighted shortfall of the indicators, not of 1 minus the score."],
    ];
}
