using System.Collections.Immutable;
using ClusterResearch.Data;
using ClusterResearch.Numerics;
using ClusterResearch.Tables;
using MathNet.Numerics.Distributions;

namespace ClusterResearch.Stages;

/// <summary>Stages of cities by the growth curve of a series: formation before the first cut, growth between the cuts, maturity after the second.</summary>
/// <remarks>
/// <para>The cuts are those of <see cref="GrowthCurve"/>. How sure a stage is: the share of Student's t distributions about the cuts (delta method) that puts the year into it. A curve of this kind never
/// falls, so it cannot show decline.</para>
/// <para>A city has no stage where its series does not identify the curve; the reason is given, checked in this order: fewer than 8 values; all alike; no solution or a falling curve; a straight line or
/// exponential growth without ceiling describes the series as well (AICc within 2); the inflection lies outside the observed years; the ceiling's standard error is above half of it. Never is a stage forced.</para>
/// <para><b>Source</b> the cuts as used for the life cycle of industries and technologies; AICc: Hurvich and Tsai, Biometrika 76 (1989), 297–307.</para>
/// <para><b>Verification</b> the curve: tests/reference/E_dynamics_concentration.json; reasons and shares by hand: tests/ClusterResearch.Tests/Stages/GrowthStagesTests.cs.</para>
/// </remarks>
public sealed class GrowthStages
{
    /// <summary>The fewest values from which a curve is taken.</summary>
    public const int Fewest = 8;

    private readonly Dictionary<string, (GrowthCurve? Curve, string? Reason)> curves;

    private GrowthStages(Dictionary<string, (GrowthCurve?, string?)> curves, StageAssignment assignment) => (this.curves, Assignment) = (curves, assignment);

    /// <summary>The stages.</summary>
    public StageAssignment Assignment { get; }

    /// <summary>Fits a curve to the series of every city and reads its stages.</summary>
    /// <param name="cities">The cities.</param>
    /// <param name="years">The years.</param>
    /// <param name="value">The series: the value of a city in a year; NaN is missing.</param>
    /// <param name="form">The form of the curve.</param>
    /// <param name="note">What the series is, for notes.</param>
    public static GrowthStages Of(ImmutableArray<City> cities, ImmutableArray<int> years, Func<string, int, double> value, GrowthForm form = GrowthForm.Logistic, string? note = null)
    {
        ArgumentNullException.ThrowIfNull(value);
        double[] times = [.. years.Select(y => (double)y)];
        var fits = cities.ToDictionary(c => c.Key, c => Identify(times, [.. years.Select(y => value(c.Key, y))], form));
        var missing = string.Join(" ", cities.Where(c => fits[c.Key].Reason is not null).Select(c => $"{c.NameEn}: {fits[c.Key].Reason}."));
        string[] notes =
        [
            string.Create(Invariant, $"{form} growth curve by least squares; stages end at the zeros of its third derivative; how sure: delta method, Student's t. A growth curve cannot show decline."),
            .. note is null ? Array.Empty<string>() : [note], .. missing.Length > 0 ? [$"Not identified. {missing}"] : Array.Empty<string>(),
        ];
        return new(fits, new($"Growth curve ({form.ToString().ToLowerInvariant()})", notes, cities, years, (c, y) => Judge(fits[c.Key], y)));
    }

    /// <summary>The curve of a city: also one that is not identified, where there is any; null where none could be fitted.</summary>
    /// <exception cref="KeyNotFoundException">No such city.</exception>
    public GrowthCurve? Curve(string city) => curves[city].Curve;

    /// <summary>Why a city has no stages; null where it has.</summary>
    /// <exception cref="KeyNotFoundException">No such city.</exception>
    public string? Reason(string city) => curves[city].Reason;

    /// <summary>The probability that a city is in a stage in a year; NaN where its curve is not identified.</summary>
    /// <exception cref="KeyNotFoundException">No such city.</exception>
    public double Probability(string city, double year, Stage stage)
    {
        var (curve, reason) = curves[city];
        if (curve is null || reason is not null)
        {
            return double.NaN;
        }
        var (before, after) = (Below(curve.FirstCut, year, curve.DegreesOfFreedom), Below(curve.SecondCut, year, curve.DegreesOfFreedom));
        return stage switch { Stage.Formation => 1 - before, Stage.Growth => before - after, Stage.Maturity => after, _ => 0 };
    }

    /// <summary>One row per city: K, r, t0 and both cuts with intervals, fit, or why there are none.</summary>
    public Table ToTable(Language language = Language.English) =>
        new(language.Say("Growth curves", "增长曲线"),
            [
                Column.Text("city", language.Say("City", "城市")), Column.Number("k", "K", 0), Column.Number("k_se", language.Say("s.e. of K", "K的标准误"), 0), Column.Number("r", "r", 3), Column.Number("r_se", language.Say("s.e. of r", "r的标准误"), 3),
                Column.Text("t1", language.Say("First cut (95 %)", "第一分界点（95%）")), Column.Text("t0", language.Say("Inflection (95 %)", "拐点（95%）")), Column.Text("t2", language.Say("Second cut (95 %)", "第二分界点（95%）")),
                Column.Number("r2", "R²", 4), Column.Number("rho", language.Say("Lag-1 r of residuals", "残差自相关"), 2),
                Column.Text("reason", language.Say("Not identified because", "未识别原因")),
            ],
            Assignment.Cities.Select(c => curves[c.Key] is (var g, var why) && g is not null && why is null
                ? (object?[])[c.Name(language), g.Ceiling.Value, g.Ceiling.Error, g.Rate.Value, g.Rate.Error, Between(g.FirstCut), Between(g.Inflection), Between(g.SecondCut), g.RSquared, g.Autocorrelation, ""]
                : [c.Name(language), null, null, null, null, null, null, null, g?.RSquared, g?.Autocorrelation, curves[c.Key].Reason]),
            [.. Assignment.Notes.Where(n => !n.StartsWith("Not identified", StringComparison.Ordinal)), "Errors are taken as independent; where the lag-1 correlation of residuals is far from 0, intervals are too narrow."]);

