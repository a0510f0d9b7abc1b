using ClusterResearch.Findings;
using ClusterResearch.Indexing;
using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests.Indexing;

/// <summary>Measuring indicators: what cannot be measured, and what is.</summary>
public sealed class IndicatorTableTests
{
    private static readonly Broken[] Faults =
    [
        new("division by zero", s => s.Panel("Birch,2002,210", "Birch,2002,0").BuildFindings(), """
            CR3101 division-by-zero  study/index.csv:5
              found:    “MON1” divides by zero in 1 city-year, first Birch 2002 (study/panel.csv:7)
              expected: a denominator other than zero
              way out:  correct the figure, or leave it empty if it is missing
            CR3101 division-by-zero  study/index.csv:13
              found:    “WAS” divides by zero in 1 city-year, first Birch 2002 (study/panel.csv:7)
              expected: a denominator other than zero
              way out:  correct the figure, or leave it empty if it is missing
            """),
        new("a negative power of zero", s => s.Panel("Birch,2002,210,82,33,6", "Birch,2002,210,82,33,0").Index("waste / output", "waste * students ^ -1").BuildFindings(), """
            CR3101 division-by-zero  study/index.csv:13
              found:    “WAS” divides by zero in 1 city-year, first Birch 2002 (study/panel.csv:7)
              expected: a denominator other than zero
              way out:  correct the figure, or leave it empty if it is missing
            """),
        new("a logarithm of zero and of a negative number", s => s.Panel("Birch,2002,210,82,33", "Birch,2002,210,82,0").Panel("Cedar,2003,60,41,5", "Cedar,2003,60,41,-5").Index("budget / output * 100", "log(budget)").BuildFindings(), """
            CR3102 logarithm-of-nonpositive  study/index.csv:5
              found:    “MON1” takes the logarithm of a number that is not positive in 2 city-years, first Birch 2002 (study/panel.csv:7)
              expected: a positive number
              way out:  use a formula that stays positive, or leave the figure empty if it is missing
            """),
        new("a root of a negative number", s => s.Index("waste / output", "(waste - 21) ^ 0.5").BuildFindings(), """
            CR3105 not-a-number  study/index.csv:13
              found:    “WAS” takes a root of a negative number in 1 city-year, first Alder 2001 (study/panel.csv:2)
              expected: a power that is a real number
              way out:  use a formula whose powers have a positive base, or leave the figure empty if it is missing
            """),
        new("a number beyond all bounds", s => s.Index("waste / output", "10 ^ (waste * 6)").BuildFindings(), """
            CR3105 not-a-number  study/index.csv:13
              found:    “WAS” is larger than any number in 4 city-years, first Birch 2001 (study/panel.csv:6)
              expected: a result below 1.8e308
              way out:  correct the figure or the formula
            """),
        new("no value at all", s => s.Index("waste / output", "\"lag(waste, 4)\"").BuildFindings(), """
            CR3104 no-values  study/index.csv:13
              found:    “WAS” has no value at all in the chosen cities and years
              expected: at least two different values
              way out:  remove the indicator, or choose years in which its variables exist
            """),
        new("several indicators at once", s => s.Panel("Birch,2002,210,82,33,6", "Birch,2002,210,82,33,0").Index("waste / output", "\"lag(waste, 4)\"").Index("output / workers", "output / students").BuildFindings(), """
            CR3101 division-by-zero  study/index.csv:11
              found:    “PRD1” divides by zero in 1 city-year, first Birch 2002 (study/panel.csv:7)
              expected: a denominator other than zero
              way out:  correct the figure, or leave it empty if it is missing
            CR3104 no-values  study/index.csv:13
              found:    “WAS” has no value at all in the chosen cities and years
              expected: at least two different values
              way out:  remove the indicator, or choose years in which its variables exist
            """),
    ];

    [Theory, MemberData(nameof(FaultNames))]
    public void A_fault_is_found_and_nothing_written(string name) => Broken.Check(Faults, name);

