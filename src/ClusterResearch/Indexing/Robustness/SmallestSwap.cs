using System.Collections.Immutable;
using ClusterResearch.Data;
using ClusterResearch.Findings;
using ClusterResearch.Indexing.Aggregating;
using ClusterResearch.Numerics;
using ClusterResearch.Tables;

namespace ClusterResearch.Indexing.Robustness;

/// <summary>How a change of weights is measured.</summary>
public enum SwapMeasure
{
    /// <summary>Half the sum of absolute changes: the share of weight that is moved elsewhere.</summary>
    L1,

    /// <summary>The root of the sum of squared changes.</summary>
    L2,

    /// <summary>One weight alone is changed, the others keep their proportions: by how much it changes.</summary>
    OneWeight,
}

/// <summary>The smallest change of weights that lets one city draw level with another, or proof that none does.</summary>
/// <remarks>
/// <para>With d_j = y_aj − y_bj the lead of city a over city b in item j and weights w in the goal, a stands ahead by Σ w_j d_j. Sought is the v ≥ 0 with Σ v = 1 and
/// Σ v_j d_j = 0 that is nearest to w: by L1 a linear programme; by L2 a projection, v_j = max(0, w_j − μ − λ d_j); by a single weight a linear equation for each j. If all
/// d_j are above zero no weights let b draw level: a leads in every item. Exact to rounding, not sampled.</para>
/// <para>Items are the indicators, or nodes that cover the tree, such as the dimensions; then weights inside them stay. Only for arithmetic means (CR3601), and only pairs
/// without missing values among the items; others have no answer (NaN).</para>
/// <para><b>Source</b> own; the idea of weight stability intervals: Mareschal, European Journal of Operational Research 33 (1988), 54–64.</para>
/// <para><b>Verification</b> by hand, and every answer is checked to draw level: tests/ClusterResearch.Tests/Indexing/Robustness/SmallestSwapTests.cs.</para>
/// </remarks>
/// <example><code>
/// SmallestSwap.Of(index, 2016)
/// </code></example>
public sealed class SmallestSwap
{
    private readonly double[][] scores;
    private readonly double[] weights;

    private SmallestSwap(IndexResult index, int year, ImmutableArray<IndexNode> items, SwapMeasure measure)
    {
        (Index, Year, Items, Measure) = (index, year, items, measure);
        scores = [.. index.Cities.Select(c => items.Select(n => index.Score(c.Key, year, n.Code)).ToArray())];
        weights = [.. items.Select(n => index.Weights.Global(n.Code))];
    }

    /// <summary>The index.</summary>
    public IndexResult Index { get; }

    /// <summary>The year.</summary>
    public int Year { get; }

    /// <summary>What carries the weights that change.</summary>
    public ImmutableArray<IndexNode> Items { get; }

    /// <summary>How the change is measured.</summary>
    public SwapMeasure Measure { get; }

    /// <summary>Prepares the question for a year.</summary>
    /// <param name="index">The index.</param>
    /// <param name="year">The year.</param>
    /// <param name="measure">How the change is measured.</param>
    /// <param name="items">Codes of nodes that cover the tree; null for all indicators.</param>
    /// <exception cref="FindingsException">A node above the items is no arithmetic mean (CR3601); an unknown code (CR3110).</exception>
    /// <exception cref="ArgumentException">The items do not cover the tree, or overlap.</exception>
    public static SmallestSwap Of(IndexResult index, int year, SwapMeasure measure = SwapMeasure.L1, IEnumerable<string>? items = null)
    {
        ArgumentNullException.ThrowIfNull(index);
        var tree = index.Tree;
        ImmutableArray<IndexNode> nodes = items is null ? tree.Indicators : [.. items.Select(c => tree[c])];
        if (!nodes.SelectMany(n => tree.IndicatorsUnder(n.Code)).Select(n => n.Code).Order(StringComparer.Ordinal).SequenceEqual(tree.Indicators.Select(n => n.Code).Order(StringComparer.Ordinal)))
        {
            throw new ArgumentException("The items must cover the tree: every indicator under exactly one of them.", nameof(items));
        }
        var findings = tree.Nodes.Where(n => n.Indicator is null && nodes.All(i => !tree.IsUnder(n.Code, i.Code)) && index.Recipe.Aggregation.For(tree, n.Code) is not ArithmeticMean)
            .Select(n => RobustnessFindings.Mean(tree.File, n.Line, n.Code, index.Recipe.Aggregation.For(tree, n.Code).Card.Name)).ToArray();
        return findings.Length == 0 ? new(index, year, nodes, measure) : throw new FindingsException(findings);
    }

