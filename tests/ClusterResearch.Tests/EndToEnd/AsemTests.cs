using System.Globalization;
using System.Text;
using ClusterResearch.Indexing;
using ClusterResearch.Indexing.Normalising;
using ClusterResearch.Indexing.Weighing;
using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests.EndToEnd;

/// <summary>The ASEM Sustainable Connectivity example as COINr computes it: 51 countries, 49 indicators, four levels.</summary>
/// <remarks>
/// A study is made of its normalised table (0 to 100) and its tree. Goalposts 0 and 100 leave the values as they are,
/// divided by 100. The tables are not ours to pass on, so they are read where they lie beside the checkout.
/// </remarks>
public sealed class AsemTests
{
    private const string Absent = "The folder shared/reference/endtoend is not beside this checkout, so the ASEM example was not computed.";
    private static readonly string? Folder = Repository.Beside("shared/reference/endtoend");

    [Fact]
    public void Every_node_agrees_to_1e_9()
    {
        Assert.SkipWhen(Folder is null, Absent);
        var index = Build();
        var compared = 0;
        foreach (var file in new[] { "asem_aggregated.csv", "asem_results_aggs.csv" })
        {
            foreach (var row in Rows(file))
            {
                foreach (var (code, text) in row.Where(c => index.Tree.Nodes.Any(n => n.Code == c.Key)))
                {
                    Assert.Equal(Number(text), 100 * index.Score(row["uCode"], 2018, code), 1e-9);
                    compared++;
                }
            }
        }
        Assert.Equal(51 * (60 + 11), compared);
    }

    [Fact]
    public void Every_rank_agrees()
    {
        Assert.SkipWhen(Folder is null, Absent);
        var index = Build();
        foreach (var row in Rows("asem_results_ranks.csv"))
        {
            foreach (var (code, text) in row.Where(c => c.Key != "uCode"))
            {
                Assert.Equal(Number(text), index.Rank(row["uCode"], 2018, code));
            }
        }
    }

    private static IndexResult Build()
    {
        using var study = AsemStudy();
        return study.Build(new() { Normalisation = new GoalpostsNormalisation { Clip = false }, Weighting = new EqualWeights() });
    }

    private static StudyFolder AsemStudy()
    {
        var meta = Rows("asem_iMeta.csv").Where(r => r["Type"] is "Indicator" or "Aggregate").ToArray();
        var indicators = meta.Where(r => r["Type"] == "Indicator").Select(r => r["iCode"]).ToArray();
        var table = Rows("asem_normalised.csv");
        var panel = Lines("city,year," + string.Join(',', indicators), table.Select(r => $"{r["uCode"]},2018,{string.Join(',', indicators.Select(i => r[i]))}"));
        var cities = Lines("city,name_en,name_zh,province,province_zh", table.Select(r => string.Join(',', Enumerable.Repeat(r["uCode"], 5))));
        var package = SoundStudy.Package.Split('\n').ToList();
        package.RemoveAll(l => l.Contains("\"unit\":", StringComparison.Ordinal));
        var year = package.FindIndex(l => l.Contains("\"year\"", StringComparison.Ordinal) && !l.Contains("\"variable\"", StringComparison.Ordinal));
        package[year] = "{ \"name\": \"year\" }" + string.Concat(indicators.Select(i =>
            $", {{ \"name\": \"{i}\", \"title\": \"{i}\", \"unit\": \"1\", \"source\": \"European Commission, Joint Research Centre (2018)\" }}"));
        return new StudyFolder().With("cities.csv", cities).With("panel.csv", panel).With("breaks.csv", SoundStudy.Breaks.Split('\n')[0] + "\n")
            .With("index.csv", Lines(SoundStudy.Index.Split('\n')[0], meta.Select(r => Node(r, meta))))
            .With("datapackage.json", string.Join('\n', package))
            .Package("\"focus\": \"Alder\", \"cities\": [\"Alder\", \"Birch\"]", "\"focus\": \"AUS\", \"cities\": [\"AUS\"]");
    }

    private static string Node(Dictionary<string, string> row, Dictionary<string, string>[] meta)
    {
        var siblings = meta.Where(m => m["Parent"] == row["Parent"]).Sum(m => Number(m["Weight"]));
        var weight = row["Parent"] is "" or "NA" ? "" : (Number(row["Weight"]) / siblings).ToString("R", CultureInfo.InvariantCulture);
        var parent = row["Parent"] == "NA" ? "" : row["Parent"];
        return row["Type"] == "Indicator"
            ? $"{row["iCode"]},{parent},{row["iCode"]},,higher,1,{row["iCode"]},{weight},0,100,,"
            : $"{row["iCode"]},{parent},{row["iCode"]},,,,,{weight},,,,";
    }

    private static string Lines(string header, IEnumerable<string> rows) => string.Join('\n', rows.Prepend(header)) + "\n";

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>The tables quote every text; units of iMeta hold commas inside quotes.</summary>
    private static Dictionary<string, string>[] Rows(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(Folder!, file)).Select(Cells).ToArray();
        return [.. lines.Skip(1).Select(cells => cells.Select((c, i) => (lines[0][i], c)).ToDictionary(c => c.Item1, c => c.c))];
    }

    private static string[] Cells(string line)
    {
        var (cells, cell, quoted) = (new List<string>(), new StringBuilder(), false);
        foreach (var c in line)
        {
            if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c == ',' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(c);
            }
        }
        return [.. cells, cell.ToString()];
    }
}
