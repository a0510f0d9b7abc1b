using System.Collections.Immutable;
using ClusterResearch.Data;
using ClusterResearch.Tables;

namespace ClusterResearch.Dynamics;

/// <summary>Trend, change point and volatility of one series in many cities.</summary>
/// <remarks>
/// Mann–Kendall with the variance of Hamed and Rao over the first three lags, Sen's slope, Pettitt, and volatility; each as in its own class. A series shorter than 8, constant or with gaps is not refused: what cannot be had of it is NaN, and
/// the notes name the city, what is missing and what still stands.
/// </remarks>
public sealed class CityTrends
{
    /// <summary>Under this number of values the p-values are rough.</summary>
    public const int Fewest = 8;

    private const int Lags = 3;
    private readonly Dictionary<string, CityTrend> trends;

    private CityTrends(ImmutableArray<City> cities, ImmutableArray<int> years, Dictionary<string, CityTrend> trends) => (Cities, Years, this.trends) = (cities, years, trends);

    /// <summary>The cities.</summary>
    public ImmutableArray<City> Cities { get; }

    /// <summary>The years.</summary>
    public ImmutableArray<int> Years { get; }

    /// <summary>The result of a city.</summary>
    /// <exception cref="KeyNotFoundException">No such city.</exception>
    public CityTrend this[string city] => trends.GetValueOrDefault(city) ?? throw new KeyNotFoundException($"There is no city “{city}” among those tested.");

    /// <summary>All cities with their results.</summary>
    public IReadOnlyList<(City City, CityTrend Trend)> All => [.. Cities.Select(c => (c, this[c.Key]))];

    /// <summary>Tests the series of every city.</summary>
    /// <param name="cities">The cities.</param>
    /// <param name="years">The years, ascending and without gaps.</param>
    /// <param name="value">The value of a city in a year; NaN is missing.</param>
    /// <exception cref="ArgumentException">A value is infinite.</exception>
    public static CityTrends Of(ImmutableArray<City> cities, ImmutableArray<int> years, Func<string, int, double> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(cities, years, cities.ToDictionary(c => c.Key, c =>
        {
            double[] x = [.. years.Select(y => value(c.Key, y))];
            var change = Pettitt.Of(x);
            var after = change.Positions.IsEmpty || change.U == 0 ? (int?)null : years[change.Positions[0] - 1];
            return new CityTrend(MannKendall.Of(x, TrendVariance.HamedRao, lags: Lags), MannKendall.Of(x), SenSlope.Of(x), change, after, Volatility.Of(x));
        }));
    }

    /// <summary>One row per city.</summary>
    /// <param name="measure">What the series measures.</param>
    /// <param name="language">Language of title and headers; notes are in English.</param>
    public Table ToTable(string measure, Language language = Language.English) =>
        new(language.Say($"{measure}: trend, change, volatility", $"{measure}：趋势、突变与波动"),
            [
                Column.Text("city", language.Say("City", "城市")), Column.Number("tau", "τ-b", 2), Column.Number("p", language.Say("p, Hamed–Rao", "p（Hamed–Rao）"), 4), Column.Number("p_plain", language.Say("p, independent", "p（独立）"), 4),
                Column.Number("slope", language.Say("Sen slope a year", "Sen斜率（每年）"), 4), Column.Number("low", language.Say("95 % from", "95%下限"), 4), Column.Number("high", language.Say("to", "上限"), 4),
                Column.Text("change", language.Say("Change after", "突变年份")), Column.Number("change_p", language.Say("p, Pettitt", "p（Pettitt）"), 4),
                Column.Number("cv", language.Say("s.d. of changes", "变动标准差"), 4), Column.Number("ratio", language.Say("over mean change", "与平均变动之比"), 1), Column.Number("turns", language.Say("Turns", "转向次数"), 0),
            ],
            All.Select(r => (object?[])
            [
                r.City.Name(language), r.Trend.Test.TauB, r.Trend.Test.P, r.Trend.Plain.P, r.Trend.Sen.Slope, r.Trend.Sen.Low, r.Trend.Sen.High, r.Trend.ChangeAfter?.ToString(Invariant), r.Trend.Change.P,
                r.Trend.Volatility.ChangeDeviation, r.Trend.Volatility.ChangeVariation, r.Trend.Volatility.Turns,
            ]),
            Notes);

    /// <summary>What a reader must know: methods, and cities whose series does not carry all of them.</summary>
    public ImmutableArray<string> Notes =>
    [
        string.Create(Invariant, $"Mann–Kendall, ties corrected, variance after Hamed and Rao with significant lags up to {Lags}; Sen's slope with 95 % interval; Pettitt's approximate p; s.d. with n − 1. {Years.Length} years, {Cities.Length} cities tested one by one, p-values not corrected for that."),
        .. All.Select(r => Weak(r.City, r.Trend)).OfType<string>(),
    ];

    private static string? Weak(City city, CityTrend t) =>
        (t.Test.N, t.Test.Missing, t.Plain.Variance) switch
        {
            ( < 2, _, _) => string.Create(Invariant, $"{city.NameEn}: {t.Test.N} values, so there is no trend, no change and no volatility."),
            (_, _, <= 0) => $"{city.NameEn}: all values are alike, so there is no test; slope and volatility are 0.",
            ( < Fewest, var missing, _) => string.Create(Invariant, $"{city.NameEn}: {t.Test.N} values ({missing} missing); under {Fewest} the p-values are rough, slope and volatility stand."),
            (_, > 0, _) => string.Create(Invariant, $"{city.NameEn}: {t.Test.Missing} missing; trend and change are of the other years, measures of changes from year to year are missing."),
            _ => null,
        };
}

/// <summary>Trend, change and volatility of a city.</summary>
/// <param name="Test">Mann–Kendall, corrected for autocorrelation.</param>
/// <param name="Plain">The same without that correction.</param>
/// <param name="Sen">Sen's slope.</param>
/// <param name="Change">Pettitt's test.</param>
/// <param name="ChangeAfter">The last year before the change; null where nothing changes.</param>
/// <param name="Volatility">Volatility.</param>
public sealed record CityTrend(TrendTest Test, TrendTest Plain, SenEstimate Sen, ChangePoint Change, int? ChangeAfter, Volatility Volatility);
