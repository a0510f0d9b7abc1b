using ClusterResearch.Charts.Tests.Support;

namespace ClusterResearch.Charts.Tests;

public sealed class SpecificationCurveTests
{
    private readonly string city = Sample.All.Cities[0].Key;

    [Fact]
    public void Ranks_are_sorted_and_each_choice_has_its_marks()
    {
        var figure = SpecificationCurve.Of(Sample.All, city);
        var ranks = figure.Traces()[0].GetProperty("y").Numbers();
        Assert.Equal(ranks.Order(), ranks);
        Assert.Equal(figure.Column("rank"), ranks);
        var labels = figure.Ticks("yaxis2");
        Assert.Contains("weights: entropy", labels);
        Assert.Contains("left out: an indicator", labels);
        Assert.Equal(Sample.All.Specifications.Count(s => s["weights"] == "entropy"), figure.Traces()[1 + Array.IndexOf(labels, "weights: entropy")].GetProperty("x").GetArrayLength());
    }

    [Fact]
    public void A_city_outside_the_frames_is_refused() =>
        Assert.StartsWith("Elm is not in every frame of cities: ", Assert.Throws<ArgumentException>(() => SpecificationCurve.Of(Sample.All, "Elm")).Message, StringComparison.Ordinal);
}
