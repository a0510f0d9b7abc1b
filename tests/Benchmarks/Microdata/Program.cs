using System.Diagnostics;
using System.Globalization;
using ClusterResearch.Location;
using ClusterResearch.Microdata;
using DuckDB.NET.Data;

// firms [threads]: writes a SIMULATED census of so many firms once, sums it up and computes all measures; see ../README.md
var firms = args.Length > 0 ? long.Parse(args[0], CultureInfo.InvariantCulture) : 20_000_000;
int? threads = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : null;
var path = Path.Combine(Path.GetTempPath(), FormattableString.Invariant($"SIMULATED-firms-{firms}.parquet"));
if (!File.Exists(path))
{
    // another process writes, so that its memory is not counted here
    if (args.Contains("write"))
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        // seed 1 in every hash; cities and industries of very different size, sizes of firms with a long tail
        command.CommandText = FormattableString.Invariant($"""
            COPY (SELECT 'city ' || CAST(floor(340 * pow(hash(i, 1, 'city') / 18446744073709551616.0, 2)) AS INTEGER) AS city,
                         'industry ' || CAST(floor(97 * pow(hash(i, 1, 'industry') / 18446744073709551616.0, 1.5)) AS INTEGER) AS industry,
                         CAST(floor(pow(1 - hash(i, 1, 'size') / 18446744073709551616.0, -0.7)) AS BIGINT) AS employees
                  FROM range({firms}) t(i)) TO '{path}' (FORMAT parquet)
            """);
        command.ExecuteNonQuery();
        return;
    }
    using var writer = Process.Start(Environment.ProcessPath!, [firms.ToString(CultureInfo.InvariantCulture), "2", "write"]);
    writer.WaitForExit();
}
var watch = Stopwatch.StartNew();
var tables = FirmRecords.Read(path, new("city", "industry", "employees"), threads);
var read = watch.Elapsed.TotalSeconds;
var table = tables.ToTable();
var quotients = LocationQuotient.All(tables.Sizes);
var specialisation = tables.Sizes.Regions.Select((_, r) => (Concentration.Krugman(tables.Sizes.Region(r).AsSpan(), tables.Sizes.IndustryTotals.AsSpan()), Concentration.Herfindahl(tables.Sizes.Region(r).AsSpan()),
    Concentration.GiniOfQuotients(tables.Sizes.Region(r).AsSpan(), tables.Sizes.IndustryTotals.AsSpan()), Inequality.TheilT(tables.Sizes.Region(r).AsSpan()))).ToArray();
using var own = Process.GetCurrentProcess();
Console.WriteLine(FormattableString.Invariant($"{tables.Rows} SIMULATED firms, {new FileInfo(path).Length / 1e6:F0} MB, to {tables.Sizes.Regions.Length} cities x {tables.Sizes.Industries.Length} industries"));
Console.WriteLine(FormattableString.Invariant($"summed up in {read:F1} s; with all measures ({table.Rows.Length} industries, {specialisation.Length} cities, {quotients.Sum(q => q.Length)} quotients) in {watch.Elapsed.TotalSeconds:F1} s (limit 15 s)"));
Console.WriteLine(FormattableString.Invariant($"memory at most {own.PeakWorkingSet64 / 1e6:F0} MB (limit 2000 MB)"));
