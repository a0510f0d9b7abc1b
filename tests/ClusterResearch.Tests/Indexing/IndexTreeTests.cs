using ClusterResearch.Data;
using ClusterResearch.Findings;
using ClusterResearch.Indexing;
using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests.Indexing;

public sealed class IndexTreeTests
{
    private static readonly IndexTree Tree = Open();

    [Fact]
    public void Nodes_come_parent_first_in_the_files_order()
    {
        Assert.Equal(["GOAL", "IN", "MON", "MON1", "MON2", "PEO", "PEO1", "OUT", "PRD", "PRD1", "PRD2", "WAS"], Tree.Nodes.Select(n => n.Code));
        Assert.Equal("GOAL", Tree.Goal.Code);
        Assert.Equal([0, 1, 2, 3, 3], new[] { "GOAL", "IN", "PRD", "PRD1", "MON2" }.Select(Tree.Depth));
        Assert.Equal(["PRD", "WAS"], Tree.Children("OUT").Select(n => n.Code));
        Assert.Equal(["PRD1", "PRD2", "WAS"], Tree.IndicatorsUnder("OUT").Select(n => n.Code));
        Assert.Equal(["WAS"], Tree.IndicatorsUnder("WAS").Select(n => n.Code));
        Assert.Equal(6, Tree.Indicators.Length);
    }

    [Fact]
    public void Rows_may_stand_in_any_order()
    {
        using var study = new StudyFolder();
        var lines = SoundStudy.Index.TrimEnd('\n').Split('\n');
        var tree = study.With("index.csv", string.Join('\n', lines.Skip(1).Reverse().Prepend(lines[0]))).Open().Index("index").Tree;
        Assert.Equal(["GOAL", "OUT", "WAS", "PRD", "PRD2", "PRD1", "IN", "PEO", "PEO1", "MON", "MON2", "MON1"], tree.Nodes.Select(n => n.Code));
        Assert.Equal(13, tree["GOAL"].Line);
    }

    [Fact]
    public void A_goal_may_be_its_own_indicator()
    {
        using var study = new StudyFolder();
        study.With("index.csv", SoundStudy.Index.Split('\n')[0] + "\nGOAL,,Output,产出,higher,1e8 CNY,output,,,,,\n");
        var index = study.Build();
        Assert.Equal(1, index.Score("Birch", 2004));
        Assert.Equal(["GOAL"], index.Tree.Dimensions.Select(n => n.Code));
        Assert.Equal(1, index.Rank("Birch", 2001));
    }

    [Fact]
    public void Names_fall_back_to_english()
    {
        using var study = new StudyFolder();
        var node = study.Index("Waste per output,单位产出废物", "Waste per output,").Open().Index("index").Tree["WAS"];
        Assert.Equal("Waste per output", node.Name(Language.Chinese));
        Assert.Equal("单位产出废物", Tree["WAS"].Name(Language.Chinese));
        Assert.Equal((new Direction.Lower(), "t/1e4 CNY", "waste / output", new Goalposts(0, 1)), (node.Indicator!.Direction, node.Indicator.Unit, node.Indicator.Formula.Text, node.Indicator.Goalposts));
    }

    [Fact]
    public void An_unknown_code_is_named_with_the_nearest()
    {
        var finding = Assert.Throws<FindingsException>(() => Tree["PRD3"]).Findings.Single();
        Assert.Equal(("CR3110", "the code “PRD3”", "did you mean “PRD”? correct the code"), (finding.Code.Id, finding.Found, finding.WayOut));
    }

    [Fact]
    public void The_table_tells_what_a_formula_may_use() =>
        Assert.Contains("lq(x, t): location quotient (x/t) / (sum(x)/sum(t))", Tree.ToTable().Notes[0], StringComparison.Ordinal);

    private static IndexTree Open()
    {
        using var study = new StudyFolder();
        return study.Open().Index("index").Tree;
    }
}
