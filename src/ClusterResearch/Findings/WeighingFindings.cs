using System.Collections.Immutable;

namespace ClusterResearch.Findings;

/// <summary>Why a weighting method refuses data or judgements (CR33xx), and how it is said.</summary>
internal static class WeighingFindings
{
    public static readonly FindingCode NoCorrelation = new("CR3301", "no-correlation");
    public static readonly FindingCode MeanOfZero = new("CR3302", "mean-of-zero");
    public static readonly FindingCode NonPositive = new("CR3303", "values-not-positive");
    public static readonly FindingCode Undirected = new("CR3304", "no-direction-for-method");
    public static readonly FindingCode Incomplete = new("CR3305", "no-complete-city-year");
    public static readonly FindingCode NegativeWeight = new("CR3306", "negative-weight");
    public static readonly FindingCode NegativeMean = new("CR3307", "negative-weight-in-mean");
    public static readonly FindingCode NothingBelow = new("CR3308", "no-branch-to-weigh");
    public static readonly FindingCode Inconsistent = new("CR3311", "inconsistent-comparisons");
    public static readonly FindingCode Disconnected = new("CR3312", "comparisons-not-connected");
    public static readonly FindingCode BadComparison = new("CR3313", "bad-comparison");
    public static readonly FindingCode ComparisonTwice = new("CR3314", "comparison-twice");
    public static readonly FindingCode NotSiblings = new("CR3315", "not-siblings");

    private const string LeaveOut = "leave the indicator out, or choose another method for its branch";

    public static void RefusePairs(string file, (string Code, int Line)[] indicators, ImmutableArray<ImmutableArray<double>> r, List<Finding> findings)
    {
        for (var j = 0; j < indicators.Length; j++)
        {
            for (var l = 0; l < j; l++)
            {
                if (double.IsNaN(r[j][l]))
                {
                    findings.Add(new(NoCorrelation, file, indicators[j].Line, 0, $"“{indicators[j].Code}” and “{indicators[l].Code}” do not vary together in any city-years", "city-years in which both have values that vary", LeaveOut));
                }
            }
        }
    }

    public static Finding ZeroMean(string file, int line, string code) =>
        new(MeanOfZero, file, line, 0, $"“{code}” has the mean 0", "a mean other than zero, as a coefficient of variation needs", LeaveOut);

    public static Finding NotPositive(string file, int line, string code, double lowest) =>
        new(NonPositive, file, line, 0, string.Create(Invariant, $"“{code}” holds {lowest:R}"), "values above zero, as MEREC takes their logarithms", LeaveOut);

    public static Finding NoDirection(string file, int line, string code, string direction) =>
        new(Undirected, file, line, 0, $"“{code}” is best at “{direction}”", "higher or lower, as MEREC knows no target", LeaveOut);

    public static Finding NoCompleteRow(string file, int complete, int rows) =>
        new(Incomplete, file, 0, 0, string.Create(Invariant, $"{complete} of {rows} city-years in which every indicator has a value"), "at least two", "choose years without gaps, impute, or choose another method");

    public static Finding Negative(string file, int line, string code, double weight) =>
        new(NegativeWeight, file, line, 0, string.Create(Invariant, $"the first component gives “{code}” the weight {weight:F4}"), "weights of zero or more: with a negative one a better figure lowers the score", "use communalities, say what to do by NegativeWeights, or leave the indicator out");

    public static Finding NegativeInMean(string file, int line, string code, double weight, string method) =>
        new(NegativeMean, file, line, 0, string.Create(Invariant, $"“{code}” has the weight {weight:F4}"), $"weights of zero or more, as {method} needs", "use the arithmetic mean, or NegativeWeights.Zero");

    public static Finding Leaf(string file, int line, string code, string parent) =>
        new(NothingBelow, file, line, 0, $"“{code}” is an indicator and has nothing below it to weigh", "the goal or a dimension", $"name the node above, “{parent}”");

    public static Finding Consistency(string file, int line, string parent, double ratio, string worst) =>
        new(Inconsistent, file, line, 0, string.Create(Invariant, $"comparisons under “{parent}” with the consistency ratio {ratio:F3}"), "0.1 or less", $"revisit {worst}; or say that inconsistency is allowed");

    public static Finding Unconnected(string file, int line, string parent, string apart) =>
        new(Disconnected, file, line, 0, $"comparisons under “{parent}” that say nothing of {apart} against the others", "comparisons that connect all children, directly or through others", "add at least one comparison for each");

    public static Finding Comparison(string file, int line, int column, string found, string expected, string wayOut) =>
        new(BadComparison, file, line, column, found, expected, wayOut);

    public static Finding Twice(string file, int line, string a, string b, string parent, int first) =>
        new(ComparisonTwice, file, line, 0, $"“{a}” against “{b}” under “{parent}” a second time", first > 0 ? string.Create(Invariant, $"each pair once per judge (it stands in line {first})") : "each pair once per judge", "remove one of the two");

    public static Finding Siblings(string file, int line, string parent, string a, string b, string children) =>
        new(NotSiblings, file, line, 0, $"a comparison of “{a}” with “{b}” under “{parent}”", $"two different children of it: {children}", "correct the codes");
}
