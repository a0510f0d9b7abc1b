using System.Collections.Immutable;

namespace ClusterResearch.Location;

/// <summary>Inequality of amounts among n units: Gini, Theil, Atkinson, Hoover.</summary>
/// <remarks>
/// <para>With mean μ: Gini Σ Σ |x_i − x_j|/(2n²μ); corrected · n/(n − 1). Theil T = (1/n) Σ (x/μ) ln(x/μ), with 0 ln 0 = 0; Theil L = (1/n) Σ ln(μ/x), infinite with a zero. Atkinson 1 − ((1/n) Σ (x/μ)^(1−ε))^(1/(1−ε)), for ε = 1
/// one minus geometric over arithmetic mean. Hoover (Robin Hood) Σ |x − μ|/(2nμ).</para>
/// <para>Missing values (NaN) are left out. A negative value, or a sum of zero: NaN.</para>
/// <para><b>Source</b> Cowell, Measuring Inequality (2011); Theil, Economics and Information Theory (1967); Atkinson, Journal of Economic Theory 2 (1970), 244–263.</para>
/// <para><b>Verification</b> ineq 0.2-13, REAT 3.0.3: tests/reference/E_dynamics_concentration.json.</para>
/// </remarks>
public static class Inequality
{
    /// <summary>Gini coefficient, from 0 to 1 − 1/n.</summary>
    /// <param name="x">Amounts of zero or more; NaN is missing.</param>
    public static double Gini(ReadOnlySpan<double> x)
    {
        var (r, n, sum) = (Relative(x), 0.0, 0.0);
        foreach (var v in r.Order())
        {
            sum += (2 * ++n - 1 - r.Length) * v;
        }
        return r.Length == 0 ? double.NaN : sum / (n * n);
    }

    /// <summary>Gini coefficient times n/(n − 1): 1 if one has all.</summary>
    /// <inheritdoc cref="Gini"/>
    public static double CorrectedGini(ReadOnlySpan<double> x) => Relative(x).Length is var n and > 1 ? Gini(x) * n / (n - 1) : double.NaN;

    /// <summary>Theil's T.</summary>
    /// <inheritdoc cref="Gini"/>
    public static double TheilT(ReadOnlySpan<double> x) => Mean(x, v => v == 0 ? 0 : v * Math.Log(v));

    /// <summary>Theil's L, the mean logarithmic deviation; infinite if a value is zero.</summary>
    /// <inheritdoc cref="Gini"/>
    public static double TheilL(ReadOnlySpan<double> x) => Mean(x, v => -Math.Log(v));

    /// <summary>Atkinson's index, from 0 to 1.</summary>
    /// <param name="x">Amounts of zero or more; NaN is missing.</param>
    /// <param name="aversion">ε: aversion to inequality, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">ε is not above 0.</exception>
    public static double Atkinson(ReadOnlySpan<double> x, double aversion)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(aversion);
        return aversion == 1 ? 1 - Math.Exp(Mean(x, v => Math.Log(v))) : 1 - Math.Pow(Mean(x, v => Math.Pow(v, 1 - aversion)), 1 / (1 - aversion));
    }

    /// <summary>Hoover's index: the share that would have to move for all to have the same.</summary>
    /// <inheritdoc cref="Gini"/>
    public static double Hoover(ReadOnlySpan<double> x) => Mean(x, v => Math.Abs(v - 1)) / 2;

    private static double Mean(ReadOnlySpan<double> x, Func<double, double> of) => Relative(x) is { Length: > 0 } r ? r.Average(of) : double.NaN;

    /// <summary>x/μ of what is present.</summary>
    private static double[] Relative(ReadOnlySpan<double> x)
    {
        double[] present = [.. x.ToArray().Where(v => !double.IsNaN(v))];
        var mean = present.Length == 0 ? 0 : present.Average();
        return present.Length == 0 ? [] : present.Any(v => v < 0) || !(mean > 0) ? [.. present.Select(_ => double.NaN)] : [.. present.Select(v => v / mean)];
    }
}

