using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests.Data;

/// <summary>JSON that cannot be read.</summary>
public sealed class JsonAtTests
{
    private static readonly Broken[] Faults =
    [
        new("a comma too many", s => s.Package("\"cities\": [\"Alder\", \"Birch\"] },", "\"cities\": [\"Alder\", \"Birch\"], },").Findings(), """
            CR2001 json-syntax  study/datapackage.json:5:62
              found:    The JSON object contains a trailing comma at the end which is not supported in this mode.
              expected: JSON (RFC 8259)
              way out:  mend the file at this place; an editor with JSON support marks it
            """),
        new("Chinese before the fault in the line", s => s.Package("\"title_zh\": \"林省的集群\",", "\"title_zh\": \"林省的集群\" \"x\",").Findings(), """
            CR2001 json-syntax  study/datapackage.json:4:23
              found:    '"' is invalid after a value. Expected either ',', '}', or ']'.
              expected: JSON (RFC 8259)
              way out:  mend the file at this place; an editor with JSON support marks it
            """),
        new("a file cut off", s => s.With("datapackage.json", SoundStudy.Package[..200]).Findings(), """
            CR2001 json-syntax  study/datapackage.json:8:35
              found:    Expected end of string, but instead reached end of data.
              expected: JSON (RFC 8259)
              way out:  mend the file at this place; an editor with JSON support marks it
            """),
        new("text behind the end", s => s.With("datapackage.json", SoundStudy.Package + "x").Findings(), """
            CR2001 json-syntax  study/datapackage.json:45:1
              found:    'x' is invalid after a single JSON value. Expected end of data.
              expected: JSON (RFC 8259)
              way out:  mend the file at this place; an editor with JSON support marks it
            """),
        new("a property twice", s => s.Package("\"title\": \"Clusters in the Woods\",", "\"title\": \"Clusters in the Woods\", \"title\": \"x\",").Findings(), """
            CR2001 json-syntax  study/datapackage.json:3:37
              found:    the property “title” a second time
              expected: every property of an object once
              way out:  mend the file at this place; an editor with JSON support marks it
            """),
        new("half a character", s => s.Package("Clusters in the Woods", "Clusters \\ud800").Findings(), """
            CR2001 json-syntax  study/datapackage.json:3:12
              found:    an escape that is no character
              expected: JSON (RFC 8259)
              way out:  mend the file at this place; an editor with JSON support marks it
            """),
        new("brackets without end", s => s.With("datapackage.json", new string('[', 1000)).Findings(), """
            CR2001 json-syntax  study/datapackage.json:1:65
              found:    The maximum configured depth of 64 has been exceeded. Cannot read next JSON array.
              expected: JSON (RFC 8259)
              way out:  mend the file at this place; an editor with JSON support marks it
            """),
    ];

    [Theory, MemberData(nameof(FaultNames))]
    public void A_fault_is_found_and_nothing_written(string name) => Broken.Check(Faults, name);

    public static IEnumerable<TheoryDataRow<string>> FaultNames() => Broken.Names(Faults);
}
