using ClusterResearch.Findings;

namespace ClusterResearch.Indexing.Evaluating;

/// <summary>What an evaluation asks of scores: that 0 is the worst and 1 the best there can be.</summary>
internal static class UnitScale
{
    /// <exception cref="FindingsException">A score is below 0 or above 1 (CR3406): every node named with its worst value.</exception>
    public static void Require(IndexResult index, IEnumerable<IndexNode> nodes, IEnumerable<ReadOnlyMemory<double>> scores, string method)
    {
        var findings = nodes.Zip(scores).Select(p => (Node: p.First, Outside: p.Second.ToArray().Where(v => v is < -1e-12 or > 1 + 1e-12).ToArray())).Where(p => p.Outside.Length > 0)
            .Select(p => AggregatingFindings.Scale(index.Tree.File, p.Node.Line, p.Node.Code, p.Outside.MaxBy(v => Math.Abs(v - 0.5)), method)).ToArray();
        if (findings.Length > 0)
        {
            throw new FindingsException(findings);
        }
    }
}
