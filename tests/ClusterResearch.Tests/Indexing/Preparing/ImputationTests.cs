using ClusterResearch.Data;
using ClusterResearch.Indexing;
using ClusterResearch.Indexing.Preparing;
using ClusterResearch.Indexing.Weighing;
using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests.Indexing.Preparing;

/// <summary>What every imputation has in common: nothing is filled unseen.</summary>
public sealed class ImputationTests
{
    [Fact]
    public void Without_one_nothing_is_filled()
    {
        using var study = new StudyFolder();
        var index = Gap(study).Build();
        Assert.Equal(double.NaN, index.Indicators["WAS", "Cedar", 2003]);
        Assert.Empty(index.Indicators.Filled);
        Assert.DoesNotContain(index.Explain("Cedar", 2003).ToTable().Columns, c => c.Key == "preparation");
        Assert.Equal("Nothing was filled in.", index.Indicators.FilledTable().Notes.Single());
        Assert.Equal("No imputation (missing cells stay missing)", index.Recipe.Imputation.Card.ToString());
    }

    public static TheoryData<Imputation> All => [new MeanImputation(), new MedianImputation { PerYear = true }, new LinearImputation(), new LinearImputation { Extrapolation = Extrapolation.Linear }, new LastValueImputation()];

    [Theory, MemberData(nameof(All))]
    public void Every_filled_cell_is_marked_to_the_end(Imputation imputation)
    {
        using var study = new StudyFolder();
        var index = Gap(study).Build(new() { Imputation = imputation, Treatment = new PercentileWinsorising(), Weighting = new EqualWeights() });
        foreach (var node in index.Tree.Indicators)
        {
            foreach (var city in index.Cities)
            {
                foreach (var year in Enumerable.Range(2001, 4))
                {
                    var filled = double.IsNaN(index.Measured[node.Code, city.Key, year]) && !double.IsNaN(index.Indicators[node.Code, city.Key, year]);
                    Assert.Equal(filled, index.Indicators.IsFilled(node.Code, city.Key, year));
                }
            }
        }
        var cell = index.Indicators.Filled.Single();
        Assert.Equal(("WAS", "Cedar", 2003, imputation.Card.ToString()), (cell.Code, cell.City.Key, cell.Year, cell.How));
        Assert.Contains($"{imputation.Card.Name}: 1 of 96 cells filled in, 0 stay missing.", index.Notes);
        Assert.Contains(imputation.Card.ToString(), index.Recipe.ToString(), StringComparison.Ordinal);
        var explained = index.Explain("Cedar", 2003).Nodes.Single(n => n.Node.Code == "WAS");
        Assert.StartsWith("imputation: missing → 0.", explained.Preparation[0], StringComparison.Ordinal);
        Assert.Contains("imputation: missing →", index.Explain("Cedar", 2003).ToString(), StringComparison.Ordinal);
        Assert.Contains("waste missing", explained.Figures[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_filled_cells_as_a_table()
    {
        using var study = new StudyFolder();
        var index = Gap(study).Build(new() { Imputation = new LinearImputation() });
        var table = index.Indicators.FilledTable();
        Assert.Equal(["WAS", "Waste per output", "Cedar", "2003", index.Indicators["WAS", "Cedar", 2003], "t/1e4 CNY", "Linear imputation (over years, inner gaps only)"], table.Rows.Single().AsEnumerable());
        Assert.Equal("填补的数据", index.Indicators.FilledTable(Language.Chinese).Title);
        Assert.Equal("Linear imputation: 1 of 96 cells filled in, 0 stay missing.", table.Notes.Single());
    }

    [Fact]
    public void What_is_filled_is_missing_no_more()
    {
        using var study = new StudyFolder();
        Assert.Empty(Gap(study).Build(new() { Imputation = new LinearImputation(), Missing = new MissingRule.Refuse() }).Reweightings);
    }

    /// <summary>A city that a screening drops takes the marks of its cells with it.</summary>
    [Fact]
    public void Marks_go_with_what_is_dropped_later()
    {
        using var study = new StudyFolder();
        var table = IndicatorTable.Measure(Gap(study).Panel("Birch,2001,200,80,30,6,60", "Birch,2001,,,,,").Open().Index("index"));
        var filled = new LinearImputation().Apply(table);
        var screened = new Screening { CityCoverage = 0.9 }.Apply(filled);
        Assert.Equal(["Alder", "Cedar", "Dogwood"], screened.Cities.Select(c => c.Key));
        Assert.True(screened.IsFilled("WAS", "Cedar", 2003));
        Assert.Same(table, screened.Measured);
        Assert.Equal(["Linear imputation", "Screening by coverage"], screened.Cards.Select(c => c.Name));
        using var other = new StudyFolder(); // waste is missing in Birch 2001 as well, which no line can fill
        Assert.Empty(new Screening { IndicatorCoverage = 0.94 }.Apply(new LinearImputation().Apply(IndicatorTable.Measure(Gap(other).Panel("Birch,2001,200,80,30,6,60", "Birch,2001,200,80,30,6,").Open().Index("index")))).Filled);
    }

    [Fact]
    public void Steps_are_taken_one_by_one_as_well()
    {
        using var study = new StudyFolder();
        var design = Gap(study).Open().Index("index");
        var recipe = new IndexRecipe { Denomination = new Denomination { ["WAS"] = "students" }, Imputation = new LinearImputation(), Treatment = new CountWinsorising { High = 1 } };
        var table = recipe.Treatment.Apply(recipe.Imputation.Apply(recipe.Denomination.Apply(IndicatorTable.Measure(design))));
        var index = recipe.Build(design);
        Assert.All(index.Tree.Indicators, n => Assert.Equal(table.Column(n.Code).ToArray(), index.Indicators.Column(n.Code).ToArray()));
        Assert.Equal(["denomination", "imputation", "treatment"], index.Indicators.Cards.Select(c => c.Step));
        Assert.Equal(["denomination", "imputation", "treatment", "missing values", "normalisation", "weighting", "aggregation"], recipe.Cards.Select(c => c.Step));
        Assert.Same(table, new NoImputation().Apply(table));
    }

    private static StudyFolder Gap(StudyFolder study) => study.Panel("Cedar,2003,60,41,5,3,28", "Cedar,2003,60,41,5,3,");
}
