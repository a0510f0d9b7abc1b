namespace ClusterResearch.Findings;

/// <summary>What a table of regions and industries can get wrong (CR61xx), and how it is said.</summary>
internal static class LocationFindings
{
    public static readonly FindingCode OneRegion = new("CR6101", "one-region");
    public static readonly FindingCode MissingCell = new("CR6102", "missing-cell");
    public static readonly FindingCode NegativeCell = new("CR6103", "negative-cell");
    public static readonly FindingCode TwiceNamed = new("CR6104", "name-twice");
    public static readonly FindingCode NothingThere = new("CR6105", "empty-table");
    public static readonly FindingCode OtherShape = new("CR6106", "table-shape");

    public static Finding Region(string file, int regions) =>
        new(OneRegion, file, 0, 0, string.Create(Invariant, $"{regions} region{(regions == 1 ? "" : "s")}"), "at least two regions, which are each other's reference",
            "add the other regions; Herfindahl, CR and entropy of one region can be had by Concentration, a quotient against given totals by LocationQuotient.Of");

    public static Finding Missing(string file, string region, string industry) =>
        new(MissingCell, file, 0, 0, $"no figure for “{industry}” in “{region}”", "a number in every cell, since totals are sums over all of them", "write 0 if nobody works there, leave out the region or the industry if it is not known");

    public static Finding Negative(string file, string region, string industry, double value) =>
        new(NegativeCell, file, 0, 0, string.Create(Invariant, $"{value:R} for “{industry}” in “{region}”"), "zero or more", "correct the figure; changes over time go into ShiftShare");

    public static Finding Twice(string file, string what, string name) =>
        new(TwiceNamed, file, 0, 0, $"the {what} “{name}” a second time", $"every {what} once", "add the rows up, or rename one");

    public static Finding Nothing(string file) => new(NothingThere, file, 0, 0, "a table whose cells are all zero", "figures above zero", "check the units and the column that was read");

    public static Finding Shape(string file, int rows, int cells, int regions, int industries) =>
        new(OtherShape, file, 0, 0, string.Create(Invariant, $"{rows} rows, one of {cells} cells"), string.Create(Invariant, $"{regions} rows of {industries} cells, as there are names"), "give one row per region and one cell per industry");
}
