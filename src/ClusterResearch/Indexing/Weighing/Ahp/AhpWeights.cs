using System.Collections.Immutable;
using ClusterResearch.Data;
using ClusterResearch.Findings;
using ClusterResearch.Indexing.Normalising;
using ClusterResearch.Tables;

namespace ClusterResearch.Indexing.Weighing.Ahp;

/// <summary>How several judges become one.</summary>
public enum GroupRule
{
    /// <summary>Aggregation of individual judgements: geometric means of the comparisons, then priorities.</summary>
    Judgements,

    /// <summary>Aggregation of individual priorities: geometric means of the judges' priorities, rescaled.</summary>
    PrioritiesGeometric,

    /// <summary>Aggregation of individual priorities: arithmetic means.</summary>
    PrioritiesArithmetic,
}

/// <summary>AHP weights: from pairwise comparisons of siblings, over the whole tree or some parents of it.</summary>
/// <remarks>
/// <para>Under every parent with comparisons the local weights are the priorities of its matrix (<see cref="ComparisonMatrix"/>); global weights are
/// products down the tree. Parents without comparisons are left to <see cref="Otherwise"/>. Judgements stand before weights that the index
/// file gives. Judges count the same.</para>
/// <para>Refused, all at once: comparisons of codes that are not siblings (CR3315), unknown codes (CR3110), a pair twice by one judge
/// (CR3314), children that no chain of comparisons connects (CR3312), a consistency ratio above <see cref="AllowedRatio"/> (CR3311), with the comparison to
/// revisit. Missing figures do not matter: the method looks at none.</para>
/// <para><b>Source</b> Saaty, The Analytic Hierarchy Process (1980); Forman and Peniwati, European Journal of Operational Research 108 (1998), 165–169 (groups).</para>
/// <para><b>Verification</b> the matrices: tests/reference/B_weighting.json; the tree by hand: tests/ClusterResearch.Tests/Indexing/Weighing/Ahp/AhpWeightsTests.cs.</para>
/// </remarks>
/// <example><code>
/// recipe with { Weighting = new AhpWeights(new Comparisons { { "PERF", "INT", "OUT", 2 } }) }
/// </code></example>
/// <param name="Judged">The comparisons.</param>
public sealed record AhpWeights(Comparisons Judged) : Weighting
{
    /// <summary>How priorities are taken from a matrix. <value>Default: the eigenvector.</value></summary>
    public AhpPriorities Priorities { get; init; }

    /// <summary>How several judges become one. <value>Default: by their judgements.</value></summary>
    public GroupRule Group { get; init; }

    /// <summary>The largest consistency ratio that is not refused; infinite to allow any. <value>Default: 0.1, Saaty's rule.</value></summary>
    public double AllowedRatio { get; init; } = 0.1;

    /// <summary>The method under parents without comparisons. <value>Default: equal weights.</value></summary>
    public Weighting Otherwise { get; init; } = new EqualWeights();

