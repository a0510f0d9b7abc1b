using System.Collections.Immutable;
using ClusterResearch.Indexing;

namespace ClusterResearch.Tests.Indexing;

public sealed class CityFrameTests
{
    [Fact]
    public void Recipes_with_the_same_cities_are_equal()
    {
        ImmutableArray<string> cities = ["Alder", "Birch"];
        var (one, two) = (new IndexRecipe { Cities = ["Alder", "Birch"] }, new IndexRecipe { Cities = cities });
        Assert.Equal(one, two);
        Assert.Equal(one.GetHashCode(), two.GetHashCode());
        Assert.NotEqual(one, new IndexRecipe { Cities = ["Birch", "Alder"] });
        Assert.NotEqual(one, new IndexRecipe());
        Assert.False(one.Cities!.Equals("Alder, Birch"));
    }

    [Fact]
    public void A_city_counts_once()
    {
        CityFrame frame = ["Alder", "Birch", "Alder"];
        Assert.Equal("Alder, Birch", frame.ToString());
        Assert.Equal((2, "Birch"), (frame.Count, frame[1]));
    }
}
