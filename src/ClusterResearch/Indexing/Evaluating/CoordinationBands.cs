using System.Collections.Immutable;
using ClusterResearch.Data;
using ClusterResearch.Numerics;

namespace ClusterResearch.Indexing.Evaluating;

/// <summary>A named band of the coordination degree: from <paramref name="Low"/> up to the next band, or to 1.</summary>
/// <param name="Low">The smallest degree that belongs to it.</param>
/// <param name="NameEn">English name.</param>
/// <param name="NameZh">Chinese name.</param>
public sealed record CoordinationBand(double Low, string NameEn, string NameZh)
{
    /// <summary>The name in a language.</summary>
    public string Name(Language language) => language.Say(NameEn, NameZh);
}

/// <summary>Bands that name degrees of coordination from 0 to 1.</summary>
/// <remarks><para>Each band holds its lower end: [0, 0.1), [0.1, 0.2) and so on, the last one its upper end too. Degrees are compared at 12 digits.</para>
/// <para><b>Source</b> of the ten: Liao, Tropical Geography 19 (1999), 171–177.</para></remarks>
public sealed class CoordinationBands
{
    private CoordinationBands(ImmutableArray<CoordinationBand> bands) => Bands = bands;

    /// <summary>The ten bands of Liao, a tenth each.</summary>
    public static CoordinationBands Ten { get; } = Of(
        [
            new(0, "Extreme imbalance", "极度失调"), new(0.1, "Serious imbalance", "严重失调"), new(0.2, "Moderate imbalance", "中度失调"),
            new(0.3, "Mild imbalance", "轻度失调"), new(0.4, "Near imbalance", "濒临失调"), new(0.5, "Bare coordination", "勉强协调"),
            new(0.6, "Primary coordination", "初级协调"), new(0.7, "Intermediate coordination", "中级协调"), new(0.8, "Good coordination", "良好协调"),
            new(0.9, "Excellent coordination", "优质协调"),
        ]);

    /// <summary>The bands, lowest first.</summary>
    public ImmutableArray<CoordinationBand> Bands { get; }

    /// <summary>Bands of one's own.</summary>
    /// <param name="bands">Lowest first; the first begins at 0, the others higher than the one before and below 1.</param>
    /// <exception cref="ArgumentException">They do not.</exception>
    public static CoordinationBands Of(ReadOnlySpan<CoordinationBand> bands)
    {
        ImmutableArray<CoordinationBand> all = [.. bands];
        if (all.Length == 0 || all[0].Low != 0 || all.Zip(all.Skip(1)).Any(p => !(p.First.Low < p.Second.Low)) || !(all[^1].Low < 1))
        {
            throw new ArgumentException("Bands begin at 0 and each one higher than the one before, below 1.", nameof(bands));
        }
        return new(all);
    }

    /// <summary>The number of the band of a degree, from 1; 0 for NaN and for what is below 0 or above 1.</summary>
    public int Level(double degree) => Ranks.Significant(degree) is >= 0 and <= 1 and var d ? Bands.Count(b => d >= b.Low) : 0;

    /// <summary>The band of a degree; null for NaN and for what is below 0 or above 1.</summary>
    public CoordinationBand? For(double degree) => Level(degree) is > 0 and var level ? Bands[level - 1] : null;
}
