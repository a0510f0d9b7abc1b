using ClusterResearch.Data;
using ClusterResearch.Indexing;
using ClusterResearch.Indexing.Evaluating;
using ClusterResearch.Indexing.Weighing;
using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests.Indexing.Evaluating;

public sealed class CityCouplingTests
{
    private static readonly CityCoupling Coupling = CouplingCoordination.Of(new IndexRecipe { Weighting = new EqualWeights() }.Build(TwoIndicators.Design));

    [Fact]
    public void Halves_of_an_index_by_hand()
    {
        // min-max: Alder 2001 has 30/33 and 10/33
        var (a, b) = (30 / 33.0, 10 / 33.0);
        var c = 2 * Math.Sqrt(a * b) / (a + b);
        Assert.Equal(c, Coupling.Coupling("Alder", 2001), 1e-14);
        Assert.Equal((a + b) / 2, Coupling.Level("Alder", 2001), 1e-14);
        Assert.Equal(Math.Sqrt(c * (a + b) / 2), Coupling.Coordination("Alder", 2001), 1e-14);
        Assert.Equal("Intermediate coordination", Coupling.Band("Alder", 2001)!.NameEn); // √√(a b) = 0.725
        Assert.Equal(["X1", "X2"], Coupling.Systems.Select(s => s.Code));
    }

    [Fact]
    public void A_city_with_nothing_in_both_has_the_lowest_band() => Assert.Equal((0, "Extreme imbalance"), (Coupling.Coordination("Dogwood", 2001), Coupling.Band("Dogwood", 2001)!.NameEn));

    [Fact]
    public void Without_a_score_there_is_no_band()
    {
        using var study = new StudyFolder();
        var index = study.Panel("Birch,2002,210,82,33,6,58", "Birch,2002,210,82,33,6,").Build(new() { Weighting = new EqualWeights() });
        var coupling = CouplingCoordination.Of(index, ["IN", "WAS"]);
        Assert.Null(coupling.Band("Birch", 2002));
        Assert.Null(coupling.ToTable(2002).Rows[^1][^1]);
    }

    [Fact]
    public void As_a_table_the_most_coordinated_stands_first_and_the_form_is_named()
    {
        var table = Coupling.ToTable(2004, Language.Chinese);
        Assert.Equal("耦合协调度，2004年", table.Title);
        Assert.Equal("白桦市", table.Rows[0][0]);
        Assert.Equal("优质协调", table.Rows[0][^1]);
        Assert.StartsWith("Coupling coordination, form Standard: C = n·(ΠU)^(1/n) / ΣU; T = weighted mean of the systems, D = √(C·T). Bands: Extreme imbalance from 0; Serious imbalance from 0.1;", table.Notes[0], StringComparison.Ordinal);
        Assert.All(Enum.GetValues<CouplingForm>(), f => Assert.Contains($"form {f}: C = ", CouplingCoordination.Of(Coupling.Index, form: f).Notes[0], StringComparison.Ordinal));
        Assert.Throws<KeyNotFoundException>(() => Coupling.Coordination("Elm", 2001));
    }
}
