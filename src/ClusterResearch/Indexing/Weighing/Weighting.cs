using System.Collections.Immutable;
using ClusterResearch.Findings;
using ClusterResearch.Indexing.Normalising;

namespace ClusterResearch.Indexing.Weighing;

/// <summary>A method that says how much each node counts among its siblings.</summary>
/// <remarks>Weights that the index file gives for all rows under a parent always stand; the method fills the rest.</remarks>
public abstract record Weighting
{
    /// <summary>Name, variant, formula, rules and source.</summary>
    public abstract MethodCard Card { get; }

    /// <summary>How much each node below a branch counts among its siblings, or findings why the method refuses the data.</summary>
    internal abstract Importance Assess(NormalisedIndicators data, IndexNode branch, List<Finding> findings);

    /// <summary>Whether the method's own weight of a node stands before that of the index file.</summary>
    internal virtual bool Sets(string code) => false;

    /// <summary>Whether the weights depend on how the recipe normalises: most methods look at figures or at min-max values of their own.</summary>
    internal virtual bool ReadsNormalised => false;

    /// <summary>The weights of every node of the tree.</summary>
    /// <exception cref="FindingsException">The method refuses the data: all reasons at once.</exception>
    public WeightSet Weigh(NormalisedIndicators data)
    {
        ArgumentNullException.ThrowIfNull(data);
        var findings = new List<Finding>();
        var tree = data.Indicators.Design.Tree;
        var (local, assessed) = Assessed(data, tree.Goal, findings);
        return findings.Count == 0 ? new WeightSet(tree, Card with { Did = assessed.Did }, local, assessed.Intermediates) : throw new FindingsException(findings);
    }

    /// <summary>The weight of every node below a branch among its siblings, or findings.</summary>
    internal Dictionary<string, double> Locals(NormalisedIndicators data, IndexNode branch, List<Finding> findings) => Assessed(data, branch, findings).Local;

    private (Dictionary<string, double> Local, Importance Assessed) Assessed(NormalisedIndicators data, IndexNode branch, List<Finding> findings)
    {
        var tree = data.Indicators.Design.Tree;
        var before = findings.Count;
        var assessed = Assess(data, branch, findings);
        var local = new Dictionary<string, double> { [branch.Code] = 1 };
        if (findings.Count > before)
        {
            return (local, assessed);
        }
        foreach (var parent in tree.Nodes.Where(n => n.Indicator is null && tree.IsUnder(n.Code, branch.Code)))
        {
            var siblings = tree.Children(parent.Code).ToArray();
            var sum = siblings.Sum(Raw);
            if (!(sum > 0))
            {
                findings.Add(IndexFindings.NoInformation(tree.File, parent.Line, parent.Code));
            }
            foreach (var node in siblings)
            {
                local[node.Code] = Raw(node) / sum;
            }
        }
        return (local, assessed);

        double Raw(IndexNode node) => Sets(node.Code) ? assessed.ByCode[node.Code] : node.GivenWeight ?? assessed.ByCode[node.Code];
    }
}

/// <summary>What a weighting method found.</summary>
/// <param name="ByCode">How much each node counts, before the sum among siblings is made 1.</param>
/// <param name="Intermediates">What was computed per indicator on the way: columns of the weights' table.</param>
internal sealed record Importance(
    Dictionary<string, double> ByCode,
    ImmutableArray<Intermediate> Intermediates
)
{
    /// <summary>What the method did to this data, for its card.</summary>
    public ImmutableArray<string> Did { get; init; } = [];
}

/// <summary>A number per indicator that a weighting method computed on the way.</summary>
/// <param name="Key">The header in CSV files.</param>
/// <param name="NameEn">Its name in English.</param>
/// <param name="NameZh">Its name in Chinese.</param>
/// <param name="Values">One value per indicator, in the order of the tree.</param>
internal sealed record Intermediate(string Key, string NameEn, string NameZh, ImmutableArray<double> Values)
{
    /// <summary>Values of some indicators, spread over all of the tree; NaN for the others.</summary>
    public Intermediate Over(IndexTree tree, IReadOnlyList<IndexNode> indicators)
    {
        var all = Enumerable.Repeat(double.NaN, tree.Indicators.Length).ToArray();
        foreach (var (node, value) in indicators.Zip(Values))
        {
            all[tree.IndicatorIndex(node.Code)] = value;
        }
        return this with { Values = [.. all] };
    }

    /// <summary>This one where it has a value, else the other.</summary>
    public Intermediate Or(Intermediate other) => this with { Values = [.. Values.Zip(other.Values, (a, b) => double.IsNaN(a) ? b : a)] };
}
