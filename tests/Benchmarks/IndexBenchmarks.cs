using BenchmarkDotNet.Attributes;
using ClusterResearch;
using ClusterResearch.Indexing;

namespace Benchmarks;

/// <summary>Reading the study and computing its index: 17 cities, 24 years, 22 indicators.</summary>
[MemoryDiagnoser]
public class IndexBenchmarks
{
    private static readonly IndexRecipe AllYears = new() { Period = new Period(2000, 2023) };
    private IndexDesign design = null!;

    [GlobalSetup]
    public void Open() => design = Study.Open("data/henan").Index("index-panel");

    [Benchmark(Description = "open and check the whole study (limit 50 ms)")]
    public Study OpenStudy() => Study.Open("data/henan");

    [Benchmark(Description = "index, 17 cities x 24 years x 22 indicators (limit 5 ms)")]
    public IndexResult BuildIndex() => AllYears.Build(design);
}
