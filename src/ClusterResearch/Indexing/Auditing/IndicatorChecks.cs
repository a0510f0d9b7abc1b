using ClusterResearch.Numerics;

namespace ClusterResearch.Indexing.Auditing;

/// <summary>What figures themselves give cause to look at: constant, collinear, against their siblings.</summary>
internal static class IndicatorChecks
{
    public static IEnumerable<Caution> All(IndexResult index) => [.. Against(index), .. Constant(index), .. Collinear(index)];

    /// <summary>A cost entered as a benefit falls where its siblings rise, and where the rest of the index rises.</summary>
    private static IEnumerable<Caution> Against(IndexResult index)
    {
        foreach (var node in index.Tree.Indicators.Where(n => n.Indicator!.Direction is Direction.Higher or Direction.Lower))
        {
            var siblings = Siblings(index, node).Where(n => n != node).ToArray();
            var (near, all) = (Rest(index, node, siblings), Rest(index, node, [.. index.Tree.Indicators.Where(n => n != node)]));
            if (near < IndexAudit.RunsAgainst && all < 0)
            {
                var turned = node with { Indicator = node.Indicator! with { Direction = node.Indicator.Direction is Direction.Higher ? new Direction.Lower() : new Direction.Higher() } };
                yield return new("direction",
                    string.Create(Invariant, $"{node.Code} {node.NameEn} ({node.Indicator.Direction} is better) runs against its siblings, r = {near:F2}, and against the rest of the index, r = {all:F2}"),
                    "a cost entered as a benefit looks like this; so does an honest trade-off, which the reason given for the indicator should explain",
                    $"{node.Code} with {turned.Indicator.Direction} as better",
                    IndexAudit.Beside(index, index.Recipe, index.Design with { Tree = index.Design.Tree.With([turned]) }));
            }
        }
    }

    private static IEnumerable<Caution> Constant(IndexResult index)
    {
        foreach (var node in index.Tree.Indicators)
        {
            var x = index.Indicators.Column(node.Code).ToArray().Where(v => !double.IsNaN(v)).ToArray();
            var most = x.GroupBy(v => v).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).FirstOrDefault();
            if (most is not null && most.Count() >= IndexAudit.NearlyConstant * x.Length)
            {
                yield return new("nearly constant",
                    string.Create(Invariant, $"{node.Code} {node.NameEn} is {most.Key:G4} in {most.Count()} of {x.Length} city-years"),
                    "the few others set its scale and, by methods that reward spread, give it a large weight",
                    $"without {node.Code}", Without(index, node));
            }
        }
    }

    private static IEnumerable<Caution> Collinear(IndexResult index)
    {
        foreach (var siblings in index.Tree.Indicators.GroupBy(n => n.Parent))
        {
            var nodes = siblings.ToArray();
            foreach (var (a, b) in nodes.SelectMany((a, i) => nodes.Skip(i + 1).Select(b => (a, b))))
            {
                var r = Correlations.Pearson(Normalised(index, a), Normalised(index, b));
                if (Math.Abs(r) > IndexAudit.NearlyCollinear)
                {
                    yield return new("nearly collinear",
                        string.Create(Invariant, $"{a.Code} {a.NameEn} and {b.Code} {b.NameEn} under {a.Parent}, r = {r:F3}"),
                        r > 0 ? "the same thing is counted twice" : "one takes back what the other adds",
                        $"without {b.Code}", Without(index, b));
                }
            }
        }
    }

    private static Consequence? Without(IndexResult index, IndexNode node) =>
        index.Tree.Indicators.Length == 1 ? null : IndexAudit.Beside(index, index.Recipe, index.Design with { Tree = index.Design.Tree.Without([node.Code]) });

    private static IEnumerable<IndexNode> Siblings(IndexResult index, IndexNode node) => index.Tree.Indicators.Where(n => n.Parent == node.Parent);

    private static ReadOnlySpan<double> Normalised(IndexResult index, IndexNode node) => index.Normalised.Column(node.Code).Values.Span;

    /// <summary>The correlation of an indicator with the mean of others, over the city-years in which all of them have a value.</summary>
    private static double Rest(IndexResult index, IndexNode node, IndexNode[] others)
    {
        var mean = new double[Normalised(index, node).Length];
        foreach (var other in others)
        {
            var y = Normalised(index, other);
            for (var i = 0; i < mean.Length; i++)
            {
                mean[i] += y[i] / others.Length;
            }
        }
        return Correlations.Pearson(Normalised(index, node), mean);
    }
}
