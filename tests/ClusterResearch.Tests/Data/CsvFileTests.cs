using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests.Data;

/// <summary>CSV that is not plain RFC 4180 with commas; what is plain is read with the right lines.</summary>
public sealed class CsvFileTests
{
    private static readonly Broken[] Faults =
    [
        new("a row that is too short", s => s.Panel("Birch,2002,210,82,33,6,58", "Birch,2002,210,82,33,6").Findings(), """
            CR1104 ragged-row  study/panel.csv:7
              found:    6 cells
              expected: 7 cells as in the header
              way out:  add the missing cells; a missing value is an empty cell
            """),
        new("a row that is too long", s => s.Panel("Birch,2002,210,82,33,6,58", "Birch,2002,210,82,33,6,58,").Findings(), """
            CR1104 ragged-row  study/panel.csv:7
              found:    8 cells
              expected: 7 cells as in the header
              way out:  quote a cell that holds a comma, or remove the surplus cell
            """),
        new("thousands separators without quotes", s => s.Panel("Birch,2002,210,", "Birch,2002,1,210,").Findings(), """
            CR1104 ragged-row  study/panel.csv:7
              found:    8 cells
              expected: 7 cells as in the header
              way out:  quote a cell that holds a comma, or remove the surplus cell
            """),
        new("a header twice", s => s.Panel("students,waste", "students,budget").Package("\"waste\", \"title\"", "\"budget\", \"title\"").Index("waste / output", "budget / output").Line("breaks.csv", 2, null).Findings(), """
            CR2107 duplicate-name  study/datapackage.json:24:9
              found:    field “budget” a second time
              expected: every field once
              way out:  rename or remove one of the two
            CR1103 duplicate-header  study/panel.csv:1:42
              found:    the column “budget” a second time
              expected: every column name once
              way out:  rename or remove one of the two columns
            """),
        new("a header without a name", s => s.Panel("budget,students", "budget,").Findings(), """
            CR2103 missing-column  study/datapackage.json:23:9
              found:    study/panel.csv has no column “students”
              expected: a column “students” as declared here
              way out:  add the column to study/panel.csv, or remove the field here
            CR1102 empty-header  study/panel.csv:1:33
              found:    column 6 has no name
              expected: a name for every column
              way out:  name the column, or remove it
            """),
        new("a character that cannot be seen, in a name", s => s.Panel("Birch,2002", "Bi\u200brch,2002").Findings(), """
            CR1116 invisible-character  study/panel.csv:7:3
              found:    the invisible character U+200B
              expected: characters that can be seen, so that what looks the same is the same
              way out:  delete it: retype the cell, or paste it as plain text
            """),
        new("and in a header", s => s.Panel("budget,students", "budget,\u202estudents").Findings(), """
            CR1116 invisible-character  study/panel.csv:1:33
              found:    the invisible character U+202E
              expected: characters that can be seen, so that what looks the same is the same
              way out:  delete it: retype the cell, or paste it as plain text
            """),
        new("a blank line in the middle", s => s.Panel("Birch,2001", "\nBirch,2001").Findings(), """
            CR1104 ragged-row  study/panel.csv:6
              found:    an empty line
              expected: a row
              way out:  remove the line
            """),
        new("a blank line at the end", s => s.With("panel.csv", SoundStudy.Panel + "\n").Findings(), """
            CR1104 ragged-row  study/panel.csv:18
              found:    an empty line
              expected: a row
              way out:  remove the line
            """),
        new("a blank first line", s => s.With("panel.csv", "\n" + SoundStudy.Panel).Findings(), """
            CR1104 ragged-row  study/panel.csv:1
              found:    an empty line
              expected: a header line with column names
              way out:  remove the line
            """),
        new("semicolons", s => s.With("panel.csv", SoundStudy.Panel.Replace(',', ';')).Findings(), """
            CR1115 wrong-separator  study/panel.csv:1:5
              found:    “;” between the columns
              expected: commas between the columns
              way out:  save the file with commas, as UTF-8 without byte order mark
            """),
        new("a stray quote", s => s.Panel("Birch,2002,210", "Birch,2002,21\"0").Findings(), """
            CR1101 unbalanced-quotes  study/panel.csv:7:14
              found:    a quote inside a cell that does not begin with one
              expected: quotes around a whole cell only, and "" for a quote inside it
              way out:  close the quote, put the whole cell in quotes, or double the quote inside it
            """),
        new("a quote that is not closed", s => s.Panel("Birch,2002,210", "Birch,2002,\"210").Findings(), """
            CR1101 unbalanced-quotes  study/panel.csv:7:12
              found:    a quoted cell that does not end: the rest of the file is in it
              expected: quotes around a whole cell only, and "" for a quote inside it
              way out:  close the quote, put the whole cell in quotes, or double the quote inside it
            """),
        new("text after the closing quote", s => s.Panel("Birch,2002,210", "\"Birch\",2002,\"2\"10").Findings(), """
            CR1101 unbalanced-quotes  study/panel.csv:7:17
              found:    text after the closing quote of a cell
              expected: quotes around a whole cell only, and "" for a quote inside it
              way out:  close the quote, put the whole cell in quotes, or double the quote inside it
            """),
        new("a quote that is not closed before the next one", s => s.Panel("Birch,2002,210", "Birch,2002,\"210").Panel("Cedar,2001,50", "Cedar,2001,\"50\"").Findings(), """
            CR1101 unbalanced-quotes  study/panel.csv:10:13
              found:    text after the closing quote of a cell, in a row that begins in line 7
              expected: quotes around a whole cell only, and "" for a quote inside it
              way out:  close the quote, put the whole cell in quotes, or double the quote inside it
            """),
        new("a quoting fault in the header", s => s.Panel("city,year", "city,\"year").Findings(), """
            CR1101 unbalanced-quotes  study/panel.csv:1:6
              found:    a quoted cell that does not end: the rest of the file is in it
              expected: quotes around a whole cell only, and "" for a quote inside it
              way out:  close the quote, put the whole cell in quotes, or double the quote inside it
            """),
        new("text in a number", s => s.Panel("Birch,2002,210", "Birch,2002,about 210").Findings(), """
            CR1105 text-in-number  study/panel.csv:7:12
              found:    “about 210” in the column “output”
              expected: a number such as 1234.5, or an empty cell for missing
              way out:  write the number without spaces, signs of percent or words; leave the cell empty if it is missing
            """),
        new("a blank before a number", s => s.Panel("Birch,2002,210", "Birch,2002, 210").Findings(), """
            CR1105 text-in-number  study/panel.csv:7:12
              found:    “ 210” in the column “output”
              expected: a number such as 1234.5, or an empty cell for missing
              way out:  write the number without spaces, signs of percent or words; leave the cell empty if it is missing
            """),
        new("a decimal comma", s => s.Panel("Birch,2002,210", "Birch,2002,\"210,5\"").Findings(), """
            CR1106 decimal-comma  study/panel.csv:7:12
              found:    “210,5” in the column “output”
              expected: a point before the decimals and nothing between thousands
              way out:  write 1234.5 instead of 1234,5 or 1,234.5
            """),
        new("thousands separators", s => s.Panel("Birch,2002,210", "Birch,2002,\"1,210.5\"").Findings(), """
            CR1106 decimal-comma  study/panel.csv:7:12
              found:    “1,210.5” in the column “output”
              expected: a point before the decimals and nothing between thousands
              way out:  write 1234.5 instead of 1234,5 or 1,234.5
            """),
        new("a number beyond all bounds", s => s.Panel("Birch,2002,210", "Birch,2002,1e999").Findings(), """
            CR1107 number-not-finite  study/panel.csv:7:12
              found:    “1e999” in the column “output”
              expected: a finite number below 1.8e308
              way out:  correct the number, or leave the cell empty if it is missing
            """),
        new("NaN as text", s => s.Panel("Birch,2002,210", "Birch,2002,NaN").Findings(), """
            CR1107 number-not-finite  study/panel.csv:7:12
              found:    “NaN” in the column “output”
              expected: a finite number below 1.8e308
              way out:  correct the number, or leave the cell empty if it is missing
            """),
        new("a fault after a cell with a line break", s => s.Replace("breaks.csv", "waste,2003,,definition,Small plants are counted,统计小型工厂", "waste,2003,,definition,\"Small\nplants\",统计小型工厂").Replace("breaks.csv", "workers,2002", "workers,20O2").Findings(), """
            CR1112 not-a-year  study/breaks.csv:4:9
              found:    “20O2”
              expected: a year such as 2010
              way out:  write the year with four digits
            """),
        new("a fault after a line break in the same row", s => s.Line("index.csv", 5, "MON1,MON,\"Budget\nin output\",预算占比,higer,%,budget / output * 100,,0,25,Why,Own").Findings(), """
            CR3006 bad-direction  study/index.csv:6:17
              found:    the direction “higer”
              expected: higher, lower, target T or range A..B with A below B
              way out:  for example: higher, target 100, range 0.6..0.75
            """),
    ];

