using System.Collections.Immutable;
using ClusterResearch.Numerics;
using ClusterResearch.Tables;
using MathNet.Numerics.Distributions;

namespace ClusterResearch.Stages;

/// <summary>A growth curve fitted to a series by unweighted nonlinear least squares.</summary>
/// <remarks>
/// <para>y_i = K g(r (t_i − t0)) + e_i with the shapes of <see cref="GrowthForm"/>; n observations, k parameters (three, Richards four). Standard errors are
/// from s² (JᵀJ)⁻¹ with s² = RSS/(n − k); intervals take Student's t with n − k degrees of freedom. R² = 1 − RSS/TSS about the mean.
/// AICc = n ln(RSS/n) + 2p + 2p(p + 1)/(n − p − 1) with p = k + 1, the variance counted.</para>
/// <para>Inflection: t0, where y grows fastest. Stage cuts: where the third derivative is zero, so that growth picks up or slows down most
/// strongly; for the logistic t0 ∓ ln(2 + √3)/r, for Gompertz t0 ∓ ln((3 + √5)/2)/r. Their standard errors are by the delta method.
/// Errors are taken to be independent; yearly series seldom are (see <see cref="Autocorrelation"/>), then intervals are too narrow.</para>
/// <para>Missing values (NaN) are left out and counted. Starts are found on a grid of rate and inflection, K being linear there; the best five are followed
/// by Levenberg–Marquardt with analytic derivatives, and the smallest sum of squares is taken. Time is centred meanwhile, so calendar years do no harm.</para>
/// <para><b>Source</b> Ratkowsky, Nonlinear Regression Modeling (1983), chapter 4; Richards, Journal of Experimental Botany 10 (1959), 290–300.</para>
/// <para><b>Verification</b> certified values of NIST (Rat42), R nls and scipy: tests/reference/E_dynamics_concentration.json; NIST Rat42 and Rat43 from both
/// of NIST's starts: tests/ClusterResearch.Tests/Stages/GrowthCurveTests.cs.</para>
/// </remarks>
public sealed class GrowthCurve
{
    private const double Confidence = 0.975;
    private readonly LeastSquaresFit fit;
    private readonly double center;
    private readonly double unit;

    private GrowthCurve(GrowthForm form, double[] t, double[] y, int missing, LeastSquaresFit fit, double center, double unit)
    {
        (Form, Times, Values, Missing) = (form, [.. t], [.. y], missing);
        (this.fit, this.center, this.unit) = (fit, center, unit);
        Fitted = [.. fit.Fitted.Select(f => f * unit)];
        Rss = fit.Rss * unit * unit;
        var (mean, p) = (Moments.Mean(y), GrowthShape.Parameters(form) + 1);
        var total = y.Sum(v => (v - mean) * (v - mean));
        RSquared = total > 0 ? 1 - Rss / total : double.NaN;
        Sigma = DegreesOfFreedom > 0 ? Math.Sqrt(Rss / DegreesOfFreedom) : double.NaN;
        Aicc = Information(y.Length, Rss, p);
    }

    /// <summary>The form.</summary>
    public GrowthForm Form { get; }

    /// <summary>The times of the n observations that were used.</summary>
    public ImmutableArray<double> Times { get; }

    /// <summary>Their values.</summary>
    public ImmutableArray<double> Values { get; }

    /// <summary>The curve at these times.</summary>
    public ImmutableArray<double> Fitted { get; }

    /// <summary>How many observations were missing.</summary>
    public int Missing { get; }

    /// <summary>Whether the least-squares problem was solved and its parameters can be told apart; without, errors and intervals are NaN.</summary>
    public bool Converged => fit.Converged;

    /// <summary>K: the level the curve runs towards.</summary>
    public Estimate Ceiling => Of(unit * fit.Parameters[0], [unit, 0, 0, 0]);

    /// <summary>r, per unit of time; negative for a curve that falls.</summary>
    public Estimate Rate => Of(fit.Parameters[1], [0, 1, 0, 0]);

    /// <summary>t0: the time of fastest growth.</summary>
    public Estimate Inflection => Of(fit.Parameters[2] + center, [0, 0, 1, 0]);

    /// <summary>ν of a Richards curve; null for the others.</summary>
    public Estimate? Asymmetry => Form == GrowthForm.Richards ? Of(Nu, [0, 0, 0, Nu]) : null;

    /// <summary>The value at the inflection.</summary>
    public double InflectionValue => Ceiling.Value * GrowthShape.AtInflection(Form, Nu);