    private static string Between(Estimate e) => string.Create(Invariant, $"{e.Value:F1} ({e.Low:F1}–{e.High:F1})");

    private static double Below(Estimate cut, double year, int df) => cut.Error > 0 ? StudentT.CDF(0, 1, df, (year - cut.Value) / cut.Error) : year >= cut.Value ? 1 : 0;

    private static StageVerdict Judge((GrowthCurve? Curve, string? Reason) city, int year)
    {
        if (city.Reason is not null || city.Curve is not { } curve)
        {
            return new(null, city.Reason ?? "no curve");
        }
        var stage = year < curve.FirstCut.Value ? Stage.Formation : year < curve.SecondCut.Value ? Stage.Growth : Stage.Maturity;
        var (before, after) = (Below(curve.FirstCut, year, curve.DegreesOfFreedom), Below(curve.SecondCut, year, curve.DegreesOfFreedom));
        var sure = stage switch { Stage.Formation => 1 - before, Stage.Growth => before - after, _ => after };
        return new(stage, string.Create(Invariant, $"{curve.At(year) / curve.Ceiling.Value:P0} of the ceiling; cuts {curve.FirstCut.Value:F1} and {curve.SecondCut.Value:F1}"), sure);
    }

    /// <summary>The curve, and why it does not tell stages.</summary>
    internal static (GrowthCurve? Curve, string? Reason) Identify(double[] times, double[] values, GrowthForm form)
    {
        var here = Enumerable.Range(0, values.Length).Where(i => !double.IsNaN(values[i])).ToArray();
        double[] t = [.. here.Select(i => times[i])], y = [.. here.Select(i => values[i])];
        if (y.Length < Fewest)
        {
            return (null, string.Create(Invariant, $"{y.Length} values, at least {Fewest} are needed; trend and volatility can still be had"));
        }
        if (y.Max() == y.Min())
        {
            return (null, "all values are alike, so nothing grows");
        }
        var curve = GrowthCurve.Fit(t, y, form);
        var rivals = Rivals(t, y);
        var reason =
            curve.Rate.Value <= 0 ? "the series falls, which is no growth curve"
            : rivals.Exponential <= curve.Aicc + 2 ? string.Create(Invariant, $"exponential growth without a ceiling describes it as well (AICc {rivals.Exponential:F1} against {curve.Aicc:F1})")
            : rivals.Line <= curve.Aicc + 2 ? string.Create(Invariant, $"a straight line describes it as well (AICc {rivals.Line:F1} against {curve.Aicc:F1}), so it does not bend")
            : !curve.Converged ? "the parameters cannot be told apart"
            : curve.Inflection.Value > t.Max() ? string.Create(Invariant, $"the inflection ({curve.Inflection.Value:F1}) lies after the last year, so the ceiling is not seen")
            : curve.Inflection.Value < t.Min() ? string.Create(Invariant, $"the inflection ({curve.Inflection.Value:F1}) lies before the first year, so the begin is not seen")
            : !(curve.Ceiling.Error <= curve.Ceiling.Value / 2) ? string.Create(Invariant, $"the ceiling is too uncertain ({curve.Ceiling.Value:G4} with a standard error of {curve.Ceiling.Error:G3})")
            : null;
        return (curve, reason);
    }

    /// <summary>AICc of a straight line and of exponential growth, both by least squares on the series itself.</summary>
    private static (double Line, double Exponential) Rivals(double[] t, double[] y)
    {
        var (middle, scale) = ((t.Min() + t.Max()) / 2, y.Max(Math.Abs));
        double[] x = [.. t.Select(v => v - middle)], z = [.. y.Select(v => v / scale)];
        var line = LevenbergMarquardt.Fit(z, [z.Average(), 0], (p, i, g) => { (g[0], g[1]) = (1, x[i]); return p[0] + p[1] * x[i]; });
        var exponential = new[] { -0.1, 0.05, 0.2 }.Select(r => LevenbergMarquardt.Fit(z, [z.Average(), r], (p, i, g) =>
        {
            var e = Math.Exp(p[1] * x[i]);
            (g[0], g[1]) = (e, p[0] * x[i] * e);
            return p[0] * e;
        })).Where(f => !double.IsNaN(f.Rss)).MinBy(f => f.Rss);
        double Aicc(double rss) => GrowthCurve.Information(y.Length, rss * scale * scale, 3);
        return (Aicc(line.Rss), exponential is null ? double.PositiveInfinity : Aicc(exponential.Rss));
    }
}
