using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests.Data;

/// <summary>Figures by city and year.</summary>
public sealed class PanelReaderTests
{
    private static readonly Broken[] Faults =
    [
        new("a city-year twice", s => s.Panel("Birch,2002", "Birch,2001").Findings(), """
            CR1113 missing-row  study/panel.csv
              found:    no row for Birch 2002
              expected: one row for every city and year
              way out:  add the row; leave its cells empty if the figures are missing
            CR1108 duplicate-key  study/panel.csv:7:1
              found:    Birch 2001 a second time
              expected: Birch 2001 once (it stands in line 6)
              way out:  remove one of the two rows
            """),
        new("a city-year twice in reordered columns", s => s.With("panel.csv", Reordered(s.Text("panel.csv").Replace("Birch,2002", "Birch,2001"))).Findings(), """
            CR1113 missing-row  study/panel.csv
              found:    no row for Birch 2002
              expected: one row for every city and year
              way out:  add the row; leave its cells empty if the figures are missing
            CR1108 duplicate-key  study/panel.csv:7:21
              found:    Birch 2001 a second time
              expected: Birch 2001 once (it stands in line 6)
              way out:  remove one of the two rows
            """),
        new("an unknown city", s => s.Panel("Birch,2002", "Brich,2002").Findings(), """
            CR1110 unknown-city  study/panel.csv:7:1
              found:    the city “Brich”
              expected: a city of study/cities.csv
              way out:  did you mean “Birch”? or add the city to study/cities.csv
            """),
        new("an unknown city in many rows", s => s.With("panel.csv", SoundStudy.Panel.Replace("Birch", "Larch")).Findings(), """
            CR1110 unknown-city  study/panel.csv:6:1
              found:    the city “Larch”
              expected: a city of study/cities.csv
              way out:  correct the name, or add the city to study/cities.csv
            """),
        new("a missing city-year", s => s.Panel("Birch,2002,210,82,33,6,58\n", "").Findings(), """
            CR1113 missing-row  study/panel.csv
              found:    no row for Birch 2002
              expected: one row for every city and year
              way out:  add the row; leave its cells empty if the figures are missing
            """),
        new("a missing year", s => s.With("panel.csv", string.Join('\n', SoundStudy.Panel.Split('\n').Where(l => !l.Contains(",2002,")))).Findings(), """
            CR1113 missing-row  study/panel.csv
              found:    no row for the year 2002, though earlier and later years have rows
              expected: one row for every city and year
              way out:  correct the year if one is mistyped, or add the rows
            """),
        new("a year far off", s => s.Panel("Birch,2004", "Birch,9999").Findings(), """
            CR1113 missing-row  study/panel.csv
              found:    no row for the years 2005 to 9998, though earlier and later years have rows
              expected: one row for every city and year
              way out:  correct the year if one is mistyped, or add the rows
            CR1113 missing-row  study/panel.csv
              found:    no row for Alder 9999
              expected: one row for every city and year
              way out:  add the row; leave its cells empty if the figures are missing
            CR1113 missing-row  study/panel.csv
              found:    no row for Birch 2004
              expected: one row for every city and year
              way out:  add the row; leave its cells empty if the figures are missing
            CR1113 missing-row  study/panel.csv
              found:    no row for Cedar 9999
              expected: one row for every city and year
              way out:  add the row; leave its cells empty if the figures are missing
            CR1113 missing-row  study/panel.csv
              found:    no row for Dogwood 9999
              expected: one row for every city and year
              way out:  add the row; leave its cells empty if the figures are missing
            """),
        new("a year that is none", s => s.Panel("Birch,2002", "Birch,02").Findings(), """
            CR1112 not-a-year  study/panel.csv:7:7
              found:    “02”
              expected: a year such as 2010
              way out:  write the year with four digits
            """),
        new("a year with a decimal", s => s.Panel("Birch,2002", "Birch,2002.0").Findings(), """
            CR1112 not-a-year  study/panel.csv:7:7
              found:    “2002.0”
              expected: a year such as 2010
              way out:  write the year with four digits
            """),
        new("an empty city", s => s.Panel("Birch,2002", ",2002").Findings(), """
            CR1109 empty-cell  study/panel.csv:7:1
              found:    nothing in the column “city”
              expected: a value
              way out:  fill the cell
            """),
        new("below the minimum", s => s.Panel("Birch,2002,210", "Birch,2002,-1").Findings(), """
            CR1111 out-of-range  study/panel.csv:7:12
              found:    -1 in the column “output”
              expected: at least 0
              way out:  correct the number, or the constraint in datapackage.json
            """),
        new("above the maximum", s => s.Panel("Birch,2002,210", "Birch,2002,1000.5").Findings(), """
            CR1111 out-of-range  study/panel.csv:7:12
              found:    1000.5 in the column “output”
              expected: at most 1000
              way out:  correct the number, or the constraint in datapackage.json
            """),
        new("only a header", s => s.With("panel.csv", SoundStudy.Panel.Split('\n')[0] + "\n").Findings(), """
            CR1002 file-empty  study/panel.csv
              found:    a header line and no rows
              expected: at least one row
              way out:  add the rows, or restore the file
            """),
        new("several faults at once, in order", s => s.Panel("Cedar,2003,60,41", "Cedar,2003,60,x").Panel("Birch,2002,210,82", "Birch,2002,-5,\"8,2\"").Replace("cities.csv", "雪松市", "雪松市,").Replace("breaks.csv", "waste,2003", "waste,MMIII").Findings(), """
            CR1112 not-a-year  study/breaks.csv:2:7
              found:    “MMIII”
              expected: a year such as 2010
              way out:  write the year with four digits
            CR1104 ragged-row  study/cities.csv:4
              found:    6 cells
              expected: 5 cells as in the header
              way out:  quote a cell that holds a comma, or remove the surplus cell
            """),
        new("faults of several files at once, in order", s => s.Panel("Cedar,2003,60,41", "Cedar,2003,60,x").Panel("Birch,2002,210,82", "Birch,2002,-5,\"8,2\"").Replace("breaks.csv", "waste,2003", "waste,MMIII").Index("lower,t/1e4", "lowest,t/1e4").Findings(), """
            CR1112 not-a-year  study/breaks.csv:2:7
              found:    “MMIII”
              expected: a year such as 2010
              way out:  write the year with four digits
            CR3006 bad-direction  study/index.csv:13:33
              found:    the direction “lowest”
              expected: higher, lower, target T or range A..B with A below B
              way out:  for example: higher, target 100, range 0.6..0.75
            CR1111 out-of-range  study/panel.csv:7:12
              found:    -5 in the column “output”
              expected: at least 0
              way out:  correct the number, or the constraint in datapackage.json
            CR1106 decimal-comma  study/panel.csv:7:15
              found:    “8,2” in the column “workers”
              expected: a point before the decimals and nothing between thousands
              way out:  write 1234.5 instead of 1234,5 or 1,234.5
            CR1105 text-in-number  study/panel.csv:12:15
              found:    “x” in the column “workers”
              expected: a number such as 1234.5, or an empty cell for missing
              way out:  write the number without spaces, signs of percent or words; leave the cell empty if it is missing
            """),
    ];

    [Theory, MemberData(nameof(FaultNames))]
    public void A_fault_is_found_and_nothing_written(string name) => Broken.Check(Faults, name);

    private static string Reordered(string panel) =>
        string.Join('\n', panel.Split('\n').Select(l => l.Split(',') is [var city, var year, .. var rest] ? $"{year},{string.Join(',', rest)},{city}" : l));

    public static IEnumerable<TheoryDataRow<string>> FaultNames() => Broken.Names(Faults);
}
