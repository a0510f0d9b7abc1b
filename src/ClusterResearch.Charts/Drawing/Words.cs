using ClusterResearch.Data;

namespace ClusterResearch.Charts.Drawing;

/// <summary>Charts in words.</summary>
internal static class Words
{
    /// <summary>What a chart of lines shows: how the chosen cities went, who was at the ends in the last year.</summary>
    public static string Describe(YearSeries series, string title, int decimals, Language language)
    {
        var years = series.Years.Where(y => series.Cities.Any(c => double.IsFinite(series.Value(c.Key, y)))).DefaultIfEmpty(series.Years[0]).ToArray();
        var (first, last) = (years[0].ToString(Invariant), years[^1].ToString(Invariant));
        var ways = series.Chosen.Select(key => series.Cities.First(c => c.Key == key)).Select(c =>
            $"{c.Name(language)} {Print(series.Value(c.Key, years[0]), decimals)} → {Print(series.Value(c.Key, years[^1]), decimals)}");
        var extremes = Extremes(series.Cities.Select(c => (c.Name(language), series.Value(c.Key, years[^1]))), decimals, language);
        var count = series.Cities.Length.ToString(Invariant);
        return language.Say(
            $"Line chart of {count} cities. {title}. From {first} to {last}: {string.Join(", ", ways)}. In {last}: {extremes}.",
            $"{count}个城市的折线图。{title}。{first}年至{last}年：{string.Join("，", ways)}。{last}年：{extremes}。");
    }

    /// <summary>The largest and the smallest of what is there.</summary>
    public static string Extremes(IEnumerable<(string Name, double Value)> values, int decimals, Language language)
    {
        var present = values.Where(v => double.IsFinite(v.Value)).OrderByDescending(v => v.Value).ToArray();
        return present switch
        {
            [] => language.Say("no figure", "无数据"),
            [var only] => $"{only.Name} ({Print(only.Value, decimals)})",
            [var high, .., var low] => language.Say(
                $"highest {high.Name} ({Print(high.Value, decimals)}), lowest {low.Name} ({Print(low.Value, decimals)})",
                $"最高{high.Name}（{Print(high.Value, decimals)}），最低{low.Name}（{Print(low.Value, decimals)}）"),
        };
    }

    /// <summary>Decimals that show about four digits of the largest value.</summary>
    public static int Decimals(IEnumerable<double> values)
    {
        var largest = values.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();
        return largest switch { >= 1000 => 0, >= 100 => 1, >= 10 => 2, >= 1 => 3, _ => 4 };
    }

    /// <summary>What the median of all cities is called.</summary>
    public static string MedianOf(int cities, Language language) => language.Say($"Median of {cities.ToString(Invariant)} cities", $"{cities.ToString(Invariant)}市中位数");

    /// <summary>What cities are called that are not named one by one.</summary>
    public static string Others(int cities, Language language) => language.Say($"{cities.ToString(Invariant)} other cities", $"其他{cities.ToString(Invariant)}市");

    /// <summary>A sentence on a count; null for none.</summary>
    public static string? Count(int count, Language language, string one, string many, string chinese) =>
        count == 0 ? null : language.Say(count == 1 ? one : many, chinese).Replace("{0}", count.ToString(Invariant), StringComparison.Ordinal);

    public static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>What is shown, and when.</summary>
    public static string Titled(string what, int year, Language language) => Titled(what, year.ToString(Invariant), language);

    /// <summary>What is shown, and in which years.</summary>
    public static string Titled(string what, string when, Language language) => language.Say($"{what}, {when}", $"{what}，{when}年");

    public static string Print(double value, int decimals) => double.IsFinite(value) ? Fixed(value, decimals) : "–";
}
