namespace ClusterResearch.Findings;

/// <summary>What can be wrong with a printed table that is searched for (CR37xx), and how it is said.</summary>
internal static class VariantFindings
{
    public static readonly FindingCode NoNumber = new("CR3701", "printed-number");
    public static readonly FindingCode Nothing = new("CR3702", "nothing-printed");
    public static readonly FindingCode PrintedTwice = new("CR3703", "printed-twice");

    public static Finding Unreadable(string file, int line, string label, string text) =>
        new(NoNumber, file, line, 0, $"“{text}” for “{label}”", "a number with its decimals as printed, e.g. 0.269 or 26.9 %", "copy it as it stands in the table, with a point before the decimals");

    public static Finding None(string file, string what) =>
        new(Nothing, file, 0, 0, $"no printed {what}", "at least one", $"give the {what} as printed, each as a text so that its decimals are kept");

    public static Finding Twice(string file, int line, string label, int times) =>
        new(PrintedTwice, file, line, 0, string.Create(Invariant, $"“{label}” {times} times"), "each once", "leave out all but one");
}
