using System.Collections.Immutable;


namespace ClusterResearch.Indexing;

/// <summary>An indicator's formula: a small expression over the variables of a panel.</summary>
/// <remarks>
/// Numbers, variables, + − * / ^, brackets, and the functions lag, growth, mean, sd, sum, share, lq, log.
/// Missing values: any operation on a missing figure is missing; sums over cities take the cities that have the
/// figure, and the result says in which years some had not.
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
