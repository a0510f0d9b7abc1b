using ClusterResearch.Data;
using ClusterResearch.Statistics;
using ClusterResearch.Tables;

namespace ClusterResearch.Indexing.Preparing;

/// <summary>Which indicators have outliers, and what a treatment did about them.</summary>
/// <remarks>
/// <para>Per indicator, over all n·T city-years present: skewness and excess kurtosis, both corrected for small samples (type 2, G₁ and
/// G₂), before the treatment and after it; how many values were winsorised and which. An indicator counts as having outliers where
/// |G₁| ≥ 2 and G₂ ≥ 3.5, the limits of the JRC's COIN Tool. Of a table that was not treated the columns "after" are empty.</para>
/// <para><b>Source</b> OECD/JRC, Handbook on Constructing Composite Indicators (2008), step “normalisation of data”.</para>
/// <para><b>Verification</b> the details of treatment that COINr 1.1.14 gives for its ASEM example: tests/ClusterResearch.Tests/EndToEnd/AsemTests.cs.</para>
/// </remarks>
/// <example><code>
/// OutlierReport.Of(index.Indicators)
/// </code></example>
public static class OutlierReport
{
    private const double SkewnessLimit = 2;
    private const double KurtosisLimit = 3.5;

    /// <summary>One row per indicator.</summary>
    /// <param name="indicators">The table after its treatment, or one that was not treated.</param>
    /// <param name="language">Language of title, headers and names; notes are in English.</param>
    public static Table Of(IndicatorTable indicators, Language language = Language.English)
    {
        var treated = Treated(indicators);
        var rows = (treated ?? indicators).Design.Tree.Indicators.Select(n => Row(treated, indicators, n, language));
        return new(
            language.Say("Outliers and their treatment", "异常值及其处理"),
            [
                Column.Text("code", language.Say("Code", "代码")),
                Column.Text("name", language.Say("Name", "名称")),
                Column.Number("n", language.Say("Values", "数据个数"), 0),
                Column.Number("skewness", language.Say("Skewness G₁", "偏度G₁"), 2),
                Column.Number("kurtosis", language.Say("Excess kurtosis G₂", "超额峰度G₂"), 2),
                Column.Text("outliers", language.Say("Outliers", "异常值")),
                Column.Text("treatment", language.Say("Treatment", "处理")),
                Column.Number("winsorised", language.Say("Winsorised", "缩尾个数"), 0),
                Column.Text("where", language.Say("Where, from → to", "位置及前后数值")),
                Column.Number("skewness_after", language.Say("Skewness after", "处理后偏度"), 2),
                Column.Number("kurtosis_after", language.Say("Excess kurtosis after", "处理后峰度"), 2),
            ],
            rows,
            [
                string.Create(Invariant, $"Skewness and excess kurtosis of type 2 (corrected for small samples: Excel, SAS, SPSS, COINr), over all city-years present. Outliers: |G₁| ≥ {SkewnessLimit} and G₂ ≥ {KurtosisLimit}."),
                treated is null ? "No treatment was applied." : $"Treatment: {treated.Step}.",
            ]
        );
    }

    /// <summary>The table that came out of the treatment; null if there was none.</summary>
    private static IndicatorTable? Treated(IndicatorTable? table) => table is null or { Treated: not null } ? table : Treated(table.Before);

    private static object?[] Row(IndicatorTable? treated, IndicatorTable indicators, IndexNode node, Language language)
    {
        var before = (treated?.Before ?? indicators).Column(node.Code);
        var (skewness, kurtosis) = (Skewness.Of(before.Span), Kurtosis.Of(before.Span));
        var outliers = !SkewnessWinsorising.IsOrdinary(skewness, kurtosis, SkewnessLimit, KurtosisLimit);
        object?[] measured =
        [
            node.Code, node.Name(language), before.ToArray().Count(v => !double.IsNaN(v)), skewness, kurtosis,
            outliers ? language.Say("yes", "有") : language.Say("no", "无"),
        ];
        if (treated?.Treated![node.Code] is not { } column)
        {
            return [.. measured, null, null, null, null, null];
        }
        var what = column.Transform?.Words ?? (column.Rows.IsEmpty ? language.Say("none", "无") : language.Say("winsorised", "缩尾"));
        return [.. measured, what, column.Rows.Length, column.Rows.IsEmpty ? null : Where(treated, before.Span, column), Skewness.Of(column.Values), Kurtosis.Of(column.Values)];
    }

    private static string Where(IndicatorTable treated, ReadOnlySpan<double> before, TreatedColumn column)
    {
        var places = new List<string>();
        foreach (var row in column.Rows)
        {
            var (city, year) = treated.At(row);
            places.Add(string.Create(Invariant, $"{city.NameEn} {year}: {before[row]:G6} → {column.Values[row]:G6}"));
        }
        return string.Join("; ", places);
    }
}
