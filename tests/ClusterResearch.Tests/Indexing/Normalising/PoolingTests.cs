using ClusterResearch.Indexing;
using ClusterResearch.Indexing.Normalising;
using ClusterResearch.Indexing.Weighing;
using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests.Indexing.Normalising;

/// <summary>Which city-years set a scale.</summary>
public sealed class PoolingTests
{
    private static readonly Broken[] Faults =
    [
        new("a base year outside the period", s => s.BuildFindings(With(Pooling.BaseYear(1999))), """
            CR3501 base-year  study/index.csv
              found:    1999 as base year
              expected: a year of the index, 2001–2004
              way out:  choose another base year, or widen the period
            """),
        new("constant in one year", s => s.Index("waste / output", "\"waste * lag(waste, 1) / lag(waste, 1)\"").Panel("Alder,2002,110,50,12,5,22", "Alder,2002,110,50,12,5,58").Panel("Cedar,2002,55,41,5,2,26", "Cedar,2002,55,41,5,2,58").Panel("Dogwood,2002,160,62,23,9,31", "Dogwood,2002,160,62,23,9,58")
            .BuildFindings(With(Pooling.PerYear)), """
            CR3103 constant-column  study/index.csv:13
              found:    “WAS” is 58 in all 4 city-years that have a value in 2002
              expected: an indicator that varies: a constant one has no minimum-to-maximum range, no standard deviation and no information
              way out:  remove the indicator, widen the period or the cities, or use goalposts with equal or given weights
            """),
        new("a base year without figures", s => s.Index("waste / output", "\"waste - lag(waste, 1)\"").BuildFindings(With(Pooling.BaseYear(2001))), """
            CR3103 constant-column  study/index.csv:13
              found:    “WAS” has no value in 2001
              expected: an indicator that varies: a constant one has no minimum-to-maximum range, no standard deviation and no information
              way out:  remove the indicator, widen the period or the cities, or use goalposts with equal or given weights
            """),
    ];

    [Theory, MemberData(nameof(FaultNames))]
    public void A_fault_is_found_and_nothing_written(string name) => Broken.Check(Faults, name);

    [Fact]
    public void Each_year_on_its_own_is_what_each_year_gives_alone()
    {
        using var study = new StudyFolder();
        var design = study.Open().Index("index");
        var perYear = new MinMax { Pooling = Pooling.PerYear }.Normalise(IndicatorTable.Measure(design));
        foreach (var year in Enumerable.Range(2001, 4))
        {
            var alone = new MinMax().Normalise(IndicatorTable.Measure(design, period: new Period(year, year)));
            Assert.Equal(alone.Column("MON1").Values.ToArray(), Enumerable.Range(0, 4).Select(c => perYear.Column("MON1").Values.Span[c * 4 + year - 2001]));
            Assert.Contains(("minimum " + year.ToString(System.Globalization.CultureInfo.InvariantCulture), alone.Column("MON1").Parameters[0].Value), perYear.Column("MON1").Parameters);
        }
    }

    [Fact]
    public void A_base_year_sets_the_scale_for_all_years()
    {
        using var study = new StudyFolder();
        var table = IndicatorTable.Measure(study.Open().Index("index"));
        var based = new MinMax { Pooling = Pooling.BaseYear(2002) }.Normalise(table).Column("PRD1");
        var (low, high) = (table["PRD1", "Cedar", 2002], table["PRD1", "Dogwood", 2002]);
        Assert.Equal([("minimum", low), ("maximum", high)], based.Parameters);
        Assert.Equal((table["PRD1", "Birch", 2004] - low) / (high - low), based.Values.Span[table.Row("Birch", 2004)], 1e-14);
        var z = new ZScore { Pooling = Pooling.BaseYear(2002) }.Normalise(table).Column("PRD1");
        Assert.Equal(0, Enumerable.Range(0, 4).Average(c => z.Values.Span[c * 4 + 1]), 1e-14);
    }

    [Fact]
    public void A_year_without_any_figure_stays_missing()
    {
        using var study = new StudyFolder();
        var table = IndicatorTable.Measure(study.Index("waste / output", "\"waste - lag(waste, 1)\"").Open().Index("index"));
        var waste = new MinMax { Pooling = Pooling.PerYear }.Normalise(table).Column("WAS").Values.ToArray();
        Assert.Equal(4, waste.Count(double.IsNaN));
        Assert.All(Enumerable.Range(0, 4), c => Assert.True(double.IsNaN(waste[c * 4])));
    }

    [Fact]
    public void Said_in_words_and_compared_by_content()
    {
        Assert.Equal(Pooling.BaseYear(2005), Pooling.BaseYear(2005));
        Assert.NotEqual(Pooling.BaseYear(2005), Pooling.BaseYear(2006));
        Assert.Equal(["pooled over all city-years", "each year on its own", "scale of 2005"], new[] { Pooling.Panel, Pooling.PerYear, Pooling.BaseYear(2005) }.Select(p => p.ToString()));
    }

    public static IEnumerable<TheoryDataRow<string>> FaultNames() => Broken.Names(Faults);

    private static IndexRecipe With(Pooling pooling) => new() { Normalisation = new MinMax { Pooling = pooling }, Weighting = new EqualWeights() };
}
