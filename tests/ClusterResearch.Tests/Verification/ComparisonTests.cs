using System.Text.Json;
using ClusterResearch.Verification;

namespace ClusterResearch.Tests.Verification;

/// <summary>The ruler itself: a comparison that passes everything would make every other test worthless.</summary>
public sealed class ComparisonTests
{
    [Theory]
    [InlineData("1.0", 1.0000000001, true)]
    [InlineData("1.0", 1.001, false)]
    [InlineData("1.0", double.NaN, false)]
    [InlineData("null", double.NaN, true)]
    [InlineData("null", 0.0, false)]
    [InlineData("0", 1e-13, true)]
    [InlineData("0", 1e-11, false)]
    [InlineData("\"x\"", 1.0, false)]
    public void Leaves_agree_within_the_tolerance_only(string expected, double actual, bool agrees) =>
        Assert.Equal(agrees, Differences(expected, actual).Length == 0);

    [Fact]
    public void A_leaf_that_is_not_there_is_a_difference() =>
        Assert.Equal(["b: nothing instead of 2"], Differences("""{"a": 1, "b": 2}""", new Dictionary<string, object> { ["a"] = 1.0 }));

    [Fact]
    public void Lists_must_be_of_one_length()
    {
        Assert.Equal([": 3 items instead of 2"], Differences("[1, 2]", new[] { 1.0, 2, 3 }));
        Assert.Equal([": 1 items instead of 2", ".1: nothing instead of 2"], Differences("[1, 2]", new[] { 1.0 }));
    }

    [Fact]
    public void A_field_overrides_the_tolerance_below_its_path_only()
    {
        const string tolerance = """{"rel": 0, "abs": 0, "fields": {"a": {"abs": 0.5}}}""";
        Assert.Equal(["ab: 2.25 instead of 2"],
            Differences("""{"a": [1], "ab": 2}""", new Dictionary<string, object> { ["a"] = new[] { 1.25 }, ["ab"] = 2.25 }, tolerance));
    }

    [Fact]
    public void A_null_must_be_given_as_null_or_NaN_and_not_left_out()
    {
        Assert.Empty(Differences("""{"a": null}""", new Dictionary<string, object?> { ["a"] = null }));
        Assert.Equal(["a: nothing instead of null"], Differences("""{"a": null}""", new Dictionary<string, object?>()));
    }

    [Fact]
    public void An_empty_list_must_be_given() => Assert.Equal(["a: nothing instead of an empty list"], Differences("""{"a": []}""", new Dictionary<string, object>()));

    [Fact]
    public void Digits_are_those_of_the_worst_number()
    {
        var comparison = new Comparison(JsonDocument.Parse("""{"rel": 1e-6, "abs": 1e-12}""").RootElement);
        comparison.Compare(JsonDocument.Parse("[1, 2, 0, 4]").RootElement, new[] { 1, 2.000002, 1e-13, 4 });
        Assert.Equal((6.0, 4), (Math.Round(comparison.Digits, 6), comparison.Compared));
    }

    private static string[] Differences(string expected, object actual, string tolerance = """{"rel": 1e-9, "abs": 1e-12}""")
    {
        var comparison = new Comparison(JsonDocument.Parse(tolerance).RootElement);
        comparison.Compare(JsonDocument.Parse(expected).RootElement, actual);
        return [.. comparison.Differences];
    }
}
