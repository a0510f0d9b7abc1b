using ClusterResearch.Data;
using ClusterResearch.Indexing.Preparing;
using ClusterResearch.Indexing.Weighing;
using ClusterResearch.Statistics;
using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests.Indexing.Preparing;

/// <summary>The waste of Birch 2002 is a hundred times too high.</summary>
public sealed class OutlierReportTests
{
    [Fact]
    public void Of_a_table_that_was_not_treated()
    {
        using var study = Outlier();
        var report = OutlierReport.Of(study.Build(new() { Weighting = new EqualWeights() }).Indicators);
        Assert.Equal("Outliers and their treatment", report.Title);
        Assert.Equal(["WAS"], report.Rows.Where(r => (string?)r[5] == "yes").Select(r => (string?)r[0]));
        Assert.All(report.Rows, r => Assert.All(r.Skip(6), Assert.Null));
        Assert.Equal(["Skewness and excess kurtosis of type 2 (corrected for small samples: Excel, SAS, SPSS, COINr), over all city-years present. Outliers: |G₁| ≥ 2 and G₂ ≥ 3.5.", "No treatment was applied."], report.Notes);
    }

    [Fact]
    public void Before_and_after_with_every_place()
    {
        using var study = Outlier();
        var index = study.Build(new() { Treatment = new SkewnessWinsorising(), Weighting = new EqualWeights() });
        var report = OutlierReport.Of(index.Indicators);
        var was = report.Rows.Single(r => (string?)r[0] == "WAS");
        var (before, after) = (index.Measured.Column("WAS").ToArray(), index.Indicators.Column("WAS").ToArray());
        Assert.Equal(["WAS", "Waste per output", 16.0, Skewness.Of(before), Kurtosis.Of(before), "yes", "winsorised", 1.0, "Birch 2002: 27.619 → 0.5", Skewness.Of(after), Kurtosis.Of(after)], was.AsEnumerable());
        Assert.Equal(["no", "none", 0.0, null], report.Rows.Single(r => (string?)r[0] == "MON1").Skip(5).Take(4));
        Assert.StartsWith("Treatment: Winsorising by skewness and kurtosis (where", report.Notes[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_transform_is_named_and_Chinese_spoken()
    {
        using var study = Outlier();
        var index = study.Build(new() { Treatment = new BranchTreatment { ["MON1"] = new LogTransform { Shift = PositiveShift.One } }, Weighting = new EqualWeights() });
        var report = OutlierReport.Of(index.Indicators, Language.Chinese);
        Assert.StartsWith("logarithm of the value − ", (string?)report.Rows.Single(r => (string?)r[0] == "MON1")[6], StringComparison.Ordinal);
        Assert.Equal(("异常值及其处理", "有"), (report.Title, (string?)report.Rows.Single(r => (string?)r[0] == "WAS")[5]));
    }

    private static StudyFolder Outlier() => new StudyFolder().Panel("Birch,2002,210,82,33,6,58", "Birch,2002,210,82,33,6,5800");
}
