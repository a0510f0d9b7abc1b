namespace ClusterResearch.Indexing.Normalising;

/// <summary>Which city-years set the scale of a normalisation.</summary>
/// <remarks>
/// <para>The whole panel: one scale for all, so a score of one year compares with that of another. Each year on its own: the
/// scale moves with the year, so a score says where a city stands among the others of that year and nothing about change.
/// A base year: one scale, set by the cities of one year; later values may lie beyond its ends.</para>
/// <para><b>Source</b> OECD/JRC, Handbook on Constructing Composite Indicators (2008), step “normalisation of data”.</para>
/// </remarks>
public sealed record Pooling
{
    private Pooling(string words) => Words = words;

    /// <summary>All city-years of the index.</summary>
    public static Pooling Panel { get; } = new("pooled over all city-years");

    /// <summary>The cities of each year, year by year.</summary>
    public static Pooling PerYear { get; } = new("each year on its own");

    /// <summary>The cities of one year, for all years.</summary>
    /// <param name="year">A year of the index; another one is refused when the index is built (CR3501).</param>
    public static Pooling BaseYear(int year) => new(string.Create(Invariant, $"scale of {year}")) { Year = year };

    /// <summary>How method cards say it.</summary>
    internal string Words { get; }

    /// <summary>The base year; null for the other two.</summary>
    internal int? Year { get; private init; }

    /// <summary>As method cards say it.</summary>
    public override string ToString() => Words;
}
