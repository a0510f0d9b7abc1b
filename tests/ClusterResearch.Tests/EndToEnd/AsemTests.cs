using ClusterResearch.Indexing;
using ClusterResearch.Indexing.Normalising;
using ClusterResearch.Indexing.Preparing;
using ClusterResearch.Indexing.Weighing;

namespace ClusterResearch.Tests.EndToEnd;

/// <summary>The ASEM Sustainable Connectivity example as COINr computes it: 51 countries, 49 indicators, four levels.</summary>
/// <remarks>
/// From the raw table: divided by size, filled with the mean of the unit's group, treated, put on 0 to 100 with direction, averaged over the
/// tree; every stage is compared. And from the normalised table alone. The tables are not ours to pass on, so they are read where they lie
/// beside the checkout.
/// </remarks>
public sealed class AsemTests
{
    private const double Close = 1e-9;

    [Theory]
    [InlineData("asem_raw.csv")]
    [InlineData("asem_denominated.csv")]
    [InlineData("asem_imputed.csv")]
    [InlineData("asem_treated.csv")]
    [InlineData("asem_normalised.csv")]
    public void Every_cell_of_every_stage_agrees_to_1e_9(string file)
    {
        Assert.SkipWhen(AsemTables.Folder is null, AsemTables.Absent);
        var index = FromRaw();
        var (denominated, imputed) = (index.Indicators.Before!.Before!, index.Indicators.Before!);
        var table = file switch { "asem_raw.csv" => index.Measured, "asem_denominated.csv" => denominated, "asem_imputed.csv" => imputed, _ => index.Indicators };
        var rows = AsemTables.Rows(file);
        foreach (var row in rows)
        {
            foreach (var code in AsemTables.Indicators)
            {
                var (city, expected) = (row["uCode"], AsemTables.Number(row[code]));
                var actual = file == "asem_normalised.csv" ? index.Score(city, 2018, code) : table[code, city, 2018];
                Assert.True(expected.Equals(actual) || Math.Abs(actual - expected) <= Close * Math.Max(1, Math.Abs(expected)), FormattableString.Invariant($"{city} {code}: {actual:R} instead of {expected:R}"));
            }
        }
        Assert.Equal(51, rows.Length);
    }

    [Fact]
    public void What_was_filled_is_marked_and_nothing_else()
    {
        Assert.SkipWhen(AsemTables.Folder is null, AsemTables.Absent);
        var index = FromRaw();
        var missing = AsemTables.Rows("asem_denominated.csv").SelectMany(r => AsemTables.Indicators.Where(i => double.IsNaN(AsemTables.Number(r[i]))).Select(i => (i, r["uCode"]))).ToHashSet();
        Assert.NotEmpty(missing);
        Assert.Equal(missing, index.Indicators.Filled.Select(f => (f.Code, f.City.Key)).ToHashSet());
    }

    [Fact]
    public void Every_detail_of_the_treatment_agrees()
    {
        Assert.SkipWhen(AsemTables.Folder is null, AsemTables.Absent);
        var report = OutlierReport.Of(FromRaw().Indicators);
        double Cell(string code, string key) => (double)report.Rows.Single(r => (string?)r[0] == code)[report.Columns.Select(c => c.Key).ToList().IndexOf(key)]!;
        foreach (var row in AsemTables.Rows("asem_treat_details.csv"))
        {
            var (code, after) = (row["iCode"], row["check_SkewKurt0.Pass"] == "TRUE" ? "0" : "1");
            Assert.Equal(AsemTables.Number(row["check_SkewKurt0.Skew"]), Cell(code, "skewness"), Close);
            Assert.Equal(AsemTables.Number(row["check_SkewKurt0.Kurt"]), Cell(code, "kurtosis"), Close);
            Assert.Equal(after == "0" ? 0 : AsemTables.Number(row["winsorise.nwin"]), Cell(code, "winsorised"));
            Assert.Equal(AsemTables.Number(row[$"check_SkewKurt{after}.Skew"]), Cell(code, "skewness_after"), Close);
            Assert.Equal(AsemTables.Number(row[$"check_SkewKurt{after}.Kurt"]), Cell(code, "kurtosis_after"), Close);
        }
        Assert.Equal(15, report.Rows.Count(r => (string?)r[5] == "yes"));
    }

    [Theory, InlineData(true), InlineData(false)]
    public void Every_node_agrees_to_1e_9(bool fromRaw)
    {
        Assert.SkipWhen(AsemTables.Folder is null, AsemTables.Absent);
        var (index, scale) = fromRaw ? (FromRaw(), 1) : (FromNormalised(), 100);
        var compared = 0;
        foreach (var file in new[] { "asem_aggregated.csv", "asem_results_aggs.csv" })
        {
            foreach (var row in AsemTables.Rows(file))
            {
                foreach (var (code, text) in row.Where(c => index.Tree.Nodes.Any(n => n.Code == c.Key)))
                {
                    Assert.Equal(AsemTables.Number(text), scale * index.Score(row["uCode"], 2018, code), Close);
                    compared++;
                }
            }
        }
        Assert.Equal(51 * (60 + 11), compared);
    }

    [Theory, InlineData(true), InlineData(false)]
    public void Every_rank_agrees(bool fromRaw)
    {
        Assert.SkipWhen(AsemTables.Folder is null, AsemTables.Absent);
        var index = fromRaw ? FromRaw() : FromNormalised();
        foreach (var row in AsemTables.Rows("asem_results_ranks.csv"))
        {
            foreach (var (code, text) in row.Where(c => c.Key != "uCode"))
            {
                Assert.Equal(AsemTables.Number(text), index.Rank(row["uCode"], 2018, code));
            }
        }
    }

    /// <summary>Goalposts 0 and 100 leave the values as they are, divided by 100.</summary>
    private static IndexResult FromNormalised()
    {
        using var study = AsemTables.Study("asem_normalised.csv", [], directed: false);
        return study.Build(new() { Normalisation = new GoalpostsNormalisation { Clip = false }, Weighting = new EqualWeights() });
    }

    private static IndexResult FromRaw()
    {
        using var study = AsemTables.Study("asem_iData.csv", AsemTables.Denominators, directed: true);
        var divided = AsemTables.Tree.Where(r => r["Denominator"] is not ("" or "NA"));
        var groups = AsemTables.Rows("asem_iData.csv");
        return study.Build(new()
        {
            Denomination = Denomination.By(divided.ToDictionary(r => r["iCode"], r => r["Denominator"])),
            Imputation = new MeanImputation { Groups = CityGroups.Of(groups.ToDictionary(r => r["uCode"], r => r["EurAsia_group"])) },
            Treatment = new SkewnessWinsorising(),
            Normalisation = new MinMax { To = (0, 100) },
            Weighting = new EqualWeights(),
        });
    }
}
