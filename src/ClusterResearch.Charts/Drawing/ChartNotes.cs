using ClusterResearch.Data;
using ClusterResearch.Indexing;

namespace ClusterResearch.Charts.Drawing;

/// <summary>The note under a chart of an index.</summary>
internal static class ChartNotes
{
    /// <summary>More missing scores than this are counted, not named.</summary>
    private const int MostNames = 4;

    /// <summary>The sentences that apply, then method, variants, sample and missing figures of the year or of all years.</summary>
    public static string Of(IndexResult result, int? year, Language language, params IEnumerable<string?> sentences)
    {
        var (cities, years) = (result.Cities.Length.ToString(Invariant), result.Period.ToString());
        var sample = language.Say($"{cities} cities, {years}.", $"{cities}个城市，{years}年。");
        return Join([.. sentences, Method(result, language), sample, Filled(result, year, language), Missing(result, year, language)]);
    }

    /// <summary>What a reader of the chart must know; the notes of the table have the whole recipe.</summary>
    private static string Method(IndexResult result, Language language)
    {
        var (recipe, separator) = (result.Recipe, language.Say("; ", "；"));
        var cards = string.Join(separator, (IEnumerable<MethodCard>)[.. result.Indicators.Cards, recipe.Normalisation.Card, recipe.Weighting.Card, recipe.Aggregation.Card]);
        return language.Say($"Method: {cards}.", $"方法：{cards}。");
    }

    public static string Join(params IEnumerable<string?> sentences) => string.Join(" ", sentences.Where(s => !string.IsNullOrEmpty(s)));

    /// <summary>How many values are estimates; the method stands among the cards.</summary>
    private static string? Filled(IndexResult result, int? year, Language language)
    {
        var all = (result.Tree.Indicators.Length * result.Cities.Length * (year is null ? result.Period.Count : 1)).ToString(Invariant);
        return Words.Count(result.Indicators.Filled.Count(f => year is null || f.Year == year), language,
            $"1 of {all} indicator values was missing and is filled in.", $"{{0}} of {all} indicator values were missing and are filled in.", $"{all}个指标值中有{{0}}个为填补值。");
    }

    private static string? Missing(IndexResult result, int? year, Language language)
    {
        var touched = result.Reweightings.Where(r => year is null || r.Year == year).ToLookup(r => double.IsNaN(result.Score(r.City.Key, r.Year, r.Node.Code)));
        var partial = Words.Count(
            touched[false].Count(),
            language,
            "1 score rests on a part of its indicators because figures are missing.",
            "{0} scores rest on a part of their indicators because figures are missing.",
            "{0}个得分因数据缺失仅依据部分指标。"
        );
        return Join(partial, Dropped([.. touched[true]], language));
    }

    /// <summary>Scores that are missing: by name if few.</summary>
    private static string? Dropped(Reweighting[] missing, Language language)
    {
        var names = missing.Take(MostNames).Select(m => string.Create(Invariant, $"{m.Node.Name(language)} ({m.City.Name(language)} {m.Year})"));
        return missing.Length is > 0 and <= MostNames
            ? language.Say($"No score for want of figures: {string.Join(", ", names)}.", $"因数据缺失无得分：{string.Join("，", names)}。")
            : Words.Count(missing.Length, language, "", "{0} scores are missing for want of figures.", "{0}个得分因数据缺失而空缺。");
    }
}
