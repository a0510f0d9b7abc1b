using System.Collections.Immutable;
using ClusterResearch.Charts.Drawing;

namespace ClusterResearch.Charts;

/// <summary>The cities that charts lift out of the others; each keeps its colour and sign in every chart.</summary>
/// <param name="Focus">The key of the city the study is about: the strongest colour, the thickest line.</param>
/// <param name="Cities">The keys of the cities that are compared, with or without the focus.</param>
public sealed record Highlight(string Focus, ImmutableArray<string> Cities)
{
    /// <summary>Focus and cities of a study.</summary>
    public static Highlight Of(Study study) => new(study.Focus, study.Cities);

    /// <summary>The focus, then the others, each once.</summary>
    internal ImmutableArray<string> All => [.. Cities.Prepend(Focus).Distinct()];

    /// <summary>How a city among chosen ones is drawn; those that are not lifted out get the colours of their places.</summary>
    internal CityStyle Style(string city, IReadOnlyList<string> chosen) =>
        Style(city) ?? Palette.Others[chosen.TakeWhile(c => c != city).Count() % Palette.Others.Length];

    /// <summary>How a city is drawn; null for one that is not lifted out.</summary>
    internal CityStyle? Style(string city) =>
        All.IndexOf(city) switch
        {
            -1 => null,
            0 => Palette.Focus,
            var place => Palette.Others[(place - 1) % Palette.Others.Length],
        };
}