    /// <summary>What it takes for one city to draw level with another.</summary>
    /// <returns>The change and the weights then; a size of 0 if it is level or ahead already, infinity if no weights do it, NaN if values are missing.</returns>
    /// <exception cref="KeyNotFoundException">A city is not in the index.</exception>
    public Swap Between(string behind, string ahead)
    {
        var (b, a) = (scores[Row(behind)], scores[Row(ahead)]);
        var d = a.Zip(b, (x, y) => x - y).ToArray();
        var (low, high) = (Index.Cities[Row(behind)], Index.Cities[Row(ahead)]);
        if (d.Any(double.IsNaN))
        {
            return new(low, high, double.NaN, [], "figures of one of them are missing");
        }
        if (Lead(weights, d) <= 0)
        {
            return new(low, high, 0, [.. weights], "it stands level or ahead already");
        }
        if (d.All(v => v > 0))
        {
            return new(low, high, double.PositiveInfinity, [], $"{high.NameEn} leads in each of the {Items.Length.ToString(Invariant)} items, so no weights do it");
        }
        var to = Measure switch { SwapMeasure.L1 => ByL1(d), SwapMeasure.L2 => ByL2(d), _ => BySingle(d) };
        return to is null
            ? new(low, high, double.PositiveInfinity, [], "no single weight does it")
            : new(low, high, Size(to), [.. to], Describe(to));
    }

    /// <summary>For each pair of the year's ranking what the lower city (row) needs to draw level with the higher one (column).</summary>
    public Table ToTable(Language language = Language.English)
    {
        var order = Index.Cities.Where(c => Index.Rank(c.Key, Year) is not null).OrderBy(c => Index.Rank(c.Key, Year)).ToArray();
        return new(language.Say($"Weight to move for the row to draw level with the column, {Year.ToString(Invariant)}", $"行城市追平列城市所需变动的权重，{Year.ToString(Invariant)}年"),
            [Column.Text("city", language.Say("City", "城市")), .. order.Select((c, i) => Column.Number(string.Create(Invariant, $"c{i + 1}"), c.Name(language), 1, Measure == SwapMeasure.L2 ? null : "%"))],
            order.Select((low, i) => (object?[])
            [
                low.Name(language),
                .. order.Select((high, j) => j < i && Between(low.Key, high.Key).Size is var size && double.IsFinite(size) ? (object?)(Measure == SwapMeasure.L2 ? size : 100 * size) : null),
            ]),
            [$"Measure: {Words}. Items: {Items.Length.ToString(Invariant)} {(Items.All(n => n.Indicator is not null) ? "indicators" : "nodes")}. Empty below the diagonal: no weights do it, or figures are missing.", .. Index.Notes]) { Methods = Index.Methods };
    }

    private string Words => Measure switch { SwapMeasure.L1 => "share of weight moved (half the sum of absolute changes)", SwapMeasure.L2 => "root of the sum of squared changes", _ => "change of one weight, the others in proportion" };

    private double Size(double[] to) =>
        Measure switch
        {
            SwapMeasure.L1 => to.Zip(weights, (v, w) => Math.Abs(v - w)).Sum() / 2,
            SwapMeasure.L2 => Math.Sqrt(to.Zip(weights, (v, w) => (v - w) * (v - w)).Sum()),
            _ => to.Zip(weights, (v, w) => Math.Abs(v - w)).Max(),
        };

