using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests.Data;

/// <summary>The file of cities.</summary>
public sealed class CityReaderTests
{
    private static readonly Broken[] Faults =
    [
        new("a city twice", s => s.Replace("cities.csv", "Cedar,Cedar", "Alder,Cedar").Findings(), """
            CR1108 duplicate-key  study/cities.csv:4:1
              found:    the city “Alder” a second time
              expected: the city “Alder” once (it stands in line 2)
              way out:  remove one of the two rows
            """),
        new("a city without a Chinese name", s => s.Replace("cities.csv", "雪松市", "").Findings(), """
            CR1109 empty-cell  study/cities.csv:4:13
              found:    nothing in the column “name_zh”
              expected: a value
              way out:  fill the cell
            """),
        new("a needed column that is neither there nor declared", s => s.With("cities.csv", SoundStudy.Cities.Replace(",province_zh", "").Replace(",林省", "")).Package(", { \"name\": \"province_zh\" }", "").Findings(), """
            CR2103 missing-column  study/cities.csv:1
              found:    no column “province_zh”
              expected: the column “province_zh”, as in every file with the role “cities”
              way out:  did you mean “province”? add the column, and declare it in datapackage.json
            """),
        new("only a header", s => s.With("cities.csv", SoundStudy.Cities.Split('\n')[0] + "\n").Findings(), """
            CR1002 file-empty  study/cities.csv
              found:    a header line and no rows
              expected: at least one row
              way out:  add the rows, or restore the file
            """),
    ];

    [Theory, MemberData(nameof(FaultNames))]
    public void A_fault_is_found_and_nothing_written(string name) => Broken.Check(Faults, name);

    public static IEnumerable<TheoryDataRow<string>> FaultNames() => Broken.Names(Faults);
}
