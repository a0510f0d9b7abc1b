using ClusterResearch.Findings;
using ClusterResearch.Indexing.Aggregating;
using ClusterResearch.Indexing.Normalising;
using ClusterResearch.Indexing.Robustness;
using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests.Indexing.Robustness;

public sealed class ChoiceSensitivityTests
{
    private static readonly SensitivityChoices OneOfEach = new()
    {
        Normalisations = [new MinMax()], Weightings = [new ClusterResearch.Indexing.Weighing.EqualWeights()], Aggregations = [new ArithmeticMean()],
        Imputations = [new ClusterResearch.Indexing.Preparing.NoImputation()], LeaveOneOut = false, Noise = new SimplexSampling(),
    };

    /// <summary>With one alternative each only the noise is left: it has all of the variance.</summary>
    [Fact]
    public void A_choice_without_alternatives_has_no_part()
    {
        using var study = new StudyFolder();
        var s = ChoiceSensitivity.Of(study.Build(), OneOfEach, "Alder", n: 256);
        Assert.All(s.Indices.Take(5), i => Assert.Equal(0, i.Total, 1e-12));
        Assert.Equal(1, s.Indices[5].Total, 0.2);
        Assert.Equal(6, s.ToTable().Rows.Length);
    }

    [Fact]
    public void Same_seed_same_numbers_and_without_a_city_the_mean_move_counts()
    {
        using var study = new StudyFolder();
        var index = study.Build(new() { Normalisation = new MinMax { To = (0.01, 1) } });
        var (one, other) = (ChoiceSensitivity.Of(index, new(), n: 64, seed: 4), ChoiceSensitivity.Of(index, new(), n: 64, seed: 4));
        Assert.Equal(one.Indices, other.Indices);
        Assert.Null(one.City);
        Assert.Contains(one.Indices, i => i.Total > 0);
        Assert.StartsWith("Sobol' indices (Jansen), N = 64, 512 points", one.Notes[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_combination_that_is_refused_is_thrown()
    {
        using var study = new StudyFolder();
        Assert.Throws<FindingsException>(() => ChoiceSensitivity.Of(study.Build(), new() { Normalisations = [new ZScore()] }, n: 16));
    }

    [Fact]
    public void An_unknown_city_is_said()
    {
        using var study = new StudyFolder();
        Assert.Throws<KeyNotFoundException>(() => ChoiceSensitivity.Of(study.Build(), OneOfEach, "Elm"));
    }
}
