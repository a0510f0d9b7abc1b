namespace ClusterResearch.Data;

/// <summary>A column of figures: what it measures, in which unit, from which publication.</summary>
/// <param name="Name">The column's name, used in formulas.</param>
/// <param name="TitleEn">What it measures, in English.</param>
/// <param name="TitleZh">What it measures, in Chinese.</param>
/// <param name="Unit">The unit, one of <see cref="Units.Known"/>.</param>
/// <param name="Source">The publication the figures were first printed in.</param>
/// <param name="Note">What a reader must know of its definition; empty if nothing.</param>
/// <param name="Minimum">The smallest value that makes sense, or null.</param>
/// <param name="Maximum">The largest value that makes sense, or null.</param>
public sealed record Variable(
    string Name,
    string TitleEn,
    string TitleZh,
    string Unit,
    string Source,
    string Note,
    double? Minimum,
    double? Maximum
)
{
    /// <summary>What it measures, in a language.</summary>
    public string Title(Language language) => language == Language.Chinese ? TitleZh : TitleEn;
}
