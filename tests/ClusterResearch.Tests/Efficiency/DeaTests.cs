using ClusterResearch.Efficiency;
using CsCheck;

namespace ClusterResearch.Tests.Efficiency;

/// <summary>Envelopment by hand and by what must hold; the reference cases hold published examples.</summary>
public sealed class DeaTests
{
    private static readonly ReadOnlyMemory<double>[] X = [new double[] { 2, 4, 4 }], Y = [new double[] { 2, 2, 4 }];

    /// <summary>Output per input is 1, 1/2, 1: the second needs twice the input.</summary>
    [Fact]
    public void One_input_and_output_by_hand()
    {
        var units = Dea.Of(X, Y).Units;
        Assert.Equal([1, 0.5, 1], units.Select(u => Math.Round(u.Score, 12)));
        Assert.Equal([1, 2, 1], Dea.Of(X, Y, orientation: Orientation.Output).Units.Select(u => Math.Round(u.Score, 12)));
        Assert.Equal(0, units[1].SlackSum, 1e-9);
        Assert.DoesNotContain(units[1].Peers, p => p.Unit == 1);
    }

    /// <summary>Without the first, the second would be the frontier's only small unit: 4 for 2 outputs; the first uses 2.</summary>
    [Fact]
    public void Super_efficiency_leaves_the_unit_out()
    {
        var units = Dea.Of(X, Y, super: true).Units;
        Assert.Equal([1, 0.5, 1], units.Select(u => Math.Round(u.Score, 12)));
        var variable = Dea.Of(X, Y, Returns.Variable, super: true).Units;
        Assert.Equal(2, variable[0].Score, 1e-9); // the smallest of the others has input 4
        Assert.True(double.IsNaN(variable[2].Score)); // nobody else has 4 outputs
    }

    [Fact]
    public void Returns_to_scale() =>
        Assert.Equal(["increasing", "constant", "decreasing"], Dea.Scale([new double[] { 2, 3, 5 }], [new double[] { 1, 3, 4 }]).Select(s => s.Returns));

    private static readonly Gen<(double[] X1, double[] X2, double[] Y)> Data =
        from n in Gen.Int[3, 8]
        from x1 in Gen.Double[1, 100].Array[n]
        from x2 in Gen.Double[1, 100].Array[n]
        from y in Gen.Double[1, 100].Array[n]
        select (x1, x2, y);

    [Fact]
    public void What_must_hold_of_every_frontier() =>
        Data.Sample(d =>
        {
            ReadOnlyMemory<double>[] x = [d.X1, d.X2], y = [d.Y];
            var (ccr, bcc, turned) = (Dea.Of(x, y).Units, Dea.Of(x, y, Returns.Variable).Units, Dea.Of(x, y, orientation: Orientation.Output).Units);
            Assert.Contains(ccr, u => u.Score > 1 - 1e-9);
            for (var i = 0; i < ccr.Length; i++)
            {
                Assert.InRange(ccr[i].Score, 0, bcc[i].Score + 1e-9);
                Assert.InRange(bcc[i].Score, 0, 1 + 1e-9);
                Assert.Equal(ccr[i].Efficiency, turned[i].Efficiency, 1e-7); // with constant returns both ways are the same
                // the peers make at least as much of the shrunk inputs
                Assert.True(ccr[i].Peers.Sum(p => p.Intensity * d.X1[p.Unit]) <= ccr[i].Score * d.X1[i] * (1 + 1e-7));
                Assert.True(ccr[i].Peers.Sum(p => p.Intensity * d.Y[p.Unit]) >= d.Y[i] * (1 - 1e-7));
            }
            var units = Dea.Of([d.X1.Select(v => v * 1000).ToArray(), d.X2], [d.Y.Select(v => v / 7).ToArray()]).Units;
            Assert.All(ccr.Zip(units), p => Assert.Equal(p.First.Score, p.Second.Score, 1e-7));
        }, iter: 30);

    [Fact]
    public void The_table_names_model_and_peers()
    {
        var table = Dea.Of(X, Y).ToTable(["A", "B", "C"]);
        Assert.StartsWith("DEA, constant returns (CCR), input-oriented.", table.Notes[0], StringComparison.Ordinal);
        Assert.Equal("2 of 3 units are on the frontier.", table.Notes[1]);
        Assert.Equal("2 names for 3 units. (Parameter 'names')", Assert.Throws<ArgumentException>(() => Dea.Of(X, Y).ToTable(["A", "B"])).Message);
    }

    [Fact]
    public void What_cannot_be_compared_is_refused()
    {
        Assert.StartsWith("Inputs and outputs are numbers of zero or more, none missing", Assert.Throws<ArgumentException>(() => Dea.Of([new double[] { 1, double.NaN }], [new double[] { 1, 1 }])).Message, StringComparison.Ordinal);
        Assert.StartsWith("Unit 2 has no input or no output at all", Assert.Throws<ArgumentException>(() => Dea.Of([new double[] { 1, 1 }], [new double[] { 1, 0 }])).Message, StringComparison.Ordinal);
        Assert.StartsWith("Envelopment needs at least one input", Assert.Throws<ArgumentException>(() => Dea.Of([], [new double[] { 1 }])).Message, StringComparison.Ordinal);
    }
}
