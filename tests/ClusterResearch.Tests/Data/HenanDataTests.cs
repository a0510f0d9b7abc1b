using ClusterResearch.Indexing;
using ClusterResearch.Indexing.Normalising;
using ClusterResearch.Indexing.Weighing;
using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests.Data;

/// <summary>The shipped study: spot checks against the printed yearbooks, and what every part of it must have.</summary>
public sealed class HenanDataTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "data", "henan");
    private static readonly Study Study = Study.Open(Folder);

    [Fact]
    public void There_is_nothing_to_find() => Assert.Empty(Study.Validate(Folder));

    [Theory]
    [InlineData("gdp", "Xinxiang", 2010, 1189.94)]
    [InlineData("gdp", "Luoyang", 2010, 2320.25)]
    [InlineData("gdp", "Zhoukou", 2010, 1228.30)]
    [InlineData("gdp", "Shangqiu", 2010, 1143.79)]
    [InlineData("fiscal_revenue", "Xinxiang", 2020, 194.03)]
    [InlineData("fiscal_expenditure", "Xinxiang", 2020, 473.12)]
    public void Figures_are_those_of_the_yearbooks(string variable, string city, int year, double value)
    {
        var panel = Study.Panel("panel");
        Assert.Equal(value, panel[variable, city, year], 0.005 + 1e-9);
        Assert.Equal("1e8 CNY", panel.Variable(variable).Unit);
    }

    [Fact]
    public void Cities_and_years()
    {
        var (panel, cross) = (Study.Panel("panel"), Study.Panel("cross-section-2023"));
        Assert.Equal((17, 2000, 2023), (panel.Cities.Length, panel.Years[0], panel.Years[^1]));
        Assert.Equal((297, 1, 2023), (cross.Cities.Length, cross.Years.Length, cross.Years[0]));
        Assert.Equal(["Xinxiang", "Luoyang", "Zhoukou", "Shangqiu"], Study.Cities);
        Assert.Equal("Xinxiang", Study.Focus);
        Assert.All(panel.Cities, c => Assert.Equal("Henan", c.Province));
        Assert.Empty(panel.Cities.Select(c => c.Key).Except(cross.Cities.Select(c => c.Key)));
    }

    [Fact]
    public void Every_variable_has_titles_unit_and_source_and_some_figures()
    {
        foreach (var panel in Study.Panels.Select(Study.Panel))
        {
            Assert.All(panel.Variables, v => Assert.All(new[] { v.TitleEn, v.TitleZh, v.Unit, v.Source }, t => Assert.NotEmpty(t)));
            Assert.All(panel.Variables, v => Assert.Contains(panel.Series(v.Name).ToArray(), x => !double.IsNaN(x)));
            Assert.All(panel.Variables, v => Assert.NotEqual(v.TitleEn, v.TitleZh));
        }
    }

    [Fact]
    public void Shares_of_one_whole_add_up()
    {
        var panel = Study.Panel("panel");
        foreach (var (city, year) in panel.Cities.SelectMany(c => panel.Years.Select(y => (c.Key, y))))
        {
            var sum = new[] { "gdp_primary", "gdp_secondary", "gdp_tertiary" }.Sum(v => panel[v, city, year]);
            Assert.True(double.IsNaN(sum) || double.IsNaN(panel["gdp", city, year]) || Math.Abs(sum / panel["gdp", city, year] - 1) < 0.02, FormattableString.Invariant($"{city} {year}: {sum} instead of {panel["gdp", city, year]}"));
        }
    }

    [Fact]
    public void Every_index_can_be_built_and_explains_itself()
    {
        Assert.Equal(["index-2023", "index-panel"], Study.Indices);
        foreach (var design in Study.Indices.Select(Study.Index))
        {
            var index = new IndexRecipe().Build(design);
            Assert.All(design.Tree.Nodes, n => Assert.All(new[] { n.NameEn, n.NameZh, n.Rationale, n.Source }, t => Assert.NotEmpty(t)));
            Assert.All(design.Tree.Indicators, n => Assert.NotNull(n.Indicator!.Goalposts));
            Assert.Equal(["INT", "OUT"], design.Tree.Children(design.Tree.Goal.Code).Select(n => n.Code));
            Assert.All(Study.Cities, c => Assert.NotNull(index.Rank(c, design.Period.Last)));
            Assert.NotEmpty(index.Explain(Study.Focus, design.Period.Last).Nodes);
            Assert.NotNull(new IndexRecipe { Normalisation = new GoalpostsNormalisation(), Weighting = new EqualWeights() }.Build(design));
        }
    }

    [Fact]
    public void Breaks_are_of_known_variables_years_and_cities()
    {
        Assert.NotEmpty(Study.Breaks);
        var panels = Study.Panels.Select(Study.Panel).ToArray();
        Assert.All(Study.Breaks, b =>
        {
            Assert.Contains(panels, p => p.Has(b.Variable) && b.Year >= p.Years[0] && b.Year <= p.Years[^1] && b.Cities.All(c => p.Cities.Any(k => k.Key == c)));
            Assert.All(new[] { b.EffectEn, b.EffectZh, b.Source }, t => Assert.NotEmpty(t));
        });
    }
}