    /// <inheritdoc/>
    public override MethodCard Card =>
        new("weighting", "AHP weights", $"{Words}, comparisons under {string.Join(", ", Judged.Select(c => c.Parent).Distinct())}; otherwise {Otherwise.Card}",
            Priorities switch
            {
                AhpPriorities.Eigenvector => @"A w = \lambda_{\max} w,\quad CR = \frac{(\lambda_{\max} - n) / (n - 1)}{RI}",
                AhpPriorities.GeometricMean => @"w_i = \frac{(\prod_j a_{ij})^{1/n}}{\sum_i (\prod_j a_{ij})^{1/n}},\quad CR = \frac{(\lambda_{\max} - n) / (n - 1)}{RI}",
                _ => @"w_i = \frac{1}{n} \sum_j \frac{a_{ij}}{\sum_i a_{ij}},\quad CR = \frac{(\lambda_{\max} - n) / (n - 1)}{RI}",
            },
            string.Create(Invariant, $"Random index of Saaty (1980). A consistency ratio above {AllowedRatio:R} is refused. Missing comparisons: {(Priorities == AhpPriorities.GeometricMean ? "logarithmic least squares" : "Harker's matrix")}."),
            "Saaty (1980), The Analytic Hierarchy Process")
        { Symbols = "w: weight among siblings; a_ij: how many times i counts more than j; n: siblings; λ: largest eigenvalue; RI: random index; CR: consistency ratio" };

    private string Words =>
        (Priorities switch { AhpPriorities.Eigenvector => "principal eigenvector", AhpPriorities.GeometricMean => "row geometric means", _ => "column means" })
        + (Judges.Length < 2 ? "" : string.Create(Invariant, $", {Judges.Length} judges by {(Group switch { GroupRule.Judgements => "geometric means of their judgements", GroupRule.PrioritiesGeometric => "geometric means of their priorities", _ => "means of their priorities" })}"));

    private string[] Judges => [.. Judged.Select(c => c.Judge).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Every matrix with its consistency, and the comparison to revisit.</summary>
    /// <param name="tree">The tree that is judged.</param>
    /// <param name="language">Language of title, headers and names.</param>
    /// <exception cref="FindingsException">The comparisons do not fit the tree.</exception>
    public Table ConsistencyTable(IndexTree tree, Language language = Language.English)
    {
        ArgumentNullException.ThrowIfNull(tree);
        var findings = new List<Finding>();
        var matrices = AhpMatrices.Of(tree, Judged, findings);
        if (findings.Count > 0)
        {
            throw new FindingsException(findings);
        }
        return new(language.Say("Consistency of the comparisons", "判断矩阵的一致性"),
            [
                Column.Text("parent", language.Say("Parent", "上级指标")), Column.Text("judge", language.Say("Judge", "专家")), Column.Number("n", language.Say("Children", "阶数"), 0),
                Column.Number("lambda", "λ max", 4), Column.Number("ci", "CI", 4), Column.Number("cr", "CR", 4), Column.Number("gci", "GCI", 4),
                Column.Text("revisit", language.Say("Revisit first", "最应重审的判断")), Column.Number("then", language.Say("CR then", "调整后的CR"), 4),
            ],
            matrices.Select(m => (m, Worst: m.Matrix.Worst())).Select(r => (object?[])
            [
                $"{r.m.Parent.Code} {r.m.Parent.Name(language)}", r.m.Judge, r.m.Matrix.Count, r.m.Matrix.Lambda(r.m.Matrix.Priorities(AhpPriorities.Eigenvector)), r.m.Matrix.ConsistencyIndex,
                r.m.Matrix.ConsistencyRatio, r.m.Matrix.GeometricConsistencyIndex, r.Worst is null ? null : AhpMatrices.Revisit(r.m, r.Worst), r.Worst?.RatioThen,
            ]),
            [$"{Card}.", "Random index of Saaty (1980). Revisit: the comparison without which the others agree best, with what they imply on Saaty's scale."]) { Methods = [Card.Render(Rendering.MimeType.Markdown)] };
    }

    /// <inheritdoc/>
    public bool Equals(AhpWeights? other) =>
        other is not null && (Priorities, Group, AllowedRatio, Otherwise) == (other.Priorities, other.Group, other.AllowedRatio, other.Otherwise) && Judged.SequenceEqual(other.Judged);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Priorities, Group, Otherwise);

    internal override bool ReadsNormalised => Otherwise.ReadsNormalised;

    internal override bool Sets(string code) => Judged.Any(c => c.A == code || c.B == code) || Otherwise.Sets(code);

    internal override Importance Assess(NormalisedIndicators data, IndexNode branch, List<Finding> findings)
    {
        var tree = data.Indicators.Design.Tree;
        var matrices = AhpMatrices.Of(tree, Judged, findings);
        foreach (var m in matrices.Where(m => m.Matrix.ConsistencyRatio > AllowedRatio))
        {
            var worst = m.Matrix.Worst();
            findings.Add(WeighingFindings.Consistency(m.File, m.Line, m.Parent.Code + (m.Judge.Length > 0 ? $" by {m.Judge}" : ""), m.Matrix.ConsistencyRatio, worst is null ? "the comparisons" : AhpMatrices.Revisit(m, worst)));
        }
        var otherwise = Otherwise.Assess(data, branch, findings);
        var byCode = new Dictionary<string, double>(otherwise.ByCode);
        foreach (var judged in matrices.GroupBy(m => m.Parent.Code))
        {
            var weights = Combine([.. judged.Select(m => m.Matrix)]);
            foreach (var (child, weight) in tree.Children(judged.Key).Zip(weights))
            {
                byCode[child.Code] = weight;
            }
        }
        return new(byCode, otherwise.Intermediates)
        {
            Did =
            [
                .. matrices.Select(m => string.Create(Invariant, $"{m.Parent.Code}{(m.Judge.Length > 0 ? $" ({m.Judge})" : "")}: {m.Matrix.Count} children, CR {m.Matrix.ConsistencyRatio:F3}{(m.Matrix.IsComplete ? "" : ", incomplete")}")),
                .. otherwise.Did,
            ],
        };
    }

    private ImmutableArray<double> Combine(ImmutableArray<ComparisonMatrix> judges)
    {
        if (judges.Length == 1 || Group == GroupRule.Judgements)
        {
            return (judges.Length == 1 ? judges[0] : ComparisonMatrix.Mean(judges)).Priorities(Priorities);
        }
        var each = judges.Select(j => j.Priorities(Priorities)).ToArray();
        return Mean(each, [], Group == GroupRule.PrioritiesGeometric);
    }

    /// <summary>The mean of judges' priorities, with the sum 1.</summary>
    /// <param name="priorities">One vector per judge.</param>
    /// <param name="judges">How much each judge counts; empty for all the same.</param>
    /// <param name="geometric">Whether the mean is geometric.</param>
    public static ImmutableArray<double> Mean(IReadOnlyList<ImmutableArray<double>> priorities, ImmutableArray<double> judges, bool geometric)
    {
        ArgumentNullException.ThrowIfNull(priorities);
        double Weight(int m) => judges.IsDefaultOrEmpty ? 1.0 / priorities.Count : judges[m] / judges.Sum();
        var raw = priorities[0].Select((_, j) => geometric ? Math.Exp(priorities.Select((p, m) => Weight(m) * Math.Log(p[j])).Sum()) : priorities.Select((p, m) => Weight(m) * p[j]).Sum()).ToArray();
        return [.. raw.Select(r => r / raw.Sum())];
    }
}
