using System.Text.Json;
using ClusterResearch.Data;
using ClusterResearch.Indexing;
using ClusterResearch.Indexing.Aggregating;
using ClusterResearch.Indexing.Evaluating;
using ClusterResearch.Indexing.Normalising;
using ClusterResearch.Indexing.Preparing;
using ClusterResearch.Indexing.Robustness;
using ClusterResearch.Indexing.Weighing;
using ClusterResearch.Location;
using ClusterResearch.Rendering;
using ClusterResearch.Stages;

namespace ClusterResearch.Charts.Tests.Support;

/// <summary>The small study computed once, every chart of it, and ways to look into a plot.</summary>
internal static class Sample
{
    public static Study Study { get; } = SmallStudy.Open();

    public static IndexResult Result { get; } = new IndexRecipe { Weighting = new EqualWeights() }.Build(Study.Index("index"));

    /// <summary>The same with its one missing value filled in.</summary>
    public static IndexResult Filled { get; } = (Result.Recipe with { Imputation = new LastValueImputation() }).Build(Result.Design);

    public static Highlight Highlight { get; } = Highlight.Of(Study);

    /// <summary>Sixteen years of S-curves, later for each city; the last city falls.</summary>
    public static System.Collections.Immutable.ImmutableArray<int> LongYears { get; } = [.. Enumerable.Range(2000, 16)];

    public static GrowthStages Curves { get; } = GrowthStages.Of(Result.Cities, LongYears, Curve);

    public static StageAgreement Stages { get; } = StageAgreement.Of(
        Curves.Assignment,
        TrajectoryClusters.Of(Result.Cities, LongYears, (c, y) => (Curve(c, y), Curve(c, y) - Curve(c, y - 1), c[0] + 0.01 * y), groups: 2).Assignment);

    public static (IndustryTable First, IndustryTable Last) Tables { get; } = (Industries(1), Industries(2));

    public static double Curve(string city, int year)
    {
        var place = Result.Cities.Select(c => c.Key).ToList().IndexOf(city);
        return place == Result.Cities.Length - 1 ? 2100 - year : 100 / (1 + Math.Exp(-0.8 * (year - 2005 - place))) + Math.Sin(9 * year);
    }

    private static IndustryTable Industries(int year) =>
        IndustryTable.Of(Result.Cities.Select(c => c.Key), ["x", "y"], [.. Result.Cities.Select((_, i) => new double[] { 10 + i * year, 20 })]);

    public static RankUncertainty Uncertain { get; } = RankUncertainty.Of(Result, new SimplexSampling(), 2000);

    public static Multiverse All { get; } = Multiverse.Of(Result, new() { Weightings = [("entropy", new EntropyWeights()), ("equal", new EqualWeights())] });

    public static ChoiceSensitivity Sensitive { get; } = ChoiceSensitivity.Of(Result, new() { Normalisations = [new MinMax()], Aggregations = [new ArithmeticMean()] }, n: 64);

