namespace ClusterResearch.Findings;

/// <summary>What a file of stage rules can get wrong (CR60xx), and how it is said.</summary>
internal static class StageFindings
{
    public static readonly FindingCode NoRules = new("CR6001", "no-stage-rules");
    public static readonly FindingCode RulesSyntax = new("CR6002", "stage-rules-syntax");
    public static readonly FindingCode RulesProperty = new("CR6003", "stage-rules-property");
    public static readonly FindingCode Gap = new("CR6004", "rules-leave-gap");
    public static readonly FindingCode Overlap = new("CR6005", "rules-overlap");
    public static readonly FindingCode UnknownMeasure = new("CR6006", "unknown-measure");
    public static readonly FindingCode EmptyRange = new("CR6007", "empty-range");
    public static readonly FindingCode UnknownStage = new("CR6008", "unknown-stage");
    public static readonly FindingCode MeasureFormula = new("CR6009", "measure-formula");

    public static Finding File(string file) =>
        new(NoRules, file, 0, 0, "nothing there", "a file of stage rules, here or in a folder above", "check the path; data/henan/stage-rules.json shows the form");

    public static Finding Syntax(string file, int line, int column, string found, string expected) =>
        new(RulesSyntax, file, line, column, found, expected, "mend the file at this place; an editor with JSON support marks it");

    public static Finding Property(string file, int line, int column, string owner, string name, string form) =>
        new(RulesProperty, file, line, column, $"{owner} without a proper “{name}”", form, "write it as data/henan/stage-rules.json does");

    public static Finding Uncovered(string file, int line, int column, string where, int more) =>
        new(Gap, file, line, column, $"no rule for {where}{More(more)}", "one rule for every combination of the measures", "add a rule for it, or widen one beside it");

    public static Finding Twice(string file, int line, int column, string where, string first, string second, int more) =>
        new(Overlap, file, line, column, $"{first} and {second} both hold for {where}{More(more)}", "one rule for every combination of the measures", "narrow one of the two");

    public static Finding Measure(string file, int line, int column, string name, string nearest) =>
        new(UnknownMeasure, file, line, column, $"the measure “{name}”", "a measure that the file declares", $"{nearest}correct the name, or declare the measure");

    public static Finding Range(string file, int line, int column, string name, double low, double high) =>
        new(EmptyRange, file, line, column, string.Create(Invariant, $"“{name}” from {low:R} to below {high:R}"), "a lower end below the upper one", "swap or correct the ends; null means without end");

    public static Finding Stage(string file, int line, int column, string name) =>
        new(UnknownStage, file, line, column, $"the stage “{name}”", "formation, growth, maturity or decline", "correct the name");

    public static Finding Formula(string file, int line, int column, string name, string problem) =>
        new(MeasureFormula, file, line, column, $"the formula of “{name}”: {problem}", "a formula over variables of the panel, as in an index file", "correct the formula");

    private static string More(int more) => more == 0 ? "" : string.Create(Invariant, $", and {more} further combination{(more == 1 ? "" : "s")}");
}
