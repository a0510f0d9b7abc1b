using ClusterResearch.Indexing;
using ClusterResearch.Indexing.Aggregating;
using ClusterResearch.Indexing.Normalising;
using ClusterResearch.Indexing.Weighing;
using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests.Indexing;

/// <summary>The choices, and what they refuse.</summary>
public sealed class IndexRecipeTests
{
    private static readonly Broken[] Faults =
    [
        new("missing cells refused", s => s.Panel("Birch,2002,210,82,33,6,58", "Birch,2002,210,82,33,6,").Panel("Cedar,2003,60,41,5", "Cedar,2003,60,,5").BuildFindings(new() { Missing = new MissingRule.Refuse() }), """
            CR3108 missing-cells  study/index.csv:6
              found:    “MON2” is missing in 1 city-year, first Cedar 2003
              expected: a value in every city-year, as the recipe asks
              way out:  choose the rule Renormalise, or years and cities without gaps
            CR3108 missing-cells  study/index.csv:8
              found:    “PEO1” is missing in 1 city-year, first Cedar 2003
              expected: a value in every city-year, as the recipe asks
              way out:  choose the rule Renormalise, or years and cities without gaps
            CR3108 missing-cells  study/index.csv:11
              found:    “PRD1” is missing in 1 city-year, first Cedar 2003
              expected: a value in every city-year, as the recipe asks
              way out:  choose the rule Renormalise, or years and cities without gaps
            CR3108 missing-cells  study/index.csv:12
              found:    “PRD2” is missing in 1 city-year, first Cedar 2003
              expected: a value in every city-year, as the recipe asks
              way out:  choose the rule Renormalise, or years and cities without gaps
            CR3108 missing-cells  study/index.csv:13
              found:    “WAS” is missing in 1 city-year, first Birch 2002
              expected: a value in every city-year, as the recipe asks
              way out:  choose the rule Renormalise, or years and cities without gaps
            """),
        new("negative scores for the geometric mean", s => s.BuildFindings(new() { Normalisation = new ZScore(), Weighting = new EqualWeights(), Aggregation = new GeometricMean(), Cities = ["Alder", "Birch"] }), """
            CR3106 negative-values  study/index.csv:5
              found:    “MON1” holds -1.5758464158554475
              expected: values of zero or more, as the weighted geometric mean needs
              way out:  normalise by min-max first, or choose another method
            CR3106 negative-values  study/index.csv:6
              found:    “MON2” holds -1.4662639636504653
              expected: values of zero or more, as the weighted geometric mean needs
              way out:  normalise by min-max first, or choose another method
            CR3106 negative-values  study/index.csv:8
              found:    “PEO1” holds -1.9238148160067159
              expected: values of zero or more, as the weighted geometric mean needs
              way out:  normalise by min-max first, or choose another method
            CR3106 negative-values  study/index.csv:11
              found:    “PRD1” holds -1.449272697113877
              expected: values of zero or more, as the weighted geometric mean needs
              way out:  normalise by min-max first, or choose another method
            CR3106 negative-values  study/index.csv:12
              found:    “PRD2” holds -1.0767267224160795
              expected: values of zero or more, as the weighted geometric mean needs
              way out:  normalise by min-max first, or choose another method
            CR3106 negative-values  study/index.csv:13
              found:    “WAS” holds -1.6840371916245143
              expected: values of zero or more, as the weighted geometric mean needs
              way out:  normalise by min-max first, or choose another method
            """),
        new("negative scores for the harmonic mean", s => s.Index("waste / output,,0,1", "waste / output,,0,0.1").BuildFindings(new() { Normalisation = new GoalpostsNormalisation { Clip = false }, Weighting = new EqualWeights(), Aggregation = new HarmonicMean() }), """
            CR3106 negative-values  study/index.csv:13
              found:    “WAS” holds -4
              expected: values of zero or more, as the weighted harmonic mean needs
              way out:  normalise by min-max first, or choose another method
            """),
    ];

    [Theory, MemberData(nameof(FaultNames))]
    public void A_fault_is_found_and_nothing_written(string name) => Broken.Check(Faults, name);

    [Fact]
    public void The_default_recipe_in_one_line() =>
        Assert.Equal(
            "Renormalised weights (a score needs 50 % of its weight present); Min-max normalisation (pooled over all city-years, to 0–1); "
            + "Entropy weights (pooled over city-years, shares of min-max values, no shift, divergences add up the tree); Weighted arithmetic mean (fully compensatory); ties: Min",
            new IndexRecipe().ToString());

    [Fact]
    public void A_variation_is_another_recipe_and_equal_choices_are_equal()
    {
        var recipe = new IndexRecipe();
        Assert.Equal(new IndexRecipe(), recipe);
        Assert.NotEqual(recipe, recipe with { Aggregation = new PowerMean(2) });
        Assert.Equal(new PowerMean(2), new PowerMean(2));
        Assert.NotEqual(new PowerMean(2), new PowerMean(3));
    }

    [Fact]
    public void Cities_and_years_can_be_chosen()
    {
        using var study = new StudyFolder();
        var index = study.Build(new() { Cities = ["Cedar", "Alder"], Period = new(2002, 2003) });
        Assert.Equal(["Cedar", "Alder"], index.Cities.Select(c => c.Key));
        Assert.Equal(new Period(2002, 2003), index.Period);
        Assert.Equal("Cedar 2004 is not in this index: 2 cities, 2002–2003.", Assert.Throws<KeyNotFoundException>(() => index.Score("Cedar", 2004)).Message);
    }

    [Fact]
    public void The_years_of_the_data_package_are_the_default()
    {
        using var study = new StudyFolder();
        study.Package("\"panel\": \"panel\",", "\"panel\": \"panel\", \"period\": [2002, 2003],");
        Assert.Equal(new Period(2002, 2003), study.Build().Period);
        Assert.Equal(new Period(2001, 2004), study.Build(new() { Period = new(2001, 2004) }).Period);
    }

    public static IEnumerable<TheoryDataRow<string>> FaultNames() => Broken.Names(Faults);
}