    public static IReadOnlyDictionary<string, Func<Language, Figure>> Charts { get; } = new Dictionary<string, Func<Language, Figure>>
    {
        ["coverage"] = l => CoverageHeatMap.Of(Coverage.Of(Study.Panel("panel")), l),
        ["weight tree"] = l => WeightTree.Of(Result.Weights, l),
        ["weight comparison"] = l => WeightComparison.Of([("Equal", Result.Weights), (SmallStudy.Script, Result.Weights)], l),
        ["ranking"] = l => RankingBars.Of(Result, 2005, Highlight, language: l),
        ["score lines"] = l => ScoreLines.Of(Result, Highlight, breaks: Study.Breaks, language: l),
        ["radar"] = l => DimensionRadar.Of(Result, 2005, Highlight, language: l),
        ["rank flow"] = l => RankFlow.Of(Result, Highlight, language: l),
        ["indicators"] = l => IndicatorHeatMap.Of(Result, 2005, Highlight, language: l),
        ["series"] = l => SeriesLines.Of(Study.Panel("panel"), "output", Highlight, breaks: Study.Breaks, language: l),
        ["strength"] = l => StrengthBars.Of(Result, "Gamma", 2005, language: l),
        ["indicators, filled in"] = l => IndicatorHeatMap.Of(Filled, 2005, Highlight, language: l),
        ["coverage, filled in"] = l => CoverageHeatMap.Of(Filled.Indicators, l),
        ["ranking, filled in"] = l => RankingBars.Of(Filled, 2005, Highlight, language: l),
        ["series, filled in"] = l => SeriesLines.Of(Filled.Indicators, "MKT1", Highlight, language: l),
        ["halves"] = l => HalvesScatter.Of(Result, 2005, Highlight, l),
        ["obstacles"] = l => ObstacleBars.Of(ObstacleDegree.Of(Result), 2005, Highlight, language: l),
        ["stages"] = l => StageStrip.Of(Stages, Highlight, l),
        ["stages of a city"] = l => StageStrip.Of(Stages, "Gamma", l),
        ["growth curve"] = l => GrowthCurveChart.Of(Curves, "Gamma", "Output", l),
        ["no growth curve"] = l => GrowthCurveChart.Of(Curves, "Omega", "Output", l),
        ["trends"] = l => TrendMultiples.Of(Result.Cities, LongYears, Curve, "Output", Highlight, l),
        ["location"] = l => LocationBubble.Of(Tables.First, Tables.Last, "x", (2001, 2005), Result.Cities, Highlight, l),
        ["rank frequencies"] = l => RankFrequencies.Of(Uncertain, 2005, Highlight, l),
        ["rank intervals"] = l => RankIntervals.Of(All, Highlight, l),
        ["specification curve"] = l => SpecificationCurve.Of(All, All.Cities[0].Key, l),
        ["sensitivity"] = l => SensitivityBars.Of(Sensitive, l),
        ["swaps"] = l => SwapMatrix.Of(SmallestSwap.Of(Result, 2005), Highlight, l),
        ["coupling"] = l => CouplingScatter.Of(CouplingCoordination.Of(Result), 2005, Highlight, l),
    };

    public static TheoryData<string> Names => [.. Charts.Keys];

    public static JsonElement Plot(this Figure figure) => JsonDocument.Parse(figure.Render(MimeType.Plotly)).RootElement;

    public static JsonElement Layout(this Figure figure) => figure.Plot().GetProperty("layout");

    public static JsonElement[] Traces(this Figure figure) => [.. figure.Plot().GetProperty("data").EnumerateArray()];

    public static JsonElement Trace(this Figure figure, string name) =>
        figure.Traces().Single(t => t.TryGetProperty("name", out var own) && own.GetString() == name);

    public static string Title(this Figure figure, string axis) => figure.Layout().GetProperty(axis).GetProperty("title").GetProperty("text").GetString()!;

    public static double?[] Numbers(this JsonElement array) =>
        [.. array.EnumerateArray().Select(e => e.ValueKind == JsonValueKind.Null ? (double?)null : e.GetDouble())];

    public static string?[] Strings(this JsonElement array) => [.. array.EnumerateArray().Select(e => e.GetString())];

    public static string?[] Ticks(this Figure figure, string axis) => figure.Layout().GetProperty(axis).GetProperty("ticktext").Strings();

    /// <summary>A column of the table behind a figure, rounded as plots are.</summary>
    public static double?[] Column(this Figure figure, string key)
    {
        var at = figure.Table.Columns.Select(c => c.Key).ToList().IndexOf(key);
        return [.. figure.Table.Rows.Select(r => r[at] is double v ? ClusterResearch.Charts.Drawing.PlotJson.Rounded(v) : (double?)null)];
    }

    /// <summary>A row of numbers of the table behind a figure, rounded as plots are.</summary>
    public static double?[] Row(this Figure figure, string first) =>
        [.. figure.Table.Rows.Single(r => (string?)r[0] == first).Skip(1).Select(v => v is double d ? ClusterResearch.Charts.Drawing.PlotJson.Rounded(d) : (double?)null)];

    /// <summary>Every text of a JSON value.</summary>
    public static IEnumerable<string> Texts(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.String => [json.GetString()!],
            JsonValueKind.Array => json.EnumerateArray().SelectMany(Texts),
            JsonValueKind.Object => json.EnumerateObject().SelectMany(p => Texts(p.Value)),
            _ => [],
        };
}
