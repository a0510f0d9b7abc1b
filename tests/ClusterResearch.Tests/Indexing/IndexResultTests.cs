using System.Globalization;
using ClusterResearch.Data;
using ClusterResearch.Indexing;
using ClusterResearch.Indexing.Aggregating;
using ClusterResearch.Indexing.Normalising;
using ClusterResearch.Indexing.Weighing;
using ClusterResearch.Rendering;
using ClusterResearch.Tests.Support;
using CsCheck;

namespace ClusterResearch.Tests.Indexing;

public sealed class IndexResultTests
{
    private static readonly IndexDesign Design = Open(SoundStudy.Panel);
    private static readonly string[] Keys = ["Alder", "Birch", "Cedar", "Dogwood"];

    [Fact]
    public void Contributions_of_nodes_that_cover_the_tree_sum_to_the_score()
    {
        foreach (var recipe in Recipes)
        {
            var index = recipe.Build(Design);
            foreach (var (city, year) in Keys.SelectMany(c => Enumerable.Range(2001, 4).Select(y => (c, y))))
            {
                Assert.Equal(index.Score(city, year), index.Contributions(city, year, ["IN", "OUT"]).Sum(), 1e-12);
                Assert.Equal(index.Score(city, year), index.Contributions(city, year, index.Tree.Dimensions.Select(n => n.Code)).Sum(), 1e-12);
                Assert.Equal(index.Score(city, year), index.Contributions(city, year, index.Tree.Indicators.Select(n => n.Code)).Sum(), 1e-12);
            }
        }
    }

    [Fact]
    public void Dimensions_are_the_lowest_nodes_and_the_indicators_beside_them() =>
        Assert.Equal(["MON", "PEO", "PRD", "WAS"], new IndexRecipe().Build(Design).Tree.Dimensions.Select(n => n.Code));

    [Fact]
    public void Permuting_the_cities_permutes_the_results()
    {
        foreach (var recipe in Recipes)
        {
            var index = recipe.Build(Design);
            Gen.Shuffle(Keys).Sample(order =>
            {
                var shuffled = (recipe with { Cities = [.. order] }).Build(Design);
                foreach (var (city, year) in order.SelectMany(c => Enumerable.Range(2001, 4).Select(y => (c, y))))
                {
                    Assert.All(index.Tree.Nodes, n => Assert.Equal(index.Score(city, year, n.Code), shuffled.Score(city, year, n.Code), 1e-12));
                    Assert.Equal(index.Rank(city, year), shuffled.Rank(city, year));
                }
            }, iter: 24);
        }
    }

    [Fact]
    public void A_change_of_unit_of_a_variable_leaves_the_min_max_scores() =>
        Gen.Double[0.01, 100].Sample(factor =>
        {
            var lines = SoundStudy.Panel.Split('\n').Select((l, i) => i == 0 || l.Length == 0 ? l : Scaled(l, factor));
            var (before, after) = (new IndexRecipe().Build(Design), new IndexRecipe().Build(Open(string.Join('\n', lines))));
            Assert.All(Keys, c => Assert.Equal(before.Score(c, 2003), after.Score(c, 2003), 1e-9));
        }, iter: 10);

