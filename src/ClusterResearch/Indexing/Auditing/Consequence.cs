using ClusterResearch.Data;
using ClusterResearch.Numerics;
using ClusterResearch.Statistics;

namespace ClusterResearch.Indexing.Auditing;

/// <summary>What a choice does to a ranking: the places of the last year beside those without it.</summary>
/// <param name="Year">The year whose places are compared.</param>
/// <param name="Cities">Cities that have a place in both.</param>
/// <param name="Moved">How many of them have another place.</param>
/// <param name="Largest">The largest move, in places.</param>
/// <param name="Who">Who moves farthest; the first of those by name. Null if nobody moves.</param>
/// <param name="Spearman">Spearman's ρ of the scores of that year.</param>
/// <param name="SpearmanAllYears">Spearman's ρ of the scores of all city-years together.</param>
public sealed record Consequence(int Year, int Cities, int Moved, double Largest, City? Who, double Spearman, double SpearmanAllYears)
{
    /// <summary>Compares two indices of the same cities and years by the scores of their goals.</summary>
    /// <exception cref="KeyNotFoundException">A city or year of the first is not in the second.</exception>
    public static Consequence Of(IndexResult index, IndexResult other)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(other);
        var (year, cities) = (index.Period.Last, index.Cities);
        var all = cities.SelectMany(c => Enumerable.Range(index.Period.First, index.Period.Count).Select(y => (index.Score(c.Key, y), other.Score(c.Key, y)))).ToArray();
        return Of(year, [.. cities.Select(c => (c, index.Score(c.Key, year), other.Score(c.Key, year)))], RankAgreement.Spearman([.. all.Select(s => s.Item1)], [.. all.Select(s => s.Item2)]));
    }

    /// <summary>The same from the scores of one year.</summary>
    internal static Consequence Of(int year, IReadOnlyList<(City City, double One, double Other)> scores, double allYears)
    {
        var both = scores.Where(s => !double.IsNaN(s.One) && !double.IsNaN(s.Other)).ToArray();
        var (one, other) = (Ranks.Average([.. both.Select(s => s.One)], ascending: false), Ranks.Average([.. both.Select(s => s.Other)], ascending: false));
        var moves = one.Zip(other, (a, b) => Math.Abs(a - b)).ToArray();
        var largest = moves.DefaultIfEmpty(0).Max();
        var who = largest > 0 ? both.Zip(moves).Where(m => m.Second == largest).Select(m => m.First.City).MinBy(c => c.Key, StringComparer.Ordinal) : null;
        return new(year, both.Length, moves.Count(m => m > 0), largest, who, RankAgreement.Spearman([.. both.Select(s => s.One)], [.. both.Select(s => s.Other)]), allYears);
    }

    /// <summary>In words.</summary>
    public override string ToString() =>
        Who is null
            ? string.Create(Invariant, $"no city of {Cities} has another place in {Year}; Spearman {Spearman:F3}")
            : string.Create(Invariant, $"{Moved} of {Cities} cities have another place in {Year}, at most {Largest:0.#} away ({Who.NameEn}); Spearman {Spearman:F3}");
}
