using System.Collections;
using System.Globalization;
using ClusterResearch.Data;
using ClusterResearch.Findings;

namespace ClusterResearch.Indexing.Weighing.Ahp;

/// <summary>One judgement: under a parent, child A counts so many times more than child B.</summary>
/// <param name="Parent">The code of the parent.</param>
/// <param name="A">One child.</param>
/// <param name="B">Another.</param>
/// <param name="Value">How many times A counts more than B; below 1 if B counts more.</param>
/// <param name="Judge">Who judged; empty if there is one judge only.</param>
/// <param name="Line">The line of the file; 0 if given in code.</param>
public sealed record Comparison(string Parent, string A, string B, double Value, string Judge = "", int Line = 0);

/// <summary>Pairwise comparisons of the children of some or all parents of an index tree, by one or several judges.</summary>
/// <example><code>
/// var judged = new Comparisons { { "PERF", "INT", "OUT", 2 } };   // intervention counts twice as much as outcome
/// var read = Comparisons.Read("comparisons.csv");                // parent,a,b,value,judge
/// </code></example>
public sealed class Comparisons : IEnumerable<Comparison>
{
    private readonly List<Comparison> all = [];

    /// <summary>The columns of a file of comparisons.</summary>
    private static readonly string[] Columns = ["parent", "a", "b", "value", "judge"];

    /// <summary>The file they were read from, as findings name it; empty if given in code.</summary>
    public string File { get; private init; } = "";

    /// <summary>Adds a judgement.</summary>
    public void Add(string parent, string a, string b, double value, string judge = "") => all.Add(new(parent, a, b, value, judge));

    /// <inheritdoc/>
    public IEnumerator<Comparison> GetEnumerator() => all.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Reads a file with the columns parent, a, b, value, judge; a value is written as 3, 1/3 or 0.333.</summary>
    /// <exception cref="FindingsException">Missing columns, values that are no number above zero (CR3313), and what else the file does not allow: all at once.</exception>
    public static Comparisons Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var name = Path.IsPathRooted(path) ? Path.GetFileName(path) : path.Replace('\\', '/');
        if (!System.IO.File.Exists(path))
        {
            throw new FindingsException([WeighingFindings.Comparison(name, 0, 0, "no such file", $"a file with the columns {string.Join(", ", Columns)}", "check the path; relative ones start at the folder of the notebook")]);
        }
        var findings = new List<Finding>();
        var csv = CsvFile.Read(SourceFile.Read(path, name), findings);
        var read = new Comparisons { File = name };
        if (csv.Headers.SequenceEqual(Columns))
        {
            foreach (var row in csv.Rows)
            {
                var text = row[3];
                if (Value(text) is { } value)
                {
                    read.all.Add(new(row[0], row[1], row[2], value, row[4], row.LineOf(3)));
                }
                else
                {
                    findings.Add(WeighingFindings.Comparison(csv.Name, row.LineOf(3), row.Column(3), $"“{text}” for “{row[1]}” against “{row[2]}”", "a number above zero such as 3, 1/3 or 0.5", "write how many times the first counts more than the second"));
                }
            }
        }
        else if (findings.Count == 0)
        {
            findings.Add(WeighingFindings.Comparison(csv.Name, 1, 0, $"the columns {string.Join(", ", csv.Headers)}", string.Join(", ", Columns), "name the columns so, in this order"));
        }
        return findings.Count == 0 ? read : throw new FindingsException(findings);
    }

    private static double? Value(string text)
    {
        var value = text.Split('/') switch
        {
            [var whole] when Number(whole) is { } v => v,
            [var top, var bottom] when Number(top) is { } t && Number(bottom) is { } b => t / b,
            _ => double.NaN,
        };
        return value > 0 && double.IsFinite(value) ? value : null;
    }

    private static double? Number(string text) => double.TryParse(text.Trim(), NumberStyles.AllowDecimalPoint, Invariant, out var v) ? v : null;
}
