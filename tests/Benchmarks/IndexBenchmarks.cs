using System.Globalization;
using BenchmarkDotNet.Attributes;
using ClusterResearch;
using ClusterResearch.Indexing;
using ClusterResearch.Indexing.Variants;

namespace Benchmarks;

/// <summary>Reading the study and computing its index: 17 cities, 24 years, 22 indicators.</summary>
[MemoryDiagnoser]
public class IndexBenchmarks
{
    private static readonly IndexRecipe AllYears = new() { Period = new Period(2000, 2023) };
    private static readonly IndexRecipe TwentyYears = new() { Period = new Period(2000, 2019) };
    private IndexDesign design = null!;
    private IndicatorTable measured = null!;
    private (string, string)[] printed = null!;

    [GlobalSetup]
    public void Open()
    {
        design = Study.Open("data/henan").Index("index-panel");
        var index = TwentyYears.Build(design);
        measured = index.Measured;
        printed = [.. design.Tree.Indicators.Select(n => (n.Code, index.Weights.Global(n.Code).ToString("F3", CultureInfo.InvariantCulture)))];
    }

    [Benchmark(Description = "open and check the whole study (limit 50 ms)")]
    public Study OpenStudy() => Study.Open("data/henan");

    [Benchmark(Description = "index, 17 cities x 24 years x 22 indicators (limit 5 ms)")]
    public IndexResult BuildIndex() => AllYears.Build(design);

    [Benchmark(Description = "which of 5,000 variants gives printed weights, 17 cities x 20 years x 22 indicators (limit 2 s)")]
    public VariantSearch FindVariant() => VariantFinder.OfWeights(measured, printed);
}
