using System.Collections.Immutable;
using ClusterResearch.Findings;
using ClusterResearch.Numerics;

namespace ClusterResearch.Indexing.Normalising;

/// <summary>What the way to a target is measured from.</summary>
public enum TargetVariant
{
    /// <summary>From the worst value: 0 there, 1 at the target.</summary>
    FromWorst,

    /// <summary>From zero: the plain ratio x / t, whatever the direction.</summary>
    Ratio,
}

/// <summary>Distance to a target: how much of the way from the worst value to a goal set beforehand has been gone.</summary>
/// <remarks>
/// <para>With target t and minimum m or maximum M over the city-years of <see cref="Normalisation.Pooling"/>:
/// higher: y = (x − m) / (t − m); lower: y = (M − x) / (M − t). The variant <see cref="TargetVariant.Ratio"/> is y = x / t,
/// for higher only.</para>
/// <para>Beyond the target y is above 1, or 1 when <see cref="Cap"/>. Missing values stay missing. Targets are given by
/// code, in the indicator's unit; an indicator without one takes the better goalpost of the index file. A direction that has
/// a best value or range of its own takes that as its target: y = 1 − d / D as in <see cref="MinMax"/>.</para>
/// <para>Refused: no target (CR3503), a target no better than the worst value (CR3504), a ratio for an indicator where lower
/// is better or with the target zero (CR3506).</para>
/// <para><b>Source</b> OECD/JRC, Handbook on Constructing Composite Indicators (2008), step “normalisation of data”,
/// distance to a reference.</para>
/// <para><b>Verification</b> COINr 1.1.14 n_dist2targ and definition: tests/reference/A_normalisation.json.</para>
/// </remarks>
/// <example><code>
/// var recipe = new IndexRecipe { Normalisation = new DistanceToTarget { ["FIS1"] = 20 } };
/// </code></example>
public sealed record DistanceToTarget : Normalisation
{
    private ImmutableSortedDictionary<string, double> targets = ImmutableSortedDictionary.Create<string, double>(StringComparer.Ordinal);

    /// <summary>What the way is measured from. <value>Default: the worst value.</value></summary>
    public TargetVariant Variant { get; init; }

    /// <summary>Whether values beyond the target count as the target. <value>Default: true.</value></summary>
    public bool Cap { get; init; } = true;

    /// <summary>The target of an indicator, by code, in its unit.</summary>
    public double this[string code]
    {
        get => targets[code];
        init => targets = targets.SetItem(code, value);
    }

    /// <inheritdoc/>
    public override MethodCard Card
    {
        get
        {
            var given = targets.IsEmpty ? "targets are the better goalposts" : $"targets {string.Join(", ", targets.Select(t => string.Create(Invariant, $"{t.Key} = {t.Value:R}")))}, otherwise the better goalposts";
            var cap = Cap ? "capped at the target" : "not capped";
            return Variant == TargetVariant.Ratio
                ? new("normalisation", "Ratio to target", $"x / t, {given}, {cap}", @"y = \frac{x}{t}", "Missing stays missing. Indicators where lower is better are refused.", Book)
            { Symbols = "y: normalised value; x: value; t: target" }
                : new("normalisation", "Distance to target", $"{Pooling.Words}, from the worst value, {given}, {cap}",
                    @"y = \frac{x - \min x}{t - \min x} \text{ (higher)},\quad y = \frac{\max x - x}{\max x - t} \text{ (lower)}",
                    "Missing stays missing. A target no better than the worst value is refused.", Book)
                { Symbols = "y: normalised value; x: value; t: target" };
        }
    }

    private static string Book => "OECD/JRC (2008), Handbook on Constructing Composite Indicators, step “normalisation of data”";

