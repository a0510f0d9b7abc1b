using ClusterResearch.Location;
using CsCheck;

namespace ClusterResearch.Tests.Location;

public sealed class ShiftShareTests
{
    [Fact]
    public void By_hand()
    {
        // nation 100 → 120: industry 1 doubles, industry 2 stands still
        var s = ShiftShare.Of([10, 30], [18, 30], [20, 80], [40, 80]);
        Assert.Equal([2, 6], s.National.Select(v => Math.Round(v, 12)));
        Assert.Equal([8, -6], s.IndustryMix.Select(v => Math.Round(v, 12)));
        Assert.Equal([-2, 0], s.Regional.Select(v => Math.Round(v, 12)));
        Assert.Equal((50 / 48.0, 48 / 50.0), (s.MixFactor, s.RegionalFactor));
    }

    [Fact]
    public void A_new_industry_of_the_region_is_its_own_doing_and_Esteban_cannot_split_it()
    {
        var s = ShiftShare.Of([0, 30], [5, 30], [20, 80], [20, 80]);
        Assert.Equal(5, s.Regional[0]);
        Assert.True(double.IsNaN(s.Competitive[0]));
    }

    [Fact]
    public void The_parts_add_up_to_growth() =>
        Gen.Double[1, 50].Array[12].Sample(x =>
        {
            double[] nation0 = [.. x[..3].Zip(x[6..9], (a, b) => a + b)], nation1 = [.. x[3..6].Zip(x[9..], (a, b) => a + b)];
            var s = ShiftShare.Of(x.AsSpan(0, 3), x.AsSpan(3, 3), nation0, nation1);
            for (var i = 0; i < 3; i++)
            {
                Assert.Equal(s.Growth[i], s.National[i] + s.IndustryMix[i] + s.Regional[i], 1e-9);
                Assert.Equal(s.Regional[i], s.Competitive[i] + s.Allocation[i], 1e-9);
            }
        });

    [Fact]
    public void Bad_input_is_refused()
    {
        Assert.Throws<ArgumentException>(() => ShiftShare.Of([1], [1, 2], [1], [1]));
        Assert.StartsWith("A figure is missing or negative", Assert.Throws<ArgumentException>(() => ShiftShare.Of([1], [double.NaN], [1], [1])).Message, StringComparison.Ordinal);
    }
}