    /// <summary>The largest growth per unit of time, at the inflection.</summary>
    public double FastestGrowth => Ceiling.Value * Rate.Value * GrowthShape.SlopeAtInflection(Form, Nu);

    /// <summary>Where growth picks up most strongly: the end of formation.</summary>
    public Estimate FirstCut => Cut(-1);

    /// <summary>Where growth slows down most strongly: the begin of maturity.</summary>
    public Estimate SecondCut => Cut(1);

    /// <summary>Residual sum of squares.</summary>
    public double Rss { get; }

    /// <summary>s = √(RSS/(n − k)); NaN without degrees of freedom.</summary>
    public double Sigma { get; }

    /// <summary>1 − RSS/TSS; NaN for a constant series.</summary>
    public double RSquared { get; }

    /// <summary>Akaike's criterion for small samples; smaller is better, among curves of one series. Infinite where n is too small for it.</summary>
    public double Aicc { get; }

    /// <summary>n − k.</summary>
    public int DegreesOfFreedom => Values.Length - GrowthShape.Parameters(Form);

    /// <summary>Correlation of successive residuals; far from 0, intervals are not to be trusted.</summary>
    public double Autocorrelation => Statistics.Autocorrelation.Of([.. Values.Zip(Fitted, (y, f) => y - f)]);

    private double Nu => Form == GrowthForm.Richards ? Math.Exp(fit.Parameters[3]) : double.NaN;

    /// <summary>Fits a curve.</summary>
    /// <param name="times">Times, e.g. years; finite.</param>
    /// <param name="values">One value per time; NaN is missing.</param>
    /// <param name="form">The form.</param>
    /// <param name="start">Start values of K, r, t0 and for Richards ν; empty for a search.</param>
    /// <returns>The curve; one that did not converge says so.</returns>
    /// <exception cref="ArgumentException">Not one value per time, infinite numbers, fewer values than parameters, times all the same, or not one start per parameter.</exception>
    public static GrowthCurve Fit(ReadOnlySpan<double> times, ReadOnlySpan<double> values, GrowthForm form = GrowthForm.Logistic, ReadOnlySpan<double> start = default)
    {
        var (t, y) = Present(times, values);
        var k = GrowthShape.Parameters(form);
        if (y.Length < k || t.Max() == t.Min())
        {
            throw new ArgumentException(string.Create(Invariant, $"{y.Length} values at {t.Distinct().Count()} times: a curve of {k} parameters needs at least {k}, at different times."), nameof(values));
        }
        if (!start.IsEmpty && start.Length != k)
        {
            throw new ArgumentException(string.Create(Invariant, $"{start.Length} start values for {k} parameters."), nameof(start));
        }
        var middle = Math.Round((t.Min() + t.Max()) / 2);
        var scale = Math.Max(y.Max(), -y.Min()) is var largest && largest > 0 ? Math.ScaleB(1, Math.ILogB(largest)) : 1;
        double[] x = [.. t.Select(v => v - middle)], scaled = [.. y.Select(v => v / scale)];
        CurveModel model = (p, i, gradient) => GrowthShape.Value(form, p, x[i], gradient);
        double[][] starts = start.IsEmpty ? GrowthStarts.Of(form, x, scaled) : [[start[0] / scale, start[1], start[2] - middle, .. start[3..].ToArray().Select(nu => Math.Log(nu))]];
        var best = starts.Select(s => LevenbergMarquardt.Fit(scaled, s, model)).OrderBy(f => double.IsNaN(f.Rss) ? double.PositiveInfinity : f.Rss * (f.Converged ? 1 : 1 + 1e-9)).First();
        var flat = y.Max() == y.Min(); // many curves pass through a constant
        return new(form, t, y, values.Length - y.Length, flat ? best with { Converged = false, Cross = null } : best, middle, scale);
    }

    /// <summary>The curve at a time.</summary>
    public double At(double time) => Ceiling.Value is var k && !double.IsNaN(k) ? unit * GrowthShape.Value(Form, fit.Parameters, time - center, new double[4]) : double.NaN;

    /// <summary>The curve at a time with the 95 % confidence interval of its mean.</summary>
    public Estimate Band(double time)
    {
        var gradient = new double[4];
        var value = unit * GrowthShape.Value(Form, fit.Parameters, time - center, gradient);
        return Of(value, [.. gradient.Select(g => g * unit)]);
    }

    /// <summary>The time at which a share of K is reached.</summary>
    /// <param name="share">Between 0 and 1.</param>
    public double Reaches(double share) => Inflection.Value + GrowthShape.Reaches(Form, Nu, share) / Rate.Value;

