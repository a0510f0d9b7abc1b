using ClusterResearch.Location;
using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests.Location;

public sealed class EllisonGlaeserTests
{
    [Fact]
    public void By_hand()
    {
        // two equal plants in one of two equal regions: G = ½, Σx² = ½, H = ½
        var all = EllisonGlaeser.Of([5, 5], [0, 0], [10, 10]);
        Assert.Equal((1, 0.5, 0.5, 2), (all.Gamma, all.Raw, all.Herfindahl, all.Plants));
        Assert.Equal(-1, EllisonGlaeser.Of([5, 5], [0, 1], [10, 10]).Gamma);
        Assert.Equal(all, EllisonGlaeser.Of([10, 0], [10, 10], new PlantSizes(2, 0.5, 0.125)));
    }

    [Fact]
    public void One_plant_or_one_region_is_no_pattern()
    {
        Assert.True(double.IsNaN(EllisonGlaeser.Of([5], [0], [10, 10]).Gamma));
        Assert.True(double.IsNaN(EllisonGlaeser.Of([5, 5], [0, 0], [10, 0]).Gamma));
        Assert.StartsWith("Region 2 of plant 2 is none of the 2.", Assert.Throws<ArgumentException>(() => EllisonGlaeser.Of([5, 5], [0, 2], [10, 10])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => EllisonGlaeser.Of([5, 5], [0], [10, 10]));
    }

    /// <summary>Four industries of the textbook's table of plants; the table lies beside the checkout where the project is developed.</summary>
    [Theory]
    [InlineData("Clothing trade", 0.0543817727959413)]
    [InlineData("Forestry", 0.042963558487932985)]
    [InlineData("Textiles dyeing", 0.1377600290936411)]
    [InlineData("Textiles trade", 0.014249059248263593)]
    public void Plants_of_the_textbook(string industry, double gamma)
    {
        var folder = Repository.Beside("shared/reference/endtoend");
        Assert.SkipWhen(folder is null, "The folder shared/reference/endtoend is not beside this checkout.");
        var rows = File.ReadLines(Path.Combine(folder!, "reat_ellison_glaeser_textbook.csv")).Skip(1).Select(l => l.Replace("\"", "", StringComparison.Ordinal).Split(',')).ToArray();
        var regions = rows.Select(r => (r[0], double.Parse(r[4], System.Globalization.CultureInfo.InvariantCulture))).Distinct().ToArray();
        var own = rows.Where(r => r[1] == industry).ToArray();
        var index = EllisonGlaeser.Of([.. own.Select(r => double.Parse(r[3], System.Globalization.CultureInfo.InvariantCulture))],
            [.. own.Select(r => Array.FindIndex(regions, g => g.Item1 == r[0]))], [.. regions.Select(r => r.Item2)]);
        Assert.Equal(gamma, index.Gamma, 1e-14);
    }
}
