namespace ClusterResearch.Findings;

/// <summary>What a normalisation can ask of a study in vain (CR35xx), and how it is said.</summary>
internal static class NormalisingFindings
{
    public static readonly FindingCode NoSuchYear = new("CR3501", "base-year");
    public static readonly FindingCode RankBase = new("CR3502", "base-year-of-ranks");
    public static readonly FindingCode NoTarget = new("CR3503", "no-target");
    public static readonly FindingCode TargetMet = new("CR3504", "target-not-beyond-worst");
    public static readonly FindingCode NoReference = new("CR3505", "no-reference-value");
    public static readonly FindingCode NoRatio = new("CR3506", "no-ratio");

    public static Finding BaseYear(string file, int year, string period) =>
        new(NoSuchYear, file, 0, 0, string.Create(Invariant, $"{year} as base year"), $"a year of the index, {period}", "choose another base year, or widen the period");

    public static Finding Ranks(string file, string method) =>
        new(RankBase, file, 0, 0, $"{method} against a base year", "ranks over the pooled panel or within each year: a value of another year has no place among those of the base year", "use Pooling.Panel or Pooling.PerYear, or a normalisation that measures distances");

    public static Finding Target(string file, int line, string code) =>
        new(NoTarget, file, line, 0, $"“{code}” has no target", "a target given in code, or goalposts in the index file", "give one by its code, or fill the columns low and high");

    public static Finding Worse(string file, int line, string code, double target, double worst) =>
        new(TargetMet, file, line, 0, string.Create(Invariant, $"“{code}” has the target {target:R}, no better than its worst value {worst:R}"), "a target that is better than the worst value", "check the target and the direction of the indicator");

    public static Finding Reference(string file, int line, string code, string found) =>
        new(NoReference, file, line, 0, $"“{code}” {found}", "a reference value that is better than the worst value", "choose another reference city, or the best value as reference");

    public static Finding Ratio(string file, int line, string code, string found) =>
        new(NoRatio, file, line, 0, $"“{code}” {found}", "values above zero where something is divided by them", "use min-max, or another handling of indicators where lower is better");
}
