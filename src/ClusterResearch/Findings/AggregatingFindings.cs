namespace ClusterResearch.Findings;

/// <summary>What an aggregation or an evaluation can ask of an index in vain (CR34xx), and how it is said.</summary>
internal static class AggregatingFindings
{
    public static readonly FindingCode NoSuchYear = new("CR3401", "base-year-of-aggregation");
    public static readonly FindingCode ConstantChild = new("CR3402", "constant-child");
    public static readonly FindingCode ShareBounds = new("CR3403", "share-bounds");
    public static readonly FindingCode NoBaseValues = new("CR3404", "no-base-values");
    public static readonly FindingCode NotAParent = new("CR3405", "nothing-to-aggregate");
    public static readonly FindingCode OutOfScale = new("CR3406", "out-of-scale");

    public static Finding BaseYear(string file, int year, string period) =>
        new(NoSuchYear, file, 0, 0, string.Create(Invariant, $"{year} as base year of the aggregation"), $"a year of the index, {period}", "choose another base year, or widen the period");

    public static Finding Constant(string file, int line, string code, string found, string method) =>
        new(ConstantChild, file, line, 0, $"“{code}” {found}", $"children that vary, as the {method} needs", "remove the node, compare over the pooled panel, or choose another aggregation there");

    public static Finding Shares(string file, int line, string code, int children, double low, double high) =>
        new(ShareBounds, file, line, 0, string.Create(Invariant, $"“{code}” has {children} children, each with a share from {low:R} to {high:R}"), "shares that can sum to 1", "widen the bounds");

    public static Finding NoReference(string file, int line, string code, int year) =>
        new(NoBaseValues, file, line, 0, string.Create(Invariant, $"“{code}” has no value in the base year {year}"), "a value of at least one city", "choose another base year");

    public static Finding Leaf(string file, int line, string code, string parent) =>
        new(NotAParent, file, line, 0, $"an aggregation for the indicator “{code}”", "the code of a node that has others below it", $"set it for “{parent}”, or remove it");

    public static Finding Scale(string file, int line, string code, double value, string method) =>
        new(OutOfScale, file, line, 0, string.Create(Invariant, $"“{code}” holds {value:R}"), $"scores from 0 to 1, as {method} needs", "normalise by min-max to 0–1 and aggregate by a mean");
}
