using ClusterResearch.Numerics;

namespace ClusterResearch.Dynamics;

/// <summary>Beta and sigma convergence: do the poorer catch up, do the differences shrink?</summary>
/// <remarks>
/// <para>Beta: g_i = ln(y_{i1}/y_{i0})/T regressed on ln y_{i0} over n units; b below 0 is catching up. Speed: −ln(1 + bT)/T per year, half-life ln 2/speed;
/// no speed where 1 + bT ≤ 0, no half-life without catching up. Standard error and two-sided p as in ordinary least squares with n − 2 degrees of freedom. Beta convergence is necessary, not
/// sufficient, for sigma convergence: the spread, here sd of ln y (n − 1) and the population CV.</para>
/// <para>Units with a missing or non-positive value at either end are left out of beta and counted; of a year's spread those missing in that year (and, for the logarithm, not positive).</para>
/// <para><b>Source</b> Barro and Sala-i-Martin, Journal of Political Economy 100 (1992), 223–251; Sala-i-Martin, Economic Journal 106 (1996), 1019–1036.</para>
/// <para><b>Verification</b> R lm: tests/reference/E_dynamics_concentration.json.</para>
/// </remarks>
public static class Convergence
{
    /// <summary>Beta convergence between two times.</summary>
    /// <param name="first">One value per unit at the begin; NaN is missing.</param>
    /// <param name="last">As many at the end.</param>
    /// <param name="years">T, the time between, above 0.</param>
    /// <exception cref="ArgumentException">Not as many values at both times.</exception>
    /// <exception cref="ArgumentOutOfRangeException">T is not above 0.</exception>
    public static BetaConvergence Beta(ReadOnlySpan<double> first, ReadOnlySpan<double> last, double years)
    {
        if (first.Length != last.Length)
        {
            throw new ArgumentException(string.Create(Invariant, $"{first.Length} units at the begin but {last.Length} at the end."), nameof(last));
        }
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(years);
        var units = first.ToArray().Zip(last.ToArray()).Where(u => u is { First: > 0, Second: > 0 } && double.IsFinite(u.First) && double.IsFinite(u.Second)).ToArray();
        double[] x = [.. units.Select(u => Math.Log(u.First))], g = [.. units.Select(u => Math.Log(u.Second / u.First) / years)];
        var (n, mx, mg) = (x.Length, Moments.Mean(x), Moments.Mean(g));
        var (xx, gg) = (x.Sum(v => (v - mx) * (v - mx)), g.Sum(v => (v - mg) * (v - mg)));
        var b = n > 1 && xx > 0 ? x.Zip(g, (a, c) => (a - mx) * (c - mg)).Sum() / xx : double.NaN;
        var rss = x.Zip(g, (a, c) => c - mg - b * (a - mx)).Sum(e => e * e);
        var error = n > 2 ? Math.Sqrt(rss / (n - 2) / xx) : double.NaN;
        var speed = 1 + b * years > 0 ? -Math.Log(1 + b * years) / years : double.NaN;
        return new(mg - b * mx, b, error, Distributions.StudentTwoSided(b / error, n - 2), gg > 0 ? 1 - rss / gg : double.NaN, speed,
            speed > 0 ? Math.Log(2) / speed : double.NaN, n, first.Length - n);
    }

    /// <summary>The spread of one year: standard deviation of the logarithms (n − 1), and population coefficient of variation.</summary>
    /// <param name="values">One value per unit; NaN is missing.</param>
    public static (double LogDeviation, double Variation) Sigma(ReadOnlySpan<double> values)
    {
        var present = values.ToArray().Where(double.IsFinite).ToArray();
        var mean = Moments.Mean(present);
        return (Moments.StandardDeviation([.. present.Where(v => v > 0).Select(v => Math.Log(v))], 1), mean == 0 ? double.NaN : Moments.StandardDeviation(present, 0) / mean);
    }
}

/// <summary>Beta convergence.</summary>
/// <param name="Intercept">Of the regression.</param>
/// <param name="Beta">b; below 0 the poorer grow faster.</param>
/// <param name="Error">Its standard error; NaN for fewer than three units.</param>
/// <param name="P">Two-sided p-value.</param>
/// <param name="RSquared">R² of the regression.</param>
/// <param name="Speed">Share of the gap closed per year.</param>
/// <param name="HalfLife">Years in which half the gap is closed; NaN without catching up.</param>
/// <param name="Units">How many units.</param>
/// <param name="LeftOut">How many lack a positive value at one of the ends.</param>
public sealed record BetaConvergence(double Intercept, double Beta, double Error, double P, double RSquared, double Speed, double HalfLife, int Units, int LeftOut);
