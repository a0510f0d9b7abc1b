using System.Collections.Immutable;

namespace ClusterResearch.Data;

/// <summary>A place where a series changes for another reason than the thing it measures.</summary>
/// <param name="Variable">The series.</param>
/// <param name="Year">The first year under the new definition, or the affected year.</param>
/// <param name="Cities">The affected cities; empty for all.</param>
/// <param name="Kind">definition, census, revision, suspect or method.</param>
/// <param name="EffectEn">What changes, in English.</param>
/// <param name="EffectZh">What changes, in Chinese.</param>
/// <param name="Source">Where this is known from.</param>
public sealed record Break(
    string Variable,
    int Year,
    ImmutableArray<string> Cities,
    string Kind,
    string EffectEn,
    string EffectZh,
    string Source
)
{
    /// <summary>What changes, in a language.</summary>
    public string Effect(Language language) => language == Language.Chinese ? EffectZh : EffectEn;

    /// <summary>Whether the break concerns a city.</summary>
    public bool Concerns(string city) => Cities.IsEmpty || Cities.Contains(city);
}
