using System.Collections.Immutable;
using ClusterResearch.Data;
using ClusterResearch.Stages;

namespace ClusterResearch.Tests.Stages;

public sealed class StageAgreementTests
{
    private static readonly ImmutableArray<City> Cities = [new("A", "Alder", "桤木市", "P", "省")];

    private static StageAssignment Method(string name, params Stage?[] stages) => new(name, [], Cities, [.. Enumerable.Range(2001, stages.Length)], (_, y) => new(stages[y - 2001], "seen"));

    [Fact]
    public void Most_methods_decide_and_a_tie_does_not()
    {
        var agreement = StageAgreement.Of(
            Method("x", Stage.Growth, Stage.Growth, null, null), Method("y", Stage.Growth, Stage.Maturity, Stage.Decline, null), Method("z", Stage.Maturity, null, Stage.Decline, null));
        Assert.Equal([Stage.Growth, null, Stage.Decline, null], Enumerable.Range(2001, 4).Select(y => agreement.Majority["A", y].Stage));
        Assert.Equal(2 / 3.0, agreement.Majority["A", 2001].Confidence, 1e-15);
        Assert.Equal("x: growth; y: maturity", agreement.Majority["A", 2002].Reason);
        Assert.Equal("no method gives a stage", agreement.Majority["A", 2004].Reason);
        Assert.Equal([true, true, false, false], Enumerable.Range(2001, 4).Select(y => agreement.IsDisputed("A", y)));
        Assert.Equal(["x – y", "x – z", "y – z", "all (Fleiss)"], agreement.ToTable().Rows.Select(r => r[0]));
        Assert.Equal(3.0, agreement.ToTable().Rows[3][5]);
    }

    [Fact]
    public void Only_what_all_judge_is_compared()
    {
        var agreement = StageAgreement.Of(Method("x", Stage.Growth, Stage.Growth), Method("y", Stage.Growth));
        Assert.Equal([2001], agreement.Years);
        Assert.Throws<ArgumentException>(() => StageAgreement.Of(Method("x", Stage.Growth)));
        Assert.Throws<ArgumentException>(() => StageAgreement.Of(Method("x", Stage.Growth), Method("y")));
    }
}