    [Fact]
    public void Formulas_see_the_whole_panel_but_the_table_holds_the_chosen_cities_and_years()
    {
        using var study = new StudyFolder();
        var design = study.Index("waste / output", "waste / sum(waste) + lag(output)").Open().Index("index");
        var table = IndicatorTable.Measure(design, ["Birch", "Alder"], new Period(2002, 2003));
        Assert.Equal(["Birch", "Alder"], table.Cities.Select(c => c.Key));
        Assert.Equal(4, table.Column("WAS").Length);
        // waste 2002: 22 + 58 + 26 + 31 = 137; output of Birch in 2001: 200
        Assert.Equal(58.0 / 137 + 200, table["WAS", "Birch", 2002], 1e-12);
        Assert.Equal(("Birch", 2003), (table.At(1).City.Key, table.At(1).Year));
        Assert.Equal(3, table.Row("Alder", 2003));
    }

    [Fact]
    public void Sums_over_cities_say_in_which_years_they_leave_some_out()
    {
        using var study = new StudyFolder();
        var design = study.Panel("Birch,2002,210,82,33,6,58", "Birch,2002,210,82,33,6,").Panel("Cedar,2002,55,41,5,2,26", "Cedar,2002,55,41,5,2,").Index("waste / output", "share(waste)").Open().Index("index");
        Assert.Equal(["WAS 2002: sums over cities leave out 2 of 4 for want of figures."], IndicatorTable.Measure(design).Notes);
        Assert.Empty(IndicatorTable.Measure(design, period: new Period(2003, 2004)).Notes);
        Assert.Equal(22.0 / (22 + 31), IndicatorTable.Measure(design)["WAS", "Alder", 2002], 1e-12);
    }

    [Fact]
    public void Divisions_by_zero_outside_the_chosen_years_stand_in_the_notes()
    {
        using var study = new StudyFolder();
        var design = study.Panel("Birch,2001,200,", "Birch,2001,0,").Index("waste / output", "waste / lag(output)").Open().Index("index");
        Assert.Throws<FindingsException>(() => IndicatorTable.Measure(design, period: new Period(2002, 2002)));
        var table = IndicatorTable.Measure(study.Index("waste / lag(output)", "lag(waste / output)").Open().Index("index"), period: new Period(2002, 2002));
        Assert.True(double.IsNaN(table["WAS", "Birch", 2002]));
        Assert.Equal(
            ["WAS: the formula has no value in 1 city-years outside the chosen ones, first Birch 2001 (STUDY/panel.csv:6); what looks back to them or sums over them does without."],
            table.Notes.Where(n => n.StartsWith("WAS", StringComparison.Ordinal)).Select(n => System.Text.RegularExpressions.Regex.Replace(n, @"\(.*?/panel", "(STUDY/panel", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1))));
    }

    [Fact]
    public void A_city_named_twice_counts_once()
    {
        using var study = new StudyFolder();
        Assert.Equal(["Birch", "Alder"], IndicatorTable.Measure(study.Open().Index("index"), ["Birch", "Alder", "Birch"]).Cities.Select(c => c.Key));
    }

    [Fact]
    public void An_unknown_city_or_year_is_named_with_what_there_is()
    {
        using var study = new StudyFolder();
        var table = IndicatorTable.Measure(study.Open().Index("index"), period: new Period(2002, 2003));
        Assert.Equal("Brich 2002 is not in this index: 4 cities, 2002–2003. did you mean “Birch”?", Assert.Throws<KeyNotFoundException>(() => table.Row("Brich", 2002)).Message);
        Assert.Equal("Birch 2004 is not in this index: 4 cities, 2002–2003.", Assert.Throws<KeyNotFoundException>(() => table.Row("Birch", 2004)).Message);
    }

    [Fact]
    public void The_code_of_a_dimension_is_refused_with_the_indicators_below_it()
    {
        using var study = new StudyFolder();
        var table = IndicatorTable.Measure(study.Open().Index("index"));
        var finding = Assert.Throws<FindingsException>(() => table.Column("MON")).Findings.Single();
        Assert.Equal("the code “MON” of a node that is no indicator", finding.Found);
        Assert.Equal("take one of the indicators below it: MON1, MON2", finding.WayOut);
    }

    public static IEnumerable<TheoryDataRow<string>> FaultNames() => Broken.Names(Faults);
}
