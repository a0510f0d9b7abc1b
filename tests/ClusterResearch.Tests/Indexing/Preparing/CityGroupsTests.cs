using ClusterResearch.Indexing.Preparing;
using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests.Indexing.Preparing;

public sealed class CityGroupsTests
{
    private static readonly Broken[] Faults =
    [
        new("cities without a group, and a group without a city", s => s.BuildFindings(new() { Imputation = new MeanImputation { Groups = new CityGroups { ["Alder"] = "hill", ["Birck"] = "hill", ["Cedar"] = "plain" } } }), """
            CR3208 group-of-unknown-city  study/panel.csv
              found:    a group for “Birck”
              expected: cities of study/panel.csv
              way out:  did you mean “Birch”? correct the key of the city
            CR3207 no-group  study/panel.csv
              found:    no group for the city “Birch”
              expected: a group for every city of the index
              way out:  give it one, or use CityGroups.Provinces
            CR3207 no-group  study/panel.csv
              found:    no group for the city “Dogwood”
              expected: a group for every city of the index
              way out:  give it one, or use CityGroups.Provinces
            """),
    ];

    [Theory, MemberData(nameof(FaultNames))]
    public void A_fault_is_found_and_nothing_written(string name) => Broken.Check(Faults, name);

    [Fact]
    public void Say_what_they_are()
    {
        Assert.Equal("all cities", CityGroups.None.ToString());
        Assert.Equal("cities of the same province", CityGroups.Provinces.ToString());
        Assert.Equal("cities of the same of 2 given groups", new CityGroups { ["A"] = "x", ["B"] = "x", ["C"] = "y" }.ToString());
    }

    [Fact]
    public void Equal_groups_are_equal_however_they_are_given()
    {
        var given = new CityGroups { ["B"] = "y", ["A"] = "x" };
        var read = CityGroups.Of([new("A", "x"), new("B", "y")]);
        Assert.Equal(given, read);
        Assert.Equal(given.GetHashCode(), read.GetHashCode());
        Assert.Equal("x", read["A"]);
        Assert.NotEqual(CityGroups.None, CityGroups.Provinces);
        Assert.NotEqual(given, CityGroups.Of([new("A", "x"), new("B", "x")]));
    }

    public static IEnumerable<TheoryDataRow<string>> FaultNames() => Broken.Names(Faults);
}
