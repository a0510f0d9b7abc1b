using ClusterResearch.Findings;

namespace ClusterResearch.Indexing.Aggregating;

/// <summary>Among which city-years a method compares.</summary>
public enum Comparison
{
    /// <summary>The cities of each year among themselves: a score says where a city stands in that year, nothing about change.</summary>
    WithinYear,

    /// <summary>All city-years of the index: a score of one year compares with that of another.</summary>
    Pooled,
}

/// <summary>An aggregation in which a city's score depends on the other cities.</summary>
/// <remarks>City-years without any child have no score and take no part. Those with some are judged by the children they have,
/// weights renormalised over them; how many, the card says.</remarks>
public abstract record ComparativeAggregation : Aggregation
{
    /// <summary>Among which city-years is compared. <value>Default: the method's own, see its card.</value></summary>
    public Comparison Comparison { get; init; }

    /// <summary>How cards say among which city-years is compared.</summary>
    private protected string Among => Comparison == Comparison.Pooled ? "all city-years compared" : "cities compared within each year";

    internal override bool AllowsNegative => true;

    /// <summary>The scores of one set of alternatives, each with at least one value; higher is better.</summary>
    internal abstract IReadOnlyList<double> Compare(DecisionMatrix matrix, List<string> did);

    /// <summary>What the method asks of the children's scores.</summary>
    private protected virtual void CheckScores(Siblings siblings, List<Finding> findings) { }

    internal sealed override NodeScores Combine(Siblings siblings, List<Finding> findings)
    {
        var values = Enumerable.Repeat(double.NaN, siblings.Count).ToArray();
        var before = findings.Count;
        CheckScores(siblings, findings);
        if (findings.Count > before)
        {
            return new(values, []);
        }
        var (sizes, notes) = (new List<int>(), new List<string>());
        foreach (var piece in siblings.Pieces(Comparison == Comparison.WithinYear))
        {
            var rows = piece.Where(r => siblings.Scores.Any(s => !double.IsNaN(s.Span[r]))).ToArray();
            if (rows.Length > 0)
            {
                var scores = Compare(DecisionMatrix.Of(siblings.Pick(rows), siblings.Weights.Span), notes);
                foreach (var (i, row) in rows.Index())
                {
                    values[row] = scores[i];
                }
                sizes.Add(rows.Length);
            }
        }
        return new(values, [Summary(siblings, sizes), .. notes.Distinct().Select(n => $"{siblings.Parent.Code}: {n}")]);
    }

    private string Summary(Siblings siblings, List<int> sizes)
    {
        var compared = sizes.Count == 0 ? "nothing to compare"
            : Comparison == Comparison.Pooled ? string.Create(Invariant, $"{sizes[0]} city-years compared")
            : sizes.Min() == sizes.Max() ? string.Create(Invariant, $"{sizes[0]} cities compared in each of {sizes.Count} years")
            : string.Create(Invariant, $"{sizes.Min()} to {sizes.Max()} cities compared in each of {sizes.Count} years");
        var partial = siblings.Partial();
        return $"{siblings.Parent.Code}: {compared}" + (partial > 0 ? string.Create(Invariant, $", {partial} city-years by the children they have") : "");
    }
}
