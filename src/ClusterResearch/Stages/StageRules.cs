using System.Collections.Immutable;
using ClusterResearch.Data;
using ClusterResearch.Findings;
using ClusterResearch.Indexing.Formulas;
using ClusterResearch.Numerics;
using ClusterResearch.Tables;

namespace ClusterResearch.Stages;

/// <summary>A measure that stage rules look at.</summary>
/// <param name="Name">Its name in the rules.</param>
/// <param name="TitleEn">What it measures, in English.</param>
/// <param name="TitleZh">What it measures, in Chinese.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Formula">Its formula over the panel.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record StageMeasure(string Name, string TitleEn, string TitleZh, string Unit, IndicatorFormula Formula, string Source);

/// <summary>A rule: the stage of every city-year whose measures lie in these ranges.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Ranges">Per measure, in the file's order: from the lower end to below the upper one.</param>
/// <param name="Source">Why.</param>
public sealed record StageRule(Stage Stage, ImmutableArray<(double Low, double High)> Ranges, string Source)
{
    /// <summary>Equal by content.</summary>
    public bool Equals(StageRule? other) => other is not null && Stage == other.Stage && Ranges.SequenceEqual(other.Ranges) && Source == other.Source;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Stage, Ranges.Length, Source);
}

/// <summary>Stages of cities by rules: thresholds on measures, all of them data.</summary>
/// <remarks>
/// <para>Every city-year falls under exactly one rule: a file that leaves a combination of the measures without a rule, or gives one two, is refused and the combination shown. A threshold belongs to the range that
/// begins there. A verdict comes with its distance to the nearest border, in the measure's own unit and in standard deviations of the measure over all city-years; the smallest of the latter is the nearest.</para>
/// <para>Where a measure is missing, there is no stage, and the verdict says which.</para>
/// <para><b>Source</b> the thresholds' own, in the file.</para>
/// <para><b>Verification</b> by hand: tests/ClusterResearch.Tests/Stages/StageRulesTests.cs.</para>
/// </remarks>
public sealed class StageRules
{
    internal StageRules(SourceFile file, string title, ImmutableArray<StageMeasure> measures, ImmutableArray<StageRule> rules) => (File, Title, Measures, Rules) = (file, title, measures, rules);

    /// <summary>The file.</summary>
    public SourceFile File { get; }

    /// <summary>What the rules are called.</summary>
    public string Title { get; }

    /// <summary>The measures.</summary>
    public ImmutableArray<StageMeasure> Measures { get; }

    /// <summary>The rules.</summary>
    public ImmutableArray<StageRule> Rules { get; }

    /// <summary>Reads a file of rules.</summary>
    /// <param name="path">The file; a relative path is looked for in the current folder, then in each folder above it.</param>
    /// <exception cref="FindingsException">No such file (CR6001), no JSON (CR6002), something missing or of another kind (CR6003), a gap (CR6004) or an overlap (CR6005) of the rules, an unknown measure (CR6006), an empty
    /// range (CR6007), an unknown stage (CR6008), a faulty formula (CR6009): all at once.</exception>
    public static StageRules Read(string path) => StageRuleReader.Read(path);

    /// <summary>The values of a measure for every city-year of a panel, city by city.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="panel">The figures.</param>
    /// <exception cref="KeyNotFoundException">The panel lacks a variable of the formula.</exception>
    public static ReadOnlyMemory<double> Values(StageMeasure measure, Panel panel)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return measure.Formula.Evaluate(new FormulaContext(panel));
    }

    /// <summary>Judges every city and year of a panel.</summary>
    /// <param name="panel">The figures.</param>
    /// <param name="years">The years to judge; null for all.</param>
    /// <exception cref="KeyNotFoundException">The panel lacks a variable of a formula, or a year.</exception>
    public StageAssignment Assign(Panel panel, IEnumerable<int>? years = null)
    {
        ArgumentNullException.ThrowIfNull(panel);
        var values = Measures.Select(m => Values(m, panel).ToArray()).ToArray();
        double[] spread = [.. values.Select(v => Moments.StandardDeviation([.. v.Where(double.IsFinite)], 1))];
        return new($"Rules ({Title})", Notes, panel.Cities, [.. years ?? panel.Years], (c, y) => Judge([.. values.Select(v => v[panel.Row(c.Key, y)])], spread));
    }

    /// <summary>One row per rule: its stage, the ranges, the source.</summary>
    public Table ToTable(Language language = Language.English) =>
        new(language.Say("Rules of the stages", "阶段判定规则"),
            [Column.Text("stage", language.Say("Stage", "阶段")), .. Measures.Select(m => Column.Text(m.Name, language == Language.Chinese ? m.TitleZh : m.TitleEn)), Column.Text("source", language.Say("Source", "来源"))],
            Rules.Select(r => (object?[])[r.Stage.Name(language), .. r.Ranges.Select(Text), r.Source]),
            Notes);

    /// <summary>What a reader must know: the measures with formula and source.</summary>
    public ImmutableArray<string> Notes =>
        [.. Measures.Select(m => $"{m.TitleEn} ({m.Unit}): {m.Formula}. {m.Source}"), "A lower end belongs to the range, an upper end does not. Distance to the border: in the measure's unit, and in its standard deviations (s.d.) over all city-years."];

    /// <summary>The rule of these values, and how near the next one is.</summary>
    internal StageVerdict Judge(double[] values, double[] spread)
    {
        var missing = Measures.Where((_, m) => double.IsNaN(values[m])).Select(m => m.TitleEn).ToArray();
        if (missing.Length > 0)
        {
            return new(null, $"missing: {string.Join(", ", missing)}");
        }
        var rule = Rules.First(r => r.Ranges.Index().All(c => values[c.Index] >= c.Item.Low && values[c.Index] < c.Item.High));
        var borders = rule.Ranges.Index().SelectMany(c => new[] { c.Item.Low, c.Item.High }.Where(double.IsFinite)
            .Select(b => (Measure: Measures[c.Index], Border: b, Away: Math.Abs(values[c.Index] - b), Relative: Math.Abs(values[c.Index] - b) / spread[c.Index]))).ToArray();
        var seen = string.Join("; ", Measures.Select((m, i) => string.Create(Invariant, $"{m.Name} {values[i]:0.###}")));
        var nearest = borders.Length == 0 ? null : borders.OrderBy(b => b.Relative).Select(b => string.Create(Invariant, $"; nearest border {b.Measure.Name} = {b.Border:0.###}, {b.Away:0.###} away ({b.Relative:0.0} s.d.)")).First();
        return new(rule.Stage, seen + nearest);
    }

    internal static string Text((double Low, double High) range) =>
        range switch
        {
            (double.NegativeInfinity, double.PositiveInfinity) => "any",
            (double.NegativeInfinity, var high) => string.Create(Invariant, $"< {high:0.###}"),
            (var low, double.PositiveInfinity) => string.Create(Invariant, $"≥ {low:0.###}"),
            var (low, high) => string.Create(Invariant, $"{low:0.###} to < {high:0.###}"),
        };
}
