using ClusterResearch.Indexing.Preparing;
using ClusterResearch.Tests.Support;
using CsCheck;

namespace ClusterResearch.Tests.Indexing.Preparing;

public sealed class SeriesImputationTests
{
    private const double No = double.NaN;

    [Fact]
    public void A_line_between_figures_by_hand()
    {
        double[] series = [No, No, 2, No, No, 8, 6, No];
        Assert.Equal([No, No, 2, 4, 6, 8, 6, No], LinearImputation.Of(series), Near);
        Assert.Equal([2, 2, 2, 4, 6, 8, 6, 6], LinearImputation.Of(series, Extrapolation.Nearest), Near);
        Assert.Equal([-2, 0, 2, 4, 6, 8, 6, 4], LinearImputation.Of(series, Extrapolation.Linear), Near);
    }

    [Fact]
    public void One_figure_gives_no_line_and_none_gives_nothing()
    {
        Assert.Equal([No, 5, No], LinearImputation.Of([No, 5, No]), Near);
        Assert.Equal([No, 5, No], LinearImputation.Of([No, 5, No], Extrapolation.Linear), Near);
        Assert.Equal([5, 5, 5], LinearImputation.Of([No, 5, No], Extrapolation.Nearest), Near);
        Assert.All(Enum.GetValues<Extrapolation>(), e => Assert.Equal([No, No], LinearImputation.Of([No, No], e), Near));
        Assert.Empty(LinearImputation.Of([]));
    }

    [Fact]
    public void The_last_value_is_carried_as_far_as_is_said()
    {
        double[] series = [No, 3, No, No, No, 1, No];
        Assert.Equal([No, 3, 3, 3, 3, 1, 1], LastValueImputation.Of(series), Near);
        Assert.Equal([No, 3, 3, 3, No, 1, 1], LastValueImputation.Of(series, 2), Near);
        Assert.StartsWith("A figure is carried forward over at least one year.", Assert.Throws<ArgumentOutOfRangeException>(() => new LastValueImputation { MaximumYears = 0 }).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Cards_name_the_variant()
    {
        Assert.Equal("Linear imputation (over years, inner gaps only)", new LinearImputation().Card.ToString());
        Assert.Equal("Linear imputation (over years, the nearest figure repeated outside)", new LinearImputation { Extrapolation = Extrapolation.Nearest }.Card.ToString());
        Assert.Equal("Linear imputation (over years, the line continued outside)", new LinearImputation { Extrapolation = Extrapolation.Linear }.Card.ToString());
        Assert.Equal("Last value carried forward (over any number of years)", new LastValueImputation().Card.ToString());
        Assert.Equal("Last value carried forward (over at most 1 year)", new LastValueImputation { MaximumYears = 1 }.Card.ToString());
    }

    [Fact]
    public void Each_city_by_its_own_years()
    {
        using var study = new StudyFolder();
        study.Panel("Alder,2004,133,56,18,6,24", "Alder,2004,133,56,18,6,").Panel("Birch,2002,210,82,33,6,58", "Birch,2002,210,82,33,6,").Panel("Birch,2001,200,80,30,6,60", "Birch,2001,200,80,30,6,").Panel("Cedar,2003,60,41,5,3,28", "Cedar,2003,60,41,5,3,");
        var linear = study.Build(new() { Imputation = new LinearImputation() }).Indicators;
        Assert.Equal((26 / 55.0 + 30 / 64.0) / 2, linear["WAS", "Cedar", 2003], 1e-15);
        Assert.Equal([("Cedar", 2003)], linear.Filled.Select(f => (f.City.Key, f.Year)));
        Assert.Equal(["1 of 96 cells filled in, 3 stay missing", "WAS filled in: Cedar 2003"], linear.Cards.Single().Did);
        var last = study.Build(new() { Imputation = new LastValueImputation() }).Indicators;
        Assert.Equal((23 / 121.0, 26 / 55.0, No), (last["WAS", "Alder", 2004], last["WAS", "Cedar", 2003], last["WAS", "Birch", 2002]));
    }

    [Fact]
    public void What_is_filled_lies_between_its_neighbours_and_a_second_time_fills_nothing_more() =>
        Gen.Select(Gen.Double[-100, 100].Array[1, 15], Gen.Bool.Array[15], Gen.Enum<Extrapolation>()).Sample((x, gaps, extrapolation) =>
        {
            var series = x.Select((v, i) => gaps[i] ? No : v).ToArray();
            var filled = LinearImputation.Of(series, extrapolation);
            var known = series.Where(v => !double.IsNaN(v)).ToArray();
            return x.Select((v, i) => gaps[i] || filled[i] == v).All(same => same)
                && (extrapolation == Extrapolation.Linear || filled.Where(v => !double.IsNaN(v)).All(v => v >= known.Min() - 1e-9 && v <= known.Max() + 1e-9))
                && LinearImputation.Of(filled, extrapolation).SequenceEqual(filled);
        });

    private static bool Near(double a, double b) => a.Equals(b) || Math.Abs(a - b) < 1e-12;
}
