using System.Collections.Immutable;
using ClusterResearch.Data;
using ClusterResearch.Findings;
using ClusterResearch.Indexing.Formulas;

namespace ClusterResearch.Indexing;

/// <summary>Reads an index tree from its file; every fault becomes a finding.</summary>
internal sealed class IndexTreeReader(CsvFile csv, Panel panel, List<Finding> findings)
{
    public static readonly string[] Columns =
        ["code", "parent", "name", "name_zh", "direction", "unit", "formula", "weight", "low", "high", "rationale", "source"];

    private readonly Dictionary<string, int> at = Columns.ToDictionary(c => c, csv.Ordinal);

    /// <summary>The tree, or null if the file has faults.</summary>
    public IndexTree? Read(string name)
    {
        if (at.ContainsValue(-1) || csv.Rows.Count == 0)
        {
            return null;
        }
        var before = findings.Count;
        var rows = UniqueRows();
        var parents = rows.Values.Select(r => r[at["parent"]]).ToHashSet();
        var nodes = rows.Values.Select(r => Node(r, isLeaf: !parents.Contains(r[at["code"]]))).ToImmutableArray();
        CheckTree(rows);
        CheckGivenWeights(nodes);
        return findings.Count == before ? new IndexTree(name, csv.Name, nodes) : null;
    }

    private Dictionary<string, CsvRow> UniqueRows()
    {
        var rows = new Dictionary<string, CsvRow>();
        foreach (var row in csv.Rows)
        {
            if (row.Required(at["code"]) is { } code && !rows.TryAdd(code, row))
            {
                findings.Add(IndexFindings.CodeTwice(csv.Name, row.LineOf(at["code"]), row.Column(at["code"]), code, rows[code].Line));
            }
        }
        return rows;
    }

    private IndexNode Node(CsvRow row, bool isLeaf)
    {
        var code = row[at["code"]];
        if (!isLeaf && row[at["formula"]].Length > 0)
        {
            findings.Add(IndexFindings.Inner(csv.Name, row.LineOf(at["formula"]), row.Column(at["formula"]), code));
        }
        var nameEn = row.Required(at["name"]) ?? code;
        var nameZh = row[at["name_zh"]].Length > 0 ? row[at["name_zh"]] : nameEn;
        var parent = row[at["parent"]].Length > 0 ? row[at["parent"]] : null;
        var weight = row.Number(at["weight"]);
        return new(code, parent, nameEn, nameZh, row[at["rationale"]], row[at["source"]],
            double.IsNaN(weight) ? null : weight, isLeaf ? Indicator(row, code) : null, row.Line);
    }

    private Indicator? Indicator(CsvRow row, string code)
    {
        var (direction, unit, formula) = (row[at["direction"]], row[at["unit"]], row[at["formula"]]);
        if (formula.Length == 0)
        {
            findings.Add(IndexFindings.NoFormula(csv.Name, row.LineOf(at["formula"]), row.Column(at["formula"]), code));
            if (direction.Length == 0 && unit.Length == 0)
            {
                return null; // meant as a dimension
            }
        }
        var parsedDirection = Direction.Parse(direction);
        if (direction.Length == 0)
        {
            findings.Add(IndexFindings.NoDirection(csv.Name, row.LineOf(at["direction"]), row.Column(at["direction"]), code));
        }
        else if (parsedDirection is null)
        {
            findings.Add(IndexFindings.Direction(csv.Name, row.LineOf(at["direction"]), row.Column(at["direction"]), direction));
        }
        if (!Units.Known.Contains(unit))
        {
            findings.Add(IndexFindings.UnknownUnit(csv.Name, row.LineOf(at["unit"]), row.Column(at["unit"]), unit, string.Join(", ", Units.Known)));
        }
        var parsedFormula = formula.Length > 0 ? Formula(row, formula) : null;
        var goalposts = Goalposts(row);
        return parsedDirection is null || parsedFormula is null ? null : new(parsedDirection, unit, parsedFormula, goalposts);
    }

