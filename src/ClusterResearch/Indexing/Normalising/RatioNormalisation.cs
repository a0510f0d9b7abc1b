using ClusterResearch.Findings;
using ClusterResearch.Numerics;

namespace ClusterResearch.Indexing.Normalising;

/// <summary>What a ratio is taken to.</summary>
public enum RatioBase
{
    /// <summary>The largest value.</summary>
    Maximum,

    /// <summary>The sum of all values.</summary>
    Sum,

    /// <summary>The length of the column as a vector, √Σx².</summary>
    Vector,
}

/// <summary>How a ratio turns an indicator around where lower is better.</summary>
public enum LowerRule
{
    /// <summary>By its reciprocal: min x / x, or (1/x) / Σ(1/x), or (1/x) / √Σ(1/x)².</summary>
    Reciprocal,

    /// <summary>By its complement: 1 − ratio.</summary>
    Complement,
}

/// <summary>Ratio to the maximum, to the sum, or to the vector length: keeps proportions, so zero must mean nothing.</summary>
/// <remarks>
/// <para>Over the city-years of <see cref="Normalisation.Pooling"/>: higher: y = x / max x, y = x / Σx, or y = x / √Σx².
/// Lower by <see cref="Lower"/>: the reciprocal min x / x, (1/x) / Σ(1/x), (1/x) / √Σ(1/x)²; or the complement 1 − ratio.
/// The same name stands for both in the literature, so the rule is part of the variant. Usual: reciprocal for maximum and sum,
/// complement for vector.</para>
/// <para>A target or range counts by the largest distance minus the distance, for which higher is better. Missing values stay
/// missing. Refused: negative values for maximum and sum (CR3106), a divisor of zero (CR3506).</para>
/// <para><b>Source</b> Hwang and Yoon, Multiple Attribute Decision Making (1981); OECD/JRC, Handbook on Constructing Composite
/// Indicators (2008), step “normalisation of data”.</para>
/// <para><b>Verification</b> pymcdm 1.4.0 and definitions: tests/reference/A_normalisation.json.</para>
/// </remarks>
public sealed record RatioNormalisation : Normalisation
{
    /// <summary>What the ratio is taken to. <value>Default: the maximum.</value></summary>
    public RatioBase To { get; init; }

    /// <summary>How indicators are turned around where lower is better; null for what is usual with <see cref="To"/>. <value>Default: null.</value></summary>
    public LowerRule? Lower { get; init; }

    /// <inheritdoc/>
    public override MethodCard Card =>
        new("normalisation", To switch { RatioBase.Maximum => "Ratio to maximum", RatioBase.Sum => "Ratio to sum", _ => "Vector normalisation" },
            $"{Pooling.Words}, lower is better by {(Turn == LowerRule.Reciprocal ? "reciprocal" : "complement")}",
            To switch { RatioBase.Maximum => @"y = \frac{x}{\max x}", RatioBase.Sum => @"y = \frac{x}{\sum x}", _ => @"y = \frac{x}{\sqrt{\sum x^2}}" }
            + @" \text{ (higher)},\quad " + LowerFormula + @" \text{ (lower)}",
            "Missing stays missing. Negative values are refused for maximum and sum; so is a divisor of zero.",
            "Hwang and Yoon (1981), Multiple Attribute Decision Making")
        { Symbols = "y: normalised value; x: value" };

    private LowerRule Turn => Lower ?? UsualFor(To);

    private string LowerFormula =>
        (To, Turn) switch
        {
            (RatioBase.Maximum, LowerRule.Reciprocal) => @"y = \frac{\min x}{x}",
            (RatioBase.Sum, LowerRule.Reciprocal) => @"y = \frac{1/x}{\sum 1/x}",
            (RatioBase.Vector, LowerRule.Reciprocal) => @"y = \frac{1/x}{\sqrt{\sum 1/x^2}}",
            (RatioBase.Maximum, _) => @"y = 1 - \frac{x}{\max x}",
            (RatioBase.Sum, _) => @"y = 1 - \frac{x}{\sum x}",
            _ => @"y = 1 - \frac{x}{\sqrt{\sum x^2}}",
        };

