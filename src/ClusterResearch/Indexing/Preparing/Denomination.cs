using System.Collections.Immutable;
using ClusterResearch.Findings;
using ClusterResearch.Indexing.Formulas;

namespace ClusterResearch.Indexing.Preparing;

/// <summary>Divides indicators by a variable of the panel, such as population, so that large cities do not lead by their size.</summary>
/// <remarks>
/// <para>x'_it = x_it / d_it, for the indicators that are named; the others stay. The unit is that of x per that of d, and
/// target, range and goalposts of such an indicator are read in that unit. An explanation shows the denominator among the figures.</para>
/// <para>Where x or d is missing the quotient is missing. A denominator of zero is refused (CR3202), an unknown one too
/// (CR3201), and a code that is no indicator (CR3110).</para>
/// <para><b>Source</b> OECD/JRC, Handbook on Constructing Composite Indicators (2008), step “selecting variables”: size-dependent
/// figures are scaled by an appropriate size measure.</para>
/// <para><b>Verification</b> the ASEM example of COINr 1.1.14: tests/ClusterResearch.Tests/EndToEnd/AsemTests.cs; by hand:
/// tests/ClusterResearch.Tests/Indexing/Preparing/DenominationTests.cs.</para>
/// </remarks>
/// <example><code>
/// var perHead = recipe with { Denomination = new Denomination { ["OUT1"] = "population" } };
/// </code></example>
public sealed record Denomination : Preparation
{
    private ImmutableSortedDictionary<string, string> denominators = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>The panel variable an indicator is divided by, by the indicator's code.</summary>
    public string this[string code]
    {
        get => denominators[code];
        init => denominators = denominators.SetItem(code, value);
    }

    /// <summary>Denominators read from elsewhere: pairs of the code of an indicator and a variable.</summary>
    public static Denomination By(IEnumerable<KeyValuePair<string, string>> denominators) => new() { denominators = new Denomination().denominators.SetItems(denominators) };

    /// <inheritdoc/>
    public override MethodCard Card =>
        new("denomination", "Denomination", IsNone ? "none" : string.Join(", ", denominators.Select(d => $"{d.Key} / {d.Value}")), @"x'_{it} = \frac{x_{it}}{d_{it}}",
            "A denominator of zero is refused. Where value or denominator is missing the quotient is missing. Targets and goalposts are in the unit after division.",
            "OECD/JRC (2008), Handbook on Constructing Composite Indicators, step “selecting variables”")
        { Symbols = "x: value of city i in year t; d: denominator" };

    internal override bool IsNone => denominators.IsEmpty;

    /// <summary>The quotients of one indicator and its denominator.</summary>
    /// <param name="x">Values; NaN is missing.</param>
    /// <param name="denominator">One per value; NaN is missing.</param>
    /// <returns>x / d; NaN where either is missing.</returns>
    /// <exception cref="ArgumentException">Not one denominator per value, or one of them is zero where there is a value.</exception>
    public static double[] Of(ReadOnlySpan<double> x, ReadOnlySpan<double> denominator)
    {
        if (x.Length != denominator.Length)
        {
            throw new ArgumentException(string.Create(Invariant, $"{x.Length} values but {denominator.Length} denominators."), nameof(denominator));
        }
        var quotients = new double[x.Length];
        for (var i = 0; i < x.Length; i++)
        {
            quotients[i] = denominator[i] == 0 && !double.IsNaN(x[i])
                ? throw new ArgumentException(string.Create(Invariant, $"The denominator of value {i} is zero."), nameof(denominator))
                : x[i] / denominator[i];
        }
        return quotients;
    }

    /// <inheritdoc/>
    public bool Equals(Denomination? other) => other is not null && denominators.SequenceEqual(other.denominators);

    /// <inheritdoc/>
    public override int GetHashCode() => denominators.Aggregate(0, (hash, d) => HashCode.Combine(hash, d.Key, d.Value));

    internal override IndicatorTable? Prepare(IndicatorTable table, List<Finding> findings)
    {
        CheckCodes(table, denominators.Keys, indicatorsOnly: true, findings);
        var (tree, panel) = (table.Design.Tree, table.Design.Panel);
        foreach (var node in Named(tree).Where(n => !panel.Has(denominators[n.Code])))
        {
            var name = denominators[node.Code];
            findings.Add(PreparationFindings.Denominator(tree.File, node.Line, node.Code, name, panel.File.Name, Nearest.Hint(name, panel.Variables.Select(v => v.Name))));
        }
        if (findings.Count > 0)
        {
            return null;
        }
        var columns = tree.Indicators.Select(n => denominators.ContainsKey(n.Code) ? Divide(table, n, findings) : table.Column(n.Code).ToArray()).ToImmutableArray();
        return findings.Count > 0 ? null
            : table.Then(Card with { Did = [.. Did(table, columns)] }, new(tree.With(Named(tree).Select(n => Renamed(table, n))), columns));
    }

    private IEnumerable<IndexNode> Named(IndexTree tree) => tree.Indicators.Where(n => denominators.ContainsKey(n.Code));

    private double[] Divide(IndicatorTable table, IndexNode node, List<Finding> findings)
    {
        var (x, d) = (table.Column(node.Code).ToArray(), Figures(table, denominators[node.Code]));
        var zeros = x.Index().Where(v => d[v.Index] == 0 && !double.IsNaN(v.Item)).Select(v => v.Index).ToArray();
        if (zeros.Length == 0)
        {
            return Of(x, d);
        }
        findings.Add(PreparationFindings.Zero(table.Design.Tree.File, node.Line, node.Code, denominators[node.Code], zeros.Length, table.Place(zeros[0])));
        return x;
    }

    private static double[] Figures(IndicatorTable table, string variable)
    {
        var panel = table.Design.Panel;
        return [.. Enumerable.Range(0, table.Cities.Length * table.Period.Count).Select(table.At).Select(at => panel[variable, at.City.Key, at.Year])];
    }

    private IEnumerable<string> Did(IndicatorTable table, ImmutableArray<double[]> after)
    {
        var tree = table.Design.Tree;
        yield return string.Create(Invariant, $"{denominators.Count} of {tree.Indicators.Length} indicators divided");
        foreach (var node in Named(tree))
        {
            var lost = after[tree.IndicatorIndex(node.Code)].Count(double.IsNaN) - table.Column(node.Code).ToArray().Count(double.IsNaN);
            if (lost > 0)
            {
                yield return string.Create(Invariant, $"{node.Code}: {denominators[node.Code]} is missing in {lost} city-year{(lost == 1 ? "" : "s")} that had a value");
            }
        }
    }

    /// <summary>The indicator with the formula and the unit it has now.</summary>
    private IndexNode Renamed(IndicatorTable table, IndexNode node)
    {
        var (indicator, variable) = (node.Indicator!, table.Design.Panel.Variable(denominators[node.Code]));
        var formula = new IndicatorFormula($"({indicator.Formula.Text}) / {variable.Name}");
        return node with { Indicator = indicator with { Formula = formula, Unit = $"{indicator.Unit} / {variable.Unit}" } };
    }
}
