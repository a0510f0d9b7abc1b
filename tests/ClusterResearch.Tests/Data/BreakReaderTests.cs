using ClusterResearch.Data;
using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests.Data;

/// <summary>The list of breaks.</summary>
public sealed class BreakReaderTests
{
    private static readonly Broken[] Faults =
    [
        new("an unknown variable", s => s.Replace("breaks.csv", "waste,2003", "wastes,2003").Findings(), """
            CR2109 unknown-reference  study/breaks.csv:2:1
              found:    variable “wastes”, which does not exist
              expected: the name of an existing variable
              way out:  did you mean “waste”?
            """),
        new("an unknown city", s => s.Replace("breaks.csv", "Alder; Cedar", "Alder; Cedr").Findings(), """
            CR2109 unknown-reference  study/breaks.csv:3:14
              found:    city “Cedr”, which does not exist
              expected: the name of an existing city
              way out:  did you mean “Cedar”?
            """),
        new("an unknown kind", s => s.Replace("breaks.csv", "definition", "definitions").Findings(), """
            CR1114 unknown-word  study/breaks.csv:2:13
              found:    “definitions” in the column “kind”
              expected: one of definition, census, revision, suspect, method
              way out:  use one of these words
            """),
        new("no effect", s => s.Replace("breaks.csv", "Small plants are counted", "").Findings(), """
            CR1109 empty-cell  study/breaks.csv:2:24
              found:    nothing in the column “effect”
              expected: a value
              way out:  fill the cell
            """),
    ];

    [Theory, MemberData(nameof(FaultNames))]
    public void A_fault_is_found_and_nothing_written(string name) => Broken.Check(Faults, name);

    [Fact]
    public void A_break_knows_its_cities_and_texts()
    {
        using var study = new StudyFolder();
        var breaks = study.Open().Breaks;
        Assert.Equal(("waste", 2003, "definition", "Yearbook of the Woods 2004"), (breaks[0].Variable, breaks[0].Year, breaks[0].Kind, breaks[0].Source));
        Assert.True(breaks[0].Concerns("Birch"));
        Assert.Equal(["Alder", "Cedar"], breaks[1].Cities);
        Assert.False(breaks[1].Concerns("Birch"));
        Assert.Equal("Census, as of May", breaks[1].Effect(Language.English));
        Assert.Equal("人口普查", breaks[1].Effect(Language.Chinese));
    }

    [Fact]
    public void A_study_may_have_no_breaks()
    {
        using var study = new StudyFolder();
        Assert.Equal("", study.With("breaks.csv", SoundStudy.Breaks.Split('\n')[0] + "\n").Findings());
        Assert.Empty(study.Open().Breaks);
    }

    public static IEnumerable<TheoryDataRow<string>> FaultNames() => Broken.Names(Faults);
}
