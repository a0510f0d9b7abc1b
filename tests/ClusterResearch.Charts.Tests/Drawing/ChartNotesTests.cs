using ClusterResearch.Charts.Drawing;
using ClusterResearch.Charts.Tests.Support;
using ClusterResearch.Data;
using ClusterResearch.Indexing;

namespace ClusterResearch.Charts.Tests.Drawing;

public sealed class ChartNotesTests
{
    [Fact]
    public void Says_method_with_variants_and_sample()
    {
        var recipe = Sample.Result.Recipe;
        Assert.Equal($"First. Method: {recipe.Normalisation.Card}; {recipe.Weighting.Card}; {recipe.Aggregation.Card}. 5 cities, 2001–2005.",
            ChartNotes.Of(Sample.Result, 2004, Language.English, "First.", null));
    }

    [Fact]
    public void Counts_scores_that_rest_on_a_part() =>
        Assert.EndsWith(" 1 score rests on a part of its indicators because figures are missing.", ChartNotes.Of(Sample.Result, 2005, Language.English), StringComparison.Ordinal);

    [Fact]
    public void Names_scores_that_are_missing()
    {
        var strict = (Sample.Result.Recipe with { Missing = new MissingRule.Renormalise(0.6) }).Build(Sample.Result.Design);
        Assert.Contains($" No score for want of figures: Performance ({SmallStudy.Template} 2005), ", ChartNotes.Of(strict, 2005, Language.English), StringComparison.Ordinal);
        Assert.Contains("市场支持 (戊市 2005)", ChartNotes.Of(strict, 2005, Language.Chinese), StringComparison.Ordinal);
    }
}
