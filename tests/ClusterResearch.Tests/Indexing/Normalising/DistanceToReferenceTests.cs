using ClusterResearch.Indexing;
using ClusterResearch.Indexing.Normalising;
using ClusterResearch.Indexing.Weighing;
using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests.Indexing.Normalising;

/// <summary>Distance to a reference by hand; the reference cases hold the rest.</summary>
public sealed class DistanceToReferenceTests
{
    private static readonly Broken[] Faults =
    [
        new("no such city", s => s.BuildFindings(With(new DistanceToReference { City = "Aldr" })), """
            CR3505 no-reference-value  study/index.csv
              found:    “Aldr” as reference city
              expected: a city of the index
              way out:  did you mean “Alder”? correct the key, or take the city into the frame
            """),
        new("the worst city as reference", s => s.BuildFindings(With(new DistanceToReference { City = "Cedar", Pooling = Pooling.BaseYear(2001) })), """
            CR3505 no-reference-value  study/index.csv:5
              found:    “MON1” is 8 for Cedar, no better than its worst value in 2001
              expected: a reference value that is better than the worst value
              way out:  choose another reference city, or the best value as reference
            CR3505 no-reference-value  study/index.csv:6
              found:    “MON2” is 1000 for Cedar, no better than its worst value in 2001
              expected: a reference value that is better than the worst value
              way out:  choose another reference city, or the best value as reference
            CR3505 no-reference-value  study/index.csv:8
              found:    “PEO1” is 3 for Cedar, no better than its worst value in 2001
              expected: a reference value that is better than the worst value
              way out:  choose another reference city, or the best value as reference
            CR3505 no-reference-value  study/index.csv:11
              found:    “PRD1” is 1.25 for Cedar, no better than its worst value in 2001
              expected: a reference value that is better than the worst value
              way out:  choose another reference city, or the best value as reference
            CR3505 no-reference-value  study/index.csv:12
              found:    “PRD2” is 0.575 for Cedar, no better than its worst value in 2001
              expected: a reference value that is better than the worst value
              way out:  choose another reference city, or the best value as reference
            CR3505 no-reference-value  study/index.csv:13
              found:    “WAS” is 0.5 for Cedar, no better than its worst value in 2001
              expected: a reference value that is better than the worst value
              way out:  choose another reference city, or the best value as reference
            """),
    ];

    [Theory, MemberData(nameof(FaultNames))]
    public void A_fault_is_found_and_nothing_written(string name) => Broken.Check(Faults, name);

    [Fact]
    public void By_hand()
    {
        double[] x = [2, double.NaN, 6, 12];
        Assert.Equal([0, double.NaN, 1, 2.5], DistanceToReference.Of(x, x, higherIsBetter: true, reference: 6));
        Assert.Equal([1 + 4.0 / 6, double.NaN, 1, 0], DistanceToReference.Of(x, x, higherIsBetter: false, reference: 6), (a, b) => a.Equals(b) || Math.Abs(a - b) < 1e-15);
        Assert.All(DistanceToReference.Of(x, x, higherIsBetter: true, reference: 2), y => Assert.True(double.IsNaN(y)));
    }

    [Fact]
    public void Without_a_city_it_is_min_max()
    {
        double[] x = [2, double.NaN, 6, 12];
        Assert.Equal(MinMax.Of(x, new Direction.Higher(), (0, 1)), DistanceToReference.Of(x, x, higherIsBetter: true, double.NaN), (a, b) => a.Equals(b) || Math.Abs(a - b) < 1e-15);
        Assert.Equal("Distance to maximum (pooled over all city-years, from the worst to the best value)", new DistanceToReference().Card.ToString());
    }

    [Fact]
    public void The_reference_is_the_citys_mean_its_value_of_the_year_or_of_the_base_year()
    {
        using var study = new StudyFolder();
        var table = IndicatorTable.Measure(study.Open().Index("index"));
        var birch = Enumerable.Range(2001, 4).Select(y => table["MON1", "Birch", y]).ToArray();
        Assert.Equal(birch.Average(), Reference(new DistanceToReference { City = "Birch" }, "reference"), 1e-12);
        Assert.Equal(birch[2], Reference(new DistanceToReference { City = "Birch", Pooling = Pooling.PerYear }, "reference 2003"), 1e-12);
        Assert.Equal(birch[0], Reference(new DistanceToReference { City = "Birch", Pooling = Pooling.BaseYear(2001) }, "reference"), 1e-12);

        double Reference(Normalisation method, string name) => method.Normalise(table).Column("MON1").Parameters.Single(p => p.Name == name).Value;
    }

    public static IEnumerable<TheoryDataRow<string>> FaultNames() => Broken.Names(Faults);

    private static IndexRecipe With(Normalisation normalisation) => new() { Normalisation = normalisation, Weighting = new EqualWeights() };
}
