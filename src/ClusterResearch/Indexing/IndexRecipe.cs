using System.Collections.Immutable;
using ClusterResearch.Findings;
using ClusterResearch.Indexing.Aggregating;
using ClusterResearch.Indexing.Normalising;
using ClusterResearch.Indexing.Preparing;
using ClusterResearch.Indexing.Weighing;

namespace ClusterResearch.Indexing;

/// <summary>Every choice that turns figures into scores; a variation is <c>recipe with { … }</c>.</summary>
/// <remarks>
/// The defaults are the study's recipe: min-max over the pooled panel, entropy weights pooled over city-years whose
/// divergences add up the tree, weighted arithmetic mean, weights renormalised where a figure is missing.
/// </remarks>
/// <example><code>
/// var study = Study.Open("data/henan");
/// var index = new IndexRecipe().Build(study.Index("index-panel"));
/// var equal = (index.Recipe with { Weighting = new EqualWeights() }).Build(index.Design);
/// </code></example>
public sealed record IndexRecipe
{
    /// <summary>By which variables indicators are divided. <value>Default: none.</value></summary>
    public Denomination Denomination { get; init; } = new();

    /// <summary>Which cities and indicators are dropped for want of figures. <value>Default: none.</value></summary>
    public Screening Screening { get; init; } = new();

    /// <summary>How missing cells are filled in. <value>Default: not at all.</value></summary>
    public Imputation Imputation { get; init; } = new NoImputation();

    /// <summary>What is done about outliers. <value>Default: nothing.</value></summary>
    public Treatment Treatment { get; init; } = new NoTreatment();

    /// <summary>How figures become comparable. <value>Default: min-max to 0–1.</value></summary>
    public Normalisation Normalisation { get; init; } = new MinMax();

    /// <summary>How much each node counts. <value>Default: entropy weights.</value></summary>
    public Weighting Weighting { get; init; } = new EntropyWeights();

    /// <summary>How children's scores become one. <value>Default: arithmetic mean.</value></summary>
    public Aggregation Aggregation { get; init; } = new ArithmeticMean();

    /// <summary>What happens where figures are missing. <value>Default: weights renormalised, half of them needed.</value></summary>
    public MissingRule Missing { get; init; } = new MissingRule.Renormalise();

    /// <summary>Which rank equal scores get. <value>Default: all the smallest.</value></summary>
    public TieRule Ties { get; init; } = TieRule.Min;

    /// <summary>The years; null for those of the index file. <value>Default: null.</value></summary>
    public Period? Period { get; init; }

    /// <summary>The keys of the cities among which is normalised and ranked; null for all. <value>Default: null.</value></summary>
    public CityFrame? Cities { get; init; }

    /// <summary>The cards of the methods, in the order of the steps; preparations that do nothing have none here.</summary>
    public ImmutableArray<MethodCard> Cards => [.. Preparations.Where(p => !p.IsNone).Select(p => p.Card), Missing.Card, Normalisation.Card, Weighting.Card, Aggregation.Card];

    private ImmutableArray<Preparation> Preparations => [Denomination, Screening, Imputation, Treatment];

    /// <summary>The recipe in one line: name and variant of every method.</summary>
    public override string ToString() => string.Join("; ", Cards.Select(c => c.ToString()).Append($"ties: {Ties}"));

    /// <summary>Computes the index of n cities over T years.</summary>
    /// <remarks>
    /// <para>In this order: k indicators measured by their formulas, n·T values each, in their units; divided
    /// (<see cref="Denomination"/>), screened, filled in (<see cref="Imputation"/>) and treated for outliers where the recipe says so; what is
    /// missing then is refused or left missing by <see cref="Missing"/>; normalised to pure numbers; weighted; combined from the indicators up to the goal:
    /// with the arithmetic mean S_p = Σ_c w_c S_c / Σ_c w_c over the children c of p that are present. Ranks are taken per year
    /// from unrounded scores, 1 for the highest.</para>
    /// <para>Missing: nothing is filled in unless <see cref="Imputation"/> says so, and then each cell is marked. A parent of whose weight less than the rule asks for is present has no score (NaN).
    /// Normalisation and weights pool all chosen city-years, so another choice of cities or years changes every score.</para>
    /// <para><b>Source</b> the steps of OECD/JRC, Handbook on Constructing Composite Indicators (2008).</para>
    /// <para><b>Verification</b> the ASEM example of COINr 1.1.14 from its raw figures to the goal, every stage:
    /// tests/ClusterResearch.Tests/EndToEnd/AsemTests.cs.</para>
    /// </remarks>
    /// <param name="design">What is measured, and on which figures.</param>
    /// <returns>Scores, ranks, weights and the way to them; the same bytes for the same input.</returns>
    /// <exception cref="FindingsException">The data or the design do not allow it; every reason of the step that fails at once: formulas (CR3101,
    /// CR3102, CR3104, CR3105), preparations (CR3201 to CR3208), missing cells (CR3108), normalisation (CR3103, CR3016, CR3109, CR35xx), negative values (CR3106),
    /// weights (CR3015, CR3107, CR3110, CR33xx), aggregation (CR3110, CR34xx).</exception>
    /// <exception cref="KeyNotFoundException">A city or year is not in the panel.</exception>
    public IndexResult Build(IndexDesign design)
    {
        ArgumentNullException.ThrowIfNull(design);
        return BuildFrom(IndicatorTable.Measure(design, Cities, Period, emptyAllowed: Screening.IndicatorCoverage > 0));
    }