    /// <summary>A function of K, r, t0 (and ν) with the standard error of the delta method.</summary>
    /// <param name="value">Its value.</param>
    /// <param name="gradient">Its derivatives by K, r and t0 (and ν).</param>
    public Estimate Derived(double value, ReadOnlySpan<double> gradient) => Of(value, [gradient[0] * unit, .. gradient.ToArray().Skip(1).Select((g, i) => i == 2 ? g * Nu : g)]);

    /// <summary>Parameters, inflection and cuts with standard errors and 95 % intervals.</summary>
    public Table ToTable() =>
        new(string.Create(Invariant, $"{Form} growth curve"),
            [Column.Text("parameter", "Parameter"), Column.Number("value", "Estimate", 3), Column.Number("se", "Standard error", 3), Column.Number("low", "95 % from", 3), Column.Number("high", "to", 3)],
            new (string Name, Estimate? E)[]
            {
                ("K, ceiling", Ceiling), ("r, rate", Rate), ("t0, inflection", Inflection), ("ν, asymmetry", Asymmetry), ("first cut", FirstCut), ("second cut", SecondCut),
            }.Where(p => p.E is not null).Select(p => (object?[])[p.Name, p.E!.Value, p.E.Error, p.E.Low, p.E.High]),
            [
                string.Create(Invariant, $"{Form}, least squares; n = {Values.Length}, {Missing} missing; R² = {RSquared:0.####}, s = {Sigma:G4}, AICc = {Aicc:0.##}; lag-1 autocorrelation of residuals {Autocorrelation:0.00}."),
                Converged ? "Intervals: Student's t, cuts by the delta method, errors taken as independent." : "Not converged: the parameters cannot be told apart, so there are no errors.",
            ]);

    /// <summary>AICc of a least-squares fit with p parameters, the variance counted.</summary>
    internal static double Information(int n, double rss, int p) =>
        n - p - 1 > 0 ? n * Math.Log(rss / n) + 2 * p + 2.0 * p * (p + 1) / (n - p - 1) : double.PositiveInfinity;

    private static (double[] T, double[] Y) Present(ReadOnlySpan<double> times, ReadOnlySpan<double> values)
    {
        if (times.Length != values.Length)
        {
            throw new ArgumentException(string.Create(Invariant, $"{times.Length} times but {values.Length} values."), nameof(values));
        }
        Magnitude.RefuseInfinite(values, nameof(values));
        var (t, y) = (times.ToArray(), values.ToArray());
        if (t.Any(v => !double.IsFinite(v)))
        {
            throw new ArgumentException("Every value needs a time.", nameof(times));
        }
        var here = Enumerable.Range(0, y.Length).Where(i => !double.IsNaN(y[i])).ToArray();
        return here.Length == 0 ? ([0], [double.NaN]) : ([.. here.Select(i => t[i])], [.. here.Select(i => y[i])]);
    }

    private Estimate Cut(int side)
    {
        var (r, place, step) = (fit.Parameters[1], side * GrowthShape.Cut(Form, Nu), 1e-5 * Nu);
        var byNu = Form == GrowthForm.Richards ? side * (GrowthShape.Cut(Form, Nu + step) - GrowthShape.Cut(Form, Nu - step)) / (2 * step) / r * Nu : 0;
        return Of(fit.Parameters[2] + center + place / r, [0, -place / (r * r), 1, byNu]);
    }

    private Estimate Of(double value, double[] gradient)
    {
        var k = GrowthShape.Parameters(Form);
        if (fit.Cross is not { } cross || !fit.Converged || DegreesOfFreedom < 1)
        {
            return new(value, double.NaN, double.NaN, double.NaN);
        }
        var variance = 0.0;
        for (var a = 0; a < k; a++)
        {
            for (var b = 0; b < k; b++)
            {
                variance += gradient[a] * cross[a, b] * gradient[b];
            }
        }
        var error = Math.Sqrt(Math.Max(0, variance)) * Sigma / unit;
        var reach = StudentT.InvCDF(0, 1, DegreesOfFreedom, Confidence) * error;
        return new(value, error, value - reach, value + reach);
    }
}

/// <summary>An estimate with its uncertainty.</summary>
/// <param name="Value">The estimate.</param>
/// <param name="Error">Its standard error; NaN where there is none.</param>
/// <param name="Low">Lower end of the 95 % interval.</param>
/// <param name="High">Upper end.</param>
public sealed record Estimate(double Value, double Error, double Low, double High);
