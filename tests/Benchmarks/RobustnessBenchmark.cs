using System.Diagnostics;
using System.Globalization;
using ClusterResearch;
using ClusterResearch.Indexing;
using ClusterResearch.Indexing.Aggregating;
using ClusterResearch.Indexing.Normalising;
using ClusterResearch.Indexing.Robustness;

namespace Benchmarks;

/// <summary>Uncertainty, multiverse and sensitivity: times and how they grow; limits are stated beside.</summary>
internal static class RobustnessBenchmark
{
    public static void Run()
    {
        var asem = WideStudy.Index(51, 49);
        Draws(asem, 100_000); // compiles
        Line("1,000,000 draws, 51 units x 49 indicators, three levels (limit 3 s)", Draws(asem, 1_000_000));
        Line("  memory at its peak (grows with units², not with draws), MB", Process.GetCurrentProcess().PeakWorkingSet64 / 1e6, "MB");
        foreach (var replications in (int[])[250_000, 500_000])
        {
            Line(string.Create(CultureInfo.InvariantCulture, $"  {replications} draws"), Draws(asem, replications));
        }
        foreach (var units in (int[])[25, 100, 200])
        {
            Line(string.Create(CultureInfo.InvariantCulture, $"  250000 draws, {units} units x 49"), Draws(WideStudy.Index(units, 49), 250_000));
        }
        foreach (var indicators in (int[])[24, 98])
        {
            Line(string.Create(CultureInfo.InvariantCulture, $"  250000 draws, 51 units x {indicators}"), Draws(WideStudy.Index(51, indicators), 250_000));
        }
        var study = Study.Open("data/henan");
        var index = new IndexRecipe().Build(study.Index("index-panel"));
        var choices = MultiverseChoices.Usual(index, study.Cities);
        Multiverse.Of(index, choices);
        var start = Stopwatch.GetTimestamp();
        var all = Multiverse.Of(index, choices);
        Line(string.Create(CultureInfo.InvariantCulture, $"multiverse, {choices.Count(index.Tree)} crossings, {all.Specifications.Length} computed, 17 cities x 14 years x 22 indicators (limit 1 s for 10,000)"), Stopwatch.GetElapsedTime(start).TotalSeconds);
        var sensitivity = new SensitivityChoices { Normalisations = [new MinMax { To = (0.01, 1) }, new GoalpostsNormalisation()], Aggregations = [new ArithmeticMean(), new PowerMean(0.5)] };
        start = Stopwatch.GetTimestamp();
        ChoiceSensitivity.Of(index, sensitivity);
        Line("Sobol' indices, N = 4,096, six inputs (limit 5 s)", Stopwatch.GetElapsedTime(start).TotalSeconds);
    }

    private static double Draws(IndexResult index, int replications)
    {
        var start = Stopwatch.GetTimestamp();
        RankUncertainty.Of(index, new SimplexSampling(), replications);
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static void Line(string what, double value, string unit = "s") => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-118} {value:F2} {unit}"));
}