    /// <summary>The same from indicators that are measured already.</summary>
    internal IndexResult BuildFrom(IndicatorTable measured)
    {
        var findings = new List<Finding>();
        Aggregation.Check(measured.Design.Tree, measured.Period, findings);
        if (findings.Count > 0)
        {
            throw new FindingsException(findings);
        }
        var indicators = Prepare(measured);
        if (Missing is MissingRule.Refuse)
        {
            RefuseMissing(indicators);
        }
        var normalised = Normalisation.Normalise(indicators);
        RefuseNegative(normalised);
        var weights = Weighting.Weigh(normalised);
        RefuseNegativeWeights(weights);
        return new IndexResult(this, normalised, weights);
    }

    /// <summary>Divides, screens, fills and treats as the recipe says.</summary>
    internal IndicatorTable Prepare(IndicatorTable measured) => Preparations.Aggregate(measured, (table, step) => step.Apply(table));

    /// <summary>Negative weights, which a method gives only where asked to, have a meaning in sums alone.</summary>
    private void RefuseNegativeWeights(WeightSet weights)
    {
        var tree = weights.Tree;
        var findings = tree.Nodes.Where(n => n.Parent is not null && weights.Local(n.Code) < 0 && Aggregation.For(tree, n.Parent) is not ArithmeticMean)
            .Select(n => WeighingFindings.NegativeInMean(tree.File, n.Line, n.Code, weights.Local(n.Code), $"the {Aggregation.For(tree, n.Parent!).Card.Name.ToLowerInvariant()}")).ToArray();
        if (findings.Length > 0)
        {
            throw new FindingsException(findings);
        }
    }

    private static void RefuseMissing(IndicatorTable indicators)
    {
        var tree = indicators.Design.Tree;
        var findings = tree.Indicators.Select(n => (Node: n, Missing: Rows(indicators.Column(n.Code).Span, double.IsNaN))).Where(m => m.Missing.Length > 0)
            .Select(m => IndexFindings.Missing(tree.File, m.Node.Line, m.Node.Code, m.Missing.Length, Place(indicators, m.Missing[0]))).ToArray();
        if (findings.Length > 0)
        {
            throw new FindingsException(findings);
        }
    }

    private void RefuseNegative(NormalisedIndicators normalised)
    {
        var tree = normalised.Indicators.Design.Tree;
        var findings = tree.Indicators.Select(n => (Node: n, Method: Aggregation.For(tree, n.Parent ?? n.Code))).Where(m => !m.Method.AllowsNegative)
            .Select(m => (m.Node, m.Method, Min: normalised.Column(m.Node.Code).Values.ToArray().Where(v => !double.IsNaN(v)).DefaultIfEmpty(0).Min())).Where(m => m.Min < 0)
            .Select(m => IndexFindings.Negative(tree.File, m.Node.Line, m.Node.Code, m.Min, $"the {m.Method.Card.Name.ToLowerInvariant()}")).ToArray();
        if (findings.Length > 0)
        {
            throw new FindingsException(findings);
        }
    }

    private static int[] Rows(ReadOnlySpan<double> x, Predicate<double> which)
    {
        var rows = new List<int>();
        for (var i = 0; i < x.Length; i++)
        {
            if (which(x[i]))
            {
                rows.Add(i);
            }
        }
        return [.. rows];
    }

    private static string Place(IndicatorTable indicators, int row)
    {
        var (city, year) = indicators.At(row);
        return string.Create(Invariant, $"{city.Key} {year}");
    }
}
