namespace ClusterResearch.Findings;

/// <summary>What can stand in the way of questions about robustness (CR36xx), and how it is said.</summary>
internal static class RobustnessFindings
{
    public static readonly FindingCode NoMean = new("CR3601", "no-weighted-mean");
    public static readonly FindingCode NoRoom = new("CR3602", "constraints-leave-nothing");
    public static readonly FindingCode NotAParent = new("CR3603", "not-a-parent");
    public static readonly FindingCode NoSpecification = new("CR3604", "no-specification-left");

    public static Finding Mean(string file, int line, string code, string method) =>
        new(NoMean, file, line, 0, $"“{code}” is made by {method}", "a weighted mean at every node whose weights are varied", "use the multiverse, which builds each index anew, or a recipe with means");

    public static Finding Room(string file, int line, string parent, string constraints, double share) =>
        new(NoRoom, file, line, 0, string.Create(Invariant, $"of the weights drawn under “{parent}” a share of {share:G2} keeps to {constraints}"), "constraints that at least one weight vector in ten thousand keeps to", "widen the bounds, or draw closer to weights that keep to them");

    public static Finding Parent(string file, int line, string code) =>
        new(NotAParent, file, line, 0, $"“{code}” has nothing below it", "the goal or a dimension", "name the node above it");

    public static Finding Nothing(string file, int excluded) =>
        new(NoSpecification, file, 0, 0, string.Create(Invariant, $"all {excluded} specifications are excluded or refused"), "at least one that can be computed", "look at the list of exclusions, and give other methods");
}
