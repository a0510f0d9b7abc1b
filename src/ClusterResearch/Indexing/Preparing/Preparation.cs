using ClusterResearch.Findings;

namespace ClusterResearch.Indexing.Preparing;

/// <summary>A step between measured indicators and normalisation: indicators in, indicators out.</summary>
/// <remarks>The table that comes out keeps the way back (<see cref="IndicatorTable.Before"/>) and the card that says what was
/// done to this data, so nothing is divided, dropped, filled or bent unseen.</remarks>
public abstract record Preparation
{
    /// <summary>Name, variant, formula, rules and source.</summary>
    public abstract MethodCard Card { get; }

    /// <summary>Whether it leaves any table as it is.</summary>
    internal virtual bool IsNone => false;

    /// <summary>The table after the step, or findings why it cannot be taken.</summary>
    internal abstract IndicatorTable? Prepare(IndicatorTable table, List<Finding> findings);

    /// <summary>Takes the step.</summary>
    /// <returns>A new table whose <see cref="IndicatorTable.Before"/> is the given one; the given one itself where the method does nothing.</returns>
    /// <exception cref="FindingsException">The data do not allow it: every reason at once.</exception>
    public IndicatorTable Apply(IndicatorTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (IsNone)
        {
            return table;
        }
        var findings = new List<Finding>();
        var prepared = Prepare(table, findings);
        return findings.Count == 0 ? prepared! : throw new FindingsException(findings);
    }

    /// <summary>Adds a finding for every code that is no indicator, or no node, of the table's tree.</summary>
    private protected static void CheckCodes(IndicatorTable table, IEnumerable<string> codes, bool indicatorsOnly, List<Finding> findings)
    {
        var tree = table.Design.Tree.Whole;
        foreach (var code in codes)
        {
            if (tree.Find(code) is not { } node)
            {
                findings.Add(IndexFindings.Code(tree.File, code, Nearest.Hint(code, tree.Nodes.Select(n => n.Code))));
            }
            else if (indicatorsOnly && node.Indicator is null)
            {
                findings.Add(IndexFindings.NotAnIndicator(tree.File, node.Line, code, string.Join(", ", tree.IndicatorsUnder(code).Select(n => n.Code))));
            }
        }
    }
}
