using ClusterResearch.Data;
using ClusterResearch.Indexing.Aggregating;
using ClusterResearch.Indexing.Normalising;
using ClusterResearch.Indexing.Weighing;
using ClusterResearch.Rendering;
using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests.Indexing;

public sealed class ExplanationTests
{
    [Fact]
    public void Goes_down_to_the_figures_with_file_and_line()
    {
        using var study = new StudyFolder();
        var index = study.Build(new() { Weighting = new EqualWeights() });
        var explanation = index.Explain("Cedar", 2003);
        Assert.Equal(["GOAL", "IN", "MON", "MON1", "MON2", "PEO", "PEO1", "OUT", "PRD", "PRD1", "PRD2", "WAS"], explanation.Nodes.Select(n => n.Node.Code));
        var waste = explanation.Nodes[^1];
        // Cedar 2003 stands in line 12 of the panel: output 60, waste 28
        Assert.Equal(28.0 / 60, waste.Value);
        Assert.Equal((0.25, index.Score("Cedar", 2003, "WAS")), (waste.Weight, waste.Score));
        Assert.Equal(0.25 * waste.Score, waste.Contribution);
        Assert.Equal(["waste = 28 1e4 t (study/panel.csv:12)", "output = 60 1e8 CNY (study/panel.csv:12)"], waste.Figures.Select(f => f.ToString().Replace($"{Path.GetFileName(Path.GetDirectoryName(study.Path))}/study", "study", StringComparison.Ordinal)));
        Assert.Equal(index.Score("Cedar", 2003), explanation.Nodes.Where(n => n.Node.Indicator is not null).Sum(n => n.Contribution!.Value), 1e-12);
        Assert.Null(explanation.Nodes[0].Value);
        Assert.Empty(explanation.Nodes[0].Figures);
    }

    [Fact]
    public void A_missing_figure_is_said_to_be_missing()
    {
        using var study = new StudyFolder();
        var explanation = study.Panel("Birch,2002,210,82,33,6,58", "Birch,2002,210,82,33,6,").Build().Explain("Birch", 2002);
        var waste = explanation.Nodes[^1];
        Assert.Equal((double.NaN, 0), (waste.Score, waste.Weight));
        Assert.EndsWith("panel.csv:7)", waste.Figures[0].ToString(), StringComparison.Ordinal);
        Assert.StartsWith("waste missing (", waste.Figures[0].ToString(), StringComparison.Ordinal);
        Assert.Contains(explanation.ToTable().Notes, n => n.StartsWith("Figures are missing in places: 1 scores", StringComparison.Ordinal));
    }

    [Fact]
    public void A_mean_that_does_not_add_up_has_no_contributions()
    {
        using var study = new StudyFolder();
        var explanation = study.Build(new() { Aggregation = new GeometricMean(), Normalisation = new MinMax { To = (0.1, 1) } }).Explain("Alder", 2001);
        Assert.All(explanation.Nodes, n => Assert.Null(n.Contribution));
    }

    [Fact]
    public void As_a_table_it_is_indented_by_depth_and_carries_the_notes()
    {
        using var study = new StudyFolder();
        var explanation = study.Build().Explain("Alder", 2001);
        var table = explanation.ToTable(Language.Chinese);
        Assert.Equal("桤木市2001年：从得分到原始数据", table.Title);
        Assert.Equal("\u2003\u2003\u2003预算占比", table.Rows[3][1]);
        Assert.Equal("Weights are those in force for this city and year, after renormalising over what is present.", table.Notes[0]);
        Assert.Equal(table.MimeTypes, explanation.MimeTypes);
        Assert.Equal(explanation.ToTable().Render(MimeType.Html), explanation.Render(MimeType.Html));
        Assert.Equal(explanation.ToTable().ToString(), explanation.ToString());
    }
}
