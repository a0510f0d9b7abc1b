namespace ClusterResearch.Findings;

/// <summary>What the preparation of indicators can ask of a study in vain (CR32xx), and how it is said.</summary>
internal static class PreparationFindings
{
    public static readonly FindingCode UnknownDenominator = new("CR3201", "unknown-denominator");
    public static readonly FindingCode ZeroDenominator = new("CR3202", "zero-denominator");
    public static readonly FindingCode NothingLeft = new("CR3203", "nothing-left");
    public static readonly FindingCode NotPositive = new("CR3204", "not-positive");
    public static readonly FindingCode TooFewValues = new("CR3205", "too-few-values");
    public static readonly FindingCode ReferenceOutside = new("CR3206", "reference-outside-transform");
    public static readonly FindingCode NoGroup = new("CR3207", "no-group");
    public static readonly FindingCode UnknownCity = new("CR3208", "group-of-unknown-city");

    public static Finding Denominator(string file, int line, string code, string variable, string panel, string nearest) =>
        new(UnknownDenominator, file, line, 0, $"“{variable}” as denominator of “{code}”", $"a variable of {panel}", $"{nearest}correct the name, or add the variable to the panel");

    public static Finding Zero(string file, int line, string code, string variable, int count, string example) =>
        new(ZeroDenominator, file, line, 0, string.Create(Invariant, $"“{code}” divided by “{variable}”, which is zero in {count} city-year{(count == 1 ? "" : "s")}, first {example}"), "a denominator other than zero", "correct the figure, leave it empty if it is missing, or choose another denominator");

    public static Finding Nothing(string file, string what, double threshold, double best) =>
        new(NothingLeft, file, 0, 0, string.Create(Invariant, $"no {what} with {threshold * 100:0.##} % of its cells present; the fullest has {best * 100:0.#} %"), $"at least one {what} left", "lower the threshold of the screening");

    public static Finding Positive(string file, int line, string code, string method, int count, string example) =>
        new(NotPositive, file, line, 0, string.Create(Invariant, $"“{code}” is zero or negative in {count} city-year{(count == 1 ? "" : "s")}, first {example}"), $"values above zero, as {method} without a shift needs", "choose a shift, or leave this indicator as it is with BranchTreatment");

    public static Finding Few(string file, int line, string code, int values, int asked) =>
        new(TooFewValues, file, line, 0, string.Create(Invariant, $"“{code}” has {values} value{(values == 1 ? "" : "s")}, of which {asked} are to be winsorised"), "at least one value between those that are winsorised", "winsorise fewer values");

    public static Finding Outside(string file, int line, string code, string what, double value, string method) =>
        new(ReferenceOutside, file, line, 0, string.Create(Invariant, $"“{code}” has the {what} {value:R}, which {method} takes to no number"), "a target or range that can be transformed like the values", "move it to where the values are, choose another shift, or leave this indicator as it is with BranchTreatment");

    public static Finding Group(string file, string city) =>
        new(NoGroup, file, 0, 0, $"no group for the city “{city}”", "a group for every city of the index", "give it one, or use CityGroups.Provinces");

    public static Finding City(string file, string city, string nearest) =>
        new(UnknownCity, file, 0, 0, $"a group for “{city}”", $"cities of {file}", $"{nearest}correct the key of the city");
}
