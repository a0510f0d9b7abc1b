using ClusterResearch.Indexing.Auditing;
using ClusterResearch.Indexing.Robustness;
using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests.Indexing.Robustness;

public sealed class LeaveOneOutTests
{
    [Fact]
    public void Each_thing_is_left_out_and_everything_computed_anew()
    {
        using var study = new StudyFolder();
        var index = study.Build();
        var results = LeaveOneOut.Of(index);
        Assert.Equal([6, 3, 4, 2], Enum.GetValues<LeftOut>().Select(k => results.Count(r => r.Kind == k)));
        using var other = new StudyFolder();
        var without = other.Line("index.csv", 13, null).Build();
        var expected = Consequence.Of(index, without);
        var actual = results.Single(r => r.What == "WAS Waste per output").Consequence!;
        Assert.Equal((expected.Moved, expected.Largest, expected.Spearman), (actual.Moved, actual.Largest, actual.Spearman));
    }

    [Fact]
    public void A_city_is_compared_among_the_others_and_a_year_in_the_last_common_one()
    {
        using var study = new StudyFolder();
        var index = study.Build();
        var results = LeaveOneOut.Of(index, LeftOut.City, LeftOut.Year);
        Assert.All(results.Where(r => r.Kind == LeftOut.City), r => Assert.Equal(3, r.Consequence!.Cities));
        Assert.Equal([2004, 2003], results.Where(r => r.Kind == LeftOut.Year).Select(r => r.Consequence!.Year));
    }

    [Fact]
    public void What_is_refused_without_it_says_why()
    {
        using var study = new StudyFolder();
        FlatWeightingPair(study);
        var index = study.Build(new() { Period = new(2001, 2001), Cities = ["Alder", "Birch"] });
        var result = LeaveOneOut.Of(index, LeftOut.City)[0];
        Assert.Null(result.Consequence);
        Assert.StartsWith("refused: “A” has one value only", result.Remark, StringComparison.Ordinal);
        Assert.Equal("city", LeaveOneOut.ToTable([result], index).Rows[0][1]);
    }

    private static void FlatWeightingPair(StudyFolder study) =>
        study.With("index.csv", """
            code,parent,name,name_zh,direction,unit,formula,weight,low,high,rationale,source
            GOAL,,Performance,绩效,,,,,,,Why,Own
            A,GOAL,First,第一,higher,1,output,,,,Why,Own
            B,GOAL,Second,第二,higher,1,budget,,,,Why,Own

            """);
}