/// <summary>Theil's measures split into what lies between groups and what lies within them.</summary>
/// <remarks>
/// <para>With shares of income s and of population p: T = Σ s ln(s/p); between = Σ_g S_g ln(S_g/P_g), within = Σ_g S_g T_g. L = Σ p ln(p/s); between = Σ_g P_g ln(P_g/S_g), within = Σ_g P_g L_g. Exact: total = between + within.</para>
/// <para>Units with a missing income or population are left out and counted; a zero income makes L infinite. Populations must be above 0.</para>
/// <para><b>Source</b> Theil, Economics and Information Theory (1967); Shorrocks, Econometrica 48 (1980), 613–625.</para>
/// <para><b>Verification</b> by definition and pysal inequality: tests/reference/E_dynamics_concentration.json.</para>
/// </remarks>
public static class TheilDecomposition
{
    /// <summary>Splits inequality of income per head by groups.</summary>
    /// <param name="income">Total income of every unit, zero or more; NaN is missing.</param>
    /// <param name="population">Population of every unit; empty for 1 each.</param>
    /// <param name="groups">The group of every unit.</param>
    /// <exception cref="ArgumentException">Not as many of each, a negative income, or a population that is not above 0.</exception>
    public static (TheilParts T, TheilParts L) Of(ReadOnlySpan<double> income, ReadOnlySpan<double> population, IReadOnlyList<string> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        var (y, weights) = (income.ToArray(), population.IsEmpty ? [.. Enumerable.Repeat(1.0, income.Length)] : population.ToArray());
        if (weights.Length != y.Length || groups.Count != y.Length)
        {
            throw new ArgumentException(string.Create(Invariant, $"{y.Length} incomes, {weights.Length} populations, {groups.Count} groups."), nameof(groups));
        }
        if (y.Any(v => v < 0) || weights.Any(v => v <= 0))
        {
            throw new ArgumentException("Incomes are zero or more, populations above zero.", nameof(income));
        }
        var units = Enumerable.Range(0, y.Length).Where(i => double.IsFinite(y[i]) && double.IsFinite(weights[i])).ToArray();
        var (all, heads) = (units.Sum(i => y[i]), units.Sum(i => weights[i]));
        var parts = units.GroupBy(i => groups[i]).Select(g => (Name: g.Key, S: g.Sum(i => y[i]), P: g.Sum(i => weights[i]), Units: g.ToArray())).ToArray();
        ImmutableArray<string> names = [.. parts.Select(g => g.Name)];
        var t = parts.Select(g => g.Units.Sum(i => Term(y[i] / g.S, weights[i] / g.P))).ToImmutableArray();
        var l = parts.Select(g => g.Units.Sum(i => Term(weights[i] / g.P, y[i] / g.S))).ToImmutableArray();
        return (new(names, units.Sum(i => Term(y[i] / all, weights[i] / heads)), parts.Sum(g => Term(g.S / all, g.P / heads)), t, [.. parts.Select((g, k) => g.S == 0 ? 0 : g.S / all * t[k])], y.Length - units.Length),
            new(names, units.Sum(i => Term(weights[i] / heads, y[i] / all)), parts.Sum(g => Term(g.P / heads, g.S / all)), l, [.. parts.Select((g, k) => g.P / heads * l[k])], y.Length - units.Length));
    }

    private static double Term(double a, double b) => a == 0 ? 0 : a * Math.Log(a / b);
}

/// <summary>One of Theil's measures in parts.</summary>
/// <param name="Groups">The groups, in order of first appearance.</param>
/// <param name="Total">Of all units.</param>
/// <param name="Between">Between the groups.</param>
/// <param name="Values">Within each group.</param>
/// <param name="Contributions">What each group adds to the part within.</param>
/// <param name="LeftOut">How many units were missing.</param>
public sealed record TheilParts(ImmutableArray<string> Groups, double Total, double Between, ImmutableArray<double> Values, ImmutableArray<double> Contributions, int LeftOut)
{
    /// <summary>Within the groups.</summary>
    public double Within => Contributions.Sum();

    /// <summary>The part between groups over the total.</summary>
    public double BetweenShare => Between / Total;

    /// <summary>Equal by content.</summary>
    public bool Equals(TheilParts? other) => other is not null && Groups.SequenceEqual(other.Groups) && Values.SequenceEqual(other.Values) && Total.Equals(other.Total);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Total, Between);
}