    private IndicatorFormula? Formula(CsvRow row, string text)
    {
        try
        {
            var formula = new IndicatorFormula(text);
            foreach (var (variable, offset) in formula.Offsets.Where(v => !panel.Has(v.Key)))
            {
                var near = Nearest.Hint(variable, panel.Variables.Select(v => v.Name));
                findings.Add(IndexFindings.Variable(csv.Name, row.LineOf(at["formula"]), row.Column(at["formula"], offset), variable, panel.File.Name, near));
            }
            return formula;
        }
        catch (FormulaFault fault)
        {
            findings.Add(Describe(fault, row.LineOf(at["formula"]), row.Column(at["formula"], fault.Offset)));
            return null;
        }
    }

    private Finding Describe(FormulaFault fault, int line, int column)
    {
        var functions = FormulaFunction.All.Select(f => f.Name).ToArray();
        return fault.Kind switch
        {
            FormulaFaultKind.UnknownFunction => IndexFindings.Function(csv.Name, line, column, fault.Found, string.Join(", ", functions), Nearest.Hint(fault.Found, functions)),
            FormulaFaultKind.WrongArguments => IndexFindings.Arguments(csv.Name, line, column, fault.Found, fault.Expected),
            _ => IndexFindings.Syntax(csv.Name, line, column, fault.Found, fault.Expected),
        };
    }

    private Goalposts? Goalposts(CsvRow row)
    {
        var (low, high) = (row.Number(at["low"]), row.Number(at["high"]));
        if (double.IsNaN(low) && double.IsNaN(high))
        {
            return null;
        }
        if (low < high)
        {
            return new(low, high);
        }
        findings.Add(IndexFindings.Posts(csv.Name, row.LineOf(at["low"]), row.Column(at["low"]), $"low “{row[at["low"]]}”, high “{row[at["high"]]}”"));
        return null;
    }

    private void CheckTree(Dictionary<string, CsvRow> rows)
    {
        var roots = rows.Where(r => r.Value[at["parent"]].Length == 0).Select(r => r.Key).ToArray();
        if (roots.Length != 1 && rows.Count > 0)
        {
            findings.Add(IndexFindings.Roots(csv.Name, roots.Length == 0 ? "no row without a parent" : $"{string.Join(" and ", roots)} without a parent"));
        }
        var reported = new HashSet<string>();
        foreach (var (code, row) in rows)
        {
            var parent = row[at["parent"]];
            if (parent.Length > 0 && !rows.ContainsKey(parent))
            {
                findings.Add(IndexFindings.NoParent(csv.Name, row.LineOf(at["parent"]), row.Column(at["parent"]), code, parent, Nearest.Hint(parent, rows.Keys)));
            }
            else if (Circle(rows, code) is { } circle && circle.All(c => !reported.Contains(c)))
            {
                reported.UnionWith(circle);
                findings.Add(IndexFindings.Circle(csv.Name, row.LineOf(at["parent"]), row.Column(at["parent"]), string.Join(" → ", circle.Append(code))));
            }
        }
    }

    /// <summary>The codes met when going up from one until it comes back, or null if it does not.</summary>
    private List<string>? Circle(Dictionary<string, CsvRow> rows, string code)
    {
        var path = new List<string> { code };
        for (var up = rows[code][at["parent"]]; rows.ContainsKey(up) && path.Count <= rows.Count; up = rows[up][at["parent"]])
        {
            if (up == code)
            {
                return path;
            }
            path.Add(up);
        }
        return null;
    }

    private void CheckGivenWeights(ImmutableArray<IndexNode> nodes)
    {
        foreach (var siblings in nodes.Where(n => n.Parent is not null).GroupBy(n => n.Parent!))
        {
            var given = siblings.Where(n => n.GivenWeight is not null).ToArray();
            if (given.Length == 0)
            {
                continue;
            }
            var sum = given.Sum(n => n.GivenWeight!.Value);
            var found = given.Length < siblings.Count() ? string.Create(Invariant, $"{given.Length} of {siblings.Count()} weights are given")
                : given.Any(n => n.GivenWeight is < 0 or > 1) ? "a weight is outside 0 to 1"
                : Math.Abs(sum - 1) > 1e-9 ? string.Create(Invariant, $"the weights sum to {sum:R}")
                : null;
            if (found is not null)
            {
                findings.Add(IndexFindings.Given(csv.Name, given[0].Line, siblings.Key, found));
            }
        }
    }
}