    private string Describe(double[] to) =>
        string.Join(", ", Items.Select((n, j) => (n, Change: to[j] - weights[j])).Where(c => Math.Abs(c.Change) > 5e-5).OrderByDescending(c => Math.Abs(c.Change)).Take(3)
            .Select(c => string.Create(Invariant, $"{c.n.Code} {100 * c.Change:+0.0;−0.0} points")));

    /// <summary>v = w + p − q with p, q ≥ 0: the least Σ p + q.</summary>
    private double[]? ByL1(double[] d)
    {
        var k = d.Length;
        var cost = Enumerable.Repeat(-1.0, 2 * k).ToArray();
        double[][] rows =
        [
            [.. d, .. d.Select(v => -v)], [.. Enumerable.Repeat(1.0, k), .. Enumerable.Repeat(-1.0, k)],
            .. Enumerable.Range(0, k).Select(j => Enumerable.Range(0, 2 * k).Select(i => i == k + j ? 1.0 : i == j ? -1.0 : 0).ToArray()),
        ];
        Relation[] relations = [Relation.Equal, Relation.Equal, .. Enumerable.Repeat(Relation.AtMost, k)];
        var solution = LinearProgramme.Maximise(cost, rows, relations, [-Lead(weights, d), 0, .. weights]);
        return solution.Status == ProgrammeStatus.Optimal ? [.. weights.Select((w, j) => Math.Max(0, w + solution.X[j] - solution.X[k + j]))] : null;
    }

    /// <summary>The projection on simplex and plane: bisection for λ, and inside it the exact μ.</summary>
    private double[] ByL2(double[] d)
    {
        var (low, high) = (0.0, 1.0);
        while (Lead(Projected(d, high), d) > 0)
        {
            high *= 2;
        }
        for (var i = 0; i < 200 && high - low > 1e-16 * high; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = Lead(Projected(d, middle), d) > 0 ? (middle, high) : (low, middle);
        }
        return Projected(d, high);
    }

    /// <summary>The point of the simplex nearest to w − λ d (Held, Wolfe and Crowder 1974).</summary>
    private double[] Projected(double[] d, double lambda)
    {
        var x = weights.Select((w, j) => w - lambda * d[j]).ToArray();
        var sorted = x.OrderDescending().ToArray();
        var (sum, mu) = (0.0, 0.0);
        for (var i = 0; i < sorted.Length; i++)
        {
            sum += sorted[i];
            if (sorted[i] > (sum - 1) / (i + 1))
            {
                mu = (sum - 1) / (i + 1);
            }
        }
        return [.. x.Select(v => Math.Max(0, v - mu))];
    }

    /// <summary>Weight j becomes t, the others shrink by (1 − t) / (1 − w_j): level at one t.</summary>
    private double[]? BySingle(double[] d)
    {
        var lead = Lead(weights, d);
        var best = Enumerable.Range(0, d.Length).Where(j => weights[j] < 1).Select(j =>
        {
            var others = (lead - weights[j] * d[j]) / (1 - weights[j]); // the lead in the others, per unit of weight
            return (J: j, T: others / (others - d[j]));
        }).Where(c => c.T is >= 0 and <= 1).OrderBy(c => Math.Abs(c.T - weights[c.J])).ThenBy(c => c.J).Take(1).ToArray();
        return best is [var (j, t)] ? [.. weights.Select((w, i) => i == j ? t : w * (1 - t) / (1 - weights[j]))] : null;
    }

    private static double Lead(double[] w, double[] d) => w.Zip(d, (x, y) => x * y).Sum();

    private int Row(string city) => Index.Indicators.Row(city, Year) / Index.Period.Count;
}

/// <summary>What it takes for one city to draw level with another.</summary>
/// <param name="Behind">The city that stands behind.</param>
/// <param name="Ahead">The city that stands ahead.</param>
/// <param name="Size">The size of the change; 0 if level already, infinity if none does it, NaN if values are missing.</param>
/// <param name="Weights">The weights of the items then; empty where there are none.</param>
/// <param name="Words">The largest changes, or why there are none.</param>
public sealed record Swap(City Behind, City Ahead, double Size, ImmutableArray<double> Weights, string Words);
