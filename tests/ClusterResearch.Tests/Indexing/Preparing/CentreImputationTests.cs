using ClusterResearch.Indexing.Preparing;
using ClusterResearch.Tests.Support;
using CsCheck;

namespace ClusterResearch.Tests.Indexing.Preparing;

/// <summary>The waste of Birch 2002 and Cedar 2003 is missing; WAS is waste per output.</summary>
public sealed class CentreImputationTests
{
    private static readonly Dictionary<string, double[]> Was = new()
    {
        ["Alder"] = [20 / 100.0, 22 / 110.0, 23 / 121.0, 24 / 133.0],
        ["Birch"] = [60 / 200.0, double.NaN, 57 / 230.0, 55 / 250.0],
        ["Cedar"] = [25 / 50.0, 26 / 55.0, double.NaN, 30 / 64.0],
        ["Dogwood"] = [30 / 150.0, 31 / 160.0, 32 / 170.0, 33 / 185.0],
    };

    private static double[] Present(params string[] cities) => [.. cities.SelectMany(c => Was[c]).Where(v => !double.IsNaN(v))];

    [Fact]
    public void By_hand()
    {
        // group 0 has 1 and 3 and 8, group 1 nothing, group 2 has 7
        Assert.Equal([1, 4, 3, 8, double.NaN, 7], MeanImputation.Of([1, double.NaN, 3, 8, double.NaN, 7], [0, 0, 0, 0, 1, 2]));
        Assert.Equal([1, 3, 3, 8, double.NaN, 7], MedianImputation.Of([1, double.NaN, 3, 8, double.NaN, 7], [0, 0, 0, 0, 1, 2]));
        Assert.StartsWith("2 values but 1 groups.", Assert.Throws<ArgumentException>(() => MeanImputation.Of([1, 2], [0])).Message, StringComparison.Ordinal);
    }

    public static IEnumerable<TheoryDataRow<string, Imputation, double, double>> Variants()
    {
        var groups = new CityGroups { ["Alder"] = "1", ["Birch"] = "1", ["Cedar"] = "2", ["Dogwood"] = "2" };
        string[] all = ["Alder", "Birch", "Cedar", "Dogwood"];
        double[] in2002 = [Was["Alder"][1], Was["Cedar"][1], Was["Dogwood"][1]], in2003 = [Was["Alder"][2], Was["Birch"][2], Was["Dogwood"][2]];
        yield return new("Mean imputation (of all cities, all years)", new MeanImputation(), Present(all).Average(), Present(all).Average());
        yield return new("Mean imputation (of cities of the same province, all years)", new MeanImputation { Groups = CityGroups.Provinces }, Present(all).Average(), Present(all).Average());
        yield return new("Mean imputation (of all cities, same year)", new MeanImputation { PerYear = true }, in2002.Average(), in2003.Average());
        yield return new("Mean imputation (of cities of the same of 2 given groups, all years)", new MeanImputation { Groups = groups }, Present("Alder", "Birch").Average(), Present("Cedar", "Dogwood").Average());
        yield return new("Median imputation (of cities of the same of 2 given groups, same year)", new MedianImputation { Groups = groups, PerYear = true }, Was["Alder"][1], Was["Dogwood"][2]);
        yield return new("Median imputation (of all cities, same year)", new MedianImputation { PerYear = true }, in2002.Order().ElementAt(1), in2003.Order().ElementAt(1));
    }

    [Theory, MemberData(nameof(Variants))]
    public void Fills_from_what_the_variant_says(string card, Imputation imputation, double birch2002, double cedar2003)
    {
        using var study = new StudyFolder();
        var table = Gaps(study).Build(new() { Imputation = imputation }).Indicators;
        Assert.Equal(card, imputation.Card.ToString());
        Assert.Equal(birch2002, table["WAS", "Birch", 2002], 1e-15);
        Assert.Equal(cedar2003, table["WAS", "Cedar", 2003], 1e-15);
        Assert.Equal([("Birch", 2002), ("Cedar", 2003)], table.Filled.Select(f => (f.City.Key, f.Year)));
    }

    /// <summary>Nothing that is measured is touched, and the order of values does not matter.</summary>
    [Fact]
    public void Only_gaps_are_filled_whatever_the_order() =>
        Gen.Select(Gen.Double[-10, 10].Array[1, 12], Gen.Int[0, 2].Array[12], Gen.Bool.Array[12]).Sample((x, groups, gaps) =>
        {
            var (n, values) = (x.Length, x.Select((v, i) => gaps[i] ? double.NaN : v).ToArray());
            var filled = MeanImputation.Of(values, groups.AsSpan(0, n));
            int[] back = [.. Enumerable.Range(0, n).Reverse()];
            var reversed = MeanImputation.Of(back.Select(i => values[i]).ToArray(), back.Select(i => groups[i]).ToArray());
            return Enumerable.Range(0, n).All(i => (gaps[i] || filled[i] == x[i]) && (filled[i].Equals(reversed[n - 1 - i]) || Math.Abs(filled[i] - reversed[n - 1 - i]) < 1e-12))
                && MeanImputation.Of(filled, groups.AsSpan(0, n)).SequenceEqual(filled);
        });

    private static StudyFolder Gaps(StudyFolder study) =>
        study.Panel("Birch,2002,210,82,33,6,58", "Birch,2002,210,82,33,6,").Panel("Cedar,2003,60,41,5,3,28", "Cedar,2003,60,41,5,3,");
}
