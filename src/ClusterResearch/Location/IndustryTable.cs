using System.Collections.Immutable;
using ClusterResearch.Findings;

namespace ClusterResearch.Location;

/// <summary>Regions by industries: employment, output or numbers of firms; what all measures of location start from.</summary>
/// <remarks>
/// R regions, I industries, cells e_ri of zero or more in one unit. Totals are sums of the cells. A region or an industry without anything is allowed: its own quotients are
/// missing (NaN), it is named in <see cref="Notes"/>, and everything else is computed.
/// </remarks>
public sealed class IndustryTable
{
    private readonly double[][] cells;

    private IndustryTable(string file, ImmutableArray<string> regions, ImmutableArray<string> industries, double[][] cells)
    {
        (File, Regions, Industries, this.cells) = (file, regions, industries, cells);
        RegionTotals = [.. cells.Select(r => r.Sum())];
        IndustryTotals = [.. industries.Select((_, i) => cells.Sum(r => r[i]))];
        Total = RegionTotals.Sum();
    }

    /// <summary>Where the figures come from.</summary>
    public string File { get; }

    /// <summary>The names of the R regions.</summary>
    public ImmutableArray<string> Regions { get; }

    /// <summary>The names of the I industries.</summary>
    public ImmutableArray<string> Industries { get; }

    /// <summary>e_r: the sum of every region.</summary>
    public ImmutableArray<double> RegionTotals { get; }

    /// <summary>e_i: the sum of every industry.</summary>
    public ImmutableArray<double> IndustryTotals { get; }

    /// <summary>e: the sum of all.</summary>
    public double Total { get; }

    /// <summary>e_ri, by position.</summary>
    public double this[int region, int industry] => cells[region][industry];

    /// <summary>e_ri, by name.</summary>
    /// <exception cref="KeyNotFoundException">No such region or industry; the message names the nearest.</exception>
    public double this[string region, string industry] => cells[Position(Regions, region, "region")][Position(Industries, industry, "industry")];

    /// <summary>What a reader must know: who and what is empty.</summary>
    public ImmutableArray<string> Notes =>
    [
        .. Regions.Where((_, r) => RegionTotals[r] == 0).Select(r => $"“{r}” has nothing at all: its quotients and shares are missing, all others stand."),
        .. Industries.Where((_, i) => IndustryTotals[i] == 0).Select(i => $"“{i}” is an industry that nobody has: its quotients and its concentration are missing, all others stand."),
    ];

    /// <summary>Makes a table.</summary>
    /// <param name="regions">The names of the regions, two or more.</param>
    /// <param name="industries">The names of the industries.</param>
    /// <param name="rows">One row per region, one cell per industry.</param>
    /// <param name="file">Where the figures come from, for findings.</param>
    /// <exception cref="FindingsException">Fewer than two regions (CR6101), a missing or infinite cell (CR6102), a negative one (CR6103), a name twice (CR6104), nothing but zeros (CR6105),
    /// rows that do not fit the names (CR6106): all at once.</exception>
    public static IndustryTable Of(IEnumerable<string> regions, IEnumerable<string> industries, IReadOnlyList<IReadOnlyList<double>> rows, string file = "the table")
    {
        ArgumentNullException.ThrowIfNull(rows);
        ImmutableArray<string> r = [.. regions], i = [.. industries];
        var findings = new List<Finding>();
        if (rows.Count != r.Length || rows.Any(row => row.Count != i.Length))
        {
            throw new FindingsException([LocationFindings.Shape(file, rows.Count, rows.FirstOrDefault(row => row.Count != i.Length)?.Count ?? i.Length, r.Length, i.Length)]);
        }
        if (r.Length < 2)
        {
            findings.Add(LocationFindings.Region(file, r.Length));
        }
        findings.AddRange(Twice(r).Select(n => LocationFindings.Twice(file, "region", n)).Concat(Twice(i).Select(n => LocationFindings.Twice(file, "industry", n))));
        foreach (var (row, a) in rows.Select((row, a) => (row, a)))
        {
            foreach (var (v, b) in row.Select((v, b) => (v, b)).Where(c => !(c.v >= 0) || double.IsInfinity(c.v)))
            {
                findings.Add(v < 0 ? LocationFindings.Negative(file, r[a], i[b], v) : LocationFindings.Missing(file, r[a], i[b]));
            }
        }
        if (findings.Count == 0 && rows.All(row => row.All(v => v == 0)))
        {
            findings.Add(LocationFindings.Nothing(file));
        }
        return findings.Count == 0 ? new(file, r, i, [.. rows.Select(row => row.ToArray())]) : throw new FindingsException(findings);
    }

    /// <summary>A row of cells: one region over industries.</summary>
    public ImmutableArray<double> Region(int region) => [.. cells[region]];

    /// <summary>A column of cells: one industry over regions.</summary>
    public ImmutableArray<double> Industry(int industry) => [.. cells.Select(r => r[industry])];

    private static IEnumerable<string> Twice(ImmutableArray<string> names) => names.GroupBy(n => n).Where(g => g.Count() > 1).Select(g => g.Key);

    private static int Position(ImmutableArray<string> names, string name, string what) =>
        names.IndexOf(name) is >= 0 and var at ? at : throw new KeyNotFoundException($"There is no {what} “{name}”. {Nearest.Hint(name, names)}".TrimEnd());
}