    /// <summary>The share of the way from the worst value to the target.</summary>
    /// <param name="x">Values in the indicator's unit; NaN is missing and stays so.</param>
    /// <param name="basis">The values whose worst is taken; NaN is missing.</param>
    /// <param name="higherIsBetter">Whether the worst value is the smallest.</param>
    /// <param name="target">The target, finite.</param>
    /// <param name="cap">Whether values beyond the target count as the target.</param>
    /// <returns>One value each; all NaN if the target is no better than the worst value, or no value is present.</returns>
    /// <exception cref="ArgumentException">A value is infinite.</exception>
    public static double[] Of(ReadOnlySpan<double> x, ReadOnlySpan<double> basis, bool higherIsBetter, double target, bool cap)
    {
        Magnitude.RefuseInfinite(x, nameof(x));
        Magnitude.RefuseInfinite(basis, nameof(basis));
        var worst = Worst(basis, higherIsBetter);
        var y = new double[x.Length];
        for (var i = 0; i < x.Length; i++)
        {
            var share = higherIsBetter ? (x[i] - worst) / (target - worst) : (worst - x[i]) / (worst - target);
            y[i] = !IsBetter(target, worst, higherIsBetter) ? double.NaN : cap && share > 1 ? 1 : share;
        }
        return y;
    }

    /// <summary>The plain ratio of each value to the target.</summary>
    /// <param name="x">Values in the indicator's unit; NaN is missing and stays so.</param>
    /// <param name="target">The target.</param>
    /// <param name="cap">Whether values beyond the target count as the target.</param>
    /// <returns>x / t each; all NaN if the target is zero.</returns>
    public static double[] RatioOf(ReadOnlySpan<double> x, double target, bool cap)
    {
        var y = new double[x.Length];
        for (var i = 0; i < x.Length; i++)
        {
            y[i] = target == 0 ? double.NaN : cap && x[i] / target > 1 ? 1 : x[i] / target;
        }
        return y;
    }

    /// <inheritdoc/>
    public bool Equals(DistanceToTarget? other) =>
        other is not null && Pooling == other.Pooling && Variant == other.Variant && Cap == other.Cap && targets.SequenceEqual(other.targets);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Pooling, Variant, Cap, targets.Count);

    internal override void Check(IndicatorTable indicators, List<Finding> findings)
    {
        base.Check(indicators, findings);
        var tree = indicators.Design.Tree;
        findings.AddRange(targets.Keys.Where(c => tree.Indicators.All(n => n.Code != c))
            .Select(c => IndexFindings.Code(tree.File, c, Nearest.Hint(c, tree.Indicators.Select(n => n.Code)))));
    }

    internal override NormalisedColumn? Apply(IndicatorColumn column, List<Finding> findings)
    {
        if (column.Direction is not (Direction.Higher or Direction.Lower))
        {
            return new MinMax { Pooling = Pooling }.Apply(column, findings);
        }
        var isHigher = column.Direction is Direction.Higher;
        if (Target(column, isHigher) is not { } target)
        {
            findings.Add(NormalisingFindings.Target(column.File, column.Node.Line, column.Node.Code));
            return null;
        }
        if (Variant == TargetVariant.Ratio)
        {
            if (!isHigher || target == 0)
            {
                findings.Add(NormalisingFindings.Ratio(column.File, column.Node.Line, column.Node.Code, isHigher ? "has the target 0" : "is better the lower it is, which a ratio to the target cannot say"));
                return null;
            }
            return Done(RatioOf(column.Values.Span, target, Cap), target, column, isHigher, []);
        }
        var worst = Worst(column.Basis.Span, isHigher);
        if (!IsBetter(target, worst, isHigher))
        {
            findings.Add(NormalisingFindings.Worse(column.File, column.Node.Line, column.Node.Code, target, worst));
            return null;
        }
        return Done(Of(column.Values.Span, column.Basis.Span, isHigher, target, Cap), target, column, isHigher, [("worst", worst)]);
    }

    private NormalisedColumn Done(double[] values, double target, IndicatorColumn column, bool isHigher, (string, double)[] more)
    {
        var beyond = column.Values.ToArray().Count(v => isHigher ? v > target : v < target);
        return new(values, [("target", target), .. more, (Cap ? "values clipped" : "values beyond", beyond)]);
    }

    private double? Target(IndicatorColumn column, bool isHigher) =>
        targets.TryGetValue(column.Node.Code, out var given) ? given
        : column.Node.Indicator!.Goalposts is { } posts ? (isHigher ? posts.High : posts.Low) : null;

    private static bool IsBetter(double target, double worst, bool isHigher) => isHigher ? target > worst : target < worst;

    private static double Worst(ReadOnlySpan<double> x, bool isHigher)
    {
        var worst = double.NaN;
        foreach (var v in x)
        {
            worst = double.IsNaN(worst) || (isHigher ? v < worst : v > worst) ? v : worst;
        }
        return worst;
    }
}