    [Theory, MemberData(nameof(FaultNames))]
    public void A_fault_is_found_and_nothing_written(string name) => Broken.Check(Faults, name);

    [Fact]
    public void Windows_line_ends_are_read()
    {
        using var study = new StudyFolder();
        Assert.Equal("", study.With("panel.csv", SoundStudy.Panel.Replace("\n", "\r\n", StringComparison.Ordinal)).Findings());
        Assert.Equal(133, study.Open().Panel("panel")["output", "Alder", 2004]);
    }

    [Fact]
    public void A_last_line_without_an_end_is_read()
    {
        using var study = new StudyFolder();
        Assert.Equal("", study.With("panel.csv", SoundStudy.Panel.TrimEnd('\n')).Findings());
    }

    [Fact]
    public void Quoted_cells_may_hold_commas_quotes_and_line_breaks_and_lines_stay_right()
    {
        using var study = new StudyFolder();
        study.Line("index.csv", 5, "MON1,MON,\"Budget, as \"\"planned\"\",\nin output\",预算占比,higher,%,budget / output * 100,,0,25,Why,Own");
        var tree = study.Open().Index("index").Tree;
        Assert.Equal("Budget, as \"planned\",\nin output", tree["MON1"].NameEn);
        Assert.Equal((5, 7), (tree["MON1"].Line, tree["MON2"].Line));
    }

    [Fact]
    public void An_empty_cell_is_missing_and_exponents_and_signs_are_numbers()
    {
        using var study = new StudyFolder();
        var panel = study.Panel("Birch,2002,210,82,33", "Birch,2002,2.1e2,,+33").Open().Panel("panel");
        Assert.Equal(210, panel["output", "Birch", 2002]);
        Assert.Equal(double.NaN, panel["workers", "Birch", 2002]);
        Assert.Equal(33, panel["budget", "Birch", 2002]);
    }

    public static IEnumerable<TheoryDataRow<string>> FaultNames() => Broken.Names(Faults);
}
