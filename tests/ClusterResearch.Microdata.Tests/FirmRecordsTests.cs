using ClusterResearch.Findings;
using ClusterResearch.Location;
using DuckDB.NET.Data;

namespace ClusterResearch.Microdata.Tests;

public sealed class FirmRecordsTests : IDisposable
{
    private static readonly FirmColumns Columns = new("city", "industry", "employees");
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Firms_are_summed_up_and_faulty_rows_counted_by_reason()
    {
        var tables = FirmRecords.Read(Write("city,industry,employees\nA,x,5\nA,x,5\nB,x,10\nB,y,7\n,x,3\nA,,3\nA,y,-1\nA,y,2.5\nA,y,many\nA,y,\n"), Columns);
        Assert.Equal([10, 10], tables.Sizes.Industry(0));
        Assert.Equal([2, 1], tables.Firms.Industry(0));
        Assert.Equal(new PlantSizes(3, (25 + 25 + 100) / 400.0, (625 + 625 + 10000) / 160000.0), tables.Plants[0]);
        Assert.Equal("10 rows, of which left out: 1 without a region, 1 without an industry, 4 whose size is missing, negative or no whole number.", tables.Notes[0]);
        Assert.Equal(0, tables.Sizes["A", "y"]);
    }

    /// <summary>Farhauer and Kröll's printed example; the rest of the regions' employment stands in one firm of another industry each.</summary>
    [Fact]
    public void Ellison_and_Glaeser_as_printed()
    {
        int[] wien = [200, 650, 12000, 100, 50], linz = [16000, 13000, 1500, 1500], graz = [25000];
        var rows = wien.Select(e => $"Wien,x,{e}").Concat(linz.Select(e => $"Linz,x,{e}")).Concat(graz.Select(e => $"Graz,x,{e}"))
            .Append($"Wien,rest,{500000 - wien.Sum()}").Append($"Linz,rest,{400000 - linz.Sum()}").Append($"Graz,rest,{100000 - graz.Sum()}");
        var tables = FirmRecords.Read(Write("city,industry,employees\n" + string.Join('\n', rows)), Columns);
        var x = tables.Sizes.Industries.IndexOf("x");
        Assert.Equal(0.05990628, EllisonGlaeser.Of(tables.Sizes.Industry(x).AsSpan(), tables.Sizes.RegionTotals.AsSpan(), tables.Plants[x]).Gamma, 5e-9);
        Assert.Equal(0.0599, Math.Round((double)tables.ToTable().Rows[x][7]!, 4));
    }

    [Fact]
    public void Parquet_and_CSV_one_thread_and_two_give_the_same()
    {
        var parquet = Path.Combine(folder, "firms.parquet");
        var csv = Path.Combine(folder, "firms.csv");
        using (var connection = new DuckDBConnection("DataSource=:memory:"))
        {
            connection.Open();
            foreach (var target in new[] { $"'{parquet}' (FORMAT parquet)", $"'{csv}' (HEADER)" })
            {
                using var command = connection.CreateCommand();
                command.CommandText = $"COPY (SELECT 'r' || i % 7 AS city, 'i' || i % 5 AS industry, (i * i) % 1000 AS employees FROM range(100000) t(i)) TO {target}";
                command.ExecuteNonQuery();
            }
        }
        var one = FirmRecords.Read(parquet, Columns, threads: 1);
        Assert.Equal(one, FirmRecords.Read(parquet, Columns, threads: 2));
        Assert.Equal(one, FirmRecords.Read(csv, Columns, threads: 2));
        Assert.Equal(100000, one.Rows);
    }

    [Fact]
    public void Bad_files_are_refused()
    {
        Assert.StartsWith("CR6101", Assert.Throws<FindingsException>(() => FirmRecords.Read(Write("city,industry,employees\nA,x,5\n"), Columns)).Findings[0].ToString(), StringComparison.Ordinal);
        Assert.Throws<DuckDBException>(() => FirmRecords.Read(Write("city,industry\nA,x\n"), Columns));
        Assert.Throws<DuckDBException>(() => FirmRecords.Read(Path.Combine(folder, "none.csv"), Columns));
    }

    private string Write(string text)
    {
        var path = Path.Combine(folder, "own.csv");
        File.WriteAllText(path, text);
        return path;
    }
}