    [Theory]
    [InlineData("de-DE")]
    [InlineData("zh-CN")]
    [InlineData("ar-SA")]
    public void Results_and_their_texts_do_not_depend_on_the_culture(string culture)
    {
        var expected = Everything();
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(expected, Everything());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Results_do_not_depend_on_the_thread()
    {
        var expected = Everything();
        Assert.All(Enumerable.Range(0, 8).AsParallel().WithDegreeOfParallelism(4).Select(_ => Everything()).ToArray(), text => Assert.Equal(expected, text));
    }

    [Fact]
    public void The_ranking_of_a_year_as_a_table()
    {
        var index = new IndexRecipe { Weighting = new EqualWeights() }.Build(Design);
        var table = index.ToTable(2004);
        Assert.Equal("Performance, 2004", table.Title);
        Assert.Equal(["Rank", "City", "Performance", "Input", "Outcome"], table.Columns.Select(c => c.Title));
        Assert.Equal([1.0, 2.0, 3.0, 4.0], table.Rows.Select(r => r[0]));
        Assert.Equal(index.Score((string)table.Rows[0][1]!, 2004), table.Rows[0][2]);
        Assert.Equal("绩效，2004年", index.ToTable(2004, ["MON"], Language.Chinese).Title);
        Assert.Contains(index.ToTable(2004, language: Language.Chinese).Rows, r => (string?)r[1] == "桤木市");
        Assert.Equal("4 cities, 2001–2004, 6 indicators from study/panel.csv.", table.Notes[1].Replace(index.Design.Panel.File.Name, "study/panel.csv", StringComparison.Ordinal));
    }

    [Fact]
    public void Cities_without_a_score_stand_last_in_the_table()
    {
        using var study = new StudyFolder();
        study.Panel("Dogwood,2004,185", "Dogwood,2004,");
        var table = study.Build(new() { Missing = new MissingRule.Propagate() }).ToTable(2004);
        Assert.Equal(("Dogwood", null, null), ((string?)table.Rows[3][1], table.Rows[3][0], table.Rows[3][2]));
    }

    [Fact]
    public void The_median_is_over_the_cities_that_have_a_score()
    {
        using var study = new StudyFolder();
        var index = study.Panel("Birch,2002,210,82,33,6,58", "Birch,2002,210,82,33,6,").Build();
        var three = new[] { "Alder", "Cedar", "Dogwood" }.Select(c => index.Score(c, 2002, "WAS")).Order().ToArray();
        Assert.Equal(three[1], index.Median(2002, "WAS"));
        var four = Keys.Select(c => index.Score(c, 2003)).Order().ToArray();
        Assert.Equal((four[1] + four[2]) / 2, index.Median(2003), 1e-15);
    }

    [Fact]
    public void Equal_cities_tie_by_the_recipes_rule()
    {
        var twins = string.Join('\n', SoundStudy.Panel.Split('\n').Select(l => l.StartsWith("Cedar", StringComparison.Ordinal)
            ? SoundStudy.Panel.Split('\n').Single(d => d.StartsWith(l.Replace("Cedar", "Dogwood", StringComparison.Ordinal)[..12], StringComparison.Ordinal)).Replace("Dogwood", "Cedar", StringComparison.Ordinal)
            : l));
        var design = Open(twins);
        double?[] Ranks(TieRule ties) => [.. new[] { "Cedar", "Dogwood" }.Select(c => (new IndexRecipe { Ties = ties }).Build(design).Rank(c, 2002))];
        var min = Ranks(TieRule.Min)[0]!.Value;
        Assert.Equal([min, min], Ranks(TieRule.Min));
        Assert.Equal([min + 0.5, min + 0.5], Ranks(TieRule.Average));
        Assert.Equal([min, min + 1], Ranks(TieRule.First));
    }

    private static IEnumerable<IndexRecipe> Recipes =>
    [
        new(),
        new() { Normalisation = new MinMax { To = (0.01, 1) }, Aggregation = new GeometricMean(), Weighting = new EqualWeights() },
        new() { Normalisation = new ZScore(), Weighting = new EqualWeights() },
        new() { Normalisation = new GoalpostsNormalisation(), Aggregation = new PowerMean(0.5) },
    ];

    private static string Everything()
    {
        var index = new IndexRecipe { Normalisation = new MinMax { To = (0.5, 10.5) }, Weighting = new EntropyWeights { Shift = 0.25 } }.Build(Open(SoundStudy.Panel));
        var tables = new[] { index.ToTable(2003), index.Weights.ToTable(), index.Explain("Birch", 2003).ToTable(), index.Tree.ToTable() };
        return string.Concat(tables.Select(t => (t.ToString() + t.ToCsv() + t.Render(MimeType.Html) + t.Render(MimeType.Table)).Replace(Path.GetDirectoryName(index.Design.Panel.File.Name)!, "", StringComparison.Ordinal)));
    }

    private static string Scaled(string line, double factor)
    {
        var cells = line.Split(',');
        cells[6] = (double.Parse(cells[6], CultureInfo.InvariantCulture) * factor).ToString("R", CultureInfo.InvariantCulture);
        cells[4] = (double.Parse(cells[4], CultureInfo.InvariantCulture) * factor).ToString("R", CultureInfo.InvariantCulture);
        return string.Join(',', cells);
    }

    private static IndexDesign Open(string panel)
    {
        using var study = new StudyFolder();
        return study.With("panel.csv", panel).Open().Index("index");
    }
}