    /// <summary>What is usual for indicators where lower is better.</summary>
    public static LowerRule UsualFor(RatioBase to) => to == RatioBase.Vector ? LowerRule.Complement : LowerRule.Reciprocal;

    /// <summary>The ratios of one indicator.</summary>
    /// <param name="x">Values in the indicator's unit; NaN is missing and stays so.</param>
    /// <param name="basis">The values the divisor is taken from; NaN is missing.</param>
    /// <param name="to">What the ratio is taken to.</param>
    /// <param name="lower">Null where higher is better; else how lower is turned around.</param>
    /// <returns>One value each; NaN for all if the divisor is zero, and for a zero whose reciprocal is asked for.</returns>
    /// <exception cref="ArgumentException">A value is infinite.</exception>
    public static double[] Of(ReadOnlySpan<double> x, ReadOnlySpan<double> basis, RatioBase to, LowerRule? lower)
    {
        Magnitude.RefuseInfinite(x, nameof(x));
        Magnitude.RefuseInfinite(basis, nameof(basis));
        var byReciprocal = lower == LowerRule.Reciprocal;
        var divisor = Divisor(basis, to, byReciprocal);
        var y = new double[x.Length];
        for (var i = 0; i < x.Length; i++)
        {
            var ratio = (byReciprocal ? 1 / x[i] : x[i]) / divisor;
            y[i] = !double.IsFinite(ratio) ? double.NaN : lower == LowerRule.Complement ? 1 - ratio : ratio;
        }
        return y;
    }

    internal override NormalisedColumn? Apply(IndicatorColumn column, List<Finding> findings)
    {
        var (x, basis) = (column.Values.ToArray(), column.Basis.ToArray());
        LowerRule? lower = column.Direction is Direction.Lower ? Turn : null;
        if (column.Direction is Direction.Target or Direction.Range)
        {
            // over all values, so that none is negative where a base year sets the divisor
            var farthest = x.Concat(basis).Where(v => !double.IsNaN(v)).Select(v => column.Direction.Distance(v)).DefaultIfEmpty(0).Max();
            (x, basis) = ([.. x.Select(Closeness)], [.. basis.Select(Closeness)]);

            double Closeness(double v) => double.IsNaN(v) ? v : farthest - column.Direction.Distance(v);
        }
        if (To != RatioBase.Vector && x.Where(v => v < 0).ToArray() is [_, ..] negatives)
        {
            findings.Add(IndexFindings.Negative(column.File, column.Node.Line, column.Node.Code, negatives.Min(), $"the {Card.Name.ToLowerInvariant()}"));
            return null;
        }
        var divisor = Divisor(basis, To, lower == LowerRule.Reciprocal);
        if (!double.IsFinite(divisor) || divisor == 0 || (lower == LowerRule.Reciprocal && x.Contains(0)))
        {
            var found = lower == LowerRule.Reciprocal && x.Concat(basis).Contains(0) ? "holds 0, which has no reciprocal" : "has nothing above zero to divide by";
            findings.Add(NormalisingFindings.Ratio(column.File, column.Node.Line, column.Node.Code, found + (column.Year is { } year ? string.Create(Invariant, $" in {year}") : "")));
            return null;
        }
        return new(Of(x, basis, To, lower), [("divisor", divisor)]);
    }

    /// <summary>What is divided by: of the values or, where lower is better by reciprocal, of their reciprocals.</summary>
    private static double Divisor(ReadOnlySpan<double> basis, RatioBase to, bool byReciprocal)
    {
        var (max, sum, squares) = (double.NegativeInfinity, 0.0, 0.0);
        foreach (var value in basis)
        {
            var v = byReciprocal ? 1 / value : value;
            if (!double.IsNaN(v))
            {
                (max, sum, squares) = (Math.Max(max, v), sum + v, squares + v * v);
            }
        }
        return to switch { RatioBase.Maximum => max, RatioBase.Sum => sum, _ => Math.Sqrt(squares) };
    }
}
