using System.Collections.Immutable;
using ClusterResearch.Data;
using ClusterResearch.Findings;
using ClusterResearch.Numerics;
using ClusterResearch.Tables;

namespace ClusterResearch.Indexing.Aggregating;

/// <summary>Benefit of the doubt: each city is weighed as it suits it best, so long as nobody scores above 1 with these weights.</summary>
/// <remarks>
/// <para>For city i: CI_i = max_w Σ_j w_j y_ij subject to Σ_j w_j y_hj ≤ 1 for every h and w ≥ 0; solved as its dual, a linear
/// programme with one row per criterion. With share bounds L ≤ w_j y_ij / Σ_j w_j y_ij ≤ U for the city itself. The peers of i are
/// the cities whose constraint has a price λ_h > 0: those it is measured by.</para>
/// <para>Scores are unique, weights often not: where several optima exist, those of one optimal basis are given. Values must not be
/// negative (CR3106). A missing value counts 0, for the city itself and as a rival in that criterion; so does one
/// below 10⁻¹² of the largest. A city with 0 in a criterion of which
/// at least L is asked scores 0. The recipe's weights play no part. Adding a city can lower others and reverse their order.</para>
/// <para><b>Source</b> Cherchye, Moesen, Rogge and Van Puyenbroeck, Social Indicators Research 82 (2007), 111–145; Melyn and Moesen (1991).</para>
/// <para><b>Verification</b> by hand: tests/ClusterResearch.Tests/Indexing/Aggregating/BenefitOfTheDoubtTests.cs.</para>
/// </remarks>
public sealed record BenefitOfTheDoubt : ComparativeAggregation
{
    /// <summary>What counts as no price at all.</summary>
    private const double NoPrice = 1e-9;

    /// <summary>The share of its score that a city must and may draw from each child. <value>Default: 0 to 1, no bounds.</value></summary>
    /// <exception cref="ArgumentOutOfRangeException">Not two shares from 0 to 1 in order.</exception>
    public (double Low, double High) Shares { get; init => field = Checked(value); } = (0, 1);

    /// <inheritdoc/>
    public override MethodCard Card =>
        new("aggregation", "Benefit of the doubt", (Shares == (0, 1) ? "weights free" : string.Create(Invariant, $"each child {Shares.Low:0.##%} to {Shares.High:0.##%} of a city's score")) + $", {Among}",
            @"CI_i = \max_{w \ge 0} \sum_j w_j y_{ij} \text{ subject to } \sum_j w_j y_{hj} \le 1 \text{ for all } h",
            "Weights of the city's own; those of the recipe play no part. Negative values are refused. A missing child counts 0. Ranks of others can change with the cities compared.",
            "Cherchye, Moesen, Rogge and Van Puyenbroeck (2007), Social Indicators Research 82, 111–145")
        { Symbols = "CI: score of city i; w: its own weights; y_ij: score of child j; h: the cities compared" };

    internal override bool AllowsNegative => false;

