using System.Collections.Immutable;
using System.Numerics;
using ClusterResearch.Findings;
using ClusterResearch.Location;
using DuckDB.NET.Data;

namespace ClusterResearch.Microdata;

/// <summary>Firms, one row each, in CSV or Parquet: summed up by region and industry out of core.</summary>
/// <remarks>
/// <para>DuckDB reads the file in pieces; a file larger than memory is no obstacle. Sizes are whole numbers and all sums (of sizes, squares and fourth powers) are exact integers of 128 bits, so the result is the same with any
/// number of threads. A size of up to 10⁷ in a census of 10⁹ firms stays in range; beyond it the engine refuses rather than rounds.</para>
/// <para>Rows without region, industry or proper size are left out and counted by reason. A cell of the tables without any firm is 0.</para>
/// <para><b>Source</b> the measures' own; see ClusterResearch.Location.</para>
/// <para><b>Verification</b> the printed example of Farhauer and Kröll and sums by hand: tests/ClusterResearch.Microdata.Tests/FirmRecordsTests.cs.</para>
/// </remarks>
public static class FirmRecords
{
    /// <summary>The SQL that sums the firms up; it runs unchanged on a DuckDB service, and nearly so on any SQL warehouse.</summary>
    /// <param name="source">What stands after FROM, e.g. <c>read_parquet('firms.parquet')</c> or the name of a table.</param>
    /// <param name="columns">Which columns hold what.</param>
    public static string Sql(string source, FirmColumns columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        return $"""
            WITH firms AS (
              SELECT CAST({Quoted(columns.Region)} AS VARCHAR) AS region, CAST({Quoted(columns.Industry)} AS VARCHAR) AS industry, TRY_CAST({Quoted(columns.Size)} AS DOUBLE) AS d
              FROM {source}
            ), checked AS (
              SELECT CASE WHEN region IS NULL OR region = '' THEN 1 WHEN industry IS NULL OR industry = '' THEN 2 WHEN d IS NULL OR NOT (d >= 0 AND d <= 1e9 AND d = floor(d)) THEN 3 ELSE 0 END AS fault, region, industry, d
              FROM firms
            ), sized AS (
              SELECT fault, CASE WHEN fault = 0 THEN region END AS region, CASE WHEN fault = 0 THEN industry END AS industry, CASE WHEN fault = 0 THEN CAST(d AS HUGEINT) END AS size
              FROM checked
            )
            SELECT fault, region, industry, count(*) AS firms, sum(size) AS size, sum(size * size) AS squares, sum(size * size * size * size) AS fourth
            FROM sized GROUP BY fault, region, industry ORDER BY fault, region, industry
            """;
    }

    /// <summary>Sums a file up.</summary>
    /// <param name="path">A file ending in .csv or .parquet; a pattern with * reads many.</param>
    /// <param name="columns">Which columns hold what.</param>
    /// <param name="threads">How many threads; null for all.</param>
    /// <param name="memoryMegabytes">The memory the engine may take; what does not fit goes to disk.</param>
    /// <exception cref="FindingsException">Fewer than two regions (CR6101), or not one firm with a size above zero (CR6105).</exception>
    /// <exception cref="DuckDBException">The file cannot be read, or lacks a column; the message is the engine's.</exception>
    public static FirmTables Read(string path, FirmColumns columns, int? threads = null, int memoryMegabytes = 1000)
    {
        ArgumentNullException.ThrowIfNull(path);
        var literal = $"'{path.Replace("'", "''", StringComparison.Ordinal)}'";
        var source = path.EndsWith(".parquet", StringComparison.OrdinalIgnoreCase) ? $"read_parquet({literal})" : $"read_csv({literal}, all_varchar = true, header = true)";
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        Run(connection, string.Create(Invariant, $"SET memory_limit = '{memoryMegabytes}MB'"));
        if (threads is { } count)
        {
            Run(connection, string.Create(Invariant, $"SET threads = {count}"));
        }
        using var command = connection.CreateCommand();
        command.CommandText = Sql(source, columns);
        using var reader = command.ExecuteReader();
        var (cells, faults) = (new List<Cell>(), new long[4]);
        while (reader.Read())
        {
            var (fault, firms) = (reader.GetInt32(0), reader.GetInt64(3));
            faults[fault] += firms;
            if (fault == 0)
            {
                cells.Add(new(reader.GetString(1), reader.GetString(2), firms, reader.GetFieldValue<BigInteger>(4), reader.GetFieldValue<BigInteger>(5), reader.GetFieldValue<BigInteger>(6)));
            }
        }
        return Tables(path, cells, faults);
    }

    private static FirmTables Tables(string path, List<Cell> cells, long[] faults)
    {
        ImmutableArray<string> regions = [.. cells.Select(c => c.Region).Distinct().Order(StringComparer.Ordinal)];
        ImmutableArray<string> industries = [.. cells.Select(c => c.Industry).Distinct().Order(StringComparer.Ordinal)];
        var (sizes, firms) = (regions.Select(_ => new double[industries.Length]).ToArray(), regions.Select(_ => new double[industries.Length]).ToArray());
        var plants = industries.Select(_ => new Cell("", "", 0, 0, 0, 0)).ToArray();
        foreach (var c in cells)
        {
            var (r, i) = (regions.BinarySearch(c.Region, StringComparer.Ordinal), industries.BinarySearch(c.Industry, StringComparer.Ordinal));
            (sizes[r][i], firms[r][i]) = ((double)c.Size, c.Firms);
            plants[i] = new("", "", plants[i].Firms + c.Firms, plants[i].Size + c.Size, plants[i].Squares + c.Squares, plants[i].Fourth + c.Fourth);
        }
        var name = Path.GetFileName(path);
        return new(IndustryTable.Of(regions, industries, sizes, name), IndustryTable.Of(regions, industries, firms, name),
            [.. plants.Select(p => new PlantSizes(p.Firms, Share(p.Squares, p.Size, 2), Share(p.Fourth, p.Size, 4)))], faults.Sum(), faults[1], faults[2], faults[3]);
    }

    /// <summary>A sum of powers over the power of the sum.</summary>
    private static double Share(BigInteger powers, BigInteger sum, int power) => sum.IsZero ? double.NaN : (double)powers / Math.Pow((double)sum, power);

    private static string Quoted(string column) => $"\"{column.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static void Run(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private sealed record Cell(string Region, string Industry, long Firms, BigInteger Size, BigInteger Squares, BigInteger Fourth);
}
