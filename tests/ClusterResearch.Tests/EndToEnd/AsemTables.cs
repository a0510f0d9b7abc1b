using System.Globalization;
using System.Text;
using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests.EndToEnd;

/// <summary>The tables of the ASEM example, read where they lie beside the checkout, and studies made of them.</summary>
internal static class AsemTables
{
    public const string Absent = "The folder shared/reference/endtoend is not beside this checkout, so the ASEM example was not computed.";

    public static readonly string? Folder = Repository.Beside("shared/reference/endtoend");

    /// <summary>The variables that the example divides by.</summary>
    public static readonly string[] Denominators = ["Area", "Energy", "GDP", "Population"];

    /// <summary>The rows of the tree: indicators and aggregates.</summary>
    public static Dictionary<string, string>[] Tree => [.. Rows("asem_iMeta.csv").Where(r => r["Type"] is "Indicator" or "Aggregate")];

    public static string[] Indicators => [.. Tree.Where(r => r["Type"] == "Indicator").Select(r => r["iCode"])];

    /// <summary>A study whose figures are one of the tables.</summary>
    /// <param name="table">The file of figures, one row per country.</param>
    /// <param name="others">Columns to take beside the indicators.</param>
    /// <param name="directed">Whether indicators have the directions of the example; without, all count as higher is better.</param>
    public static StudyFolder Study(string table, string[] others, bool directed)
    {
        var (rows, tree) = (Rows(table), Tree);
        string[] variables = [.. Indicators, .. others];
        var panel = Lines("city,year," + string.Join(',', variables), rows.Select(r => $"{r["uCode"]},2018,{string.Join(',', variables.Select(i => r[i] == "NA" ? "" : r[i]))}"));
        var cities = Lines("city,name_en,name_zh,province,province_zh", rows.Select(r => string.Join(',', Enumerable.Repeat(r["uCode"], 5))));
        var package = SoundStudy.Package.Split('\n').ToList();
        package.RemoveAll(l => l.Contains("\"unit\":", StringComparison.Ordinal));
        var year = package.FindIndex(l => l.Contains("\"year\"", StringComparison.Ordinal) && !l.Contains("\"variable\"", StringComparison.Ordinal));
        package[year] = "{ \"name\": \"year\" }" + string.Concat(variables.Select(i =>
            $", {{ \"name\": \"{i}\", \"title\": \"{i}\", \"unit\": \"1\", \"source\": \"European Commission, Joint Research Centre (2018)\" }}"));
        return new StudyFolder().With("cities.csv", cities).With("panel.csv", panel).With("breaks.csv", SoundStudy.Breaks.Split('\n')[0] + "\n")
            .With("index.csv", Lines(SoundStudy.Index.Split('\n')[0], tree.Select(r => Node(r, tree, directed))))
            .With("datapackage.json", string.Join('\n', package))
            .Package("\"focus\": \"Alder\", \"cities\": [\"Alder\", \"Birch\"]", "\"focus\": \"AUS\", \"cities\": [\"AUS\"]");
    }

    public static double Number(string text) => text is "" or "NA" ? double.NaN : double.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>The tables quote every text; units of iMeta hold commas inside quotes.</summary>
    public static Dictionary<string, string>[] Rows(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(Folder!, file)).Select(Cells).ToArray();
        return [.. lines.Skip(1).Select(cells => cells.Select((c, i) => (lines[0][i], c)).ToDictionary(c => c.Item1, c => c.c))];
    }

    private static string Node(Dictionary<string, string> row, Dictionary<string, string>[] tree, bool directed)
    {
        var siblings = tree.Where(m => m["Parent"] == row["Parent"]).Sum(m => Number(m["Weight"]));
        var weight = row["Parent"] is "" or "NA" ? "" : (Number(row["Weight"]) / siblings).ToString("R", CultureInfo.InvariantCulture);
        var parent = row["Parent"] == "NA" ? "" : row["Parent"];
        var direction = directed && row["Direction"] == "-1" ? "lower" : "higher";
        return row["Type"] == "Indicator"
            ? $"{row["iCode"]},{parent},{row["iCode"]},,{direction},1,{row["iCode"]},{weight},{(directed ? "," : "0,100")},,"
            : $"{row["iCode"]},{parent},{row["iCode"]},,,,,{weight},,,,";
    }

    private static string Lines(string header, IEnumerable<string> rows) => string.Join('\n', rows.Prepend(header)) + "\n";

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
