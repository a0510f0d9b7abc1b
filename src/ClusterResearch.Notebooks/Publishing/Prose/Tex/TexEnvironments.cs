using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ClusterResearch.Notebooks.Publishing.Prose.Tex;

/// <content>Environments: matrices, cases, aligned lines.</content>
internal sealed partial class TexParser
{
    /// <summary>Brackets around an environment and how its columns stand: c, l, or r and l in turn (x).</summary>
    private static readonly FrozenDictionary<string, (string Open, string Close, char Columns)> Environments =
        new Dictionary<string, (string, string, char)>
        {
            ["matrix"] = ("", "", 'c'), ["pmatrix"] = ("(", ")", 'c'), ["bmatrix"] = ("[", "]", 'c'),
            ["Bmatrix"] = ("{", "}", 'c'), ["vmatrix"] = ("|", "|", 'c'), ["Vmatrix"] = ("‖", "‖", 'c'),
            ["smallmatrix"] = ("", "", 'c'), ["array"] = ("", "", 'c'), ["cases"] = ("{", "", 'l'),
            ["aligned"] = ("", "", 'x'), ["align"] = ("", "", 'x'), ["align*"] = ("", "", 'x'), ["split"] = ("", "", 'x'),
            ["gathered"] = ("", "", 'g'), ["equation"] = ("", "", 'g'), ["equation*"] = ("", "", 'g'),
        }.ToFrozenDictionary();

    private MathElement ParseEnvironment(TexToken begin)
    {
        var name = reader.TakeRawGroup("\\begin");
        if (!Environments.TryGetValue(name, out var environment))
        {
            var known = string.Join(", ", Environments.Keys.Order(StringComparer.Ordinal));
            throw new TexFault(begin.Position, $"\\begin{{{name}}}", "one of the environments " + known, "write the formula with one of these");
        }
        var spec = name == "array" ? string.Concat(reader.TakeRawGroup("\\begin{array}").Where(c => c is 'l' or 'c' or 'r')) : "";
        var rows = ParseLines(begin, name);
        var table = new MathElement(
            "mtable",
            environment.Columns is 'x' or 'g' ? "displaystyle=\"true\"" : "",
            "",
            [.. rows.Select(row => Line(row, environment.Columns, spec))]
        );
        return environment is { Open: "", Close: "" } ? table : Bracketed(environment.Open, [table], environment.Close);
    }

    private List<List<ImmutableArray<MathElement>>> ParseLines(TexToken begin, string name)
    {
        var rows = new List<List<ImmutableArray<MathElement>>> { new() };
        while (true)
        {
            rows[^1].Add(ParseRow());
            var end = reader.Next;
            if (end.Kind == TexTokenKind.Cell)
            {
                reader.Take();
            }
            else if (end.Kind == TexTokenKind.Line)
            {
                reader.Take();
                reader.TakeOption();
                rows.Add([]);
            }
            else
            {
                End(begin, name);
                if (rows.Count > 1 && rows[^1] is [{ IsEmpty: true }])
                {
                    rows.RemoveAt(rows.Count - 1);
                }
                return rows;
            }
        }
    }

    private void End(TexToken begin, string name)
    {
        if (!reader.Next.Is("end"))
        {
            throw new TexFault(begin.Position, $"\\begin{{{name}}} without its end", $"\\end{{{name}}}", "close the environment");
        }
        var end = reader.Take();
        var closed = reader.TakeRawGroup("\\end");
        if (closed != name)
        {
            throw new TexFault(end.Position, $"\\end{{{closed}}}", $"\\end{{{name}}}", "close the environments from the inside");
        }
    }

    /// <summary>Columns stand left or right by a class of the style sheet; browsers know no attribute for it.</summary>
    private static MathElement Line(List<ImmutableArray<MathElement>> cells, char columns, string spec) =>
        MathElement.Of(
            "mtr",
            [.. cells.Select((cell, i) => new MathElement("mtd", Standing(columns, spec, i), "", cell))]
        );

    private static string Standing(char columns, string spec, int index) =>
        (index < spec.Length ? spec[index] : columns) switch
        {
            'l' => "class=\"left\"",
            'r' => "class=\"right\"",
            'x' => index % 2 == 0 ? "class=\"right tight\"" : "class=\"left tight\"",
            _ => "",
        };

    private MathElement Substack(TexToken command)
    {
        if (reader.Next.Kind != TexTokenKind.GroupOpen)
        {
            throw Fault($"lines in braces after {command.Written}", @"write \substack{… \\ …}");
        }
        var rows = ImmutableArray.CreateBuilder<MathElement>();
        do
        {
            reader.Take();
            rows.Add(MathElement.Of("mtr", MathElement.Of("mtd", ParseRow())));
        } while (reader.Next.Kind == TexTokenKind.Line);
        if (reader.Next.Kind != TexTokenKind.GroupClose)
        {
            throw Fault("a closing brace }", "close the group");
        }
        reader.Take();
        return new("mtable", "class=\"stack\"", "", rows.ToImmutable());
    }
}
