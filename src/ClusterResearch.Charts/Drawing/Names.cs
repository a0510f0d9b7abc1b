using ClusterResearch.Data;
using ClusterResearch.Indexing;

namespace ClusterResearch.Charts.Drawing;

/// <summary>How things are called in charts.</summary>
internal static class Names
{
    /// <summary>A city of a result or panel.</summary>
    /// <exception cref="KeyNotFoundException">No such city.</exception>
    public static City City(IndexResult result, string key)
    {
        _ = result.Indicators.Row(key, result.Period.First); // its message names the nearest city
        return result.Cities.First(c => c.Key == key);
    }

    /// <summary>What the scores of a result are called on an axis, with their range where they have one.</summary>
    public static string Score(IndexResult result, Language language)
    {
        var values = result.Tree.Indicators.SelectMany(i => result.Normalised.Column(i.Code).Values.ToArray()).Where(double.IsFinite);
        return values.All(v => v is >= 0 and <= 1) ? language.Say("score, 0–1", "得分（0—1）") : language.Say("score", "得分");
    }

    /// <summary>A node and the range of its scores.</summary>
    public static string Scored(IndexResult result, IndexNode node, Language language) =>
        language.Say($"{node.Name(language)} ({Score(result, language)})", node.Name(language) + Score(result, language));

    /// <summary>A title with its unit, as axes show it.</summary>
    public static string WithUnit(string title, string unit, Language language) =>
        unit is "1" or "" ? title : language.Say($"{title} ({Unit(unit, language)})", $"{title}（{Unit(unit, language)}）");

    /// <summary>A unit as readers write it.</summary>
    public static string Unit(string unit, Language language)
    {
        if (language == Language.English)
        {
            return unit.Replace("1e8", "10⁸", StringComparison.Ordinal).Replace("1e6", "10⁶", StringComparison.Ordinal)
                .Replace("1e4", "10⁴", StringComparison.Ordinal).Replace("km2", "km²", StringComparison.Ordinal).Replace("m2", "m²", StringComparison.Ordinal);
        }
        return Chinese.GetValueOrDefault(unit, unit);
    }

    private static readonly Dictionary<string, string> Chinese = new()
    {
        ["ratio"] = "比值", ["percentage points"] = "百分点", ["per 1000 persons"] = "每千人", ["previous year = 100"] = "上年=100",
        ["CNY"] = "元", ["1e4 CNY"] = "万元", ["1e8 CNY"] = "亿元", ["CNY/person"] = "元/人", ["1e4 CNY/person"] = "万元/人",
        ["1e6 USD"] = "百万美元", ["USD/person"] = "美元/人", ["persons"] = "人", ["1e4 persons"] = "万人", ["persons/km2"] = "人/平方公里",
        ["1e4 households"] = "万户", ["units"] = "个", ["units/1e4 persons"] = "个/万人", ["pieces"] = "件", ["pieces/1e4 persons"] = "件/万人",
        ["km2"] = "平方公里", ["m2/person"] = "平方米/人", ["t"] = "吨", ["1e4 t"] = "万吨", ["t/1e4 CNY"] = "吨/万元",
        ["1e4 kWh"] = "万千瓦时", ["kWh/CNY"] = "千瓦时/元",
    };
}