    /// <summary>Scores, weights and peers of every alternative.</summary>
    /// <param name="matrix">n alternatives, k criteria, values of zero or more, higher better in all; its weights play no part.</param>
    /// <param name="shares">The share of its score that an alternative must and may draw from each criterion; null for no bounds.</param>
    /// <returns>One row per alternative. NaN for one without any value.</returns>
    /// <exception cref="ArgumentException">A value is negative, a direction is lower, or no shares of the criteria can lie within the bounds.</exception>
    public static BenefitOfTheDoubtResult Of(DecisionMatrix matrix, (double Low, double High)? shares = null)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        var k = matrix.Criteria;
        var bounds = Checked(shares ?? (0, 1));
        if (!CanHold(bounds, k))
        {
            throw new ArgumentException(string.Create(Invariant, $"{k} shares from {bounds.Low:R} to {bounds.High:R} cannot sum to 1."), nameof(shares));
        }
        double[][] y = [.. Enumerable.Range(0, k).Select(j => WithoutDust(matrix.Column(j)))];
        if (Enumerable.Range(0, k).Any(j => !matrix.HigherIsBetter(j)) || y.Any(c => c.Any(v => v < 0)))
        {
            throw new ArgumentException("Benefit of the doubt needs values of zero or more of which higher is better: normalise first.", nameof(matrix));
        }
        var rivals = Enumerable.Range(0, matrix.Alternatives).Where(h => y.Any(c => c[h] > 0)).ToArray();
        var rows = Enumerable.Range(0, matrix.Alternatives)
            .Select(i => Enumerable.Range(0, k).All(j => double.IsNaN(matrix[i, j])) ? Nothing(k) : Solve(y, rivals, i, bounds)).ToArray();
        return new([.. rows.Select(r => r.Score)], [.. rows.Select(r => r.Weights)],
            [.. rows.Select((r, i) => r.Weights.Select((w, j) => w * y[j][i] / r.Score).ToImmutableArray())], [.. rows.Select(r => r.Peers)]);
    }

    internal override IReadOnlyList<double> Compare(DecisionMatrix matrix, List<string> did)
    {
        did.Add("every city weighed its own way; the recipe's weights play no part");
        return Of(matrix, Shares).Scores;
    }

    private protected override void CheckScores(Siblings siblings, List<Finding> findings)
    {
        if (!CanHold(Shares, siblings.Scores.Length))
        {
            findings.Add(AggregatingFindings.Shares(siblings.Tree.File, siblings.Parent.Line, siblings.Parent.Code, siblings.Scores.Length, Shares.Low, Shares.High));
        }
    }

    /// <summary>The dual: min Σ λ_h subject to Σ_h λ_h y_hj + bounds ≥ y_ij; the prices of its rows are the weights.</summary>
    private static (double Score, ImmutableArray<double> Weights, ImmutableArray<Peer> Peers) Solve(double[][] y, int[] rivals, int i, (double Low, double High) bounds)
    {
        var k = y.Length;
        double[] own = [.. y.Select(c => c[i])];
        var lower = bounds.Low > 0 ? k : 0;
        var upper = bounds.High < 1 ? k : 0;
        double[][] a = [.. Enumerable.Range(0, k).Select(j => (double[])
        [
            .. rivals.Select(h => y[j][h]),
            .. Enumerable.Range(0, lower).Select(l => bounds.Low * own[j] - (l == j ? own[j] : 0)),
            .. Enumerable.Range(0, upper).Select(l => (l == j ? own[j] : 0) - bounds.High * own[j]),
        ])];
        // share of criterion l at least L: (L Σ_j w_j y_ij − w_l y_il) ≤ 0, so column l holds L·y_ij − [j = l] y_ij
        double[] c = [.. Enumerable.Repeat(-1.0, rivals.Length), .. Enumerable.Repeat(0.0, lower + upper)];
        var solution = LinearProgramme.Maximise(c, a, [.. Enumerable.Repeat(Relation.AtLeast, k)], own);
        return (Math.Max(0, -solution.Objective), [.. solution.Duals.Select(d => Math.Max(0, -d))],
            [.. rivals.Select((h, p) => new Peer(h, solution.X[p])).Where(p => p.Intensity > NoPrice)]);
    }

    private static (double Score, ImmutableArray<double> Weights, ImmutableArray<Peer> Peers) Nothing(int k) => (double.NaN, [.. Enumerable.Repeat(double.NaN, k)], []);

    /// <summary>Missing values are 0, and so is what is no part of the largest value at 12 digits.</summary>
    private static double[] WithoutDust(double[] x)
    {
        var dust = 1e-12 * x.Where(v => !double.IsNaN(v)).DefaultIfEmpty(0).Max();
        return [.. x.Select(v => double.IsNaN(v) || (v >= 0 && v < dust) ? 0 : v)];
    }

    private static bool CanHold((double Low, double High) bounds, int k) => bounds.Low * k <= 1 + 1e-12 && bounds.High * k >= 1 - 1e-12;

    private static (double Low, double High) Checked((double Low, double High) shares) =>
        shares is { Low: >= 0, High: <= 1 } && shares.Low <= shares.High ? shares : throw new ArgumentOutOfRangeException(nameof(shares), shares, "Shares are from 0 to 1, the lower one first.");
}

/// <summary>A city that another one is measured by.</summary>
/// <param name="Alternative">Its place from 0.</param>
/// <param name="Intensity">λ: how much of it.</param>
public readonly record struct Peer(int Alternative, double Intensity);

/// <summary>What benefit of the doubt computes, per alternative.</summary>
/// <param name="Scores">CI from 0 to 1.</param>
/// <param name="Weights">One row per alternative: the weights that suit it best, per unit of the criterion.</param>
/// <param name="Shares">The share of its score that it draws from each criterion; NaN where the score is 0.</param>
/// <param name="Peers">Who it is measured by: itself where it scores 1.</param>
public sealed record BenefitOfTheDoubtResult(
    ImmutableArray<double> Scores, ImmutableArray<ImmutableArray<double>> Weights, ImmutableArray<ImmutableArray<double>> Shares, ImmutableArray<ImmutableArray<Peer>> Peers)
{
    /// <summary>One row per alternative: score, shares of the criteria, peers.</summary>
    /// <param name="names">One name per alternative.</param>
    /// <param name="criteria">One name per criterion.</param>
    /// <param name="language">Language of title and headers.</param>
    public Table ToTable(IReadOnlyList<string> names, IReadOnlyList<string> criteria, Language language = Language.English)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(criteria);
        return new(language.Say("Benefit of the doubt", "无疑获益法"),
            [
                Column.Text("alternative", language.Say("Alternative", "方案")), Column.Number("score", language.Say("Score", "得分"), 4),
                .. criteria.Select((c, j) => Column.Number(string.Create(Invariant, $"share{j + 1}"), c, 3)), Column.Text("peers", language.Say("Measured by", "参照对象")),
            ],
            names.Select((name, i) => (object?[])
            [
                name, Scores[i], .. Shares[i].Select(s => (object?)s),
                string.Join(", ", Peers[i].Select(p => string.Create(Invariant, $"{names[p.Alternative]} {p.Intensity:0.000}"))),
            ]),
            ["Columns of the criteria: the share of its score that a city draws from each, by weights of its own. Weights can have several optima; one is shown."]);
    }
}
