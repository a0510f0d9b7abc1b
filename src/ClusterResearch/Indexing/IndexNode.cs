using ClusterResearch.Data;
using ClusterResearch.Indexing.Formulas;

namespace ClusterResearch.Indexing;

/// <summary>A node of an index tree: the goal, a dimension or an indicator.</summary>
/// <param name="Code">Its code, unique in the tree.</param>
/// <param name="Parent">The code it is under; null for the goal.</param>
/// <param name="NameEn">English name.</param>
/// <param name="NameZh">Chinese name.</param>
/// <param name="Rationale">Why it says something about its parent.</param>
/// <param name="Source">Where its figures or its idea come from.</param>
/// <param name="GivenWeight">Weight among its siblings where the index file gives one; null where a method finds it.</param>
/// <param name="Indicator">How it is measured; null for the goal and for dimensions.</param>
/// <param name="Line">Its line in the index file.</param>
public sealed record IndexNode(
    string Code,
    string? Parent,
    string NameEn,
    string NameZh,
    string Rationale,
    string Source,
    double? GivenWeight,
    Indicator? Indicator,
    int Line
)
{
    /// <summary>The name in a language.</summary>
    public string Name(Language language) => language == Language.Chinese ? NameZh : NameEn;
}

/// <summary>How an indicator is measured.</summary>
/// <param name="Direction">Which values are better.</param>
/// <param name="Unit">The unit of the formula's result.</param>
/// <param name="Formula">The formula over panel variables.</param>
/// <param name="Goalposts">Values that count as 0 and 1 when normalising by goalposts; null if none are set.</param>
public sealed record Indicator(Direction Direction, string Unit, IndicatorFormula Formula, Goalposts? Goalposts);

/// <summary>Fixed ends of an indicator's scale, in its own unit.</summary>
/// <param name="Low">The lower end.</param>
/// <param name="High">The upper end, above <paramref name="Low"/>.</param>
public sealed record Goalposts(double Low, double High);
