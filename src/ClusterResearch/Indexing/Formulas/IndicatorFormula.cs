using System.Collections.Immutable;

namespace ClusterResearch.Indexing.Formulas;

/// <summary>An indicator's formula: a small expression over the variables of a panel.</summary>
/// <remarks>
/// <para>Numbers, variables, + − * / ^, brackets, and functions. With x_it the value of city i in year t, over all n cities of
/// the panel: lag(x, k) = x_i,t−k; growth(x) = 100 (x_it / x_i,t−1 − 1), in per cent; mean(x, k) and sd(x, k) over the years
/// t − k + 1 to t, sd with divisor k − 1; sum(x) = Σ_i x_it; share(x) = x_it / Σ_i x_it; lq(x, y) = (x_it / y_it) / (Σ_i x_it / Σ_i y_it);
/// log(x) = ln x. Units are not checked: the index file says that of the result.</para>
/// <para>Missing values: any operation on a missing figure is missing, also a window in which one year is, and a lag to before
/// the panel begins. Sums over cities take those that have the figure (lq: both figures), and the result says in which
/// years some had not.</para>
/// <para>Refused when measured: division by zero (CR3101), a logarithm of what is not positive (CR3102), a root of a negative
/// number and a result that is not finite (CR3105).</para>
/// <para><b>Source</b> for the location quotient: Isard, Methods of Regional Analysis (1960).</para>
/// <para><b>Verification</b> by hand: tests/ClusterResearch.Tests/Indexing/FormulaFunctionTests.cs.</para>
/// </remarks>
public sealed class IndicatorFormula
{
    private readonly FormulaNode root;

    internal IndicatorFormula(string text)
    {
        var parser = new FormulaParser(text);
        root = parser.Parse();
        (Text, Variables, Offsets) = (text, [.. parser.Variables.Keys], parser.Variables);
    }

    /// <summary>The formula as written.</summary>
    public string Text { get; }

    /// <summary>The variables it uses, in order of appearance.</summary>
    public ImmutableArray<string> Variables { get; }

    /// <summary>Where each variable stands first in <see cref="Text"/>.</summary>
    internal IReadOnlyDictionary<string, int> Offsets { get; }

    /// <summary>One value per city-year of the panel, city by city; NaN where missing.</summary>
    internal double[] Evaluate(FormulaContext context) => root.Evaluate(context);

    /// <inheritdoc/>
    public override string ToString() => Text;

    /// <summary>The functions a formula may use, each with what it gives.</summary>
    public static ImmutableArray<string> Functions { get; } = [.. FormulaFunction.All.Select(f => f.Usage)];
}
