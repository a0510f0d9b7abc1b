using ClusterResearch.Indexing;
using ClusterResearch.Indexing.Variants;
using ClusterResearch.Indexing.Weighing;
using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests.Indexing.Variants;

/// <summary>Two indicators, four cities, four years; entropies come from <see cref="EntropyWeights.Of"/>, which the reference cases hold, and the slips are worked on them by hand.</summary>
public sealed class EntropyVariantTests
{
    private static readonly IndicatorTable Table = IndicatorTable.Measure(TwoIndicators.Design);
    private static readonly double[] E = [.. EntropyWeights.Of([.. Table.Design.Tree.Indicators.Select(n => (ReadOnlyMemory<double>)ClusterResearch.Indexing.Normalising.MinMax.Of(Table.Column(n.Code).Span, n.Indicator!.Direction, (0, 1)))]).Entropy];

    [Fact]
    public void A_wrong_divisor_stretches_entropies()
    {
        Expect(new() { Divisor = EntropyDivisor.Years }, e => 1 - e * Math.Log(16) / Math.Log(4));
        Expect(new() { Divisor = EntropyDivisor.Cities }, e => 1 - e * Math.Log(16) / Math.Log(4));
        Expect(new() { Divisor = EntropyDivisor.Indicators }, e => 1 - e * Math.Log(16) / Math.Log(2));
        Expect(new() { Divisor = EntropyDivisor.None }, e => 1 - e * Math.Log(16));
        Expect(new() { Divisor = EntropyDivisor.OtherBase }, e => 1 - e * Math.Log(10));
    }

    [Fact]
    public void Above_1_the_order_of_the_weights_is_turned_round()
    {
        var (right, wrong) = (EntropyVariants.Weights(new(), Table)!.Value, EntropyVariants.Weights(new() { Divisor = EntropyDivisor.Years }, Table)!.Value);
        Assert.Equal(Math.Sign(right[1] - right[0]), Math.Sign(wrong[0] - wrong[1]));
    }

    [Fact]
    public void Other_formulas()
    {
        Expect(new() { Formula = EntropyFormula.Evenness }, e => e);
        Expect(new() { Formula = EntropyFormula.Remainder }, e => 1 - e / E.Sum());
    }

    /// <summary>Both columns hold a zero after min-max, so both have entropy 0.</summary>
    [Fact]
    public void A_zero_that_kills_the_entropy() => Expect(new() { ZeroKills = true }, _ => 1);

    /// <summary>−Σ p ln p does not depend on the scale of x, so 40 + 60y is y with two thirds added, and z-scores lifted to 0 are y.</summary>
    [Fact]
    public void Variants_that_only_differ_in_scale_are_the_same()
    {
        Same(new() { Shift = new(60, 40) }, new() { Shift = new(1, 40.0 / 60) });
        Same(new() { Shift = new(0.998, 0.002) }, new() { Shift = new(1, 0.002 / 0.998) });
        Same(new() { Values = EntropyValues.LiftedZScore }, new());
        Same(new() { Values = EntropyValues.RatioToMaximum }, new() { Values = EntropyValues.Raw });
        Same(new() { Values = EntropyValues.MinMaxUndirected }, new());
    }

    /// <summary>In each year the four cities of both indicators have the same four values min-max: 1, 2/3, 1/3, 0.</summary>
    [Fact]
    public void Scaled_per_year_both_indicators_count_the_same() => Assert.All(EntropyVariants.Weights(new() { ScaledPerYear = true, Span = EntropySpan.MeanOfWeights }, Table)!.Value, w => Assert.Equal(0.5, w, 1e-12));

    [Fact]
    public void The_last_year_alone_is_the_index_of_that_year()
    {
        var year = IndicatorTable.Measure(TwoIndicators.Design, period: new(2004, 2004));
        Assert.Equal(EntropyVariants.Weights(new() { Values = EntropyValues.Raw }, year)!.Value, EntropyVariants.Weights(new() { Values = EntropyValues.Raw, Span = EntropySpan.LastYear }, Table)!.Value, Close);
    }

    [Fact]
    public void Those_that_the_library_offers_give_the_same_there()
    {
        using var study = new StudyFolder();
        var table = study.Build(new()).Measured;
        Assert.All(EntropyVariants.Known.Where(k => k.Variant.Method is not null), k =>
        {
            var weights = (new IndexRecipe { Weighting = k.Variant.Method! }).Build(table.Design).Weights;
            var expected = table.Design.Tree.Indicators.Select(n => weights.Global(n.Code));
            Assert.Equal(expected, EntropyVariants.Weights(k.Variant, table)!.Value, Close);
        });
        Assert.True(EntropyVariants.Known.Count(k => k.Variant.Method is not null) >= 5);
    }

    [Fact]
    public void Each_slip_has_its_explanation()
    {
        Assert.Null(new EntropyVariant().Trouble);
        Assert.Equal(6, EntropyVariants.Known.Count(k => k.Variant.Trouble is not null && k.Variant.Shift == EntropyShift.None) + 1);
        Assert.Equal("a shift of raw figures depends on their units", new EntropyVariant { Values = EntropyValues.Raw, Shift = new(1, 1) }.Trouble);
        Assert.Equal("costs are entered as benefits", new EntropyVariant { Values = EntropyValues.MinMaxUndirected }.Trouble);
        Assert.Equal("a shift of the size of the values evens out the shares and flattens the weights", new EntropyVariant { Shift = new(1, 1) }.Trouble);
        Assert.All(EntropyVariants.Known.Where(k => !k.Variant.Named.IsSound), k => Assert.Null(k.Variant.Method));
    }

    private static void Expect(EntropyVariant variant, Func<double, double> divergence)
    {
        var d = E.Select(divergence).ToArray();
        Assert.Equal(d.Select(v => v / d.Sum()), EntropyVariants.Weights(variant, Table)!.Value, Close);
    }

    private static void Same(EntropyVariant a, EntropyVariant b) => Assert.Equal(EntropyVariants.Weights(a, Table)!.Value, EntropyVariants.Weights(b, Table)!.Value, Close);

    private static bool Close(double a, double b) => Math.Abs(a - b) < 1e-12;
}
