using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Benchmarks;

// `index`, `engine`, `publish`, `kernel`, or nothing for all: see README.md
var suites = args.Length > 0 ? args : ["index", "engine", "publish", "kernel"];
var config = DefaultConfig.Instance
    .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
    .WithOptions(ConfigOptions.DisableLogFile);
foreach (var suite in suites)
{
    switch (suite)
    {
        case "index":
            BenchmarkRunner.Run<IndexBenchmarks>(config);
            break;
        case "engine":
            EngineBenchmark.Run();
            break;
        case "publish":
            PublishBenchmark.Run();
            break;
        case "kernel":
            KernelBenchmark.Run();
            break;
        default:
            Console.Error.WriteLine($"No suite “{suite}”: index, engine, publish, kernel.");
            return 2;
    }
}
return 0;
