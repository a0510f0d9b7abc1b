using ClusterResearch.Findings;

namespace ClusterResearch.Indexing.Preparing;

/// <summary>Box–Cox power transform of an indicator, with a given λ or the one under which the values look most normal.</summary>
/// <remarks>
/// <para>x' = ((x + c)^λ − 1) / λ, and ln(x + c) for λ = 0. Without <see cref="Lambda"/>, λ maximises the profile log-likelihood
/// ℓ(λ) = (λ − 1) Σ ln x − (n/2) ln σ̂²(λ), with σ̂² the variance (divisor n) of the transformed values of all city-years present, over
/// λ from −5 to 5. The order of values stays for every λ; target, range and goalposts are taken along.</para>
/// <para>Without a shift a value of zero or below is refused (CR3204); a target or range without a transform too (CR3206), goalposts without one are set aside, and a constant
/// indicator (CR3103) where λ or a shift is to be found. Missing stays missing.</para>
/// <para><b>Source</b> Box and Cox, Journal of the Royal Statistical Society B 26 (1964), 211–252.</para>
/// <para><b>Verification</b> SciPy boxcox_normmax: tests/ClusterResearch.Tests/Indexing/Preparing/BoxCoxTests.cs.</para>
/// </remarks>
public sealed record BoxCox : Treatment
{
    /// <summary>The ends between which λ is sought.</summary>
    private const double Widest = 5;

    private const int Grid = 200;

    /// <summary>The power; null to find it by maximum likelihood, for each indicator on its own. <value>Default: null.</value></summary>
    public double? Lambda { get; init; }

    /// <summary>What is added first. <value>Default: nothing.</value></summary>
    public PositiveShift Shift { get; init; }

    /// <inheritdoc/>
    public override MethodCard Card =>
        new("treatment", "Box–Cox transform", $"{(Lambda is { } l ? string.Create(Invariant, $"λ = {l:R}") : "λ by maximum likelihood per indicator")}, {Transform.WordsOf(Shift)}",
            @"x' = \frac{(x + c)^\lambda - 1}{\lambda}",
            "λ = 0 is the logarithm. Without a shift zero and negative values are refused. Missing stays missing. Target, range and goalposts are transformed with the values.",
            "Box and Cox (1964), Journal of the Royal Statistical Society B 26, 211–252")
        { Symbols = "x: value; c: shift; λ: power" };

    /// <summary>The transform of one column.</summary>
    /// <param name="x">Values above zero; NaN is missing and stays so.</param>
    /// <param name="lambda">The power.</param>
    /// <returns>One value each.</returns>
    /// <exception cref="ArgumentException">A value is infinite, not above zero, or its transform is too large for a number.</exception>
    public static double[] Of(ReadOnlySpan<double> x, double lambda) => Transform.Of(x, 0, v => Power(v, lambda));

    /// <summary>The λ of the largest profile likelihood.</summary>
    /// <param name="x">Values above zero; NaN is missing.</param>
    /// <returns>λ, from −5 to 5; an end of this range if the likelihood rises up to it. NaN for fewer than two different values.</returns>
    /// <exception cref="ArgumentException">A value is infinite or not above zero.</exception>
    public static double LambdaOf(ReadOnlySpan<double> x)
    {
        // sorted, so that the order of the cities cannot change the last digits
        var logs = Transform.Of(x, 0, Math.Log).Where(v => !double.IsNaN(v)).Order().ToArray();
        if (logs.Distinct().Take(2).Count() < 2)
        {
            return double.NaN;
        }
        // the likelihood does not change with the unit, so the geometric mean is made 1 and nothing overflows
        var mean = logs.Average();
        var centred = logs.Select(l => l - mean).ToArray();
        var best = Enumerable.Range(0, Grid + 1).Select(i => Widest * (2.0 * i / Grid - 1)).MaxBy(l => Likelihood(centred, l));
        return Refined(centred, Math.Max(-Widest, best - 2 * Widest / Grid), Math.Min(Widest, best + 2 * Widest / Grid));
    }

    internal override TreatedColumn? Treat(IndicatorTable table, IndexNode node, List<Finding> findings)
    {
        var x = table.Column(node.Code);
        var shift = Transform.ShiftOf(x.Span, Shift);
        if (Transform.RefuseConstant(table, node, Lambda is null ? PositiveShift.HundredthOfRange : Shift, findings) || Transform.RefuseNotPositive(table, node, shift, "a Box–Cox transform", findings))
        {
            return null;
        }
        var shifted = x.ToArray().Select(v => v + shift).ToArray();
        var lambda = Lambda ?? LambdaOf(shifted);
        var end = Lambda is null && Math.Abs(lambda) > Widest - 1e-6 ? ", the end of the range searched" : "";
        var words = string.Create(Invariant, $"Box–Cox transform, λ = {lambda:G6}{end}") + (shift == 0 ? "" : string.Create(Invariant, $", of the value {(shift < 0 ? "−" : "+")} {Math.Abs(shift):G6}"));
        return new(Of(shifted, lambda), []) { Transform = new(v => v + shift > 0 ? Power(v + shift, lambda) : double.NaN, words, unit => string.Create(Invariant, $"Box–Cox {lambda:G3} of {unit}")) };
    }

    private static double Power(double v, double lambda) => lambda == 0 ? Math.Log(v) : OfLog(Math.Log(v), lambda);

    /// <summary>(e^(λ l) − 1) / λ, exact for small λ l as well.</summary>
    private static double OfLog(double log, double lambda)
    {
        var t = lambda * log;
        // for small t the difference from 1 would lose digits: sinh keeps them
        return Math.Abs(t) < 0.5 ? 2 * Math.Exp(t / 2) * Math.Sinh(t / 2) / lambda : (Math.Exp(t) - 1) / lambda;
    }

    /// <summary>ℓ(λ) of values whose logarithms have the mean 0: then the term (λ − 1) Σ ln x is 0.</summary>
    private static double Likelihood(double[] logs, double lambda)
    {
        var y = logs.Select(l => lambda == 0 ? l : OfLog(l, lambda)).ToArray();
        var mean = y.Average();
        var variance = y.Average(v => (v - mean) * (v - mean));
        return double.IsFinite(variance) && variance > 0 ? -y.Length / 2.0 * Math.Log(variance) : double.NegativeInfinity;
    }

    /// <summary>The zero of the slope of ℓ between two ends, by bisection: a flat top would hide half the digits of its place.</summary>
    private static double Refined(double[] logs, double low, double high)
    {
        for (var i = 0; i < 60; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = Rises(logs, middle) ? (middle, high) : (low, middle);
        }
        return Math.Abs(low) >= Widest - 1e-12 ? low : high;
    }

    /// <summary>Whether ℓ rises at λ: its slope has the sign of −Σ (y − ȳ) dy/dλ.</summary>
    private static bool Rises(double[] logs, double lambda)
    {
        var y = logs.Select(l => lambda == 0 ? l : OfLog(l, lambda)).ToArray();
        var mean = y.Average();
        return y.Zip(logs, (v, l) => (v - mean) * l * l * Slope(lambda * l)).Sum() < 0;
    }

    /// <summary>(e^t (t − 1) + 1) / t², by its series where the difference would lose digits.</summary>
    private static double Slope(double t)
    {
        if (Math.Abs(t) > 1)
        {
            return (Math.Exp(t) * (t - 1) + 1) / (t * t);
        }
        var (sum, term) = (0.0, 1.0);
        for (var k = 0; k < 20; k++)
        {
            sum += term / (k + 2);
            term *= t / (k + 1);
        }
        return sum;
    }
}
