using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests.Data;

/// <summary>What the data package says, against what is there.</summary>
public sealed class DataPackageReaderTests
{
    private static readonly Broken[] Faults =
    [
        new("no folder", s => s.Without("datapackage.json").Findings(), """
            CR2000 no-study  study
              found:    no folder with a datapackage.json of that name, here or in a folder above
              expected: a study: a folder with datapackage.json and the files it names
              way out:  check the path, or copy data/henan and put in your own files
            """),
        new("a list at the top", s => s.With("datapackage.json", "[]").Findings(), """
            CR2003 wrong-type  study/datapackage.json:1:1
              found:    the data package is a list
              expected: an object in braces
              way out:  write the value in the expected form
            """),
        new("no study", s => s.Package("\"study\": { \"focus\": \"Alder\", \"cities\": [\"Alder\", \"Birch\"] },", "").Findings(), """
            CR2002 missing-property  study/datapackage.json:1:1
              found:    the data package without “study”
              expected: the property “study”
              way out:  add “study”; data/henan/datapackage.json shows how
            """),
        new("a study that is text", s => s.Package("{ \"focus\": \"Alder\", \"cities\": [\"Alder\", \"Birch\"] }", "\"Alder\"").Findings(), """
            CR2003 wrong-type  study/datapackage.json:5:12
              found:    “study” is the text “Alder”
              expected: an object in braces
              way out:  write the value in the expected form
            """),
        new("no title", s => s.Package("\"title\": \"Clusters in the Woods\",", "").Findings(), """
            CR2002 missing-property  study/datapackage.json:1:1
              found:    the data package without “title”
              expected: the property “title”
              way out:  add “title”; data/henan/datapackage.json shows how
            """),
        new("a title that is a number", s => s.Package("\"Clusters in the Woods\"", "5").Findings(), """
            CR2003 wrong-type  study/datapackage.json:3:12
              found:    “title” is the number 5
              expected: a text in quotes
              way out:  write the value in the expected form
            """),
        new("a focus that is not in the study", s => s.Package("\"focus\": \"Alder\"", "\"focus\": \"Cedar\"").Findings(), """
            CR2109 unknown-reference  study/datapackage.json:5:23
              found:    the focus “Cedar”, which is not among the study's cities
              expected: one of the study's cities
              way out:  add “Cedar” to the study's cities
            """),
        new("an unknown city in the study", s => s.Package("\"Birch\"]", "\"Brich\"]").Findings(), """
            CR2109 unknown-reference  study/datapackage.json:5:52
              found:    city “Brich”, which does not exist
              expected: the name of an existing city
              way out:  did you mean “Birch”?
            """),
        new("a city twice in the study", s => s.Package("[\"Alder\", \"Birch\"]", "[\"Alder\", \"Alder\"]").Findings(), """
            CR2107 duplicate-name  study/datapackage.json:5:52
              found:    city “Alder” a second time
              expected: every city once
              way out:  rename or remove one of the two
            """),
        new("a city in the study that is a number", s => s.Package("[\"Alder\", \"Birch\"]", "[\"Alder\", 7]").Findings(), """
            CR2003 wrong-type  study/datapackage.json:5:52
              found:    an item of cities is the number 7
              expected: a text in quotes
              way out:  write the value in the expected form
            """),
        new("resources that are an object", s => s.With("datapackage.json", """{ "name": "x", "title": "x", "study": { "focus": "A", "cities": ["A"] }, "resources": {} }""").Findings(), """
            CR2003 wrong-type  study/datapackage.json:1:87
              found:    “resources” is an object
              expected: a list in square brackets
              way out:  write the value in the expected form
            """),
        new("no resources", s => s.With("datapackage.json", """{ "name": "x", "title": "x", "study": { "focus": "A", "cities": ["A"] }, "resources": [] }""").Findings(), """
            CR2106 unknown-role  study/datapackage.json:1:87
              found:    no resource with the role “cities”
              expected: at least one resource with the role “cities”
              way out:  add one; data/henan/datapackage.json shows how
            CR2106 unknown-role  study/datapackage.json:1:87
              found:    no resource with the role “panel”
              expected: at least one resource with the role “panel”
              way out:  add one; data/henan/datapackage.json shows how
            """),
        new("a resource that is a number", s => s.With("datapackage.json", """{ "name": "x", "title": "x", "study": { "focus": "A", "cities": ["A"] }, "resources": [5] }""").Findings(), """
            CR2106 unknown-role  study/datapackage.json:1:87
              found:    no resource with the role “cities”
              expected: at least one resource with the role “cities”
              way out:  add one; data/henan/datapackage.json shows how
            CR2106 unknown-role  study/datapackage.json:1:87
              found:    no resource with the role “panel”
              expected: at least one resource with the role “panel”
              way out:  add one; data/henan/datapackage.json shows how
            CR2003 wrong-type  study/datapackage.json:1:88
              found:    an item of resources is the number 5
              expected: an object in braces
              way out:  write the value in the expected form
            """),
        new("no hash", s => s.Line("datapackage.json", 9, "").Findings(), """
            CR2002 missing-property  study/datapackage.json:7:5
              found:    the resource “cities” without “hash”
              expected: the property “hash”
              way out:  add “hash”; data/henan/datapackage.json shows how
            """),
        new("a wrong hash", s => s.KeepHashes().Panel("Birch,2002,210", "Birch,2002,211").Findings(), """
            CR2101 hash-differs  study/datapackage.json:16:15
              found:    study/panel.csv has sha256:2375eb13e043ba91cf09974649b6e26a48885957729148a281f7400a0a8ee83b
              expected: sha256:37f07c10f494329aed44ec049f29c005e04e96fbe43451887fe795550a523acd
              way out:  if you changed the file on purpose, accept it with: validate --update-hashes; if not, restore the file
            """),
        new("an unknown role", s => s.Package("\"role\": \"breaks\"", "\"role\": \"brakes\"").Findings(), """
            CR2106 unknown-role  study/datapackage.json:28:33
              found:    the role “brakes”
              expected: one of cities, panel, breaks, index
              way out:  correct the role
            """),
        new("two files of breaks", s => s.Package("\"role\": \"index\", \"path\": \"index.csv\", \"panel\": \"panel\"", "\"role\": \"breaks\", \"path\": \"index.csv\"").With("index.csv", SoundStudy.Breaks).With("datapackage.json", s.Text("datapackage.json")[..s.Text("datapackage.json").LastIndexOf("{ \"name\": \"code\"", StringComparison.Ordinal)] + "{ \"name\": \"variable\" }, { \"name\": \"year\" }, { \"name\": \"cities\" }, { \"name\": \"kind\" }, { \"name\": \"effect\" }, { \"name\": \"effect_zh\" }, { \"name\": \"source\" } ] } } ] }").Findings(), """
            CR2106 unknown-role  study/datapackage.json:36:32
              found:    a second resource with the role “breaks”
              expected: one resource with the role “breaks”
              way out:  put the rows of both into one file
            """),
        new("a resource twice", s => s.Package("\"name\": \"breaks\"", "\"name\": \"panel\"").Findings(), """
            CR2107 duplicate-name  study/datapackage.json:28:15
              found:    resource “panel” a second time
              expected: every resource once
              way out:  rename or remove one of the two
            """),
        new("a field twice", s => s.Package("{ \"name\": \"year\" },\n        { \"name\": \"output\"", "{ \"name\": \"year\" }, { \"name\": \"year\" },\n        { \"name\": \"output\"").Findings(), """
            CR2107 duplicate-name  study/datapackage.json:19:29
              found:    field “year” a second time
              expected: every field once
              way out:  rename or remove one of the two
            """),
        new("a path outside", s => s.Package("\"path\": \"panel.csv\"", "\"path\": \"../panel.csv\"").Findings(), """
            CR2108 path-outside  study/datapackage.json:15:49
              found:    the path “../panel.csv”
              expected: a path inside the study's folder, with forward slashes
              way out:  move the file into the study's folder
            """),
        new("a path with backslashes", s => s.Package("\"path\": \"panel.csv\"", "\"path\": \"data\\\\panel.csv\"").Findings(), """
            CR2108 path-outside  study/datapackage.json:15:49
              found:    the path “data\panel.csv”
              expected: a path inside the study's folder, with forward slashes
              way out:  move the file into the study's folder
            """),
        new("an absolute path", s => s.Package("\"path\": \"panel.csv\"", "\"path\": \"/panel.csv\"").Findings(), """
            CR2108 path-outside  study/datapackage.json:15:49
              found:    the path “/panel.csv”
              expected: a path inside the study's folder, with forward slashes
              way out:  move the file into the study's folder
            """),
        new("a path with a drive", s => s.Package("\"path\": \"panel.csv\"", "\"path\": \"D:/panel.csv\"").Findings(), """
            CR2108 path-outside  study/datapackage.json:15:49
              found:    the path “D:/panel.csv”
              expected: a path inside the study's folder, with forward slashes
              way out:  move the file into the study's folder
            """),
        new("a missing file", s => s.Without("breaks.csv").Findings(), """
            CR1001 file-missing  study/breaks.csv
              found:    no such file
              expected: a readable file
              way out:  check the path, or restore the file
            """),
        new("no schema", s => s.Package("\"schema\": { \"fields\": [\n        { \"name\": \"city\" }, { \"name\": \"name_en\" }", "\"scheme\": { \"fields\": [\n        { \"name\": \"city\" }, { \"name\": \"name_en\" }").Findings(), """
            CR2002 missing-property  study/datapackage.json:7:5
              found:    the resource “cities” without “schema”
              expected: the property “schema”
              way out:  add “schema”; data/henan/datapackage.json shows how
            """),
        new("an unknown unit", s => s.Package("\"workers\", \"title\": \"Workers\", \"title_zh\": \"职工\", \"unit\": \"1e4 persons\"", "\"workers\", \"title\": \"Workers\", \"title_zh\": \"职工\", \"unit\": \"10000 persons\"").Findings(), """
            CR2105 unknown-unit  study/datapackage.json:21:76
              found:    the unit “10000 persons”
              expected: one of 1, ratio, %, percentage points, per 1000 persons, previous year = 100, CNY, 1e4 CNY, 1e8 CNY, CNY/person, 1e4 CNY/person, 1e6 USD, USD/person, persons, 1e4 persons, persons/km2, 1e4 households, units, units/1e4 persons, pieces, pieces/1e4 persons, km2, m2/person, t, 1e4 t, t/1e4 CNY, 1e4 kWh, kWh/CNY
              way out:  use a known unit and convert the figures if needed
            """),
        new("no unit", s => s.Package("\"workers\", \"title\": \"Workers\", \"title_zh\": \"职工\", \"unit\": \"1e4 persons\",", "\"workers\", \"title\": \"Workers\", \"title_zh\": \"职工\",").Findings(), """
            CR2002 missing-property  study/datapackage.json:21:9
              found:    the field “workers” without “unit”
              expected: the property “unit”
              way out:  add “unit”; data/henan/datapackage.json shows how
            """),
        new("no source", s => s.Package("\"1e4 t\", \"source\": \"Yearbook\"", "\"1e4 t\"").Findings(), """
            CR2002 missing-property  study/datapackage.json:24:9
              found:    the field “waste” without “source”
              expected: the property “source”
              way out:  add “source”; data/henan/datapackage.json shows how
            """),
        new("a minimum that is text", s => s.Package("\"minimum\": 0", "\"minimum\": \"0\"").Findings(), """
            CR2003 wrong-type  study/datapackage.json:20:135
              found:    “minimum” is the text “0”
              expected: a number
              way out:  write the value in the expected form
            """),
        new("a declared column that is not there", s => s.Package("\"name\": \"waste\"", "\"name\": \"wast\"").Index("waste / output", "budget / output").Line("breaks.csv", 2, null).Findings(), """
            CR2103 missing-column  study/datapackage.json:24:9
              found:    study/panel.csv has no column “wast”
              expected: a column “wast” as declared here
              way out:  did you mean “waste”? add the column to study/panel.csv, or remove the field here
            CR2104 undeclared-column  study/panel.csv:1:42
              found:    the column “waste”
              expected: only columns declared in study/datapackage.json
              way out:  declare the field in study/datapackage.json with title, unit and source, or remove the column
            """),
        new("a column that is not declared", s => s.Line("panel.csv", 1, "city,year,output,workers,budget,students,garbage").Package("\"name\": \"waste\"", "\"name\": \"waste2\"").Index("waste / output", "budget / output").Line("breaks.csv", 2, null).Findings(), """
            CR2103 missing-column  study/datapackage.json:24:9
              found:    study/panel.csv has no column “waste2”
              expected: a column “waste2” as declared here
              way out:  add the column to study/panel.csv, or remove the field here
            CR2104 undeclared-column  study/panel.csv:1:42
              found:    the column “garbage”
              expected: only columns declared in study/datapackage.json
              way out:  declare the field in study/datapackage.json with title, unit and source, or remove the column
            """),
        new("an index of an unknown panel", s => s.Package("\"panel\": \"panel\"", "\"panel\": \"pannel\"").Findings(), """
            CR2109 unknown-reference  study/datapackage.json:36:71
              found:    panel “pannel”, which does not exist
              expected: the name of an existing panel
              way out:  did you mean “panel”?
            """),
        new("an index without a panel", s => s.Package(", \"panel\": \"panel\"", "").Findings(), """
            CR2002 missing-property  study/datapackage.json:35:5
              found:    the resource “index” without “panel”
              expected: the property “panel”
              way out:  add “panel”; data/henan/datapackage.json shows how
            """),
        new("a period of one year", s => s.Package("\"panel\": \"panel\",", "\"panel\": \"panel\", \"period\": [2002],").Findings(), """
            CR2003 wrong-type  study/datapackage.json:36:90
              found:    “period” is [2002]
              expected: first and last year, e.g. [2003, 2016]
              way out:  write the value in the expected form
            """),
        new("a period upside down", s => s.Package("\"panel\": \"panel\",", "\"panel\": \"panel\", \"period\": [2003, 2002],").Findings(), """
            CR2003 wrong-type  study/datapackage.json:36:90
              found:    “period” is [2003, 2002]
              expected: first and last year, e.g. [2003, 2016]
              way out:  write the value in the expected form
            """),
        new("a period that is a number", s => s.Package("\"panel\": \"panel\",", "\"panel\": \"panel\", \"period\": 2002,").Findings(), """
            CR2003 wrong-type  study/datapackage.json:36:90
              found:    “period” is the number 2002
              expected: first and last year, e.g. [2003, 2016]
              way out:  write the value in the expected form
            """),
        new("a period outside the panel", s => s.Package("\"panel\": \"panel\",", "\"panel\": \"panel\", \"period\": [2000, 2003],").Findings(), """
            CR2003 wrong-type  study/datapackage.json:36:90
              found:    “period” is 2000–2003
              expected: years of study/panel.csv: 2001 to 2004
              way out:  write the value in the expected form
            """),
    ];

    [Theory, MemberData(nameof(FaultNames))]
    public void A_fault_is_found_and_nothing_written(string name) => Broken.Check(Faults, name);

    public static IEnumerable<TheoryDataRow<string>> FaultNames() => Broken.Names(Faults);
}
